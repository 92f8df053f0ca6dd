"""The paragraphs of an index that a question names: by number, by part, by section or by the words of a heading."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from index.displayed_lists import marks_named
from index.document import Document
from index.language.english import ENGLISH
from index.locator import Locator
from index.store import Index
from index.symbols import resolution_symbols, symbol_keys
from rag.citing.containers import covers, same_container
from rag.citing.find import FoundLocators
from rag.citing.mentions.table import mentions
from rag.question.naming import documents_with

# `the section on beneficial ownership in the report`, `under the heading "Reporting and follow-up"`.
_HEADED = re.compile(ENGLISH.questions.headed, re.IGNORECASE)
_DECLARING = re.compile(ENGLISH.references.declaring, re.IGNORECASE)
_OFTEN_FOREIGN = ("recommendation", "table", "figure", "box")
_HEADED_LEAST = 0.35  # how much of a heading's words a question has to give: chosen on the questions of `tune`


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A paragraph that a question names: its row in the index, and the sub-items if it names those."""

    row: int
    items: tuple[str, ...] = ()


def places_meant(found: FoundLocators, scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs of the documents in `scope` that a mention means, fewest containers first within a document."""
    if found.kind == "section":
        return _sections_meant(found, scope, index)
    within = (
        (document, named) for document, containers in _around(found, scope) for named in _named(found, containers)
    )
    return [place for document, named in within for place in _covered(named, document, index)]


def is_ours(found: FoundLocators, scope: Sequence[Document], *, is_told: bool) -> bool:
    """Whether a mention is of a place in one of the documents of `scope`, not in a treaty or somebody else's text.

    `is_told` is whether the question tells which documents it means: `the resolution` is then one of them.
    """
    if found.foreign is None or (is_told and names_no_text(found)):
        return True
    return bool(_within_text(found, scope) or _resolutions_meant(found, scope))


def names_no_text(found: FoundLocators) -> bool:
    """Whether a mention is of a place in `the resolution` or `the declaration`, whichever that is."""
    return found.foreign is not None and _DECLARING.fullmatch(found.foreign) is not None


def _around(found: FoundLocators, scope: Sequence[Document]) -> list[tuple[Document, tuple[str, ...]]]:
    """The documents that a mention can be of, each with the container that the text around it is there."""
    documents = documents_with(found.symbol, scope) if found.symbol else list(scope)
    if found.foreign is not None and not names_no_text(found):
        held = _within_text(found, documents)
        return held or [(each, ()) for each in _resolutions_meant(found, documents)]
    if found.operative and not found.symbol:
        documents = [each for each in documents if has_resolutions(each)]
    return [(each, ()) for each in documents]


def _within_text(found: FoundLocators, documents: Sequence[Document]) -> list[tuple[Document, tuple[str, ...]]]:
    """The documents that print the resolution, decision or article around a mention, with its container there."""
    name = found.foreign or ""
    if found.resolution is not None:
        name = f"{found.resolution.word} {found.resolution.number}"
    elif len(documents) > 1:
        # Many documents have an article 5.
        return []
    return [(each, (name,)) for each in documents if any(same_container(name, part) for part in _containers(each))]


def _resolutions_meant(found: FoundLocators, documents: Sequence[Document]) -> list[Document]:
    """The documents that are the resolution or decision around a mention."""
    if found.resolution is None:
        return []
    symbols = resolution_symbols(found.resolution.word, found.resolution.number, found.resolution.organ)
    return [each for symbol in symbols for each in documents_with(symbol, documents)]


def _containers(document: Document) -> frozenset[str]:
    return frozenset(part for each in document.paragraphs for part in each.locator.containers)


def rows_of_texts(question: str, scope: Sequence[Document], index: Index) -> frozenset[int]:
    """The rows of the resolutions and decisions that `question` names and documents of `scope` print as parts."""
    names = [f"{each.word} {each.number}" for each in mentions(question) if each.number]
    return frozenset(
        row
        for document in (scope if names else ())
        for part in _containers(document)
        if any(same_container(name, part) for name in names)
        for row in index.rows_of(document.id)
        if part in index.paragraphs[row].locator.containers
    )


def has_resolutions(document: Document) -> bool:
    """Whether `document` is a resolution, or holds some: it has preambular paragraphs or a resolution's symbol."""
    if any("/RES/" in key for key in symbol_keys(document.symbol)):
        return True
    return any(each.locator.label == "preambular" for each in document.paragraphs)


def _named(found: FoundLocators, containers: tuple[str, ...]) -> list[Locator]:
    return [replace(each, containers=containers + each.containers) for each in found.locators]


def _sections_meant(found: FoundLocators, scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    documents = [document for document, _ in _around(found, scope)]
    if found.word == "chapter":
        # `chapter V` without more is nearly always one of a treaty, which no heading numbered V is.
        return _under_chapters(found.labels, documents, index) if len(documents) == 1 else []
    items = [each for each in found.locators if each.label == "item"]
    listed = [place for document in documents for item in items for place in _covered(item, document, index)]
    return listed or _sections(found.labels, documents, index)


def _under_chapters(labels: Sequence[str], scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs under headings that call themselves chapters with one of `labels`."""
    begins = re.compile(rf"chapter (?:{'|'.join(map(re.escape, labels))})\b", re.IGNORECASE)
    rows = (row for document in scope for row in index.rows_of(document.id))
    return [NamedPlace(row) for row in rows if any(map(begins.match, index.paragraphs[row].paragraph.headings))]


def _covered(named: Locator, document: Document, index: Index) -> list[NamedPlace]:
    rows = _rows_covered(named, document, index)
    if not rows and named.number and named.containers and not _containers(document):
        # What is annexed to a resolution of one text is that text.
        rows = _rows_covered(replace(named, containers=()), document, index) if _is_annex(named) else []
    marks = ((row, marks_named(index.paragraphs[row].paragraph, named.items)) for row in rows)
    return [NamedPlace(row, each) for row, each in marks if each is not None]


def _rows_covered(named: Locator, document: Document, index: Index) -> list[int]:
    rows = index.rows_of(document.id)
    matching = [row for row in rows if covers(named.paragraph, index.paragraphs[row].locator)]
    if named.number is None and named.ordinal is None:
        return matching
    fewest = min((len(index.paragraphs[row].locator.containers) for row in matching), default=0)
    return [row for row in matching if len(index.paragraphs[row].locator.containers) == fewest]


def _is_annex(named: Locator) -> bool:
    return all(same_container(each, ENGLISH.parts.annexes[0]) for each in named.containers)


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


def footnotes_named(found: Sequence[FoundLocators]) -> tuple[str, ...]:
    """The marks of the footnotes among what a question names."""
    return tuple(label for each in found if each.kind == "footnote" for label in each.labels)


def missing_places(found: Sequence[FoundLocators], scope: Sequence[Document], index: Index) -> str | None:
    """Those of the places named that no document in `scope` has, in words; None where every one was found."""
    words = []
    for each in found:
        lacking = [one for one in each.locators if _is_missing(one, each, scope, index)]
        if lacking:
            named = " or ".join(dict.fromkeys(map(str, lacking)))
            is_number = each.kind == "paragraph" and not lacking[0].label and lacking[0].page is None
            words.append(f"paragraph {named}" if is_number else named)
    where = (scope[0].short_title or scope[0].title) if len(scope) == 1 else "these documents"
    return f"{' or '.join(dict.fromkeys(words))} in {where}" if words else None


def _is_missing(named: Locator, found: FoundLocators, scope: Sequence[Document], index: Index) -> bool:
    """Whether a place that can only be one of ours is not there; `table 2` and `recommendation 4` can be others'."""
    if found.kind not in ("paragraph", "container"):
        return False
    if named.label in _OFTEN_FOREIGN and found.symbol is None and "." not in (named.number or ""):
        return False
    return not places_meant(replace(found, locators=(named,)), scope, index)
