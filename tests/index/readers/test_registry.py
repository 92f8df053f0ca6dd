"""Which reader reads a file."""

from pathlib import Path

from index.readers.base import ReadLimits, SourceText
from index.readers.registry import READERS, readable_suffixes, reader_of, readers_for
from index.readers.text.reader import TextReader


class SlideReader:
    """A reader of a made-up format."""

    suffixes = (".slides",)
    signatures = (b"SLIDES",)

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        return SourceText(())


def test_a_reader_is_found_by_signature_then_by_suffix_and_any_other_file_is_plain_text(tmp_path: Path) -> None:
    slides = SlideReader()
    readers = (TextReader(), slides)
    for name, content, expected in (
        ("a.txt", b"1. The Group met.", readers[0]),
        ("b.SLIDES", b"anything", slides),
        ("misnamed.txt", b"SLIDES 1.0", slides),
        ("letter", b"Excellency,", readers[0]),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        assert reader_of(path, readers) is expected, name
    assert reader_of(tmp_path / "gone.slides", readers) is slides


def test_text_and_markdown_are_read() -> None:
    assert {".txt", ".md"} <= set(readable_suffixes())
    assert isinstance(reader_of(Path("gone.md")), TextReader)


def test_the_encoding_is_that_of_plain_text() -> None:
    encodings = [reader.encoding for reader in readers_for("cp1252") if isinstance(reader, TextReader)]
    assert encodings == ["cp1252"]
    assert len(readers_for("cp1252")) == len(READERS)
