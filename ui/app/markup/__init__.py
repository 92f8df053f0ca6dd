"""What the pages show, as HTML and text."""
