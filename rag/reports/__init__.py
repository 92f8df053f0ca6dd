"""Results as files that people read: the blocks of a report and a writer for each format."""
