"""Which numbers are paragraphs', which headings stand above them, and what opens a numbering of its own."""
