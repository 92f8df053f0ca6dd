"""Drafts checked before an editor does it: what they cite and quote, held against the documents of an index."""
