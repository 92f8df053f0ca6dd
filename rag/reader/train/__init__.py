"""Trains a reader: `python -m rag.reader.train`. Needs the extra `train`; nothing else in the program imports it."""
