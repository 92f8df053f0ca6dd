"""Word files read to lines: styles, numbers, tracked changes, notes, tables."""
