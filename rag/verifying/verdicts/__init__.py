"""Verdicts on what a draft quotes and cites, each with what was compared."""
