"""The rules of the layout, read from the syntax trees of the modules: `tests/test_layout.py` holds them."""
