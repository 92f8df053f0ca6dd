"""What is measured of an answer, a measure a module."""
