"""Citations in a draft: found, resolved to paragraphs of an index, and what they belong to."""
