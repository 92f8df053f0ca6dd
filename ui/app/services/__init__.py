"""What the pages ask for: the open index, batches, uploads, feedback, reports."""
