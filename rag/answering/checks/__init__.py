"""What of a question the passages that an answer quotes do not hold, so that it is only related to the question."""
