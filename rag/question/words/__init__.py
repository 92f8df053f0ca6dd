"""The words of a question: short forms, and names that are written otherwise."""
