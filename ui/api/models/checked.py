"""A draft that was checked, as `rag.verifying.finding_json.checked_object` makes it, and what is handed in."""

from typing import Self

from pydantic import ConfigDict, Field, model_validator

from rag.comparing.word_diff import Style
from rag.verifying.finding import Verdict
from ui.api.models.base import Model

_LONGEST_DRAFT = 1_000_000  # characters, as of a book; of more a file is sent


class VerifyRequest(Model):
    """What to check: the `text` of a draft, or a `quotation` with or without its `citation`, or a `citation` alone."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"text": "It had “234 devoted focal points” (CAC/COSP/WG.2/2018/2, para. 66)."},
                {"quotation": "234 dedicated focal points", "citation": "CAC/COSP/WG.2/2018/2, para. 65"},
                {"citation": "CAC/COSP/WG.2/2018/2, para. 666"},
            ]
        }
    )

    text: str | None = Field(default=None, min_length=1, max_length=_LONGEST_DRAFT)
    quotation: str | None = Field(default=None, min_length=1, max_length=_LONGEST_DRAFT)
    citation: str | None = Field(default=None, min_length=1, max_length=_LONGEST_DRAFT)

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        """The request, where it asks for one thing; ValueError where for none or several."""
        if (self.text is None) == (self.quotation is None and self.citation is None):
            raise ValueError("give a text, or a quotation, or a citation, or a quotation with its citation")
        return self


class Change(Model):
    """A stretch of a quotation's words: `plain`, `added` to the document's, or `removed` from them."""

    style: Style
    text: str


class Finding(Model):
    """A verdict on a quotation or a citation."""

    verdict: Verdict
    wrong: bool
    """Whether something has to be changed or looked at."""
    sure: bool
    """Whether it is sure that the citation belongs to the words."""
    place: str
    note: str | None
    block: int
    start: int
    """Where the words begin, in characters of block number `block`."""
    end: int
    said: str
    """The words of the draft."""
    citation: str | None
    message: str | None
    """What is wrong, in a sentence."""
    compared: str | None
    """The text of the document that was compared."""
    document: str | None
    locator: str | None
    found_at: str | None
    changes: list[Change]
    suggestion: str | None
    """What to write instead."""
    url: str | None


class NotHeld(Model):
    """A document that is cited and not held, which is no error."""

    symbol: str
    url: str | None
    times: int


class Checked(Model):
    """What was found, in the order of the draft."""

    contract: int
    """The version of this form, which only grows."""
    draft: str
    wrong: int
    """How many findings say an error."""
    counts: dict[Verdict, int]
    findings: list[Finding]
    not_held: list[NotHeld]
