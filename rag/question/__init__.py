"""What a question names and asks for, understood before anything is searched."""
