"""What a question wants to know of a document itself: when it is dated, its symbol, title, agenda item or length."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from index.document import Document
from index.language.english.documents import DOCUMENTS
from index.language.english.language import ENGLISH
from index.search.held_documents import HeldDocuments, held_documents
from index.symbols import adopting_organ
from index.text.late_patterns import LatePattern
from rag.question.documents.initials import has_initials
from rag.question.documents.masthead_notes import adopted_note, late_note
from rag.question.naming import symbols_in
from rag.question.words.bare import bare_words

DocumentField = Literal[
    "adoption", "date", "lateness", "symbol", "title", "agenda item", "session", "author", "organ", "link", "length",
    "contents", "held", "newest",
]  # fmt: skip
"""What is asked of a document: `adoption` is the date of a resolution that is asked for as that of its adoption,
`lateness` why it came late, `link` where it is published, `contents` its main headings. `held` asks which there are,
`newest` for the last of those."""

MOST = 3
"""Of how many documents such a thing is told; a name that more of them have was not meant as a name."""

_BY_FIELD = dict(DOCUMENTS.asked)
_ASKED: tuple[tuple[DocumentField, LatePattern], ...] = tuple(
    (field, LatePattern(_BY_FIELD[field], re.IGNORECASE)) for field in get_args(DocumentField) if field in _BY_FIELD
)
_SHORTEST = 3  # letters of a word that titles are looked up by


def document_data_asked(
    question: str, topic: str, named: Sequence[str], held: Sequence[Document], short_forms: Mapping[str, str]
) -> tuple[tuple[DocumentField, ...], tuple[str, ...]] | None:
    """What `question` wants to know of which documents (ids) themselves; None where it wants to know what they say.

    `topic` is the question without the names of the documents `named` (ids), `held` are all that may be meant. Where
    none is named, the one is meant whose title has all words that are left; `short_forms` gives long forms by short
    one.
    """
    fields = tuple(field for field, pattern in _ASKED if pattern.search(topic))
    if not fields or not _speaks_of_a_document(question, named):
        return None
    left = [word for word in bare_words(topic) if word.lower() not in DOCUMENTS.words]
    meant = _of_named(left, named, held) if named else _described(left, held, short_forms)
    if not 0 < len(meant) <= MOST or not all(_has(field, each) for field in fields for each in meant):
        return None
    return fields, tuple(each.id for each in meant)


def _speaks_of_a_document(question: str, named: Sequence[str]) -> bool:
    """Whether `question` says that it means a document, not the meeting or the matter that one is called after."""
    words = {word.lower() for word in bare_words(question)}
    return bool((named and symbols_in(question)) or words & ENGLISH.questions.publications)


def _of_named(left: Sequence[str], named: Sequence[str], held: Sequence[Document]) -> list[Document]:
    """The documents `named` where all words that are `left` describe them."""
    by_id = held_documents(held).by_id
    documents = [by_id[each] for each in named]
    said = " ".join(
        text for each in documents for text in (each.title, each.short_title, each.body, each.session) if text
    )
    known = {word.lower() for word in bare_words(said)}
    return documents if all(word.lower() in known for word in left) else []


def _described(left: Sequence[str], held: Sequence[Document], short_forms: Mapping[str, str]) -> list[Document]:
    """The documents that have all words that are `left` in their titles, a year in their dates; none without words."""
    if not any(word.isalpha() and len(word) >= _SHORTEST for word in left):
        return []
    documents = held_documents(held)
    ids = [_called(word, documents) | _called_in_full(word, documents, short_forms) for word in left]
    return [documents.by_id[each] for each in sorted(set[str].intersection(*ids))]


def _called(word: str, held: HeldDocuments) -> set[str]:
    """The documents (ids) that have `word` in their titles; of a number, those of that year."""
    found = held.of_year(word) if word.isdecimal() else held.titled(word.lower())
    return {each.id for each in found}


def _called_in_full(word: str, held: HeldDocuments, short_forms: Mapping[str, str]) -> set[str]:
    """The documents (ids) that have in their titles what `word`, in whichever capitals, is short for.

    What no title has and no text explains may be the initials of a title or an organ.
    """
    long = short_forms.get(word) or short_forms.get(word.upper()) or ""
    titled = [_called(each, held) for each in bare_words(long) if len(each) > _SHORTEST]
    if titled:
        return set[str].intersection(*titled)
    return set() if held.titled(word.lower()) else {each.id for each in held if has_initials(each, word)}


def _has(field: DocumentField, document: Document) -> bool:
    """Whether anything can be told: that no symbol or date is known can, where nothing else would answer."""
    needed = {
        "lateness": late_note(document),
        "adoption": document.adopted
        or adopted_note(document)
        or (document.date if adopting_organ(document.symbol or "") else None),
        "agenda item": document.agenda_item,
        "session": document.session,
        "organ": document.body,
        "link": document.symbol,
    }
    return field not in needed or needed[field] is not None
