"""The formats that questions arrive in, each read into rows."""
