"""Reports of a benchmark run: written, compared, held to expected scores."""
