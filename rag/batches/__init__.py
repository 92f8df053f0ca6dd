"""Many questions answered in one go: the file they come in, the journal, the result."""
