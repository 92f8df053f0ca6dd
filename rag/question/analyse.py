"""What a question names and asks for, understood before anything is searched."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from index.displayed_lists import marks_named
from index.document import Document
from index.errors import QuestionError
from index.locator import Locator
from index.store import Index
from rag.citing.containers import covers
from rag.citing.find import FoundLocators, find_locators
from rag.question.answer_type import Expectation, expectation_of
from rag.question.language import is_english
from rag.question.naming import NamedDocument, named_documents
from rag.question.versions import parts_of, sides_compared

_ENGLISH = "en"  # and `en-GB`
MAX_QUESTION = 2_000  # characters; the model reads about the first thousand of them

# What is left of "what does paragraph 65 say" once the place is taken out.
_ASKS_FOR_TEXT = frozenset(
    "what does do did is are was were say says said state states stated provide provides provided read reads tell "
    "tells me us show give quote text content contents full whole entire exact wording cite please can could you "
    "would the of in on at to a an and about under from for which there written contain contains contained set "
    "sets out stand stands address addresses cover covers covered deal deals with summarize summarise summary "
    "exactly recommend recommends i need want see it its this that document report note draft".split()
)
_WORD = re.compile(r"[a-z]+|\d+")
# `the section on beneficial ownership in the report`, `under the heading "Reporting and follow-up"`.
_HEADED = re.compile(
    r"\b(?:sections?|chapters?|headings?|headed|parts?)\b(?: (?:on|about|entitled|called|headed|titled)\b|,)?:?\s*"
    r"(?:(?<= on )|(?<= about )|(?<= entitled )|(?<= called )|(?<= headed )|(?<= titled )|(?=[\"'“‘]))"
    r"[\"'“‘]?(?P<title>[^\"'”’?,:;]{4,}?)(?=[\"'”’?,:;]|\s+(?:in|of) the\b|$)",
    re.IGNORECASE,
)
_HEADED_LEAST = 0.35
# What is left of "how does draft guideline 2 differ between the two versions".
_COMPARING = re.compile(
    r"\d{4}|how|differ\w*|between|compar\w+|versus|vs|chang\w+|both|two|versions?|revis\w+|drafts?|texts?|with|new|old|"
    r"first|second|original|latest|current|added|dropped|now|then|earlier|later|against|guidelines?|has|have|been|was|and"
)
# What a question wants to know of a place is its matter even where the document's title has the same words.
_ABOUT = re.compile(r"\b(?:about|regarding|concerning)\s+(?P<matter>.+?)(?=\bin\b|$)", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)}) "
    rf"(?P<part>(?:draft )?(?:guideline|principle|recommendation|paragraph|annex))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A paragraph that a question names: its row in the index, and the sub-items if it names those."""

    row: int
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, understood.

    `topic` is what to search for: the question without the words that only say where to look. `documents` are the ids
    of the documents it names; `places` the paragraphs it names, in order; `asks_for_text` whether it wants those
    places as they stand rather than something said in them. `scopes` are the rows it is to be answered from, a group
    for each document named or each side of a comparison; `missing` says, in words, which places it names that no
    document has. `in_other_language` is True where it is not in English and names no place.
    """

    text: str
    topic: str
    expectation: Expectation
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


def understand(text: str, index: Index, only: Sequence[str] = ()) -> Understood:
    """`text` understood against `index`; `only` are the ids of the documents it may be answered from, all if empty."""
    question = checked_question(text)
    spoken = with_figures(question)
    allowed = [index.document(each) for each in only] or list(index.documents)
    named = named_documents(spoken, allowed)
    sides = sides_compared(spoken, named, allowed)
    scope = _scope(allowed, named, sides)
    found = [each for each in find_locators(spoken) if each.foreign is None]
    located = [each for each in found if each.kind in ("paragraph", "container")]
    places = tuple(dict.fromkeys(place for each in found for place in _resolve(each, scope, index)))
    places = places or tuple(headed_places(spoken, scope, index))
    order = [each.id for side in sides for each in side]
    if order:
        places = tuple(sorted(places, key=lambda place: order.index(index.paragraphs[place.row].document.id)))
    topic = _without(spoken, named, found if places else ())
    about = [] if _only_compares(topic, sides) else _content(topic, scope if named else ())
    return Understood(
        text=question,
        topic=topic if about else question,
        expectation=expectation_of(question),
        documents=tuple(each.document for each in named),
        places=places,
        footnotes=tuple(label for each in found if each.kind == "footnote" for label in each.labels),
        asks_for_text=bool(places) and not about,
        scopes=_scopes(places, sides, named, index),
        missing=_missing(located, scope, index),
        in_other_language=not places and _is_in_other_language(question, allowed),
    )


def _is_in_other_language(question: str, documents: Sequence[Document]) -> bool:
    """Whether `question` is not in English, as all of `documents` are."""
    return all(each.language.startswith(_ENGLISH) for each in documents) and not is_english(question)


def with_figures(question: str) -> str:
    """`question` with `second draft guideline` and `first paragraph` as `draft guideline 2` and `paragraph 1`."""
    return _ORDINAL.sub(lambda match: f"{match['part']} {_ORDINALS.index(match['ordinal'].lower()) + 1}", question)


def _scope(
    allowed: Sequence[Document], named: Sequence[NamedDocument], sides: Sequence[Sequence[Document]]
) -> list[Document]:
    ids = {each.document for each in named} | {each.id for side in sides for each in side}
    return [each for each in allowed if each.id in ids] or list(allowed)


def _scopes(
    places: Sequence[NamedPlace], sides: Sequence[Sequence[Document]], named: Sequence[NamedDocument], index: Index
) -> tuple[frozenset[int], ...]:
    """The rows that the question is to be answered from, in groups."""
    groups = [[each.id for each in side] for side in sides] or [[each.document] for each in named]
    if places:
        documents = groups or [[each.id] for each in index.documents]
        rows = [
            {place.row for place in places if place.row in index.rows_of(one)} for each in documents for one in each
        ]
        return tuple(frozenset(each) for each in rows if each)
    shared = _shared_parts([one for side in sides for one in side])
    return tuple(
        frozenset(row for one in group for row in index.rows_of(one) if not shared or _in_part(index, row, shared))
        for group in groups
    )


def _shared_parts(documents: Sequence[Document]) -> frozenset[str]:
    """The parts that versions of one text have in common: their numbered containers."""
    return frozenset.intersection(*(parts_of(each) for each in documents)) if len(documents) > 1 else frozenset()


def _in_part(index: Index, row: int, parts: Collection[str]) -> bool:
    return any(each in parts for each in index.paragraphs[row].locator.containers)


def _resolve(found: FoundLocators, scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs of the documents in `scope` that a mention means, fewest containers first within a document."""
    if found.kind == "section":
        # `chapter V` is nearly always one of the Convention, which no heading numbered V is.
        return [] if found.word == "chapter" else _sections(found.labels, scope, index)
    places: list[NamedPlace] = []
    documents = [each for each in scope if each.symbol == found.symbol] if found.symbol else scope
    for document in documents:
        for named in found.locators:
            places += _covered(named, document, index)
    return places


def _covered(named: Locator, document: Document, index: Index) -> list[NamedPlace]:
    rows = index.rows_of(document.id)
    matching = [row for row in rows if covers(named.paragraph, index.paragraphs[row].locator)]
    if named.number is not None and matching:
        fewest = min(len(index.paragraphs[row].locator.containers) for row in matching)
        matching = [row for row in matching if len(index.paragraphs[row].locator.containers) == fewest]
    marks = ((row, marks_named(index.paragraphs[row].paragraph, named.items)) for row in matching)
    return [NamedPlace(row, each) for row, each in marks if each is not None]


def _sections(labels: Sequence[str], scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs under the headings that begin with one of `labels` (`III`, `B`, `II.B`)."""
    places = []
    for document in scope:
        for row in index.rows_of(document.id):
            numerals = [heading.split(". ")[0].casefold() for heading in index.paragraphs[row].paragraph.headings]
            if any(_in_order(label.casefold().split("."), numerals) for label in labels):
                places.append(NamedPlace(row))
    return places


def headed_places(question: str, scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs under the heading whose words `question` gives after `section on`, `heading` or the like."""
    match = _HEADED.search(question)
    if not match:
        return []
    wanted = set(index.lexical.terms(match["title"]))
    best = 0.0
    rows: list[int] = []
    for document in scope:
        for row in index.rows_of(document.id):
            held = max(
                (_likeness(wanted, index.lexical.terms(each)) for each in index.paragraphs[row].paragraph.headings),
                default=0,
            )
            if held > best:
                best, rows = held, []
            if held == best and held:
                rows.append(row)
    return [NamedPlace(row) for row in rows] if best >= _HEADED_LEAST else []


def _likeness(wanted: Collection[str], stems: Sequence[str]) -> float:
    """How alike two headings are: their shared stems over those of both (Dice)."""
    return 2 * len(set(wanted) & set(stems)) / (len(wanted) + len(set(stems))) if wanted and stems else 0.0


def _in_order(wanted: Sequence[str], numerals: Sequence[str]) -> bool:
    rest = iter(numerals)
    return all(each in rest for each in wanted)


def _without(question: str, named: Sequence[NamedDocument], found: Sequence[FoundLocators]) -> str:
    """`question` without the characters that name documents and places."""
    spans = sorted([(each.start, each.end) for each in named] + [(each.start, each.end) for each in found])
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(question[at:start])
        at = max(at, end)
    return " ".join(" ".join([*pieces, question[at:]]).split())


def _only_compares(topic: str, sides: Sequence[Sequence[Document]]) -> bool:
    """Whether `topic` does nothing but set the sides of a comparison against each other."""
    words = _WORD.findall(topic.lower())
    return bool(sides) and all(word in _ASKS_FOR_TEXT or _COMPARING.fullmatch(word) for word in words)


def _content(topic: str, named: Sequence[Document]) -> list[str]:
    """The words of `topic` that are about something, those that merely describe a document of `named` left out."""
    described = " ".join(
        text
        for each in named
        for text in (each.title, each.short_title, each.body, each.session, each.date, *each.also_known_as)
        if text
    )
    matter = " ".join(match["matter"] for match in _ABOUT.finditer(topic))
    known = _ASKS_FOR_TEXT | (set(_WORD.findall(described.lower())) - set(_WORD.findall(matter.lower())))
    return [word for word in _WORD.findall(topic.lower()) if word not in known]


def _missing(found: Sequence[FoundLocators], scope: Sequence[Document], index: Index) -> str | None:
    """Those of the places named that no document in `scope` has, in words; None where every one was found."""
    words = []
    for each in found:
        lacking = [one for one in each.locators if not _resolve(replace(each, locators=(one,)), scope, index)]
        if lacking:
            named = " or ".join(dict.fromkeys(map(str, lacking)))
            words.append(f"paragraph {named}" if each.kind == "paragraph" else named)
    where = (scope[0].short_title or scope[0].title) if len(scope) == 1 else "these documents"
    return f"{' or '.join(dict.fromkeys(words))} in {where}" if words else None
