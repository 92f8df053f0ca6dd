"""Files spoiled at random, and what readers make of them; in a process of its own, since a library may break there."""

import random
import tempfile
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is a class

from index.errors import SourceError
from index.readers.base import ReadLimits
from index.readers.processes.bounded import ProcessLimits, Work, run_bounded

LIMITS = ReadLimits(pages=200, characters=5_000_000)
# Bytes that mean something in PDF, XML or HTML are put in more often than others.
_MEANING = tuple(b"<>[]()/&#%\"'{}=-0123456789 \n\x00\xff")


def outcomes_of(reader: str, sample: Path, *, seed: int, count: int, seconds: int = 120) -> dict[str, int]:
    """How often each thing came of reading `count` spoiled copies of `sample`: `read`, `refused` or another error."""
    work = Work(
        "tests.index.readers.fuzzing:outcomes", (reader, str(sample), str(seed), str(count)), "sample", "mend it"
    )
    limits = ProcessLimits(seconds=seconds, wall_seconds=seconds * 5, memory_bytes=3 * 1024**3)
    found: dict[str, int] = {}
    for outcome in run_bounded(work, limits):
        found[outcome] = found.get(outcome, 0) + 1
    return found


def outcomes(reader: str, sample: str, seed: str, count: str) -> Iterator[str]:
    """What came of each spoiled copy, in order; the work of the process."""
    module, name = reader.split(":")
    made = getattr(import_module(module), name)()
    chance = random.Random(int(seed))
    content = Path(sample).read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{Path(sample).suffix}"
        for number in range(int(count)):
            path.write_bytes(spoiled(content, chance))
            try:
                made.read(path, LIMITS)
                yield "read"
            except SourceError:
                yield "refused"
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                yield f"{seed}/{number}: {type(error).__name__}: {error}"


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """`content` with a few bytes changed, put in, taken out or repeated; in one part of a ZIP archive."""
    if content.startswith(b"PK"):
        return _spoiled_archive(content, chance)
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        _spoil(changed, chance)
    return bytes(changed)


def _spoil(content: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(content) + 1)
    length = chance.choice((1, 1, 2, 8, 64, 512))
    kind = chance.randrange(5)
    if kind == 0:
        content[place : place + 1] = bytes([chance.choice(_MEANING)])
    elif kind == 1:
        content[place:place] = bytes(chance.choice(_MEANING) for _ in range(length))
    elif kind == 2:
        del content[place : place + length]
    elif kind == 3:
        content[place:place] = content[place : place + length] * chance.choice((1, 2, 50))
    elif place:
        other = chance.randrange(place)
        content[place : place + length] = content[other : other + length]


def _spoiled_archive(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        changed = bytearray(content)
        _spoil(changed, chance)
        return bytes(changed)
    target = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
            names = old.namelist()
            chosen = chance.choice(names)
            for name in names:
                part = bytearray(old.read(name))
                if name == chosen:
                    for _ in range(chance.choice((1, 2, 5))):
                        _spoil(part, chance)
                new.writestr(name, bytes(part))
    except (BadZipFile, ZlibError):
        return content
    return target.getvalue()
