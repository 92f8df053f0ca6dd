"""How resolutions and records of meetings are worded."""
