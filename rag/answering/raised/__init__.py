"""Paragraphs put before others that were ranked above them, where a question wants just those."""
