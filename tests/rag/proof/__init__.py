"""Tests of holding a sentence against what it cites."""
