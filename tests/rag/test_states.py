"""What is said of the three states of an answer: only what is known."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Answer, Intent, ModelRun
from rag.answering.steps import Asked
from rag.states import OTHER_LANGUAGE, PARTLY_PROVED, RELATED_MEANS, STATES, WayOn, explanation, headline, ways_on
from tests.support.batch_fakes import FakeAnswerer, small_index

HOUSE = Path(__file__).parents[2]
# That the documents hold no answer is not known where none was found.
_TOO_STRONG = re.compile(
    r"documents (?:do not|don't|give no) (?:tell|answer)|documents say nothing|No paragraph answers|"
    r"do not answer the question|not answered by the documents",
    re.IGNORECASE,
)


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def answer(index: Index, question: str) -> Answer:
    return next(FakeAnswerer(index).answer_many([Asked(question)]))


def test_an_answer_needs_no_words_over_it_and_no_way_on(index: Index) -> None:
    found = answer(index, "Who")
    assert (headline(found), explanation(found), ways_on(found, is_filtered=True)) == ("", (), ())


def test_that_nothing_was_found_is_all_that_is_said(index: Index) -> None:
    found = answer(index, "None")
    assert (headline(found), explanation(found)) == ("Nothing was found that clearly answers the question.", ())


def test_why_nothing_was_found_is_said_first_where_it_is_known(index: Index) -> None:
    found = replace(answer(index, "None"), reason="There is no para. 99.")
    assert headline(found) == "There is no para. 99."
    assert explanation(found) == ("Nothing was found that clearly answers the question.",)


def test_related_passages_are_always_called_so(index: Index) -> None:
    found = answer(index, "Related")
    assert headline(found) == "Related passages: check whether they answer"
    assert explanation(found) == (RELATED_MEANS,)
    told = replace(found, reason="It was the President, not the Secretary-General.")
    assert headline(told) == headline(found)
    assert explanation(told) == ("It was the President, not the Secretary-General.", RELATED_MEANS)


def test_what_a_model_wrote_and_could_be_proved_is_no_mere_nearest(index: Index) -> None:
    run = ModelRun("m", "answer-1", sentences=3, proved=2, left_out=1)
    found = replace(answer(index, "Related"), language_model=run, checks=())
    assert explanation(found) == (PARTLY_PROVED,)
    assert explanation(replace(found, language_model=replace(run, failure="it cannot be reached"))) == (RELATED_MEANS,)
    assert explanation(replace(found, checks=("“Kenya” is in none of these passages.",))) == (RELATED_MEANS,)


def test_no_two_states_share_a_sign_or_a_word(index: Index) -> None:
    for field in ("name", "counted", "title", "sign"):
        assert len({getattr(words, field) for words in STATES.values()}) == len(STATES) == 3


@pytest.mark.parametrize(
    ("intent", "tools"),
    [
        ("facts", ["reword", "found"]),
        ("definition", ["reword", "found"]),
        ("text", ["show", "reword", "found"]),
        ("summary", ["show", "brief", "reword", "found"]),
        ("list", ["brief", "reword", "found"]),
        ("search", ["brief", "reword", "found"]),
        ("change", ["compare", "reword", "found"]),
    ],
)
def test_the_way_on_is_what_the_question_wants(index: Index, intent: Intent, tools: list[str]) -> None:
    for kind in ("None", "Related"):
        assert [each.tool for each in ways_on(replace(answer(index, kind), intent=intent))] == tools


def test_the_documents_of_a_way_on_are_those_found_first(index: Index) -> None:
    found = answer(index, "None")
    compare, *_ = ways_on(replace(found, intent="change"))
    assert compare == WayOn("compare", "Put the two documents found first side by side", ("report-2018", "guide"))
    one = replace(found, intent="change", evidence=found.evidence[:1])
    assert [each.tool for each in ways_on(one)] == ["reword", "found"]
    assert [each.tool for each in ways_on(replace(one, intent="text", evidence=()))] == ["reword"]


def test_whoever_asked_some_documents_only_may_ask_all(index: Index) -> None:
    assert [each.tool for each in ways_on(answer(index, "None"), is_filtered=True)] == ["widen", "reword", "found"]


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


def test_the_readme_shows_what_is_said(index: Index) -> None:
    assert f"    {headline(answer(index, 'None'))}\n" in (HOUSE / "README.md").read_text(encoding="utf-8")


def test_a_question_in_another_language_is_best_asked_in_english(index: Index) -> None:
    refused = replace(answer(index, "None"), reason=OTHER_LANGUAGE)
    assert ways_on(refused) == (WayOn("reword", "Ask in English"),)
