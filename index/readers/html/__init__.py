"""Web pages read to lines: headings, paragraphs, lists with their numbers, tables, notes; nothing is fetched."""
