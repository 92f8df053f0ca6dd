"""PDF files read to lines by pdfium: characters to runs, runs to rows, rows to lines in reading order."""
