"""How resolutions are worded."""
