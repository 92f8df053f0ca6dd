"""Recorded replies of a language model: replayed over HTTP, and spoiled."""
