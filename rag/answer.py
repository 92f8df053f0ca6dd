"""What an answer is made of. These types are the contract between `rag` and everything that shows an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from index.locator import Locator

EXTRACTIVE = "extractive"
"""The mode of an answer whose statements are verbatim what they quote."""
State = Literal["answers", "related", "nothing"]
"""What was found for a question: sentences that answer it, sentences that are only about it, or neither."""
Intent = Literal["facts", "text", "definition", "list", "summary", "change", "search", "about"]
"""What a question wants: something said, a place's text, what something is, all of a kind, the gist of a document, what
changed between versions, or every mention of something."""


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

    `text` is the citation in UN usage (`CAC/COSP/WG.2/2018/2, para. 65 (c)`); `quote` is the characters `start` to
    `end` of the paragraph's text or, where `note` names one by its mark, of its footnote's. `title` and `date` are the
    document's, `page` the paragraph's. `gap` says that sentences right before it were left out, although it follows
    words from the same paragraph or leans on them. `context` names what stands before its paragraph, and not in the
    answer, where the quotation leans on that: the paragraph there (`para. 52`), or the heading above it in quotation
    marks.
    """

    document: str
    symbol: str | None
    locator: Locator
    text: str
    quote: str
    start: int
    end: int
    title: str
    date: str | None = None
    page: int | None = None
    note: str | None = None
    gap: bool = False
    context: str | None = None


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
    not exist where others do. `related` says that the statements are only about what was asked. `checks` says, a
    sentence each, what of the question is in none of the passages; `intent` is what the question wants, `reader` the
    model that read the paragraphs, if one did.
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
    related: bool = False
    checks: tuple[str, ...] = ()
    intent: Intent = "facts"
    reader: str | None = None

    @property
    def state(self) -> State:
        """What was found."""
        if not self.answered:
            return "nothing"
        return "related" if self.related else "answers"
