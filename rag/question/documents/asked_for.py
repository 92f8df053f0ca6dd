"""Which documents a question asks for, by what their titles and mastheads say: `do you have a report on youth?`."""

import re
from collections.abc import Mapping, Sequence

from index.document import Document
from index.language.english.documents import DOCUMENTS
from index.language.english.language import ENGLISH
from index.symbols import adopting_organ
from index.text.late_patterns import LatePattern
from rag.question.documents.data import DocumentField
from rag.question.documents.initials import has_initials
from rag.question.words.bare import bare_words

_ASKED = LatePattern(DOCUMENTS.wanted, re.IGNORECASE)
_NEWEST = LatePattern(DOCUMENTS.newest, re.IGNORECASE)
_RESOLUTIONS = LatePattern(rf"\b{ENGLISH.references.resolution}", re.IGNORECASE)
_SMALL = ENGLISH.checks.small_words


def documents_asked_for(
    question: str, held: Sequence[Document], short_forms: Mapping[str, str]
) -> tuple[tuple[DocumentField, ...], tuple[str, ...]] | None:
    """Which documents (ids) among `held` `question` asks for, newest first; None where it asks for something else.

    Those whose titles, organs and sessions have all its words, or are of a year that it gives; of the newest, that one.
    `short_forms` gives long forms by short one.
    """
    wanted = _words_of_documents(question)
    if wanted is None:
        return None
    forms = [forms_of_word(word, short_forms) for word in wanted]
    are_resolutions = _RESOLUTIONS.search(question) is not None
    found = [each for each in held if _is_described(each, forms) and (not are_resolutions or _is_resolution(each))]
    found.sort(key=lambda each: each.date or "", reverse=True)
    if not found:
        return None
    ids = tuple(each.id for each in found)
    return (("newest",), ids[:1]) if _NEWEST.search(question) else (("held",), ids)


def _words_of_documents(question: str) -> list[str] | None:
    """The words by which `question` describes documents; None where it asks for none, or for all there are."""
    if not _ASKED.search(question):
        return None
    wanted = [word for word in bare_words(question) if word.lower() not in DOCUMENTS.wanted_words]
    return wanted if wanted or _NEWEST.search(question) or _RESOLUTIONS.search(question) else None


def _is_resolution(document: Document) -> bool:
    return adopting_organ(document.symbol or "") is not None


def forms_of_word(word: str, short_forms: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """The words, any group of which a title may have for `word`: itself, or what it is short for."""
    long = short_forms.get(word) or short_forms.get(word.upper())
    spelled = frozenset(bare_words(long.lower())) - _SMALL if long else frozenset[str]()
    return tuple(filter(None, (frozenset((word.lower(),)), spelled)))


def _is_described(document: Document, forms: Sequence[tuple[frozenset[str], ...]]) -> bool:
    parts = (*document.names, document.body, document.session)
    said = frozenset(bare_words(" ".join(filter(None, parts)).lower())) | {(document.date or "")[:4]}
    return all(any(group <= said for group in groups) or has_initials(document, min(groups[0])) for groups in forms)
