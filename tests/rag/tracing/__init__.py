"""Spans of the steps of an answer."""
