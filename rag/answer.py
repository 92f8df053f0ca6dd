"""What an answer is made of. These types are the contract between `rag` and everything that shows an answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from index.locator import Locator

EXTRACTIVE = "extractive"
"""The mode of an answer whose statements are verbatim what they quote."""
WRITTEN = "llm"
"""The mode of an answer in a language model's words, each of whose sentences was held against what it cites."""
State = Literal["answers", "related", "nothing"]
"""What was found for a question: sentences that answer it, sentences that are only about it, or neither."""
Intent = Literal["facts", "text", "definition", "list", "summary", "change", "search", "about", "document"]
"""What a question wants: something said, a place's text, what something is, all of a kind, the gist of a document, what
changed between versions, every mention of something, what there is to ask, or a document's own date or title."""
TOLD: Collection[Intent] = ("about", "document")
"""What a question wants that no paragraph says: it is told of what is held."""


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


ProofKind = Literal["proved", "re-cited", "replaced"]
"""What came of a language model's sentence: it stands where it cites, or elsewhere, or is replaced by a text's."""


@dataclass(frozen=True, slots=True)
class SentenceProof:
    """What came of holding a language model's sentence against the paragraphs that it cites.

    `support` (0 to 1) is the chance that they say it, by its words and their meaning. `cited` are the marks as the
    model wrote them, where others are shown; `was` is what it wrote, and `missing` what of that does not stand there,
    where the document's own words took its place.
    """

    kind: ProofKind
    support: float
    cited: str | None = None
    was: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelRun:
    """What a language model was asked with and what came of it: its name, the prompt's, how many sentences it wrote.

    `proved`, `recited`, `replaced` and `left_out` are how many of the `sentences` were that; `failure` says in a line
    why it was no help, where its words are not shown.
    """

    model: str
    prompt: str
    sentences: int = 0
    proved: int = 0
    recited: int = 0
    replaced: int = 0
    left_out: int = 0
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer with its citations, whose quotations it rests on.

    Without a language model `text` is the quotation itself and `proof` None. One that `leads` is the sentence that most
    likely answers, or what that cannot be read without; where none does, nothing tells which it is. One that
    `completes` is shown because others of its paragraph answer, which is quoted whole.
    """

    text: str
    citations: tuple[Citation, ...]
    proof: SentenceProof | None = None
    leads: bool = False
    completes: bool = False

    @property
    def quote(self) -> str:
        """The verbatim words that it rests on, those of several places one after the other."""
        return " ".join(dict.fromkeys(each.quote for each in self.citations))

    @property
    def is_verbatim(self) -> bool:
        """Whether its text is what it quotes, not a language model's words."""
        return self.proof is None or self.proof.kind == "replaced"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    `statements` is empty and `nearest` holds up to three hits when `answered` is False; otherwise `nearest` is empty.
    `evidence` ranks at least 20 paragraphs, best first, where the index has that many. `confidence` (0 to 1) is the
    estimated chance that the documents answer the question. `milliseconds` has the keys `retrieve` and `answer`.
    `reason` says why there is no answer where that is known, `remark` which of the places that the question names do
    not exist where others do. `related` says that the statements are only about what was asked. `checks` says, a
    sentence each, what of the question is in none of the passages; `intent` is what the question wants, `reader` the
    model that read the paragraphs, if one did, `language_model` what one that was asked to write came to.
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
    language_model: ModelRun | None = None

    @property
    def is_told(self) -> bool:
        """Whether `reason` replies to what was asked: that is known of what is held, and no paragraph says it."""
        return self.intent in TOLD and not self.answered

    @property
    def state(self) -> State:
        """What was found."""
        if not self.answered:
            return "nothing"
        return "related" if self.related else "answers"
