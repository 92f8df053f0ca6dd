"""Search engines for passages and words: what is asked of one, and the local ones."""
