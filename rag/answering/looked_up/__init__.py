"""What a question asks for and nothing else, looked up: recommendations, votes, speeches, officers, deadlines."""
