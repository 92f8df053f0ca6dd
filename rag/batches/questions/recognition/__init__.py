"""What of a text is a question, and what the rest is: told by words, marks and places."""
