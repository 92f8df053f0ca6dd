"""Letters and words whatever document they are of: numerals, typography, counts and excerpts."""
