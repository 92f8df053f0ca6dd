"""Tests of what a running text mentions."""
