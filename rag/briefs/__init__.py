"""What the documents say on a theme, grouped and dated."""
