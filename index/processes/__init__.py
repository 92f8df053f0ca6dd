"""Processes that this program starts to work for it."""
