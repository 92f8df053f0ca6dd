"""What is written to disk and read back: whole files and folders, their hashes, records of JSON."""
