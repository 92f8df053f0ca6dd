"""What the check of a draft comes to: a verdict on each quotation and citation, with what was compared."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from index.document import Document
from index.locator import Locator
from rag.comparing.word_diff import Stretch
from rag.verifying.citations.resolve import Citation


class Verdict(StrEnum):
    """What was found of a quotation or a citation."""

    VERBATIM = "verbatim"
    IN_ORDER = "in order"
    ALTERED = "altered"
    ELSEWHERE = "stands elsewhere"
    NO_SUCH_PLACE = "no such place"
    WRONG_SYMBOL = "wrong symbol"
    NOT_THERE = "not in the paragraph cited"
    SUPERSEDED = "superseded"
    NO_CITATION = "quotation without a citation"
    FORM = "citation form"
    NOT_HELD = "document not held"
    UNCLEAR = "unclear"


RIGHT = frozenset({Verdict.VERBATIM, Verdict.IN_ORDER})
"""Verdicts that nothing has to be done about."""
WRONG = frozenset(
    {
        Verdict.ALTERED,
        Verdict.ELSEWHERE,
        Verdict.NO_SUCH_PLACE,
        Verdict.WRONG_SYMBOL,
        Verdict.NOT_THERE,
        Verdict.SUPERSEDED,
        Verdict.NO_CITATION,
    }
)
"""Verdicts that make a draft one with errors; a suggestion of form, or a document that is not held, does not."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with what was compared.

    `message` says what is wrong in a sentence, empty where nothing is. `citation` is the one that was looked up,
    `compared` the text that was compared, `found_at` the citation of its place in `document`. `locator`
    is that of the paragraph, None where it is the first one that is cited.
    `changes` are the words of a quotation with those put in and left out; `suggestion` is what to write instead.
    """

    verdict: Verdict
    message: str = ""
    citation: Citation | None = None
    compared: str = ""
    found_at: str = ""
    document: Document | None = None
    changes: tuple[Stretch, ...] = ()
    suggestion: str = ""
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on the words of a draft at `start` to `end` of the text of its block number `block`.

    `place` says where that is; of what stands in a note, `note` is its mark, and `start` is where that mark stands.
    `said` are the draft's words, `citation` the citation as written. `compared` is what stands in the document with
    the id `document` at `locator`, `found_at` the citation of that place, `url` the official document. `changes` are
    the words of a quotation, those put in and left out marked. `message` says what is wrong in a sentence, `suggestion`
    what to write instead. `is_sure` is False where it is unsure which citation belongs to the words.
    """

    verdict: Verdict
    block: int
    start: int
    end: int
    place: str
    said: str
    message: str
    citation: str = ""
    note: str | None = None
    compared: str = ""
    found_at: str = ""
    document: str | None = None
    locator: str | None = None
    url: str | None = None
    changes: tuple[Stretch, ...] = ()
    suggestion: str = ""
    is_sure: bool = True

    @property
    def is_wrong(self) -> bool:
        """Whether something has to be changed or looked at."""
        return self.verdict in WRONG


@dataclass(frozen=True, slots=True)
class NotHeld:
    """A document that a draft cites and the index does not hold; `url` is the official document, if that is known."""

    symbol: str
    url: str | None
    times: int


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft that was checked: what was found, in the order of the draft."""

    name: str
    findings: tuple[Finding, ...]
    not_held: tuple[NotHeld, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The findings that say something is wrong."""
        return tuple(each for each in self.findings if each.is_wrong)

    @property
    def to_show(self) -> tuple[Finding, ...]:
        """The findings that a reader has to see: all but those that are right and those on documents not held."""
        return tuple(each for each in self.findings if each.verdict not in RIGHT | {Verdict.NOT_HELD})

    def counts(self) -> dict[Verdict, int]:
        """How many findings each verdict has, in the order of the verdicts, those without any left out."""
        found = Counter(each.verdict for each in self.findings)
        return {verdict: found[verdict] for verdict in Verdict if found[verdict]}


UNSURE = "It is not sure that the citation belongs to these words."


def summary(checked: CheckedDraft) -> str:
    """One line on all findings: `12 verbatim, 2 altered`; that there is no reference where there is none."""
    if not checked.findings:
        return "there is no quotation and no citation of a document in it"
    return ", ".join(f"{count} {verdict}" for verdict, count in checked.counts().items())


def place_in_draft(finding: Finding) -> str:
    """Where in the draft a finding is: `paragraph 3, note 2`."""
    return f"{finding.place}, note {finding.note}" if finding.note else finding.place


def in_words(finding: Finding) -> str:
    """What is to be said of a finding in one line: its message, the words that differ, and whether it is unsure."""
    unsure = "" if finding.is_sure else UNSURE
    differing = [
        f"[-{each.text}-]" if each.style == "removed" else f"{{+{each.text}+}}" for each in _differing(finding)
    ]
    words = f"Words that differ: {' '.join(differing)}." if differing else ""
    return " ".join(part for part in (finding.message, words, unsure) if part)


def _differing(finding: Finding) -> list[Stretch]:
    return [each for each in finding.changes if each.style != "plain"]
