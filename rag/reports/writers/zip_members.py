"""Office files are zip archives; these are written so that the same content gives the same bytes."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest date that a zip archive can hold.
_DATE = (1980, 1, 1, 0, 0, 0)

Pieces = Callable[[bytes], Iterable[bytes]]
"""Makes the new content of a member, piece by piece, from the old one."""


def rewritten(source: BinaryIO, target: BinaryIO, changes: Mapping[str, Pieces]) -> None:
    """Copy the archive in `source` to `target`, members in their order and with a fixed date, some of them changed."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            with old.open(name) as content, new.open(info, "w", force_zip64=True) as member:
                if name not in changes:
                    shutil.copyfileobj(content, member)
                    continue
                for piece in changes[name](content.read()):
                    member.write(piece)
