"""The paragraphs of an index that a question names: by number, by part, by section or by the words of a heading."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

import numpy as np

from index.arrays import Rows, different
from index.displayed_lists import marks_named
from index.document import Document
from index.language.english.language import ENGLISH
from index.locator import Locator
from index.store import Index
from index.symbols import resolution_symbols, symbol_keys
from index.text.late_patterns import LatePattern
from rag.citing.containers import covers, same_container
from rag.citing.find import FoundLocators
from rag.citing.mentions.table import mentions
from rag.question.naming import documents_with

# `the section on beneficial ownership in the report`, `under the heading "Reporting and follow-up"`.
_HEADED = LatePattern(ENGLISH.questions.headed, re.IGNORECASE)
_DECLARING = LatePattern(ENGLISH.references.declaring, re.IGNORECASE)
_NAMED_SECTION = LatePattern(rf"(?:{dict(ENGLISH.references.sections)['section']})\s+(?P<label>[IVXLC]+|\d+)\b", re.I)
# A number of a paragraph that has the section's before its own.
_STEPS = LatePattern(r"\d{1,3}(?:\.\d{1,3})+")
_OFTEN_FOREIGN = ("recommendation", "table", "figure", "box")
# Places that are followed: so many are quoted at all, and of more nobody means each.
_MOST = 1_000
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
    around = _around(found, scope, index)
    if len(around) > 1:
        # All that no document has at all need not be looked for in each.
        held = _ids_with([named for _, containers in around for named in _named(found, containers)], index)
        around = [each for each in around if each[0].id in held]
    within = ((document, named) for document, containers in around for named in _named(found, containers))
    return list(islice((place for document, named in within for place in _covered(named, document, index)), _MOST))


def is_ours(found: FoundLocators, scope: Sequence[Document], index: Index, *, is_told: bool) -> bool:
    """Whether a mention is of a place in one of the documents of `scope`, not in a treaty or somebody else's text.

    `is_told` is whether the question tells which documents it means: `the resolution` is then one of them.
    """
    if found.foreign is None or (is_told and names_no_text(found)):
        return True
    return bool(_within_text(found, scope, index) or _resolutions_meant(found, scope))


def names_no_text(found: FoundLocators) -> bool:
    """Whether a mention is of a place in `the resolution` or `the declaration`, whichever that is."""
    return found.foreign is not None and _DECLARING.fullmatch(found.foreign) is not None


def _around(found: FoundLocators, scope: Sequence[Document], index: Index) -> list[tuple[Document, tuple[str, ...]]]:
    """The documents that a mention can be of, each with the container that the text around it is there."""
    documents = documents_with(found.symbol, scope) if found.symbol else list(scope)
    if found.foreign is not None and not names_no_text(found):
        held = _within_text(found, documents, index)
        return held or [(each, ()) for each in _resolutions_meant(found, documents)]
    if found.operative and not found.symbol:
        preambles = _ids_of(index.store.places.rows_where(lambda each: each.label == "preambular"), index)
        documents = [each for each in documents if each.id in preambles or _is_resolution(each)]
    return [(each, ()) for each in documents]


def _within_text(
    found: FoundLocators, documents: Sequence[Document], index: Index
) -> list[tuple[Document, tuple[str, ...]]]:
    """The documents that print the resolution, decision or article around a mention, with its container there."""
    name = found.foreign or ""
    if found.resolution is not None:
        name = f"{found.resolution.word} {found.resolution.number}"
    elif len(documents) > 1 and found.kind != "container":
        # Many documents have an article 5, and few a rule 101.1.
        return []
    printing = _ids_printing([name], index)
    return [(each, (name,)) for each in documents if each.id in printing]


def _resolutions_meant(found: FoundLocators, documents: Sequence[Document]) -> list[Document]:
    """The documents that are the resolution or decision around a mention."""
    if found.resolution is None:
        return []
    symbols = resolution_symbols(found.resolution.word, found.resolution.number, found.resolution.organ)
    return [each for symbol in symbols for each in documents_with(symbol, documents)]


def _ids_printing(names: Sequence[str], index: Index) -> frozenset[str]:
    """The ids of the documents that have a part called one of `names`."""
    held = index.store.held.with_part(lambda part: any(same_container(name, part) for name in names))
    return frozenset(each.id for each in held)


def _ids_of(rows: Rows, index: Index) -> frozenset[str]:
    """The ids of the documents that have one of `rows`."""
    starts = np.asarray(index.store.starts)
    places, _ = different(np.searchsorted(starts, rows, side="right") - 1)
    return frozenset(index.documents[place].id for place in places.tolist())


def _ids_with(named: Sequence[Locator], index: Index) -> frozenset[str]:
    """The ids of the documents that have a paragraph at one of `named`, or as `_covered` reads it."""
    bare = (replace(each, containers=()) for each in named if each.number and each.containers)
    different = dict.fromkeys((*named, *bare))
    rows = [index.store.places.rows_where(partial(covers, each.paragraph), each.number) for each in different]
    return _ids_of(np.concatenate(rows), index) if rows else frozenset()


def rows_of_texts(question: str, scope: Sequence[Document], index: Index) -> frozenset[int]:
    """The rows of the resolutions and decisions that `question` names and documents of `scope` print as parts."""
    names = [f"{each.word} {each.number}" for each in mentions(question) if each.number]
    printing = _ids_printing(names, index) if names else frozenset()
    return frozenset(
        row
        for document in (scope if printing else ())
        if document.id in printing
        for row in index.rows_of(document.id)
        for part in index.store.places.locator(row).containers
        if any(same_container(name, part) for name in names)
    )


def _is_resolution(document: Document) -> bool:
    return any("/RES/" in key for key in symbol_keys(document.symbol))


def _named(found: FoundLocators, containers: tuple[str, ...]) -> list[Locator]:
    return [replace(each, containers=containers + each.containers) for each in found.locators]


def _sections_meant(found: FoundLocators, scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    documents = [document for document, _ in _around(found, scope, index)]
    if found.word == "chapter":
        # `chapter V` without more is nearly always one of a treaty, which no heading numbered V is.
        return _under_chapters(found.labels, documents, index) if len(documents) == 1 else []
    items = [each for each in found.locators if each.label == "item"]
    held = _ids_with(items, index)
    within = ((document, item) for document in documents if document.id in held for item in items)
    listed = [place for document, item in within for place in _covered(item, document, index)]
    return listed[:_MOST] or _numbered_sections(found, documents, index) or _sections(found.labels, documents, index)


def _numbered_sections(found: FoundLocators, documents: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs that are called sections by their numbers: `section 2.3` of a bulletin is its paragraph 2.3."""
    around = found.locators or (Locator(),)
    named = [replace(each, number=label) for label in found.labels if _STEPS.fullmatch(label) for each in around]
    held = _ids_with(named, index)
    within = ((document, each) for document in documents if document.id in held for each in named)
    return [place for document, each in within for place in _covered(each, document, index)][:_MOST]


def _under_chapters(labels: Sequence[str], scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs under headings that call themselves chapters with one of `labels`."""
    begins = re.compile(rf"chapter (?:{'|'.join(map(re.escape, labels))})\b", re.IGNORECASE)
    rows = (row for document in scope for row in index.rows_of(document.id))
    return [NamedPlace(row) for row in rows if any(map(begins.match, index.store.places.headings_above(row)))]


def _covered(named: Locator, document: Document, index: Index) -> list[NamedPlace]:
    rows = _rows_covered(named, document, index)
    if not rows and named.number and named.containers and not index.store.containers(document.id):
        # What is annexed to a resolution of one text is that text.
        rows = _rows_covered(replace(named, containers=()), document, index) if _is_annex(named) else []
    marks = ((row, marks_named(index.paragraphs[row].paragraph, named.items)) for row in rows)
    return [NamedPlace(row, each) for row, each in marks if each is not None]


def _rows_covered(named: Locator, document: Document, index: Index) -> list[int]:
    places = index.store.places
    matching = [row for row in index.rows_of(document.id) if covers(named.paragraph, places.locator(row))]
    if named.number is None and named.ordinal is None:
        return matching
    fewest = min((len(places.locator(row).containers) for row in matching), default=0)
    return [row for row in matching if len(places.locator(row).containers) == fewest]


def _is_annex(named: Locator) -> bool:
    return all(same_container(each, ENGLISH.parts.annexes[0]) for each in named.containers)


def _sections(labels: Sequence[str], scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs under the headings that begin with one of `labels` (`III`, `B`, `II.B`)."""
    wanted = [label.casefold().split(".") for label in labels]

    def begin_so(headings: Sequence[str]) -> bool:
        numerals = [_numeral(heading) for heading in headings]
        return any(_in_order(each, numerals) for each in wanted)

    rows = index.store.places.rows_under(begin_so)
    return [NamedPlace(row) for row in _in_documents(rows, scope, index)[:_MOST]]


def _numeral(heading: str) -> str:
    """What `heading` begins with before its words, in small letters: `iii`, and `2` of `Section 2 Definitions`."""
    named = _NAMED_SECTION.match(heading)
    return (named["label"] if named else heading.split(". ")[0]).casefold()


def _in_documents(rows: Rows, scope: Sequence[Document], index: Index) -> list[int]:
    """Those of `rows`, ascending, that are of the documents of `scope`, in its order."""
    if scope is index.store.held:
        return list(map(int, rows))
    within = (index.rows_of(document.id) for document in scope)
    return [row for own in within for row in rows[slice(*np.searchsorted(rows, [own.start, own.stop]))].tolist()]


def headed_places(question: str, scope: Sequence[Document], index: Index) -> list[NamedPlace]:
    """The paragraphs under the heading whose words `question` gives after `section on`, `heading` or the like."""
    match = _HEADED.search(question)
    if not match:
        return []
    wanted = set(index.lexical.terms(match["title"]))
    likeness: dict[str, float] = {}

    def held(headings: Sequence[str]) -> float:
        for each in headings:
            if each not in likeness:
                likeness[each] = _likeness(wanted, index.lexical.terms(each))
        return max((likeness[each] for each in headings), default=0.0)

    places = index.store.places
    of_scope = _different_headings(scope, index)
    best = max(map(held, of_scope), default=0.0)
    if best < _HEADED_LEAST:
        return []
    rows = places.rows_under(lambda headings: headings in of_scope and held(headings) == best)
    return [NamedPlace(row) for row in _in_documents(rows, scope, index)[:_MOST]]


def _different_headings(scope: Sequence[Document], index: Index) -> Collection[tuple[str, ...]]:
    """The headings that paragraphs of `scope` stand under, each path once."""
    places = index.store.places
    if scope is index.store.held:
        return dict.fromkeys(places.headings)
    return {places.headings_above(row) for document in scope for row in index.rows_of(document.id)}


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
            within = (each.kind == "container" and each.foreign) or ""
            words.append(f"paragraph {named}" if is_number else f"{within}{named}")
    where = (scope[0].short_title or scope[0].title) if len(scope) == 1 else "these documents"
    return f"{' or '.join(dict.fromkeys(words))} in {where}" if words else None


def _is_missing(named: Locator, found: FoundLocators, scope: Sequence[Document], index: Index) -> bool:
    """Whether a place that can only be one of ours is not there; `table 2` and `recommendation 4` can be others'."""
    if found.kind not in ("paragraph", "container"):
        return False
    if named.label in _OFTEN_FOREIGN and found.symbol is None and "." not in (named.number or ""):
        return False
    return not places_meant(replace(found, locators=(named,)), scope, index)
