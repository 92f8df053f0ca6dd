"""Fakes, fixtures and steps that tests share."""
