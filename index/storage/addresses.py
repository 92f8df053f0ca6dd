"""Where an index is that is searched by an engine: `milvus://HOST:PORT/COLLECTION`, and the folder that stands for it.

What is read whole of such an index, its documents and look-ups, is kept in a folder on this machine, whose name says
the address: so an index is named by one path, wherever it is searched.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from index.errors import IndexFolderError

SCHEME = "milvus://"
DEFAULT_PORT = 19530  # Milvus's own
_FILE = re.compile(r"(?P<file>.+\.db)/(?P<collection>[^/]*)")
_SERVER = re.compile(r"(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?/(?P<collection>[^/]*)")
# Milvus lets a name have 255 characters, of which ours take the last 60.
_COLLECTION = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,190}")
_LONGEST = 240  # bytes; a file's name has 255 at most
_ADVICE = f"an index in Milvus is named {SCHEME}HOST:PORT/COLLECTION, or {SCHEME}./FILE.db/COLLECTION in a file"


@dataclass(frozen=True, slots=True)
class MilvusAddress:
    """An index in Milvus: the `uri` of the server, or the file of Milvus Lite, and the name of the `collection`."""

    uri: str
    collection: str

    @property
    def is_file(self) -> bool:
        """Whether it is in a file of this machine, which Milvus Lite reads."""
        return not self.uri.startswith("http")

    def __str__(self) -> str:
        return f"{SCHEME}{self.uri.removeprefix('http://')}/{self.collection}"


def parse_address(text: str) -> MilvusAddress:
    """The address that `text` is; IndexFolderError where it is none. A file's path is made absolute."""
    rest = text.removeprefix(SCHEME)
    match = _FILE.fullmatch(rest) or _SERVER.fullmatch(rest)
    if not text.startswith(SCHEME) or match is None:
        raise IndexFolderError(f"{text!r} is no address of an index; {_ADVICE}")
    if not _COLLECTION.fullmatch(match["collection"]):
        raise IndexFolderError(
            f"{text!r}: {match['collection']!r} is no name of a collection; use letters, digits and underscores"
        )
    parts = match.groupdict()
    if file := parts.get("file"):
        return MilvusAddress(str(Path(file).expanduser().absolute()), parts["collection"])
    return MilvusAddress(f"http://{parts['host']}:{parts['port'] or DEFAULT_PORT}", parts["collection"])


def place_of(text: str | Path) -> Path:
    """The folder that an index is named by: `text` itself, or the one that stands for it where it is an address.

    Those lie in `$PINCITE_FETCHED`, or `.pincite/milvus` under the current folder.
    """
    if not str(text).startswith(SCHEME):
        return Path(text)
    name = quote(str(parse_address(str(text))), safe="")
    if len(name) > _LONGEST:
        raise IndexFolderError(f"{text!r} is too long by {len(name) - _LONGEST} characters; use a shorter path or name")
    return Path(os.environ.get("PINCITE_FETCHED") or Path(".pincite") / "milvus") / name / "index"


def address_of(folder: Path) -> MilvusAddress | None:
    """The address that `folder` stands for; None where it is a folder with a whole index."""
    name = unquote(folder.parent.name)
    return parse_address(name) if name.startswith(SCHEME) else None


def shown_place(folder: Path) -> str:
    """How a person names the index that `folder` stands for: the address, or the folder."""
    return str(address_of(folder) or folder)


def check_is_here(folder: Path) -> None:
    """Raise IndexFolderError where `folder` stands for an index elsewhere, which is changed where it was built."""
    if address := address_of(folder):
        raise IndexFolderError(
            f"{address} is changed in the folder that it was built in: name that one with --out, and this address with "
            "--engine"
        )
