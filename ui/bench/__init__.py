"""How long answers take and how many readers the app bears: programs that start the command and the app."""
