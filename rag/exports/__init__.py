"""Documents for programs that keep references, and as XML for programs that read legal texts."""
