"""Evaluations with a module of their own: the verdicts of people on answers, drafts with errors that are known."""
