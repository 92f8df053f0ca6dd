"""The lines above a text, and what they tell of the document."""
