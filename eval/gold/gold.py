"""The gold questions: what a record holds, and the loader that checks all of it and names every mistake at once."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from reprlib import repr as shown
from typing import Any, Protocol

from index.document import Document, Paragraph
from index.errors import GoldError, LocatorError
from index.locator import Locator

GOLD_FILE = Path(__file__).with_name("gold.jsonl")
KINDS = ("fact", "list", "several", "across", "place", "footnote", "matter", "asked", "following", "none")
SPLITS = ("tune", "test")


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph or sub-item of one document."""

    document: str
    locator: Locator

    def __str__(self) -> str:
        """`progress-2018 65 (c)`."""
        return f"{self.document} {self.locator}"


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that an answer must cite: any one of the alternatives satisfies it."""

    alternatives: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Nugget:
    """A key fact; an answer states it with any of the wordings. A reader would miss a vital one."""

    wordings: tuple[str, ...]
    vital: bool


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with what a right answer cites (every requirement of `gold`) and states (`nuggets`).

    A question of kind `none` sounds as if the documents answered it but they do not: no gold, no nuggets. `paraphrased`
    marks questions that share almost no content word with their paragraph. Thresholds and weights may look at the split
    `tune` only.
    """

    id: str
    question: str
    kind: str
    paraphrased: bool
    split: str
    gold: tuple[Requirement, ...]
    nuggets: tuple[Nugget, ...]
    reference: str
    after: tuple[str, ...] = ()


class Lookup(Protocol):
    """Where the loader looks up what a record names."""

    @property
    def documents(self) -> Collection[str]:
        """The ids of the documents there are."""

    def __call__(self, document: str, locator: Locator) -> Paragraph | None:
        """The paragraph at `locator` (of a sub-item: the paragraph it is part of), or None."""


class DocumentLookup:
    """A Lookup in parsed documents, by dictionary."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._paragraphs = {each.id: {part.locator: part for part in each.paragraphs} for each in documents}

    @property
    def documents(self) -> Collection[str]:
        """The ids of the documents, in the order given."""
        return self._paragraphs.keys()

    def __call__(self, document: str, locator: Locator) -> Paragraph | None:
        """The paragraph at `locator` (of a sub-item: the paragraph it is part of), or None."""
        return self._paragraphs.get(document, {}).get(locator.paragraph)


def load_gold(path: Path, lookup: Lookup) -> tuple[GoldQuestion, ...]:
    """All questions of a JSON Lines file, in its order; GoldError lists every mistake with file and line."""
    mistakes: list[tuple[int, str]] = []
    records: list[tuple[int, dict[str, Any]]] = []
    for line, text in lines_of(path):
        try:
            record = json.loads(text, object_pairs_hook=_without_repeated_keys)
        except ValueError as error:
            mistakes.append((line, f"broken JSON: {error}"))
            continue
        mistakes += [(line, each) for each in _record_mistakes(record, lookup)]
        if isinstance(record, dict):
            records.append((line, record))
    mistakes += _repeats(records)
    if mistakes:
        raise GoldError(_report(path, sorted(mistakes)))
    if not records:
        raise GoldError(f"{path}: no questions; expected one JSON object a line")
    return tuple(_question(record) for _, record in records)


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that are not blank, with their numbers from 1; GoldError where it cannot be read.

    Not by splitlines(), which also cuts at U+2028 within a text.
    """
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); name a file of gold questions") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    for number, text in enumerate(content.split("\n"), start=1):
        if text.strip():
            yield number, text


def _without_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    repeated = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    if repeated:
        raise ValueError(f"key {', '.join(map(repr, repeated))} repeated in one object")
    return dict(pairs)


def _report(path: Path, mistakes: Sequence[tuple[int, str]]) -> str:
    count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
    rows = [f"{path}:{line}: {what}" for line, what in mistakes]
    return "\n".join([f"{path}: {count}; mend these lines and try again", *rows])


def _text_complaints(value: object) -> list[str]:
    if not isinstance(value, str):
        return [f"expected a text, found {shown(value)}"]
    return [] if value.strip() else ["is empty"]


def _flag_complaints(value: object) -> list[str]:
    return [] if isinstance(value, bool) else [f"expected true or false, found {shown(value)}"]


def _one_of(allowed: Sequence[str]) -> Callable[[object], list[str]]:
    def complaints(value: object) -> list[str]:
        return [] if value in allowed else [f"unknown {shown(value)}; expected {' or '.join(allowed)}"]

    return complaints


def _list_of(check: Callable[[object], list[str]], what: str, *, empty_allowed: bool) -> Callable[[object], list[str]]:
    def complaints(value: object) -> list[str]:
        if not isinstance(value, list):
            return [f"expected a list of {what}s, found {shown(value)}"]
        if not value and not empty_allowed:
            return [f"expected at least one {what}"]
        return [f"{what} {at}: {each}" for at, entry in enumerate(value, start=1) for each in check(entry)]

    return complaints


def _object_with(
    fields: dict[str, Callable[[object], list[str]]], optional: Collection[str] = ()
) -> Callable[[object], list[str]]:
    def complaints(value: object) -> list[str]:
        if not isinstance(value, dict):
            return [f"expected an object with {', '.join(fields)}, found {shown(value)}"]
        found = [f"missing key {key!r}" for key in fields if key not in value and key not in optional]
        found += [f"unknown key {key!r}; known are {', '.join(fields)}" for key in value if key not in fields]
        return found + [f"{key}: {each}" for key in fields if key in value for each in fields[key](value[key])]

    return complaints


def _locator_complaints(value: object) -> list[str]:
    if not isinstance(value, str):
        return [f"expected a text, found {shown(value)}"]
    try:
        canonical = str(Locator.parse(value))
    except LocatorError as error:
        return [str(error)]
    return [] if canonical == value else [f"write {value!r} as {canonical!r}"]


_place_complaints = _object_with({"document": _text_complaints, "locator": _locator_complaints})
_requirement_complaints = _list_of(_place_complaints, "alternative", empty_allowed=False)
_wordings_complaints = _list_of(_text_complaints, "wording", empty_allowed=False)
_nugget_complaints = _object_with({"wordings": _wordings_complaints, "vital": _flag_complaints})
_FIELDS = {
    "id": _text_complaints,
    "question": _text_complaints,
    "kind": _one_of(KINDS),
    "paraphrased": _flag_complaints,
    "split": _one_of(SPLITS),
    "gold": _list_of(_requirement_complaints, "requirement", empty_allowed=True),
    "nuggets": _list_of(_nugget_complaints, "nugget", empty_allowed=True),
    "reference": _text_complaints,
    "after": _list_of(_text_complaints, "question", empty_allowed=True),
}
_shape_complaints = _object_with(_FIELDS, optional=("after",))


def _record_mistakes(record: object, lookup: Lookup) -> list[str]:
    """Everything wrong with one record by itself; its places are looked up even where other keys are wrong."""
    found = _shape_complaints(record)
    if not isinstance(record, dict) or any(_FIELDS[key](record.get(key)) for key in ("gold", "nuggets")):
        return found
    gold, nuggets = _requirements(record["gold"]), _nuggets(record["nuggets"])
    if record.get("kind") in KINDS:
        found += _sense_mistakes(record["kind"], gold, nuggets)
    return [*found, *_index_mistakes(gold, nuggets, lookup)]


def _requirements(value: list[list[dict[str, str]]]) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(tuple(Place(each["document"], Locator.parse(each["locator"])) for each in alternatives))
        for alternatives in value
    )


def _nuggets(value: list[dict[str, Any]]) -> tuple[Nugget, ...]:
    return tuple(Nugget(tuple(each["wordings"]), each["vital"]) for each in value)


def _question(record: dict[str, Any]) -> GoldQuestion:
    """The question in a record that holds no mistake."""
    read = {
        "gold": _requirements(record["gold"]),
        "nuggets": _nuggets(record["nuggets"]),
        "after": tuple(record.get("after", ())),
    }
    return GoldQuestion(**record | read)


def _sense_mistakes(kind: str, gold: Sequence[Requirement], nuggets: Sequence[Nugget]) -> Iterator[str]:
    """The mistakes of a record whose form is right but which cannot be measured."""
    if kind == "none":
        if gold or nuggets:
            yield "a question of kind 'none' has no gold and no nuggets: write [] for both"
        return
    if not gold:
        yield f"gold: a question of kind {kind!r} needs a place; unanswerable ones are of kind 'none'"
    if not any(each.vital for each in nuggets):
        yield f"nuggets: a question of kind {kind!r} needs at least one vital nugget"
    for requirement, count in Counter(gold).items():
        if count > 1:
            yield f"gold: requirement {' or '.join(map(str, requirement.alternatives))} stands {count} times"


def _index_mistakes(gold: Sequence[Requirement], nuggets: Sequence[Nugget], lookup: Lookup) -> Iterator[str]:
    """The mistakes of a record that names places or words which the documents do not have."""
    texts: list[str] = []
    for place in dict.fromkeys(place for requirement in gold for place in requirement.alternatives):
        paragraph = lookup(place.document, place.locator)
        if place.document not in lookup.documents:
            yield f"gold: unknown document {place.document!r}; known are {', '.join(lookup.documents)}"
        elif paragraph is None or not _holds(paragraph, place.locator):
            yield f"gold: {place.document} has no {str(place.locator)!r}"
        if paragraph is not None:
            texts += [_spaced(paragraph.text), *(_spaced(note.text) for note in paragraph.notes)]
    for at, nugget in enumerate(nuggets, start=1):
        if texts and not any(_spaced(wording) in text for wording in nugget.wordings for text in texts):
            yield f"nuggets: nugget {at} stands in no gold paragraph: {nugget.wordings[0]!r}"


def _holds(paragraph: Paragraph, locator: Locator) -> bool:
    return not locator.items or any(item.locator == locator for item in paragraph.items)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _repeats(records: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[tuple[int, str]]:
    """Ids and questions that an earlier line has already; case and white space make no other question.

    What goes on from another question is another one.
    """
    first: dict[tuple[str, str, str], int] = {}
    for line, record in records:
        for key, thread in (("id", ""), ("question", repr(record.get("after")))):
            value = record.get(key)
            if not isinstance(value, str):
                continue
            earlier = first.setdefault((key, _spaced(value).casefold(), thread), line)
            if earlier != line:
                yield line, f"{key}: {value!r} stands in line {earlier} already"
