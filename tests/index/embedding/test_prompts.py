"""What stands before a question and before a passage: told by the model's folder, else by its family."""

import pytest

from index.embedding.prompts import NO_PROMPTS, Prompts, fingerprint_with, prompts_for


@pytest.mark.parametrize(
    ("told", "default", "expected"),
    [
        ({"query": "ask: ", "document": "text: "}, None, Prompts("ask: ", "text: ")),
        ({"query": "ask: "}, None, Prompts("ask: ", "")),
        ({"query": "ask: ", "passage": "p: "}, None, Prompts("ask: ", "p: ")),
        ({"query": "ask: ", "all": "any: "}, "all", Prompts("ask: ", "any: ")),
        ({"query": "", "document": ""}, None, NO_PROMPTS),
        ({}, None, NO_PROMPTS),
    ],
)
def test_the_prompts_that_a_folder_tells_are_taken(
    told: dict[str, str], default: str | None, expected: Prompts
) -> None:
    assert prompts_for("somebody/model", told, default) == expected


@pytest.mark.parametrize(
    ("name", "question", "passage"),
    [
        ("intfloat/e5-small-v2", "query: ", "passage: "),
        ("/models/multilingual-e5-base/", "query: ", "passage: "),
        ("BAAI/bge-small-en-v1.5", "Represent this sentence for searching relevant passages: ", ""),
        ("somebody/bge-m3", "", ""),
        ("somebody/made-of-e5-small", "", ""),
    ],
)
def test_a_family_that_tells_none_has_those_of_its_page(name: str, question: str, passage: str) -> None:
    assert prompts_for(name, {"query": "", "document": ""}) == Prompts(question, passage)


def test_prompts_are_part_of_the_fingerprint_and_none_leave_it_as_it_is() -> None:
    assert fingerprint_with("f" * 64, NO_PROMPTS) == "f" * 64
    both = {fingerprint_with("f" * 64, each) for each in (Prompts("a", "b"), Prompts("ab", ""), Prompts("a", ""))}
    assert len(both) == 3
    assert all(len(each) == 64 for each in both)
