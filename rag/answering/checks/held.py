"""What the passages that an answer quotes hold, their documents' own data and what those documents are about."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from index.document import Document
from index.language.english.language import ENGLISH
from index.store import Index, ParagraphRef
from index.symbols import names_document, symbol_key
from index.text.late_patterns import LatePattern
from rag.answering.checks.figures import values
from rag.answering.checks.named import Named, holds_phrase, plain
from rag.question.words.bare import bare_words

# A name in at least this share of the paragraphs of a document is what that is about: no paragraph repeats it then. A
# setting to ablate. On questions on 25 documents that were not used for tests, 9 of 537 answers that state a fact are
# called related with all of these rules, four of which lack a part of what was asked; of wrong ones 19 of 247.
_ABOUT = 0.1
# Names of two words and more are of things more often than of people, and are said otherwise where they come again.
_IN_ONE = 1e-9
_TEXTS_KEPT = 4_096  # of a kilobyte or so
_WORD = LatePattern(r"\w+(?:[-.]\w+)*")
_PLURAL = "s"
_SHORT_FORMS = dict(ENGLISH.checks.short_forms)
_PREFIX = ENGLISH.checks.prefix
_SMALL = ENGLISH.checks.small_words
# Two words that begin with the letters of a short form stand in every second paragraph.
_LETTERS = 3


@dataclass(frozen=True)
class Held:
    """What the paragraphs `rows` of `index` hold; `short_forms` are its short forms with their long ones."""

    index: Index
    rows: tuple[int, ...]
    short_forms: Mapping[str, str]

    def holds(self, named: Named) -> bool:
        """Whether one of the passages, or what is known of their documents, holds what a question names."""
        if named.kind in ("figure", "year", "resolution") and named.forms & self._values:
            return True
        if named.kind in ("symbol", "resolution") and any(self._has_symbol(each) for each in named.forms):
            return True
        if named.kind in ("symbol", "resolution", "figure"):
            return False
        if named.kind == "period":
            return self._has_words(named)
        return self._has_words(named) or self._is_about(named, _IN_ONE if named.kind == "name" else _ABOUT)

    def _has_words(self, named: Named) -> bool:
        if named.kind == "acronym":
            return any(self._holds_short(each) for each in _singular(named.forms))
        return any(holds_phrase(self._text, each) for each in named.forms) or self._is_shortened(named)

    def _has_symbol(self, symbol: str) -> bool:
        key = symbol_key(symbol)
        return key in self._symbols or any(names_document(symbol, each.symbol) for each in self._documents)

    def _holds_short(self, short: str) -> bool:
        """Whether the passages have a short form, its long one or words that begin with its letters; or its parts."""
        if short in self._cased or _bare(short) in self._bare or self._is_spelled_out(short):
            return True
        parts = bare_words(short)
        # `COP26` is the twenty-sixth session of the Conference of the Parties.
        return len(parts) > 1 and all(
            bool({each, f"{each}th"} & self._values) if each.isdigit() else self._holds_short(each) for each in parts
        )

    def _is_spelled_out(self, short: str) -> bool:
        long = self.short_forms.get(short) or _SHORT_FORMS.get(short)
        if long and holds_phrase(self._text, plain(long)):
            return True
        letters = _bare(short).lower()
        return any(
            len(each) >= _LETTERS and each in self._initials for each in (letters, letters.removeprefix(_PREFIX))
        )

    def _is_shortened(self, named: Named) -> bool:
        """Whether the passages hold the short form of a name."""
        wanted = plain(named.words)
        return any(short in self._cased and wanted in plain(long) for short, long in self.short_forms.items())

    def _is_about(self, named: Named, least: float) -> bool:
        """Whether one of the documents holds what is named in at least the share `least` of its paragraphs."""
        names = [*named.forms, *(long for each in named.forms if (long := self.short_forms.get(each)))]
        return any(_share(self.index, each.id, name) >= least for each in self._documents for name in names)

    @cached_property
    def _refs(self) -> list[ParagraphRef]:
        return [self.index.paragraphs[row] for row in self.rows]

    @cached_property
    def _documents(self) -> list[Document]:
        return list({each.document.id: each.document for each in self._refs}.values())

    @cached_property
    def _texts(self) -> list[str]:
        refs = {one.row: one for each in self._refs for one in (each, self._opening(each))}
        return [*map(_of_paragraph, refs.values()), *map(_of_document, self._documents)]

    def _opening(self, ref: ParagraphRef) -> ParagraphRef:
        """The paragraph in which whoever speaks in `ref` begins to, and is introduced; else `ref` itself."""
        speaker, first = ref.locator.speaker, self.index.rows_of(ref.document.id).start
        while speaker and ref.row > first and self.index.paragraphs[ref.row - 1].locator.speaker == speaker:
            ref = self.index.paragraphs[ref.row - 1]
        return ref

    @cached_property
    def _values(self) -> frozenset[str]:
        return frozenset().union(*map(values, self._texts))

    @cached_property
    def _text(self) -> str:
        return "\n".join(map(_plain_text, self._texts))

    @cached_property
    def _cased(self) -> frozenset[str]:
        return frozenset().union(*map(_words, self._texts))

    @cached_property
    def _bare(self) -> frozenset[str]:
        return frozenset(map(_bare, self._cased))

    @cached_property
    def _initials(self) -> str:
        return " ".join(map(_initials, self._texts))

    @cached_property
    def _symbols(self) -> str:
        return symbol_key(" ".join(self._texts))


def _singular(forms: Collection[str]) -> list[str]:
    return [*forms, *(each.removesuffix(_PLURAL) for each in forms)]


def _of_paragraph(ref: ParagraphRef) -> str:
    paragraph = ref.paragraph
    return "\n".join((str(ref.locator), *paragraph.headings, ref.text, *(note.text for note in paragraph.notes)))


def told_of(document: Document) -> tuple[str, ...]:
    """What is known of a document as a whole: its names, symbol, date, body, session, item, adoption and file."""
    parts = (
        document.title, document.short_title, document.symbol, document.date, document.body, document.session,
        document.agenda_item, document.adopted, document.source, *document.also_known_as,
    )  # fmt: skip
    return tuple(each for each in parts if each)


def is_told(word: str, told: str, index: Index) -> bool:
    """Whether `told` has `word`, in another form too, or its figure; yes for one that is never searched for."""
    return set(index.lexical.terms(word)) <= set(index.lexical.terms(told)) or bool(values(word) & values(told))


def _of_document(document: Document) -> str:
    return "\n".join((*told_of(document), *(note.text for note in document.notes)))


@lru_cache(maxsize=_TEXTS_KEPT)
def _plain_text(text: str) -> str:
    return plain(text)


@lru_cache(maxsize=_TEXTS_KEPT)
def _words(text: str) -> frozenset[str]:
    """The words of `text` as they stand, and without a plural's ending."""
    found = set(_WORD.findall(text))
    return frozenset(
        found
        | {part for each in found for part in re.split("[-.]", each)}
        | {each.removesuffix(_PLURAL) for each in found}
    )


@lru_cache(maxsize=_TEXTS_KEPT)
def _initials(text: str) -> str:
    """The first letters of the words of `text` that are not small ones."""
    return "".join(each[0] for each in re.findall(r"[^\W\d_]+", plain(text)) if each not in _SMALL)


def _bare(short: str) -> str:
    """A short form without its hyphens: texts write `ARIN-SA` and `ARINSA`."""
    return short.replace("-", "")


def _share(index: Index, document: str, name: str) -> float:
    """The share of the paragraphs of a document that hold all words of `name`."""
    rows = index.rows_of(document)
    words = [each for each in _WORD.findall(name) if index.lexical.terms(each)]
    if not words or not len(rows):
        return 0.0
    held = [index.lexical.scores(each, rows) > 0 for each in words]
    return float(np.logical_and.reduce(held).mean())
