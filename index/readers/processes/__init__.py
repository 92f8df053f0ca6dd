"""Processes that work on the files of others, which are ended when they take too much."""
