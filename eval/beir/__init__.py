"""Sets of questions in BEIR format, searched and scored."""
