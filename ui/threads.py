"""How many threads the arithmetic of a question takes: one, since more wait for each other."""

import os

# OpenBLAS comes with numpy and FAISS, MKL in their place with some distributions; both read this when they are loaded.
_VARIABLES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def multiply_on_one_thread() -> None:
    """Have matrices multiplied on one thread, unless the environment says otherwise; call it before numpy is loaded.

    Those of a question are small. On a machine with two processors that does something else as well, two threads made
    a question take three times as long as one; answering several people, each has a thread of its own anyway.
    """
    for name in _VARIABLES:
        os.environ.setdefault(name, "1")
