"""A page of a PDF file as a picture."""
