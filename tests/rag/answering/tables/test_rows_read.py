"""A row of a table answers where no sentence does: where the question names it, or a reader is sure of it alone."""

from dataclasses import dataclass

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.answer import EXTRACTIVE, Hit
from rag.answering.extractive.compose import best_first, first_sentences
from rag.answering.tables.asked import AskedOfTable
from rag.answering.tables.in_words import rows_in_words
from rag.answering.tables.rows_read import RowsRead
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.question.words.acronyms import Glossary
from rag.retrieval.encoded_question import EncodedQuestion
from tests.support.fake_reader import FakeReader
from tests.support.papers import index_of, numbered
from tests.support.tables import table, table_index

GLOSSARY = Glossary.of({"WFP": "World Food Programme"})
FUND = table(
    ("Donor", "Assessed 2024", "Paid 2024", "Paid 2025"),
    ("Zambia", "900", "860", "905"),
    ("Democratic Republic of the Congo", "1 200", "700", "350"),
    ("World Food Programme", "10", "10", "12"),
    ("Total", "2 110", "1 570", "1 267"),
    caption="Table 1. Contributions to the Lake Fund",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return table_index(FUND)


@dataclass
class Unsure:
    """Writes a draft that is not sure, or one that is."""

    sure: bool = False
    mode = EXTRACTIVE

    def write(self, _question: QuestionAnalysis, evidence: Evidence) -> Draft:
        return Draft("answers" if self.sure else "related", first_sentences([0], evidence.index), 0.4)


def evidence_of(index: Index, asked: str) -> Evidence:
    hits = (Hit(0, "report", index.paragraphs[0].locator, 1.0),)
    nothing = np.zeros((0, 1), dtype=np.float32)
    return Evidence(index, hits, EncodedQuestion(asked, np.zeros(1, dtype=np.float32), nothing, nothing[:, 0]))


def shown(index: Index, asked: str, reader: FakeReader | None = None, *, kind: AnswerType = AnswerType.MONEY) -> str:
    """The row that answers, empty where what the writer wrote stands."""
    question = QuestionAnalysis(asked, asked, kind)
    draft = RowsRead(Unsure(), reader, GLOSSARY).write(question, evidence_of(index, asked))
    return draft.statements[-1].text.split(" |")[0] if draft.state == "answers" else ""


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ("What did Zambia pay into the Lake Fund, assessed 2024?", "Zambia"),
        ("Lake Fund Zambia paid 2025", "Zambia"),
        ("How much was paid by the DRC to the Lake Fund in 2024?", "Democratic Republic of the Congo"),
        ("WFP contributions paid to the lake fund 2025", "World Food Programme"),
        ("total paid to the Lake Fund in 2024", "Total"),
        ("Zambia paid 2024 and 2025", "Zambia"),
    ],
)
def test_a_row_that_is_named_with_a_column_answers(index: Index, asked: str, row: str) -> None:
    assert shown(index, asked) == row


@pytest.mark.parametrize(
    "asked",
    [
        "Lake Fund Zambia paid 2026",  # no such year
        "Lake Fund Zambia assessed 2025",  # no such column of that year
        "What did Rwanda pay to the Lake Fund in 2024?",  # no such row
        "What do Zambia and the DRC owe the Lake Fund?",  # two rows, no column
        "How fast is the internet in Zambia?",  # not what the table is about
        "Have all donors like Zambia paid the Lake Fund in 2024?",
        "Which donor has paid most to the Lake Fund in 2024, Zambia?",  # what no row tells by itself
    ],
)
def test_no_row_answers_what_the_table_does_not_have(index: Index, asked: str) -> None:
    assert shown(index, asked) == ""
    assert shown(index, asked, FakeReader("Nowhere")) == ""


def test_a_row_that_a_reader_is_sure_of_answers(index: Index) -> None:
    reader = FakeReader("Zambia")
    assert shown(index, "What has the southern neighbour put in?", reader) == "Zambia"
    said = "Table 1. Contributions to the Lake Fund. Zambia: Assessed 2024 900; Paid 2024 860; Paid 2025 905."
    assert said in reader.given


def test_no_row_answers_where_the_reader_is_as_sure_of_another(index: Index) -> None:
    assert shown(index, "What has the southern neighbour put in?", FakeReader("Lake")) == ""


def test_no_row_of_which_a_reader_is_sure_answers_for_another_s_name_or_year(index: Index) -> None:
    assert shown(index, "What has the neighbour of the Congo put in?", FakeReader("Zambia")) == ""
    assert shown(index, "What had the neighbour put in by 2021?", FakeReader("Zambia")) == ""


def test_reasons_are_in_no_row(index: Index) -> None:
    assert shown(index, "Why has Zambia paid 2024?", FakeReader("Zambia"), kind=AnswerType.REASON) == ""


def test_a_table_of_shares_tells_no_count() -> None:
    camps = table(
        ("Region", "Camps", "Rented housing"),
        ("Asia", "38.4", "11.2"),
        ("Africa", "22.9", "8.8"),
        caption="Table 4. Housing (percentage of households)",
    )
    index = table_index(camps)
    assert shown(index, "How many households in Asia live in rented housing?", kind=AnswerType.NUMBER) == ""
    assert shown(index, "households in Asia in rented housing", kind=AnswerType.OTHER) == "Asia"


def test_what_a_sentence_answers_stands() -> None:
    paper = index_of(Document("report", "Report", numbered("Zambia paid 905 in 2025.")))
    asked = "Lake Fund Zambia paid 2025"
    question = QuestionAnalysis(asked, asked, AnswerType.MONEY)
    draft = RowsRead(Unsure(sure=True), None, GLOSSARY).write(question, evidence_of(paper, asked))
    assert draft.confidence == 0.4


def test_the_likeliest_rows_have_most_of_the_question_s_words(index: Index) -> None:
    asked = AskedOfTable("World Food Programme assessed", index, GLOSSARY)
    assert [each.label for each in asked.likeliest(rows_in_words(0, index), 1)] == ["World Food Programme"]


def test_a_likely_row_leads_what_is_related_and_the_rest_stays(index: Index) -> None:
    asked = "What has the southern neighbour put in?"
    question, evidence = QuestionAnalysis(asked, asked, AnswerType.MONEY), evidence_of(index, asked)
    written = Unsure().write(question, evidence)
    draft = RowsRead(Unsure(), FakeReader("Lake"), GLOSSARY).write(question, evidence)
    led = [each.text for each in draft.statements if each.leads]
    assert draft.state == "related"
    assert led[-1] == "Total | 2 110 | 1 570 | 1 267"  # of rows as likely the last one
    assert {each.text for each in written.statements} <= {each.text for each in draft.statements}


def test_which_row_has_most_is_compared(index: Index) -> None:
    assert shown(index, "Which donor has paid most to the Lake Fund in 2024?") == "Zambia"


@dataclass
class LeadsWith:
    """Writes a draft that leads with the row that begins with `label`."""

    label: str
    mode = EXTRACTIVE

    def write(self, _question: QuestionAnalysis, evidence: Evidence) -> Draft:
        place = next(each.place for each in rows_in_words(0, evidence.index) if each.label == self.label)
        return Draft("answers", best_first([place], evidence.index), 0.8)


@pytest.mark.parametrize(
    ("asked", "led", "state", "row"),
    [
        ("What came of Zambia and the Lake Fund?", "World Food Programme", "related", "Zambia"),
        ("What came of Zambia and the Lake Fund?", "Zambia", "answers", "Zambia"),
        ("What came of the Lake Fund?", "World Food Programme", "answers", "World Food Programme"),
        ("What came of Zambia, the DRC and the Lake Fund?", "Total", "answers", "Total"),
        ("Which region gave the Lake Fund most?", "Zambia", "related", "Zambia"),
    ],
)
def test_a_row_does_not_answer_for_another_that_is_named(
    index: Index, asked: str, led: str, state: str, row: str
) -> None:
    question = QuestionAnalysis(asked, asked, AnswerType.MONEY)
    draft = RowsRead(LeadsWith(led), None, GLOSSARY).write(question, evidence_of(index, asked))
    assert (draft.state, draft.statements[-1].text.split(" |")[0]) == (state, row)
