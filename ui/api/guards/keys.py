"""Keys that programs show: kept as hashes, compared in constant time.

A key is random and long, so that a plain hash of it cannot be turned back; of a password one could.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError
from ui.settings.configured import configured_list

KEYS_VARIABLE = "PINCITE_API_KEYS"
_PREFIX = "pincite-"  # so that scanners of published code can tell what they found
_BYTES = 32  # random bytes of a key, as many as the hash has
_LINE = re.compile(r"(?P<name>[\w.@-]{1,80}):(?P<hash>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Keys:
    """The hashes (SHA-256, hex) of the keys that are let in, by the names of those who have them."""

    hashes: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.hashes)

    def holder(self, key: str) -> str | None:
        """The name of who has `key`; None where nobody does. All hashes are compared, whichever it is."""
        shown = _hash(key)
        found = None
        for name, held in self.hashes:
            if hmac.compare_digest(shown, held):
                found = name
        return found


def new_key(name: str) -> tuple[str, str]:
    """A new key for `name`, which is shown once, and the line for the file of keys, which holds its hash."""
    key = _PREFIX + secrets.token_urlsafe(_BYTES)
    line = f"{name}:{_hash(key)}"
    if not _LINE.fullmatch(line):
        raise SourceError(f"{name!r} is no name for a key; use letters, digits, dots, hyphens and @")
    return key, line


def read_keys(file: Path | None) -> Keys:
    """The keys in `file`, a line `name:hash` each, and in `$PINCITE_API_KEYS`, parted by commas.

    SourceError where a line is another or the file cannot be read. Empty lines and those that begin with # are left
    out.
    """
    lines = [(f"${KEYS_VARIABLE}", each) for each in configured_list(KEYS_VARIABLE)]
    if file is not None:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SourceError(
                f"{file}: the keys cannot be read ({error}); make one: pincite serve --new-key"
            ) from error
        lines += [(f"{file}:{number}", each) for number, each in enumerate(text.splitlines(), start=1)]
    return Keys(tuple(_read(lines)))


def _read(lines: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    for place, line in lines:
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        match = _LINE.fullmatch(stripped)
        if match is None:
            # What stands there may be a key: it is not shown.
            raise SourceError(f"{place}: not a name and a hash; make such a line with: pincite serve --new-key NAME")
        yield match["name"], match["hash"]


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
