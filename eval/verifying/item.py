"""What a made draft consists of: sentences about a document, each right or with one error that is known."""

from dataclasses import dataclass
from typing import Literal

from rag.verifying.finding import Verdict

NOTE = "\x02"
"""Stands in the text of an item where the mark of its next note stands."""

Setting = Literal["text", "quote", "cell"]
Kind = Literal[
    "right",
    "altered",
    "other paragraph",
    "other document",
    "no such paragraph",
    "no such sub-item",
    "no such footnote",
    "wrong symbol",
    "malformed symbol",
    "number",
    "date",
    "name",
    "symbol",
    "superseded",
    "no citation",
    "form",
]
EXPECTED: dict[Kind, frozenset[Verdict]] = {
    "right": frozenset(),
    "altered": frozenset({Verdict.ALTERED}),
    "other paragraph": frozenset({Verdict.ELSEWHERE}),
    "other document": frozenset({Verdict.ELSEWHERE, Verdict.WRONG_SYMBOL}),
    "no such paragraph": frozenset({Verdict.NO_SUCH_PLACE}),
    "no such sub-item": frozenset({Verdict.NO_SUCH_PLACE}),
    "no such footnote": frozenset({Verdict.NO_SUCH_PLACE}),
    "wrong symbol": frozenset({Verdict.WRONG_SYMBOL}),
    "malformed symbol": frozenset({Verdict.WRONG_SYMBOL}),
    "number": frozenset({Verdict.NOT_THERE}),
    "date": frozenset({Verdict.NOT_THERE}),
    "name": frozenset({Verdict.NOT_THERE}),
    "symbol": frozenset({Verdict.NOT_THERE}),
    "superseded": frozenset({Verdict.SUPERSEDED}),
    "no citation": frozenset({Verdict.NO_CITATION}),
    "form": frozenset({Verdict.FORM}),
}
"""The verdicts that find an error of each kind; none is wanted where all is right."""


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence or a few, with their notes; `kind` is the error in it, `right` for none.

    `references` is how many citations it has. `setting` is how it is set: in running text, as a quotation set apart
    (its first line leads to it), in a table.
    """

    kind: Kind
    text: str
    notes: tuple[str, ...] = ()
    references: int = 1
    setting: Setting = "text"

    @property
    def plain(self) -> str:
        """The text without the marks of its notes."""
        return self.text.replace(NOTE, "")
