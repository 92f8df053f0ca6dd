"""A question on its page: the sentences of its answer, where it was led to, the thread it belongs to."""
