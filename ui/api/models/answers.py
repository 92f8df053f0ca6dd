"""An answer, as `rag.answer_json.answer_object` makes it, and what is asked with."""

from typing import Annotated

from pydantic import ConfigDict, Field

from rag.answer import Intent, State
from rag.question.analyse import MAX_QUESTION
from ui.api.models.base import LONGEST_NAME, MOST_DOCUMENTS, Model

DocumentName = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
DocumentNames = Annotated[list[DocumentName], Field(max_length=MOST_DOCUMENTS)]
Question = Annotated[str, Field(min_length=1, max_length=MAX_QUESTION)]

MOST_BEFORE = 3
"""How many questions before it one is read with: each costs as much as it does."""


class AskRequest(Model):
    """A question, and the only documents to look in, all if none are named."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"question": "How many focal points take part in the Global Focal Point Initiative?"},
                {"question": "What is asset recovery?", "documents": ["CAC/COSP/WG.2/2018/5"], "id": "7 (b)"},
                {"question": "and when was it founded?", "after": ["What is CARIN?"]},
            ]
        }
    )

    question: Question
    """In English."""
    documents: DocumentNames = Field(default_factory=list)
    """Ids or symbols of documents."""
    after: list[Question] = Field(default_factory=list, max_length=MOST_BEFORE)
    """The questions before it in a thread that it goes on from, the first one first; each is answered for it."""
    id: str | None = Field(default=None, max_length=LONGEST_NAME)
    """Given back with the answer."""


class Citation(Model):
    """A place in a document, and the words quoted from it."""

    document: str
    """The id of the document."""
    symbol: str | None
    title: str
    date: str | None
    url: str | None
    """The official document; null where it has no symbol."""
    locator: str
    citation: str
    """In UN usage: `CAC/COSP/WG.2/2018/2, para. 66`."""
    page: int | None
    note: str | None
    """The mark of the footnote that is quoted; null for the paragraph itself."""
    quote: str
    start: int
    """Where the quotation begins, in characters of the text of the paragraph or the footnote."""
    end: int
    gap: bool
    """Whether sentences right before it were left out that it follows on from."""
    context: str | None
    """What stands before the paragraph without which the sentence cannot be read."""
    address: str
    """By which `/api/v1/paragraph` finds the paragraph; it stays as long as the document keeps its id and numbers."""


class Proof(Model):
    """How a sentence was held against what it cites."""

    kind: str
    support: float = Field(ge=0, le=1)
    cited: str | None
    was: str | None
    missing: list[str]


class Statement(Model):
    """A sentence of an answer; the words it rests on are verbatim."""

    text: str
    quote: str
    proof: Proof
    leads: bool
    """Whether it is the sentence that most likely answers, or one that this cannot be read without, where known."""
    completes: bool
    """Whether it is there only because its paragraph is quoted whole."""
    citations: list[Citation]


class Hit(Model):
    """A paragraph that was ranked for the question."""

    document: str
    locator: str
    score: float
    address: str


class ModelRun(Model):
    """What a language model that was asked came to."""

    model: str
    prompt: str
    sentences: int
    proved: int
    recited: int
    replaced: int
    left_out: int
    failure: str | None


class Answer(Model):
    """An answer in one of three states, each sentence cited."""

    contract: int
    """The version of this form, which only grows."""
    question: str
    id: str | None
    answered: bool
    """False exactly where the state is `nothing`."""
    state: State
    """`answers`; `related`, where the statements are only about what was asked; or `nothing`."""
    confidence: float = Field(ge=0, le=1)
    """The estimated chance that the documents answer the question."""
    reason: str | None
    """Why there is no answer, where that is known."""
    remark: str | None
    """What has to be said of the documents or places that are cited or named."""
    intent: Intent
    checks: list[str]
    """What of the question is in none of the passages, a sentence each."""
    statements: list[Statement]
    evidence: list[Hit]
    """Ranked paragraphs, best first."""
    nearest: list[Hit]
    """Up to three paragraphs where there is no answer."""
    mode: str
    writer: str
    language_model: ModelRun | None
    model: str
    reader: str | None
    index: str
    """The fingerprint of the index."""
    milliseconds: dict[str, int]
