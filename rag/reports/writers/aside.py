"""Files written aside and put in place when they are whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from index.errors import OutputError


@contextmanager
def written_aside(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` when the block ends without an error; until then `path` is as it was.

    What a killed run left behind is overwritten. OutputError where it cannot be written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {path}: {reason}; what was there is unchanged") from error
    finally:
        partial.unlink(missing_ok=True)
