"""Paragraphs ranked for a question: the signals and the rule that joins them."""
