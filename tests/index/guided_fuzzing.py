"""Looks for files that break a reader or the parser, led by what of the code each file reaches.

`python -m tests.index.guided_fuzzing {text,html,word,pdf} FOLDER -max_total_time=SECONDS` keeps in FOLDER the inputs
that reach new code, and writes what broke beside the place it was run from as `crash-…`; keep that as a test. Needs
atheris, which runs where clang's libFuzzer does and is no dependency: `pip install atheris`. libFuzzer takes the
options after FOLDER.
"""

import logging
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import atheris

with atheris.instrument_imports(include=["index"]):
    from index.errors import PinciteError
    from index.parser.parse import parse_source
    from index.readers.base import Line, Reader, ReadLimits, SourceText
    from index.readers.html.reader import HtmlReader
    from index.readers.pdf.reader import PdfReader
    from index.readers.text.reader import TextReader
    from index.readers.word.reader import WordReader

from tests.index.readers.samples import html_sample, pdf_sample, word_sample

LIMITS = ReadLimits(pages=50, characters=200_000)
CORPUS = Path(__file__).parents[2] / "corpus"
PIECE = 3_000  # characters of a document; libFuzzer likes its seeds short


def main(arguments: list[str]) -> None:
    """Begin with the seeds of the format named first; libFuzzer ends the process."""
    target, folder = arguments[1], Path(arguments[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[target]()):
        (folder / f"seed-{number}").write_bytes(seed)
    logging.disable()
    atheris.Setup([arguments[0], str(folder), *arguments[3:]], TARGETS[target])
    atheris.Fuzz()


def _read(reader: Reader, name: str, content: bytes) -> SourceText | None:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            return reader.read(path, LIMITS)
        except PinciteError:
            return None


def _parse(source: SourceText | None) -> None:
    """Parse what was read; every word of every paragraph must be in it."""
    if source is None:
        return
    try:
        parse = parse_source(source, id="fuzzed", source="fuzzed")
    except PinciteError:
        return
    read = _letters("".join(map(_with_marks, source.lines)))
    for paragraph in parse.document.paragraphs:
        for each in paragraph.text.split():
            assert _letters(each) in read, f"{each!r} of {paragraph.locator} is not in the source"


def _with_marks(line: Line) -> str:
    """The line with its note marks in it, since those that no note answers are text."""
    text, before = "", 0
    for mark in line.note_marks:
        text += line.text[before : mark.at] + mark.mark
        before = mark.at
    return text + line.text[before:]


def _letters(text: str) -> str:
    """The letters alone: a raised figure may be a note's mark, a hyphen may have ended a line."""
    return "".join(filter(str.isalpha, text))


def text(content: bytes) -> None:
    """Plain text and Markdown."""
    _parse(_read(TextReader(), "a.txt", content))


def html(content: bytes) -> None:
    """A web page."""
    _parse(_read(HtmlReader(), "a.html", content))


def pdf(content: bytes) -> None:
    """A PDF file."""
    _parse(_read(PdfReader(), "a.pdf", content))


def word(content: bytes) -> None:
    """The text and the numbering of a Word file, parted by a zero byte; what else it needs is sound."""
    document, _, numbering = content.partition(b"\0")
    with tempfile.TemporaryDirectory() as folder:
        sound = ZipFile(word_sample(Path(folder)))
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name in sound.namelist():
            given = {"word/document.xml": document, "word/numbering.xml": numbering}.get(name)
            archive.writestr(name, given or sound.read(name))
    _parse(_read(WordReader(), "a.docx", target.getvalue()))


def _pieces() -> list[bytes]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    return [each[at : at + PIECE].encode() for each in texts for at in range(0, len(each), 8 * PIECE)]


def _content(make: Callable[[Path], Path]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return make(Path(folder)).read_bytes()


def _word_parts() -> bytes:
    with ZipFile(BytesIO(_content(word_sample))) as archive:
        return archive.read("word/document.xml") + b"\0" + archive.read("word/numbering.xml")


TARGETS: dict[str, Callable[[bytes], None]] = {"text": text, "html": html, "word": word, "pdf": pdf}
SEEDS: dict[str, Callable[[], list[bytes]]] = {
    "text": _pieces,
    "html": lambda: [_content(html_sample)],
    "word": lambda: [_word_parts()],
    "pdf": lambda: [_content(pdf_sample)],
}

if __name__ == "__main__":
    main(sys.argv)
