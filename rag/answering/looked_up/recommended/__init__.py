"""What is recommended to somebody or asked of an organ, and what came of it."""
