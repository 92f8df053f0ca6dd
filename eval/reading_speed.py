"""How fast files are read: `python -m eval.reading_speed FILE…` prints pages, paragraphs and MB for growing numbers.

Each file is read in a process of its own and parsed here, one after the other, over and over until there are as many
pages as asked for. The processor time of both counts, so that what is told holds for one core however busy the
machine is; memory is the most that a reading process took. Scans are left out.
"""

import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from index.errors import SourceError
from index.parser.parse import parse_source
from index.readers.base import Reader, ReadLimits
from index.readers.ocr import RecognisingReader
from index.readers.registry import reader_of

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
    readable = _readable(paths)
    began = _processor_seconds()
    read = found = 0
    for path in readable:
        source = _reader(path).read(path, ReadLimits())
        found += len(parse_source(source, id="measured", source=str(path)).document.paragraphs)
        read += source.pages or 0
        if read >= pages:
            break
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // _KIBIBYTES_OF_A_MEGABYTE
    return Speed(read, found, _processor_seconds() - began, memory)


def _readable(paths: Sequence[Path]) -> Iterator[Path]:
    """Those of `paths` that have pages and can be read, over and over."""
    good = [path for path in paths if _pages(path)]
    if not good:
        raise SourceError("no file with pages was named that can be read; name a PDF file")
    return cycle(good)


def _pages(path: Path) -> int:
    try:
        return _reader(path).read(path, ReadLimits()).pages or 0
    except SourceError:
        return 0


def _reader(path: Path) -> Reader:
    """The reader of `path` as it reads what is no scan: recognising letters takes a thousand times as long."""
    reader = reader_of(path)
    return reader.pdf if isinstance(reader, RecognisingReader) else reader


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
