"""From ranked paragraphs to statements: which sentences answer, in which order, and how sure that is."""
