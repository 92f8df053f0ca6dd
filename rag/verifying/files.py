"""Files of drafts: read, checked, and given back with comments where they are Word's."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError
from index.readers.base import ReadLimits
from index.readers.registry import readable_suffixes, reader_of
from rag.question.language import is_english
from rag.verifying.check import DraftChecker
from rag.verifying.comments import comments_on
from rag.verifying.draft import Block, Draft
from rag.verifying.finding import CheckedDraft
from rag.verifying.lines import draft_of_lines
from rag.verifying.word_comments.package import open_package
from rag.verifying.word_comments.read import WordDraft, read_word_draft
from rag.verifying.word_comments.write import with_comments

WORD = (".docx", ".docm", ".dotx")
"""The endings of the files that are given back with comments."""
_PRINTED = (".pdf",)
# Words: of a shorter block the language is not told.
_TELLING = 8


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft read from a file; `word` is what a Word file is, None for any other."""

    draft: Draft
    word: WordDraft | None = None


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was checked."""

    file: DraftFile
    checked: CheckedDraft

    def commented(self, *, verbatim: bool = False) -> bytes:
        """The Word file with a comment on each finding, on `verbatim` quotations too if asked.

        SourceError where the draft is no Word file.
        """
        if self.file.word is None:
            raise SourceError(f"{self.checked.name}: only a Word file is given back with comments; ask for a report")
        return with_comments(self.file.word, comments_on(self.checked, verbatim=verbatim))


def draft_suffixes() -> tuple[str, ...]:
    """The endings of the files that can be checked, lower case with the dot."""
    return tuple(dict.fromkeys((*WORD, *readable_suffixes())))


def read_draft_file(path: Path, name: str | None = None) -> DraftFile:
    """The draft in the file at `path`, which messages call `name`.

    SourceError where it cannot be read, or is in another language than English.
    """
    called = name or str(path)
    if path.suffix.lower() in WORD:
        word = read_word_draft(open_package(path, called))
        file = DraftFile(word.draft, word)
    else:
        text = reader_of(path).read(path, ReadLimits())
        file = DraftFile(draft_of_lines(text, called, is_printed=path.suffix.lower() in _PRINTED))
    _check_language(file.draft.blocks, called)
    return file


def verify_file(path: Path, checker: DraftChecker, name: str | None = None) -> CheckedFile:
    """What `checker` finds in the draft at `path`; errors as `read_draft_file`."""
    file = read_draft_file(path, name)
    return CheckedFile(file, checker.check(file.draft))


def _check_language(blocks: Sequence[Block], name: str) -> None:
    telling = [each.text for each in blocks if len(each.text.split()) >= _TELLING]
    foreign = sum(not is_english(text) for text in telling)
    if telling and foreign > len(telling) / 2:
        raise SourceError(f"{name}: it is not in English, the only language in which drafts are checked")
