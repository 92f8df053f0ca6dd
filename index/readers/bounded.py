"""Readers that read each file in a process of its own, which is ended when it takes too much time or memory.

A library that reads a foreign format is loaded in that process alone: the one that asks stays small and unharmed.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from index.readers.base import ReadLimits, SourceText
from index.readers.line_json import source_of
from index.readers.processes.bounded import ProcessLimits, Work, run_bounded

# A busy machine may take longer than the processor time that a file is given, by this factor.
_WALL = 4
# A line takes fewer bytes than this for each of its letters, as JSON with all that its setting tells.
_BYTES_OF_A_CHARACTER = 8
_ADVICE = "split the file, or open it and save it anew"


@dataclass(frozen=True, slots=True)
class BoundedReader:
    """A reader that lives in a module of its own: `module:class`, with no arguments to its making."""

    reader: str
    suffixes: Sequence[str]
    signatures: Sequence[bytes] = ()

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the file at `path`; SourceError as the reader says it, or where reading it took too much."""
        arguments = (self.reader, str(path), json.dumps(asdict(limits)))
        loads = (self.reader.partition(":")[0],)
        work = Work("index.readers.line_json:lines_read", arguments, str(path), _ADVICE, loads)
        seconds = max(1, round(limits.seconds))
        process = ProcessLimits(
            seconds=seconds,
            wall_seconds=seconds * _WALL,
            memory_bytes=limits.memory_bytes,
            output_bytes=limits.characters * _BYTES_OF_A_CHARACTER,
        )
        return source_of(iter(run_bounded(work, process)))
