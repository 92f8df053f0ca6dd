"""A text to a document: masthead, headings, numbered paragraphs, sub-items, footnotes, and the audit of all that."""
