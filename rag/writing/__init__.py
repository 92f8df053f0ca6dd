"""Answers in the words of a language model, every sentence proved at the paragraphs that it cites."""
