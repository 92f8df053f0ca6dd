"""A server for other programs: answers, passages and checks by HTTP, as JSON."""
