"""Reports and batches written as files: Word, Excel, Markdown, HTML, CSV and JSON Lines."""
