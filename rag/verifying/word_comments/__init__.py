"""Word files read with the place of every letter in the file, and comments added to them with nothing else changed."""
