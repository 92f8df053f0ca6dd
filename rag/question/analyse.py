"""What a question names and asks for, found out before anything is searched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.document import Document
from index.errors import QuestionError
from index.language.english.documents import VOTING
from index.language.english.language import ENGLISH
from index.search.held_documents import HeldDocuments
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answer import Intent
from rag.citing.find import FoundLocators, find_locators
from rag.question.answer_type import AnswerType, answer_type_of
from rag.question.documents.asked_for import documents_asked_for
from rag.question.documents.data import DocumentField, document_data_asked
from rag.question.documents.described import (
    documents_described,
    held_instead,
    of_documents_described,
    of_matter,
    unheld_symbols,
)
from rag.question.documents.themed import with_themed
from rag.question.intent import intent_of, searched_words, wants_changes, wants_summary
from rag.question.language import is_english
from rag.question.naming import NamedDocument, named_documents
from rag.question.places import (
    NamedPlace,
    footnotes_named,
    headed_places,
    is_ours,
    missing_places,
    names_no_text,
    places_meant,
    rows_of_texts,
)
from rag.question.provisions import in_draft, provisions_found
from rag.question.scopes import documents_meant, half_asked_for, scopes_of, sides_meant
from rag.question.topic import only_compares, topic_of, words_about
from rag.question.versions import sides_compared

__all__ = ("MAX_QUESTION", "NamedPlace", "QuestionAnalysis", "analyse", "checked_question")

_OF_NAMED = LatePattern(
    rf",?\s+(?:{ENGLISH.references.of}|{ENGLISH.references.on})\s+(?:the |this |that )?", re.IGNORECASE
)
_SPOKEN_OF = tuple(LatePattern(each, re.IGNORECASE) for each in (VOTING.before_a_part, VOTING.before_what_is_disputed))
MAX_QUESTION = 2_000  # characters; the model reads about the first thousand of them
_TWO = 2  # what can be compared paragraph by paragraph


@dataclass(frozen=True, slots=True)
class QuestionAnalysis:
    """What a question names and asks for.

    `topic` is what to search for: the question without the words that only say where to look. `documents` are the ids
    of the documents it names; `places` the paragraphs it names, in order; `asks_for_text` whether it wants those
    places as they stand rather than something said in them. `scopes` are the rows it is to be answered from, a group
    for each document named or each side of a comparison; `tells_documents` is whether it names documents or compares
    versions of one, so that no other's places are meant; `missing` says, in words, which places it names that no
    document has, `misspelt` which of its words were read as others. `in_other_language` is True where it is not in
    English and names no place.

    `intent` is what it wants. Of a summary `documents` are those that are summed up; `searched` are the words of which
    every mention is wanted; `compared` the ids of the two documents whose differences are asked for; `fields` what
    is asked of `documents` themselves.
    """

    text: str
    topic: str
    answer_type: AnswerType
    documents: tuple[str, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    footnotes: tuple[str, ...] = ()
    asks_for_text: bool = False
    scopes: tuple[frozenset[int], ...] = ()
    tells_documents: bool = False
    missing: str | None = None
    misspelt: str | None = None
    in_other_language: bool = False
    intent: Intent = "facts"
    searched: str = ""
    compared: tuple[str, ...] = ()
    fields: tuple[DocumentField, ...] = ()

    @property
    def names_sources(self) -> bool:
        """Whether it names the places or the sides of a comparison that its answer comes from."""
        return bool(self.places) or len(self.scopes) > 1

    @property
    def unknown_place(self) -> str | None:
        """What is missing where nothing else that is named is there."""
        return None if self.places else self.missing


def checked_question(text: str) -> str:
    """`text` with single spaces; QuestionError where it is empty or too long to be a question."""
    question = " ".join(text.split())
    if not question:
        raise QuestionError('the question is empty; ask something, for example: pincite ask "What is article 56?"')
    if len(question) > MAX_QUESTION:
        raise QuestionError(
            f"the question has {len(question):,} characters and the limit is {MAX_QUESTION:,}; shorten it, or split it "
            "into several questions"
        )
    return question


@dataclass(frozen=True, slots=True)
class _Names:
    """What a question names: documents, the sides of a comparison, places, the documents that these may be in.

    `unheld` are the symbols of documents that are not in the index.
    """

    documents: Sequence[NamedDocument]
    sides: Sequence[Sequence[Document]]
    found: tuple[FoundLocators, ...]
    scope: Sequence[Document]
    unheld: Sequence[str]


def analyse(text: str, index: Index, only: Sequence[str] = ()) -> QuestionAnalysis:
    """`text` understood against `index`; `only` are the ids of the documents it may be answered from, all if empty."""
    question = checked_question(text)
    allowed = _allowed(index, only)
    names = _names(question, allowed, only, index)
    places = _places(question, names, index)
    is_told = bool(names.documents)
    texts = rows_of_texts(question, names.scope, index)
    half = half_asked_for(question, texts, names.scope, index, is_told=is_told, compares=bool(names.sides))
    topic = topic_of(question, names.documents, names.found if places else [half])
    about = _about(topic, names, places, index)
    places = half.or_places(places, about)
    understood = QuestionAnalysis(
        text=question,
        topic=topic if about else question,
        answer_type=answer_type_of(question),
        documents=tuple(each.document for each in names.documents),
        places=places,
        footnotes=footnotes_named(names.found),
        asks_for_text=bool(places) and not about,
        scopes=scopes_of(places, names.sides, names.documents, half.rows, index),
        tells_documents=is_told or bool(names.sides),
        missing=_unheld(names.unheld, allowed) or missing_places(names.found, names.scope, index),
        in_other_language=not places and _is_in_other_language(question, allowed),
    )
    return _with_intent(understood, topic, names.sides, allowed, index)


def _names(question: str, allowed: HeldDocuments, only: Sequence[str], index: Index) -> _Names:
    """What `question` names, of the documents `allowed`, which are those `only` if it is not empty."""
    named = with_themed(question, named_documents(question, allowed), allowed, index.store.short_forms)
    sides = sides_meant(question, sides_compared(question, named, allowed), named, only, index)
    found, scope = _found(question, documents_meant(allowed, named, sides), index, named)
    unheld = unheld_symbols(question, found, allowed)
    return _Names(named, sides, tuple(each for each in found if each.symbol not in unheld), scope, unheld)


def _places(question: str, names: _Names, index: Index) -> tuple[NamedPlace, ...]:
    """The places that `question` names, those of a comparison by its sides, others of what they are to tell of."""
    nowhere = names.unheld and not names.found
    places = _places_named(question, names.found, () if nowhere else names.scope, index)
    if names.sides:
        return _by_side(places, names.sides, index)
    if names.documents:
        return places
    # `First` of a first paragraph describes no document.
    described = topic_of(question, (), names.found)
    return of_matter(of_documents_described(places, described, index), words_about(described, ()), index)


def _about(topic: str, names: _Names, places: Sequence[NamedPlace], index: Index) -> Sequence[str]:
    """The words of `topic` that say what is asked of the documents and places named; none where nothing is."""
    if only_compares(topic, names.sides):
        return []
    return words_about(topic, names.scope if names.documents else _documents_of(places, index))


def _with_intent(
    question: QuestionAnalysis,
    topic: str,
    sides: Sequence[Sequence[Document]],
    allowed: Sequence[Document],
    index: Index,
) -> QuestionAnalysis:
    """`question` with what it wants; `topic` is all that it says beside the names of documents and places."""
    if question.asks_for_text or question.footnotes:
        return replace(question, intent="text")
    if index.lexical.terms(words := searched_words(topic)):
        return replace(question, intent="search", searched=words)
    if len(sides) > 1 and wants_changes(question.text):
        pair = tuple(each.id for side in sides for each in side)
        return replace(question, intent="change", compared=pair if len(pair) == len(sides) == _TWO else ())
    if (of_documents := _of_whole_documents(question, topic, allowed, index)) is not None:
        return of_documents
    return replace(question, intent=intent_of(question.text, question.answer_type))


def _of_whole_documents(
    question: QuestionAnalysis, topic: str, allowed: Sequence[Document], index: Index
) -> QuestionAnalysis | None:
    """`question` where it wants the date or the like of documents, or the gist of them; else None."""
    if question.places:
        return None
    forms = index.store.short_forms
    asked = document_data_asked(question.text, topic, question.documents, allowed, forms)
    if asked is None and not question.documents:
        asked = documents_asked_for(question.text, allowed, forms)
    if asked is not None and not question.missing:
        return replace(question, intent="document", fields=asked[0], documents=asked[1])
    summed_up = question.documents or (tuple(each.id for each in allowed) if len(allowed) == 1 else ())
    if summed_up and wants_summary(question.text, topic):
        return replace(question, intent="summary", documents=summed_up)
    return None


def _allowed(index: Index, only: Sequence[str]) -> HeldDocuments:
    """The documents that a question may be answered from; QuestionError where one of `only` is not in the index."""
    if not only:
        return index.store.held
    return HeldDocuments([index.document(each) for each in only], index.store.held.parts)


def _found(
    question: str, scope: Sequence[Document], index: Index, named: Sequence[NamedDocument]
) -> tuple[tuple[FoundLocators, ...], Sequence[Document]]:
    """The places of ours that `question` mentions, and the documents that they are in.

    Where no document is `named` but it speaks of `the resolution`, those are the ones that it describes.
    """
    # `Who voted against paragraph 11?`, or objected to it, asks for what another says, not for that paragraph.
    mentioned = [
        _of_named(each, question, named)
        for each in find_locators(question)
        if not any(pattern.search(question[: each.start]) for pattern in _SPOKEN_OF)
    ]
    described: Sequence[Document] = ()
    if not named and any(map(names_no_text, mentioned)):
        described = documents_described(question, scope, index)
    meant = described or scope
    is_told = bool(named or described)
    ours = tuple(
        in_draft(each, question, meant, index) for each in mentioned if is_ours(each, meant, index, is_told=is_told)
    )
    return ours or provisions_found(question, meant, index), meant


def _of_named(found: FoundLocators, question: str, named: Sequence[NamedDocument]) -> FoundLocators:
    """`found`, no place of a treaty where a document that is `named` follows: `the CEDAW concluding observations`."""
    follows = any(_OF_NAMED.fullmatch(question, found.end, max(found.end, each.start)) for each in named)
    return replace(found, foreign=None) if found.foreign and not found.resolution and follows else found


def _documents_of(places: Sequence[NamedPlace], index: Index) -> list[Document]:
    """The documents of `places`, which a question that names no other describes."""
    found = (index.store.document_at(place.row) for place in places)
    return list({each.id: each for each in found}.values())


def _unheld(symbols: Sequence[str], held: Sequence[Document]) -> str | None:
    """The `symbols` that the question names and no document has, in words, and what is held of their documents."""
    if not symbols:
        return None
    instead = [each for symbol in symbols for each in held_instead(symbol, held)]
    known = f"; {' and '.join(instead)} {'is' if len(instead) == 1 else 'are'} held" if instead else ""
    return f"{' or '.join(symbols)} in these documents{known}"


def _places_named(
    question: str, found: Sequence[FoundLocators], scope: Sequence[Document], index: Index
) -> tuple[NamedPlace, ...]:
    """The places that `question` names, each once."""
    places = dict.fromkeys(place for each in found for place in places_meant(each, scope, index))
    return tuple(places or headed_places(question, scope, index))


def _by_side(places: Sequence[NamedPlace], sides: Sequence[Sequence[Document]], index: Index) -> tuple[NamedPlace, ...]:
    """`places` in the order of the sides of a comparison."""
    order = [each.id for side in sides for each in side]
    return tuple(sorted(places, key=lambda place: order.index(index.store.document_at(place.row).id)))


def _is_in_other_language(question: str, documents: HeldDocuments) -> bool:
    """Whether `question` is not in English, as all of `documents` are."""
    return all(each.startswith(ENGLISH.code) for each in documents.languages) and not is_english(question)
