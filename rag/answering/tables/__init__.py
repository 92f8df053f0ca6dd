"""Tables that answer: their rows in words, and the row that a reader is surest of."""
