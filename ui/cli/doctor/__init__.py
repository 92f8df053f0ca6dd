"""`pincite doctor`: whether what pincite is told to use is there and works."""
