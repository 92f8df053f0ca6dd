"""Intervals and tests that say how far a difference can be trusted."""
