"""Gold questions, measures and benchmarks."""
