"""Tests of answers in a language model's words."""
