"""Systems that answer the gold questions: pincite and the baselines it is held against."""
