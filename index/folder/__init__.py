"""An index on disk: its files, its manifest, its exchange in one step."""
