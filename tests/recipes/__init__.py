"""The recipes of CONTRIBUTING.md, each carried out on an example."""
