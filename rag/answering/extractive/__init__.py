"""Answers in the documents' own words: sentences read, selected, put together."""
