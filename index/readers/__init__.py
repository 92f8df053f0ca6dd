"""Files to lines: one reader a format, all giving the same lines, which is where the parser begins."""
