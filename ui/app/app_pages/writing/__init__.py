"""The pieces of the page Write."""
