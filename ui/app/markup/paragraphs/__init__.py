"""Paragraphs of documents as HTML."""
