"""Examples that a reader learns from: questions with the windows found for them, statements with what they cite."""
