"""Words looked for: within one document, and in every paragraph of all."""
