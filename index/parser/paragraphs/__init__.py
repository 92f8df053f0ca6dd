"""Where paragraphs begin, with a number or without, and what they are put together from."""
