"""Documents called by their theme or organ and what they are: `the youth report`, `this 2019 asset recovery study`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from index.document import Document
from index.language.english.documents import DOCUMENTS, RESOLUTION
from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern
from rag.question.documents.asked_for import forms_of_word
from rag.question.documents.initials import has_initials
from rag.question.naming import NamedDocument
from rag.question.words.bare import bare_words

_CALLED = LatePattern(DOCUMENTS.called, re.IGNORECASE)
_CALLED_ON = LatePattern(DOCUMENTS.called_on, re.IGNORECASE)
_FEWEST_WORDS = 2  # of a theme that comes last: `the report on gender` may be on no document's theme
_TOGETHER = LatePattern(DOCUMENTS.called_together, re.IGNORECASE)
_SYMBOL_BEGINS = LatePattern(r"[A-Z]{3,}(?=/)")
_OF_RESOLUTION = LatePattern(r"(?:^|/)RES/")
_SMALL = ENGLISH.checks.small_words
_TELLS_NOTHING = _SMALL | DOCUMENTS.no_theme | {month.lower() for month in ENGLISH.months}
# Of the words of an organ's name, what those that call its document by it must be: `the Permanent Forum report`.
_LEAST_OF_ORGAN = 0.5


def with_themed(
    question: str, named: Sequence[NamedDocument], held: Sequence[Document], short_forms: Mapping[str, str]
) -> tuple[NamedDocument, ...]:
    """`named` and the documents among `held` that `question` calls by their theme or organ, in its order.

    Where all of the year are named by the same words (`the 2025 youth report`), the one that is meant stands for them.
    What more than one document, or none, may be called by names none. `short_forms` gives long forms by short one.
    """
    kept = list(named)
    for one in _themed(question, held, short_forms):
        beside = [each for each in kept if each.start < one.end and one.start < each.end]
        if len(beside) != 1:
            kept = [each for each in kept if each not in beside]
            kept.append(one)
    return tuple(sorted(kept, key=lambda each: (each.start, each.end)))


def _themed(question: str, held: Sequence[Document], short_forms: Mapping[str, str]) -> Iterator[NamedDocument]:
    for match in _CALLED.finditer(question):
        # A report may be called a paper, but only a declaration is called one.
        if document := _called(match["theme"] + (match["kind"] or ""), held, short_forms):
            yield NamedDocument(document.id, *match.span("name"))
    for match in _CALLED_ON.finditer(question):
        yield from _called_on(match, held, short_forms)
    for match in _TOGETHER.finditer(question):
        found = {each: _called(match[each], held, short_forms) for each in ("one", "other")}
        # Where one of two is not held, the other is hardly meant.
        both = [NamedDocument(one.id, *match.span(each)) for each, one in found.items() if one]
        yield from both if len(both) == len(found) else ()


def _called_on(
    match: re.Match[str], held: Sequence[Document], short_forms: Mapping[str, str]
) -> Iterator[NamedDocument]:
    """The document that is called by most of the words after `report on`: `the report on dust storms say on losses`."""
    ends = [each.end() for each in re.finditer(r"\S+", match["theme"])]
    for end in reversed(ends):
        theme = match["theme"][:end]
        words = bare_words(theme)
        if sum(word.lower() not in _TELLS_NOTHING for word in words) < _FEWEST_WORDS:
            return
        ends_early = words[-1].lower() in _TELLS_NOTHING
        if not ends_early and (document := _called(theme, held, short_forms)):
            yield NamedDocument(document.id, match.start("name"), match.start("theme") + end)
            return


def _called(theme: str, held: Sequence[Document], short_forms: Mapping[str, str]) -> Document | None:
    """The only one among `held` that is called by all words of `theme`."""
    words = [word for word in bare_words(theme) if word.lower() not in _TELLS_NOTHING]
    if all(map(str.isdigit, words)):
        return None
    forms = [forms_of_word(word, short_forms) for word in words]
    found = [each for each in held if _is_called(each, forms)]
    return found[0] if len(found) == 1 and len(held) > 1 else None


def _is_called(document: Document, forms: Sequence[tuple[frozenset[str], ...]]) -> bool:
    """Whether words, each in any of its `forms`, are all of a document's title, year or symbol, or of its organ."""
    titled = _words(*document.names) | {(document.date or "")[:4]}
    titled |= {each.lower() for each in _SYMBOL_BEGINS.findall(document.symbol or "")[:1]}
    titled |= {RESOLUTION} if _OF_RESOLUTION.search(document.symbol or "") else set()
    organ = _words(document.body) - _SMALL
    of_organ = [words for groups in forms for words in groups if words <= organ]
    is_organs = len(frozenset[str]().union(*of_organ)) >= _LEAST_OF_ORGAN * len(organ) > 0
    said = titled | organ if is_organs else titled
    return all(any(words <= said for words in groups) or has_initials(document, min(groups[0])) for groups in forms)


def _words(*names: str | None) -> frozenset[str]:
    return frozenset(bare_words(" ".join(filter(None, names)).lower()))
