"""The three states of an answer in the rows of batches and evaluation reports."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.measures.score import score_all
from eval.reports.report_folder import question_record
from index.build import build_index
from index.document import Document
from index.store import Index
from rag.batches.questions.row import QuestionRow
from rag.reports.writers.json_lines import JsonLinesWriter
from tests.support.batch_fakes import LACKS, small_index
from tests.support.fakes import FakeEmbedder
from tests.support.gold_fakes import DOCUMENTS
from tests.support.gold_fakes import answer as gold_answer
from tests.support.report_fakes import FOUND, HELD, MET, NONE_ONE, RIGHT_ONE, WRONG_ONE
from tests.support.report_fixtures import everything
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.batch import results_html
from ui.app.markup.results import failed_html, states_in_words

ASKED = (QuestionRow("line 1", "List?"), QuestionRow("line 2", "Related?"), QuestionRow("line 3", "None?"))


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


@pytest.fixture
def records(index: Index, tmp_path: Path) -> list[dict[str, Any]]:
    """What a batch of a question of each state leaves."""
    file = io.BytesIO()
    with everything(index, tmp_path, *ASKED) as batch:
        writer = JsonLinesWriter(batch, file)
        for entry in batch.entries():
            writer.add(entry)
    return [json.loads(line) for line in file.getvalue().splitlines()]


def test_each_row_of_a_batch_says_its_state_in_words_after_a_sign(index: Index, records: list[dict[str, Any]]) -> None:
    html = results_html(records, index)
    for kind, sign, words in (
        ("pc-ok", "✓", "answered"),
        ("pc-check", "?", "related passages to check"),
        ("pc-open", "–", "nothing found"),
    ):
        name = f'<span class="pc-status {kind}"><span class="pc-sign" aria-hidden="true">{sign}</span>{words}</span>'
        assert html.count(name) == 1


def test_a_row_that_is_no_answer_opens_to_its_state_and_leads_to_a_page_of_its_own(
    index: Index, records: list[dict[str, Any]]
) -> None:
    answered, related, nothing = (results_html([each], index) for each in records)
    assert "pc-answer" in answered
    assert "Ask it on its own page" not in answered
    assert "pc-answer" not in related
    assert "Related passages: check whether they answer" in related
    assert LACKS in related
    assert "Nothing was found that clearly answers the question." in nothing
    for html, question in ((related, "Related%3F"), (nothing, "None%3F")):
        assert f'data-go="./?q={question}"' in html


def test_a_row_that_was_asked_of_some_documents_is_asked_of_them_again(
    index: Index, records: list[dict[str, Any]]
) -> None:
    records[1]["batch"]["documents"] = ["guide"]
    assert 'data-go="./?q=Related%3F&amp;doc=guide"' in results_html([records[1]], index)


def test_related_passages_whose_document_was_removed_are_still_no_answer(
    documents: tuple[Document, ...], records: list[dict[str, Any]]
) -> None:
    html = results_html([records[1]], build_index(documents[1:], FakeEmbedder()))
    assert "pc-answer" not in html
    words = Reader(html).words
    assert f"What is missing{LACKS}States should: (A/1, para. 2)Share information; (A/1, para. 2 (a))" in words


def test_a_batch_that_knew_two_states_is_shown_as_it_was(index: Index, records: list[dict[str, Any]]) -> None:
    old = [{name: value for name, value in each.items() if name not in ("state", "checks")} for each in records]
    old[2]["batch"]["status"] = "without a clear answer"
    words = Reader(results_html([old[0], old[2]], index)).words
    assert "1.List?✓answered" in words
    assert "3.None?–nothing found" in words


def test_an_evaluation_counts_the_states_and_shows_which_one_went_wrong() -> None:
    related = replace(gold_answer(HELD, MET, found=FOUND), related=True, checks=(LACKS,))
    scored = score_all(
        [(RIGHT_ONE, gold_answer(MET, found=FOUND)), (WRONG_ONE, related), (NONE_ONE, gold_answer(found=FOUND))],
        DOCUMENTS,
    )
    records = [question_record(each) for each in scored]
    assert states_in_words(records) == (
        "3 questions: 1 answered, 1 with related passages to check, 1 with nothing found"
    )
    html = failed_html([records[1]], build_index(list(DOCUMENTS.values()), FakeEmbedder()))
    assert '<h5 class="pc-state-title">' in html
    assert f"What is missing{LACKS}" in Reader(html).words
