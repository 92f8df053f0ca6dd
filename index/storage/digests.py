"""SHA-256 of files: of all their bytes, and of parts of large ones.

Hashing takes half a second a gigabyte and more, so that of a large file only parts are compared each time it is opened:
its length and 64 stretches of 64 KiB, from the first bytes to the last. What is quoted of such a file is compared with
checks of its own (`index.storage.document_lines`); a vector that was altered elsewhere can change what is found, and no
text or number of a paragraph.
"""

import hashlib
from pathlib import Path
from typing import BinaryIO

LARGE = 16 * 2**20
"""Bytes beyond which a file is large: arrays beyond it stay on the disk, and are read as they are needed."""
_STRETCHES, _STRETCH = 64, 64 * 2**10  # 4 MiB of a file, a few milliseconds


def sha256_of_file(path: Path) -> str:
    """The SHA-256 of the file at `path`, in hex; OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_of_parts(file: BinaryIO, size: int) -> str:
    """The SHA-256, in hex, of the length and of stretches of `file`, which has `size` bytes."""
    digest = hashlib.sha256(str(size).encode())
    last = max(0, size - _STRETCH)
    for number in range(_STRETCHES):
        file.seek(last * number // (_STRETCHES - 1))
        digest.update(file.read(_STRETCH))
    return digest.hexdigest()
