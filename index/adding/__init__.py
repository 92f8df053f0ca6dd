"""Documents that come to an index: what is written where."""
