"""English: its words and patterns, a module for each thing they are for; `language` has them together."""
