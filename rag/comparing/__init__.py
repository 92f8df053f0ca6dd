"""Two documents side by side: which paragraphs belong together, and which words differ."""
