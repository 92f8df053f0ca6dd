"""pincite beside other tools for retrieval, on the same weights, paragraphs and questions."""
