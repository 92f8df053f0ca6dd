"""Tests of index/corpus."""
