"""From files and folders to parsed documents: which files there are, which are new, and what each is called."""
