"""Quotations in a draft, and whether their words stand in the paragraphs that are cited."""
