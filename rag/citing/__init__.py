"""Citations in the usage of the United Nations: printed, read back, found in running text, and checked."""
