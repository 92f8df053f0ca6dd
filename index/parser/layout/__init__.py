"""Lines to blocks: joined by their spacing, with what belongs to the page and the footnotes told apart."""
