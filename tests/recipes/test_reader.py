"""Recipe: a reader. Letters kept as e-mail files (`.eml`), whose text the standard library takes out of them."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from index.errors import SourceError
from index.parser.parse import parse_source
from index.readers.base import ReadLimits, SourceText
from index.readers.registry import READERS, reader_of
from index.readers.text.reader import source_text

LETTER = b"""From: secretariat@example.org
Subject: Follow-up
Content-Type: text/plain; charset="iso-8859-1"

1. The Group met in \xc9vian.

2. It adopted its agenda.
"""


@dataclass(frozen=True, slots=True)
class MailReader:
    """Reads the plain text of e-mail files. In `index/readers/` it would be in a module and in READERS."""

    suffixes: tuple[str, ...] = (".eml",)
    signatures: tuple[bytes, ...] = ()

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the letter at `path`; SourceError where it has no plain text or too much of it."""
        letter = message_from_bytes(path.read_bytes(), policy=policy.default)
        body = letter.get_body(("plain",))
        text = body.get_content() if body is not None else ""
        if not text.strip() or len(text) > limits.characters:
            raise SourceError(f"{path}: a letter without plain text, or too long; save its text as a .txt file")
        return source_text(text)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.eml"
    path.write_bytes(LETTER)
    return path


def test_the_reader_is_found_by_the_suffix_and_the_parser_takes_its_lines(letter: Path) -> None:
    reader = reader_of(letter, (*READERS, MailReader()))

    document = parse_source(reader.read(letter, ReadLimits()), id="letter", source=str(letter)).document

    assert isinstance(reader, MailReader)
    assert [(str(each.locator), each.text) for each in document.paragraphs] == [
        ("1", "The Group met in Évian."),
        ("2", "It adopted its agenda."),
    ]


def test_what_it_cannot_read_is_refused_with_what_to_do(letter: Path) -> None:
    with pytest.raises(SourceError, match=r"letter\.eml: .*; save its text as a \.txt file"):
        MailReader().read(letter, ReadLimits(characters=10))
