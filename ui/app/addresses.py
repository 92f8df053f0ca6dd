"""What stands in the address of a page, so that a colleague who is sent it sees the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import parse_qs, urlencode

from index.locator import Locator

Params = Mapping[str, Sequence[str]]
Span = tuple[int, int]
Pairs = tuple[tuple[str, str], ...]

ASK, SEARCH, READ, COMPARE, BATCH, CHECK = "ask", "search", "read", "compare", "batch", "check"
RESULTS, DOCUMENTS = "results", "documents"

_SPAN = re.compile(r"(\d{1,7})-(\d{1,7})")
_WAS = re.compile(r"(\d{1,2})\?(.*)")
_YEAR = re.compile(r"[12]\d{3}")
# Nobody asks for more marks at once; a longer address is somebody playing.
_MOST_MARKS = 50
# Of a thread: as many answers as anybody reads on one page, and what every server between takes as an address
# (RFC 9110, section 4.1, asks for 8,000 octets at least; a letter may take three when it is escaped).
_MOST_EARLIER = 11
_LONGEST_THREAD = 2_600

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filters:
    """Where an answer may come from: document ids, bodies, years; what is empty or None does not filter."""

    documents: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None

    def __bool__(self) -> bool:
        return bool(self.documents or self.bodies or self.first_year or self.last_year)

    @classmethod
    def parse(cls, params: Params) -> "Filters":
        """What `params` say; what they say wrongly is left out."""
        years = [int(value) if _YEAR.fullmatch(value) else None for value in (_one(params, "from"), _one(params, "to"))]
        return cls(tuple(params.get("doc", ())), tuple(params.get("body", ())), *years)

    def pairs(self) -> Pairs:
        """The filters as names and values, in a fixed order."""
        pairs = [*(("doc", each) for each in self.documents), *(("body", each) for each in self.bodies)]
        pairs += [("from", str(self.first_year or "")), ("to", str(self.last_year or ""))]
        return tuple(pair for pair in pairs if pair[1])


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a thread, and where its answer may come from."""

    question: str
    filters: Filters = Filters()


@dataclass(frozen=True, slots=True)
class AskAddress:
    """A thread of questions and where its answers may come from: `?q=…&q=…&doc=…&body=…&from=2018&to=2020`.

    `question` is the last one, `earlier` those before it, in order. The filters are the last one's; those of an earlier
    one, where they are others, stand behind its number: `&was=0?doc=…`.
    """

    question: str = ""
    filters: Filters = Filters()
    earlier: tuple[Turn, ...] = ()

    @classmethod
    def parse(cls, params: Params) -> "AskAddress":
        """What `params` say; what they say wrongly is left out."""
        filters = Filters.parse(params)
        *earlier, question = [each.strip() for each in params.get("q", ()) if each.strip()] or [""]
        others = {int(number): Filters.parse(parse_qs(said)) for number, said in _numbered(params.get("was", ()))}
        turns = [Turn(each, others.get(number, filters)) for number, each in enumerate(earlier)]
        return cls(question, filters, tuple(turns[-_MOST_EARLIER:]))

    def followed_by(self, question: str) -> "AskAddress":
        """The same thread with `question` as its next; the first ones go where it grows too long for an address."""
        asked = [*self.earlier, *((Turn(self.question, self.filters),) if self.question else ())]
        if asked and asked[-1].question == question:
            return self
        while asked and (len(asked) > _MOST_EARLIER or self._length(asked) + len(question) > _LONGEST_THREAD):
            del asked[0]
        return AskAddress(question, self.filters, tuple(asked))

    def _length(self, turns: Sequence[Turn]) -> int:
        """How much of an address the questions of `turns` take, with filters that are not those of the last one."""
        others = sum(len(_was(0, each)) for each in turns if each.filters != self.filters)
        return others + sum(len(each.question) for each in turns)

    def pairs(self) -> Pairs:
        """The address as names and values, in a fixed order."""
        questions = [*(each.question for each in self.earlier), self.question]
        others = [
            ("was", _was(number, each)) for number, each in enumerate(self.earlier) if each.filters != self.filters
        ]
        pairs = [*(("q", each) for each in questions), *self.filters.pairs(), *others]
        return tuple(pair for pair in pairs if pair[1])


@dataclass(frozen=True, slots=True)
class ReadAddress:
    """A document, a place in it, words to mark there: `?doc=progress-2018&para=65 (c)&mark=12-80`.

    `marks` are characters of the text of the paragraph at `place`; `note` is the mark of a footnote of it.
    """

    document: str = ""
    place: str = ""
    marks: tuple[Span, ...] = ()
    note: str = ""

    @classmethod
    def parse(cls, params: Params) -> "ReadAddress":
        """What `params` say; what they say wrongly is left out."""
        spans = [(int(start), int(end)) for start, end in _SPAN.findall(_one(params, "mark"))[:_MOST_MARKS]]
        marks = tuple(span for span in spans if span[0] < span[1])
        return cls(_one(params, "doc"), _one(params, "para"), marks, _one(params, "note"))

    @classmethod
    def of(cls, document: str, locator: Locator, marks: Sequence[Span] = (), note: str | None = None) -> "ReadAddress":
        """The address of a place in a document."""
        return cls(document, str(locator), tuple(marks), note or "")

    def pairs(self) -> Pairs:
        """The address as names and values, in a fixed order."""
        marks = ",".join(f"{start}-{end}" for start, end in self.marks)
        pairs = (("doc", self.document), ("para", self.place), ("mark", marks), ("note", self.note))
        return tuple(pair for pair in pairs if pair[1])


@dataclass(frozen=True, slots=True)
class CompareAddress:
    """Two documents, and a place in one of them: `?left=info-sharing-2018&right=guidelines-2021&at=12`."""

    left: str = ""
    right: str = ""
    place: str = ""

    @classmethod
    def parse(cls, params: Params) -> "CompareAddress":
        """What `params` say."""
        return cls(_one(params, "left"), _one(params, "right"), _one(params, "at"))

    def pairs(self) -> Pairs:
        """The address as names and values, in a fixed order."""
        pairs = (("left", self.left), ("right", self.right), ("at", self.place))
        return tuple(pair for pair in pairs if pair[1])


def link(page: str, pairs: Pairs) -> str:
    """The address of a page, relative to any other page of the app; the first page has no name of its own."""
    query = urlencode(pairs)
    return ("./" if page == ASK else page) + (f"?{query}" if query else "")


def _was(number: int, turn: Turn) -> str:
    return f"{number}?{urlencode(turn.filters.pairs())}"


def _numbered(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Number and filters of each of `said` that has them."""
    return (match.groups() for each in said if (match := _WAS.fullmatch(each)))  # type: ignore[misc]


def _one(params: Params, name: str) -> str:
    values = params.get(name, ())
    return values[-1].strip() if values else ""
