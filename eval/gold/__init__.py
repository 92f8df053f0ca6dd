"""The gold questions: read, checked, printed."""
