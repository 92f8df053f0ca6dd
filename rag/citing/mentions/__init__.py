"""What a running text mentions: recognisers of places, parts, symbols and other instruments."""
