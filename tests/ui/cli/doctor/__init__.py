"""Tests of `pincite doctor`."""
