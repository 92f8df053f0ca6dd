"""An answer is written again where its passages lack a name that other paragraphs have."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.answer import EXTRACTIVE, Hit
from rag.answering.extractive.compose import first_sentences
from rag.answering.named_again import NamedAgain
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.question.words.acronyms import Glossary
from rag.retrieval.encoded_question import EncodedQuestion
from tests.support.papers import index_of, numbered

TEXTS = (
    "The Egret Fund has 40 members.",
    "The Heron Exchange (HEX) links focal points.",
    "Members of the exchange meet in Kenya.",
    *("Others were heard." for _ in range(30)),  # or the paper would be about each of them
)
WRITER_OF_NOTHING = 2


@dataclass
class FirstHit:
    """Quotes the first paragraph that it is given, and remembers what it was given; nothing from the third."""

    given: list[list[int]] = field(default_factory=list)
    mode = EXTRACTIVE

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        rows = [hit.row for hit in evidence.hits]
        self.given.append(rows)
        if rows[0] == WRITER_OF_NOTHING:
            return Draft("nothing")
        return Draft("related", first_sentences(rows[:1], evidence.index), 0.4)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(Document("paper", "Paper", numbered(*TEXTS)))


def best_last(_question: QuestionAnalysis, evidence: Evidence) -> Evidence:
    """A reader that thinks otherwise than the search."""
    return replace(evidence, hits=evidence.hits[::-1])


def written(index: Index, asked: str, rows: tuple[int, ...] = (0, 1, 2)) -> tuple[list[str], list[list[int]]]:
    hits = tuple(Hit(row, "paper", index.paragraphs[row].locator, -float(row)) for row in rows)
    nothing = np.zeros((0, 1), dtype=np.float32)
    evidence = Evidence(index, hits, EncodedQuestion(asked, np.zeros(1, dtype=np.float32), nothing, nothing[:, 0]))
    writer = FirstHit()
    glossary = Glossary.of(index.store.short_forms)
    question = QuestionAnalysis(asked, asked, AnswerType.NUMBER)
    draft = NamedAgain(writer, glossary, best_last).write(question, evidence)
    return [each.text for each in draft.statements], writer.given


def test_what_has_the_name_is_quoted_in_place_of_what_lacks_it(index: Index) -> None:
    assert written(index, "How many members does HEX have?") == ([TEXTS[1]], [[0, 1, 2], [1]])


@pytest.mark.parametrize(
    "asked",
    [
        "How many members does the fund have?",  # names nothing
        "How many members does the Egret Fund have?",  # the first has it
        "How many members does BOX have?",  # none has it
        "How many members were there in 1999?",  # a year may well be asked about and not held
    ],
)
def test_the_first_draft_stays_where_it_lacks_no_name_that_another_has(index: Index, asked: str) -> None:
    assert written(index, asked) == ([TEXTS[0]], [[0, 1, 2]])


def test_the_first_draft_stays_where_nothing_can_be_made_of_what_has_the_name(index: Index) -> None:
    assert written(index, "How many members are there in Kenya?") == ([TEXTS[0]], [[0, 1, 2], [2]])


def test_what_has_the_name_is_read_before_it_is_quoted(index: Index) -> None:
    assert written(index, "How many members has the HEX, and where in Kenya does it meet?")[1] == [[0, 1, 2], [2, 1]]


def test_nothing_found_is_not_written_again(index: Index) -> None:
    assert written(index, "How many members does HEX have?", (2, 1)) == ([], [[2, 1]])
