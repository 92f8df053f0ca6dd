"""Indexes that engines elsewhere search, and any index opened to be asked."""
