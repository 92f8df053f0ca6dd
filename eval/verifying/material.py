"""What drafts are made from: sentences of documents, with the paragraph that each is of."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from index.document import Document, Paragraph
from index.locator import Locator
from index.sentences import sentence_spans
from rag.answering.checks.figures import figures
from rag.answering.checks.named import named_in
from rag.citing.citation import cite
from rag.citing.mentions.table import mentions

# Words of a sentence that is quoted or retold: what is shorter is a heading or a list's lead-in, what is longer is a
# paragraph of its own.
_SHORTEST, _LONGEST = 9, 45
_QUOTED = (8, 30)  # words of a quotation
_SENTENCE = re.compile(r"[A-Z“].*[a-z)\d][.;]$")
_MARKS = re.compile(r"[“”\"‘«»\[\]…]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph of a document."""

    document: Document
    paragraph: Paragraph
    text: str

    @property
    def locator(self) -> Locator:
        """Where the paragraph stands."""
        return self.paragraph.locator

    def cited(self) -> str:
        """The citation of its paragraph."""
        return cite(self.document, self.locator)

    def words(self, random: Random) -> str:
        """Some words of it in a row, as they are quoted."""
        words = self.text.rstrip(".;").split()
        count = min(len(words), random.randint(*_QUOTED))
        start = random.randint(0, len(words) - count)
        return " ".join(words[start : start + count]).strip(" ,;:–-")


class Material:
    """Sentences of `documents` that are cited by a symbol or a title with a date, in a fixed order."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = tuple(documents)
        self.sentences = tuple(each for document in documents for each in _sentences(document))
        self.with_figures = self._with(_plain_figures)
        self.with_days = self._with(_has_day)
        self.with_countries = self._with(partial(_has, kind="country"))
        self.with_acronyms = self._with(partial(_has, kind="acronym"))
        self.with_resolutions = self._with(_has_resolution)
        self.with_symbols = tuple(each for each in self.sentences if each.document.symbol)
        self.of_lists = tuple(_lists(documents))

    def texts(self) -> Iterator[str]:
        """The texts of all paragraphs and footnotes."""
        for document in self.documents:
            for paragraph in document.paragraphs:
                yield paragraph.text
                yield from (note.text for note in paragraph.notes)

    def _with(self, has: Callable[[str], bool]) -> tuple[Sentence, ...]:
        return tuple(each for each in self.sentences if has(each.text))


def _sentences(document: Document) -> Iterator[Sentence]:
    if not (document.symbol or document.date):
        return
    for paragraph in document.paragraphs:
        if paragraph.kind != "text" or not _is_citable(paragraph.locator):
            continue
        for start, end in sentence_spans(paragraph.text, paragraph.items):
            text = paragraph.text[start:end]
            if _SHORTEST <= len(text.split()) <= _LONGEST and _SENTENCE.fullmatch(text) and not _MARKS.search(text):
                yield Sentence(document, paragraph, text)


def _is_citable(locator: Locator) -> bool:
    return locator.number is not None and not locator.label and locator.page is None


def _lists(documents: Sequence[Document]) -> Iterator[Sentence]:
    for document in documents:
        for paragraph in document.paragraphs if document.symbol or document.date else ():
            if len(paragraph.items) > 1 and _is_citable(paragraph.locator):
                for item in paragraph.items:
                    if len(item.locator.items) == 1 and len(item.text.split()) >= _SHORTEST - 2:
                        yield Sentence(document, paragraph, item.text)


def _plain_figures(text: str) -> bool:
    return any(each.kind == "number" and not each.in_words and len(each.value) > 1 for each in figures(text))


def _has_resolution(text: str) -> bool:
    return any(each.number for each in mentions(text))


def _has_day(text: str) -> bool:
    return any(each.kind == "day" for each in figures(text))


def _has(text: str, kind: str) -> bool:
    return any(each.kind == kind for each in named_in(text))
