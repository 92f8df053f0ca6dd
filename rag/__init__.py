"""Question to cited answer: retrieval, choosing sentences, citations."""
