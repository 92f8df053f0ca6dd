"""What a person sets once: in the environment, or in a file."""
