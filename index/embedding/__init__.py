"""Embedding models: what is asked of one, and how each kind is loaded."""
