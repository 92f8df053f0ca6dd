"""The parts of a build: paragraphs cut into passages, and vectors of an earlier build used again."""
