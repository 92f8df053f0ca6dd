"""What the commands print: answers, documents, comparisons and reports on a terminal, and progress."""
