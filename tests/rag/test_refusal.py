"""What is said where there is no answer: only what is known."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Answer
from rag.answerer import Asked
from rag.refusal import no_answer
from tests.support.batch_fakes import FakeAnswerer, small_index

HOUSE = Path(__file__).parents[2]
# That the documents hold no answer is not known where none was found.
_TOO_STRONG = re.compile(
    r"documents (?:do not|don't|give no) (?:tell|answer)|documents say nothing|No paragraph answers|"
    r"do not answer the question|not answered by the documents",
    re.IGNORECASE,
)


@pytest.fixture
def refused(documents: tuple[Document, ...]) -> Answer:
    index: Index = small_index(documents)
    return next(FakeAnswerer(index).answer_many([Asked("None")]))


def test_that_no_answer_was_found_is_all_that_is_said(refused: Answer) -> None:
    assert no_answer(refused) == "No sentence was found that clearly answers the question."


def test_why_there_is_no_answer_is_said_where_it_is_known(refused: Answer) -> None:
    assert no_answer(replace(refused, reason="There is no para. 99.")) == "There is no para. 99."


@pytest.mark.parametrize("folder", ["rag", "ui"])
def test_nothing_that_people_read_says_what_is_not_known(folder: str) -> None:
    said = [
        f"{path.name}: {line.strip()}"
        for path in sorted((HOUSE / folder).rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        # What is wanted of a gold question was established by people.
        if _TOO_STRONG.search(line) and path.parts[-2:] != ("markup", "results.py")
    ]
    assert said == []


def test_the_readme_shows_what_is_said(refused: Answer) -> None:
    assert f"    {no_answer(refused)}\n" in (HOUSE / "README.md").read_text(encoding="utf-8")
