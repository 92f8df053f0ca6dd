"""What an answer is made of. These types are the contract between `rag` and everything that shows an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.locator import Locator

_FOOTNOTE = re.compile(r", footnote (?P<mark>[^\s,;]{1,6})$")


@dataclass(frozen=True, slots=True)
class Hit:
    """A whole paragraph found for a question.

    `row` is its place in `Index.paragraphs`; `score` the fused score, higher is better; `signals` what each retrieval
    signal contributed, by name.
    """

    row: int
    document: str
    locator: Locator
    score: float
    signals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document, a place in it and the words quoted from there.

    `text` is the citation in UN usage (`CAC/COSP/WG.2/2018/2, para. 65 (c)`); `quote` is verbatim from the paragraph
    or, where `text` ends with one (`…, para. 26, footnote 2`), from its footnote.
    """

    document: str
    symbol: str | None
    locator: Locator
    text: str
    quote: str

    @property
    def footnote(self) -> str | None:
        """The mark of the footnote that is cited; None where the paragraph itself is."""
        match = _FOOTNOTE.search(self.text)
        return match["mark"] if match else None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer with its citations. Without a language model `text` is the quote itself."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    `statements` is empty and `nearest` holds up to three hits when `answered` is False; otherwise `nearest` is empty.
    `evidence` ranks at least 20 paragraphs, best first, where the index has that many. `confidence` (0 to 1) is the
    estimated chance that the documents answer the question. `milliseconds` has the keys `retrieve` and `answer`.
    `reason` says why there is no answer where that is known, `remark` which of the places that the question names do
    not exist where others do.
    """

    question: str
    answered: bool
    statements: tuple[Statement, ...]
    evidence: tuple[Hit, ...]
    nearest: tuple[Hit, ...]
    mode: str
    model: str
    index: str
    confidence: float
    milliseconds: Mapping[str, float]
    id: str | None = None
    reason: str | None = None
    remark: str | None = None
