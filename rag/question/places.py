"""The paragraphs of an index that a question names: by number, by part, by section or by the words of a heading."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from index.displayed_lists import marks_named
from index.document import Document
from index.language.english import ENGLISH
from index.locator import Locator
from index.store import Index
from rag.citing.containers import covers
from rag.citing.find import FoundLocators

# `the section on beneficial ownership in the report`, `under the heading "Reporting and follow-up"`.
_HEADED = re.compile(ENGLISH.questions.headed, re.IGNORECASE)
_HEADED_LEAST = 0.35  # how much of a heading's words a question has to give: chosen on the questions of `tune`


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A paragraph that a question names: its row in the index, and the sub-items if it names those."""

    row: int
    items: tuple[str, ...] = ()


def places_meant(found: FoundLocators, scope: Sequence[Document], index: Index) -> list[NamedPlace]:
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


def footnotes_named(found: Sequence[FoundLocators]) -> tuple[str, ...]:
    """The marks of the footnotes among what a question names."""
    return tuple(label for each in found if each.kind == "footnote" for label in each.labels)


def missing_places(found: Sequence[FoundLocators], scope: Sequence[Document], index: Index) -> str | None:
    """Those of the places named that no document in `scope` has, in words; None where every one was found."""
    words = []
    for each in found:
        if each.kind not in ("paragraph", "container"):
            continue
        lacking = [one for one in each.locators if not places_meant(replace(each, locators=(one,)), scope, index)]
        if lacking:
            named = " or ".join(dict.fromkeys(map(str, lacking)))
            words.append(f"paragraph {named}" if each.kind == "paragraph" else named)
    where = (scope[0].short_title or scope[0].title) if len(scope) == 1 else "these documents"
    return f"{' or '.join(dict.fromkeys(words))} in {where}" if words else None
