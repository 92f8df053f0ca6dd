"""Settings: of a file, of the environment, and which comes first."""
