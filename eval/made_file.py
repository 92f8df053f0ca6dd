"""Programs that make a file of others and an index: `FILES… --index FOLDER --output FILE`."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path

from index.errors import PinciteError
from index.folder.load import load_index
from index.storage.atomic import replacing_file
from index.store import Index

Make = Callable[[Sequence[Path], Index], tuple[Sequence[str], str]]
"""The lines that are made of files and the index of the documents that they are of, and what is said of them."""


def write_made(output: Path, make: Callable[[], tuple[Sequence[str], str]]) -> None:
    """Write the lines that `make` makes to `output`, and say what is said of them; a mistake ends the program."""
    try:
        # A place that cannot be written is told of before minutes are spent.
        with replacing_file(output) as file:
            lines, said = make()
            file.write("".join(f"{line}\n" for line in lines).encode())
    except PinciteError as error:
        sys.exit(f"pincite: {error}")
    sys.stderr.write(f"{said}\n")


def make_file(parser: ArgumentParser, make: Make, arguments: Sequence[str] | None) -> None:
    """Write what `make` makes of the files that the command line, or `arguments`, name; a mistake ends the program."""
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--index", type=Path, required=True, help="the index of the documents that they are of")
    parser.add_argument("--output", type=Path, required=True)
    given = parser.parse_args(arguments)
    write_made(given.output, lambda: make(given.files, load_index(given.index)))
