"""Documents to a searchable index: parsing, passages, embedding and the folder on disk."""
