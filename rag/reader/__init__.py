"""Reads question and paragraph together: how well a paragraph answers, and which of its sentences does."""
