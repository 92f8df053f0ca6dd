"""What a question names and asks for, found out before anything is searched."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.document import Document
from index.errors import QuestionError
from index.language.english import ENGLISH
from index.store import Index
from rag.citing.find import FoundLocators, find_locators
from rag.question.answer_type import AnswerType, answer_type_of
from rag.question.described import documents_described, of_documents_described, unheld_symbols
from rag.question.language import is_english
from rag.question.naming import named_documents
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
from rag.question.scopes import documents_meant, scopes_of
from rag.question.topic import only_compares, topic_of, words_about
from rag.question.versions import sides_compared

__all__ = ("MAX_QUESTION", "NamedPlace", "QuestionAnalysis", "analyse", "checked_question")

MAX_QUESTION = 2_000  # characters; the model reads about the first thousand of them


@dataclass(frozen=True, slots=True)
class QuestionAnalysis:
    """What a question names and asks for.

    `topic` is what to search for: the question without the words that only say where to look. `documents` are the ids
    of the documents it names; `places` the paragraphs it names, in order; `asks_for_text` whether it wants those
    places as they stand rather than something said in them. `scopes` are the rows it is to be answered from, a group
    for each document named or each side of a comparison; `missing` says, in words, which places it names that no
    document has. `in_other_language` is True where it is not in English and names no place.
    """

    text: str
    topic: str
    answer_type: AnswerType
    documents: tuple[str, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    footnotes: tuple[str, ...] = ()
    asks_for_text: bool = False
    scopes: tuple[frozenset[int], ...] = ()
    missing: str | None = None
    in_other_language: bool = False

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


def analyse(text: str, index: Index, only: Sequence[str] = ()) -> QuestionAnalysis:
    """`text` understood against `index`; `only` are the ids of the documents it may be answered from, all if empty."""
    question = checked_question(text)
    allowed = _allowed(index, only)
    named = named_documents(question, allowed)
    sides = sides_compared(question, named, allowed)
    scope: Sequence[Document] = documents_meant(allowed, named, sides)
    found, scope = _found(question, scope, index, is_named=bool(named))
    unheld = unheld_symbols(question, found, allowed)
    found = tuple(each for each in found if each.symbol not in unheld)
    places = _places_named(question, found, () if unheld and not found else scope, index)
    if sides:
        places = _by_side(places, sides, index)
    elif not named:
        places = of_documents_described(places, question, index)
    topic = topic_of(question, named, found if places else ())
    about = [] if only_compares(topic, sides) else words_about(topic, scope if named else _documents_of(places, index))
    return QuestionAnalysis(
        text=question,
        topic=topic if about else question,
        answer_type=answer_type_of(question),
        documents=tuple(each.document for each in named),
        places=places,
        footnotes=footnotes_named(found),
        asks_for_text=bool(places) and not about,
        scopes=scopes_of(places, sides, named, rows_of_texts(question, scope, index), index),
        missing=_missing(unheld, found, scope, index),
        in_other_language=not places and _is_in_other_language(question, allowed),
    )


def _allowed(index: Index, only: Sequence[str]) -> list[Document]:
    """The documents that a question may be answered from; QuestionError where one of `only` is not in the index."""
    return [index.document(each) for each in only] or list(index.documents)


def _found(
    question: str, scope: Sequence[Document], index: Index, *, is_named: bool
) -> tuple[tuple[FoundLocators, ...], Sequence[Document]]:
    """The places of ours that `question` mentions, and the documents that they are in.

    Where it names no document (`is_named`) but speaks of `the resolution`, those are the ones that it describes.
    """
    mentioned = find_locators(question)
    described: Sequence[Document] = ()
    if not is_named and any(map(names_no_text, mentioned)):
        described = documents_described(question, scope, index)
    meant = described or scope
    is_told = is_named or bool(described)
    return tuple(each for each in mentioned if is_ours(each, meant, is_told=is_told)), meant


def _documents_of(places: Sequence[NamedPlace], index: Index) -> list[Document]:
    """The documents of `places`, which a question that names no other describes."""
    return list(
        {index.paragraphs[place.row].document.id: index.paragraphs[place.row].document for place in places}.values()
    )


def _missing(
    unheld: Sequence[str], found: Sequence[FoundLocators], scope: Sequence[Document], index: Index
) -> str | None:
    """What the question names and the index does not have, in words: documents first; None where it has everything."""
    if unheld:
        return f"{' or '.join(unheld)} in these documents"
    return missing_places(found, scope, index)


def _places_named(
    question: str, found: Sequence[FoundLocators], scope: Sequence[Document], index: Index
) -> tuple[NamedPlace, ...]:
    """The places that `question` names, each once."""
    places = dict.fromkeys(place for each in found for place in places_meant(each, scope, index))
    return tuple(places or headed_places(question, scope, index))


def _by_side(places: Sequence[NamedPlace], sides: Sequence[Sequence[Document]], index: Index) -> tuple[NamedPlace, ...]:
    """`places` in the order of the sides of a comparison."""
    order = [each.id for side in sides for each in side]
    return tuple(sorted(places, key=lambda place: order.index(index.paragraphs[place.row].document.id)))


def _is_in_other_language(question: str, documents: Sequence[Document]) -> bool:
    """Whether `question` is not in English, as all of `documents` are."""
    return all(each.language.startswith(ENGLISH.code) for each in documents) and not is_english(question)
