"""Documents that a question means without naming them, and what it asks of a document itself."""
