"""An index built by several machines: Ray has each read files and embed texts, and this one puts them together."""
