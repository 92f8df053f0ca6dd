"""How fast files are read: `python -m eval.reading_speed FILE…` prints pages, paragraphs and MB for growing numbers.

Files are read as an index reads them, each in a process of its own, and parsed here, one after the other, over and over
until there are as many pages as asked for. The processor time of all processes counts, with what it takes to start
them, so that what is told holds for one core however busy the machine is; memory is the most that one of them took.
Scans are left out.
"""

import resource
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from index.errors import SourceError
from index.parser.parse import parse_source
from index.readers.base import Reader, ReadLimits, SourceText
from index.readers.ocr import RecognisingReader
from index.readers.registry import READERS
from index.readers.several import read_several

PAGES = (100, 1_000, 5_000)  # a report, a yearbook, and the most that is read of one file
_KIBIBYTES_OF_A_MEGABYTE = 1_024  # getrusage(2) on Linux counts in KiB


@dataclass(frozen=True, slots=True)
class Speed:
    """How much was read, in how many seconds of processor time, and the most memory of one process in MB."""

    pages: int
    paragraphs: int
    seconds: float
    megabytes: int

    def __str__(self) -> str:
        """The figures in one line."""
        return (
            f"{self.pages:,} pages: {self.pages / self.seconds:.0f} pages/s, "
            f"{self.paragraphs / self.seconds:.0f} paragraphs/s, {self.megabytes} MB"
        )


def reading_speed(paths: Sequence[Path], pages: int) -> Speed:
    """How fast `paths` are read to paragraphs until `pages` have been read; SourceError where none has pages."""
    chosen = _repeated(paths, pages)
    began = _processor_seconds()
    read = found = 0
    for path, source in read_several(chosen, _readers(), ReadLimits(), at_once=1):
        if isinstance(source, SourceError):
            raise source
        found += len(parse_source(source, id="measured", source=str(path)).document.paragraphs)
        read += source.pages or 0
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // _KIBIBYTES_OF_A_MEGABYTE
    return Speed(read, found, _processor_seconds() - began, memory)


def _repeated(paths: Sequence[Path], pages: int) -> list[Path]:
    """Those of `paths` that have pages and can be read, over and over until they have `pages` together."""
    texts = read_several(paths, _readers(), ReadLimits())
    good = [(path, text.pages) for path, text in texts if isinstance(text, SourceText) and text.pages]
    if not good:
        raise SourceError("no file with pages was named that can be read; name a PDF file")
    chosen: list[Path] = []
    for path, count in cycle(good):
        if pages <= 0:
            return chosen
        chosen.append(path)
        pages -= count
    return chosen


def _readers() -> list[Reader]:
    """The readers as they read what is no scan: recognising letters takes a thousand times as long."""
    return [reader.pdf if isinstance(reader, RecognisingReader) else reader for reader in READERS]


def _processor_seconds() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)


def main(arguments: Sequence[str]) -> None:
    """Print the speed for each of PAGES, of the files named in `arguments`."""
    for pages in PAGES:
        sys.stdout.write(f"{reading_speed([Path(each) for each in arguments], pages)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
