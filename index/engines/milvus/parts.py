"""What is read by name from Milvus: bytes, cut into parts that fit a text there."""

import threading
from base64 import b64decode, b64encode
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from index.engines.milvus.client import Entity, Milvus
from index.engines.milvus.layout import CONTENT, FILLER, NAME
from index.errors import EngineError

PART = 49_149
"""Bytes of a part: as many as are 65,532 letters in base64, of the 65,535 that a text in Milvus may have."""
# Parts asked for at once: 8 MB of letters, of the 64 MB that Milvus answers with.
_TOGETHER = 128
# Bytes that are kept of what was read: the vectors of the five documents whole, or of some 5,000 paragraphs with half a
# byte a number.
_KEPT = 128 * 2**20


def entity_of(name: str, text: str) -> Entity:
    """The entity that holds `text`."""
    return {NAME: name, CONTENT: text, FILLER: [0.0, 0.0]}


def entities_of(name: str, content: Iterable[bytes]) -> Iterator[Entity]:
    """The entities that hold `content`, which comes in pieces of PART bytes, the last of fewer."""
    for number, piece in enumerate(content):
        yield entity_of(f"{name}/{number}", b64encode(piece).decode())


def pieces_of(content: bytes) -> Iterator[bytes]:
    """`content` in pieces of PART bytes, the last of fewer."""
    return (content[start : start + PART] for start in range(0, len(content), PART))


@dataclass(frozen=True, eq=False)
class PartReader:
    """Reads what lies in the collection `name`, and keeps what was read last. Safe to share between threads."""

    milvus: Milvus
    name: str
    _kept: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def read(self, sizes: Mapping[str, int]) -> dict[str, bytes]:
        """The content of each name in `sizes`, which has so many bytes; EngineError where it has not."""
        with self._lock:
            known = {name: self._kept[name] for name in sizes if name in self._kept}
        new = {name: size for name, size in sizes.items() if name not in known}
        found = {**known, **dict(zip(new, self._fetched(new), strict=True))}
        with self._lock:
            for name in sizes:
                self._kept[name] = found[name]
                self._kept.move_to_end(name)
            total = sum(map(len, self._kept.values())) if new else 0
            while total > _KEPT:
                total -= len(self._kept.popitem(last=False)[1])
        return found

    def stream(self, name: str, size: int) -> Iterator[bytes]:
        """The content of `name`, which has `size` bytes, piece after piece; nothing of it is kept."""
        names = iter(_names(name, size))
        while some := list(islice(names, _TOGETHER)):
            parts = self.milvus.get(self.name, NAME, some, CONTENT)
            yield from (self._piece(each, parts) for each in some)

    def _fetched(self, sizes: Mapping[str, int]) -> Iterator[bytes]:
        names = [part for name, size in sizes.items() for part in _names(name, size)]
        parts: dict[str, str] = {}
        for start in range(0, len(names), _TOGETHER):
            parts |= self.milvus.get(self.name, NAME, names[start : start + _TOGETHER], CONTENT)
        for name, size in sizes.items():
            content = b"".join(self._piece(part, parts) for part in _names(name, size))
            if len(content) != size:
                raise self._lost(name)
            yield content

    def _piece(self, part: str, parts: Mapping[str, str]) -> bytes:
        try:
            return b64decode(parts[part], validate=True)
        except (KeyError, ValueError) as error:
            raise self._lost(part) from error

    def _lost(self, what: str) -> EngineError:
        address = self.milvus.address
        return EngineError(f"{address} has lost {what}; publish it again: pincite index --engine {address}")


def _names(name: str, size: int) -> list[str]:
    return [f"{name}/{number}" for number in range(-(-size // PART))]
