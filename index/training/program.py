"""What a program that trains says, and how it ends."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from index.errors import PinciteError

_TOLD_EVERY = 25  # steps


def run(parser: ArgumentParser, train: Callable[[Namespace], None], arguments: Sequence[str] | None) -> int:
    """Have `train` do what the command line, or `arguments`, say; 0, or 2 where a line says what is wrong with it."""
    given = parser.parse_args(arguments)
    try:
        train(given)
    except PinciteError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def tell(stage: str, done: int, total: int) -> None:
    """Show on one line how far `stage` is."""
    if done % _TOLD_EVERY == 0 or done == total:
        sys.stderr.write(f"\r{stage}, {done} of {total}")
        sys.stderr.flush()
