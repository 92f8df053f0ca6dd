"""Tunes the packaged embedding model: `python -m index.embedding.train`. Needs the extra `train`."""
