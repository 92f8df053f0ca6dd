"""Reads web pages (.html) by lxml."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import LxmlError

from index.errors import SourceError
from index.readers.base import Line, ReadLimits, SourceText, Wrapping
from index.readers.html.note_links import NoteLinks
from index.readers.html.page import page_lines
from index.readers.html.star_notes import with_star_notes
from index.readers.html.tree import decoded, document_of, tree_of

# A page has more mark-up than words.
_BYTES_OF_A_CHARACTER = 20
_LANGUAGE = re.compile(r"[a-z]{2}(?=$|[-_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlReader:
    """Reads web pages as a browser shows them, navigation aside; nothing that they name is fetched."""

    suffixes: Sequence[str] = (".html", ".htm", ".xhtml")
    signatures: Sequence[bytes] = (b"<!DOCTYPE html", b"<!doctype html", b"<html", b"<HTML")

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the file at `path`; SourceError where it is missing, empty, has no words or too many."""
        content = _content(path, limits.characters * _BYTES_OF_A_CHARACTER)
        try:
            root = tree_of(decoded(content))
        except (LxmlError, ValueError) as error:
            raise SourceError(f"{path}: not a web page ({error}); save it again from the browser") from None
        lines = _limited(path, limits, [] if root is None else list(page_lines(document_of(root), NoteLinks(root))))
        if root is None or not lines:
            raise SourceError(f"{path}: the page has no text; save it again from the browser, or leave it out")
        language = _LANGUAGE.match(root.get("lang", ""))
        return SourceText(
            tuple(with_star_notes(lines)), language=language[0].lower() if language else None, wrapping=Wrapping.FLOWING
        )


def _content(path: Path, most: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > most:
            raise SourceError(f"{path}: {size:,} bytes, more than the limit of {most:,}; split the file")
        content = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; check the name") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check the file and its disk") from None
    if not content.strip():
        raise SourceError(f"{path}: the file is empty; leave it out or fetch it again")
    return content


def _limited(path: Path, limits: ReadLimits, lines: Sequence[Line]) -> tuple[Line, ...]:
    if sum(len(line.text) for line in lines) > limits.characters:
        raise SourceError(f"{path}: more than {limits.characters:,} characters; split the file")
    return tuple(lines)
