"""Tunes the packaged embedding model: `python -m index.embedding.train`; of it others import the examples alone."""
