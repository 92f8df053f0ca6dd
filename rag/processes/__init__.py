"""Many questions answered by several processes."""
