"""How resolutions begin."""

import pytest

from index.wordings.preambles import begins_preambular, is_organ_name, preambular_text
from tests.support.parsing import document


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("The Security Council,", True),
        ("The Conference of the Parties serving as the meeting of the Parties to the Agreement,", True),
        ("[The Seventy-ninth World Health Assembly,", True),  # of what is not agreed yet
        ("The Council met in New York,", False),
        ("Security Council,", False),
    ],
)
def test_an_organ_is_named_by_an_article_and_words_in_capitals(text: str, is_name: bool) -> None:
    assert is_organ_name(text) is is_name


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Recalling its resolution", True),
        ("Also deeply concerned at", True),
        ("(PP3) Mindful of", True),
        ("recalling its resolution", False),
        ("The Council is concerned", False),
    ],
)
def test_a_preambular_paragraph_begins_with_a_participle(text: str, begins: bool) -> None:
    assert begins_preambular(text) is begins


def test_the_number_of_a_drafts_paragraph_is_no_part_of_it() -> None:
    assert preambular_text("(PP3) Mindful of it,") == "Mindful of it,"


def test_a_draft_resolution_in_brackets_has_paragraphs_of_its_own() -> None:
    draft = "[The Seventy-ninth World Health Assembly,\n\n(PP1) Recalling its words,\n\n"
    below = "(PP2) Noting the report,\n\n(OP1) ADOPTS the plan;\n\n(OP2) URGES States;\n\n(OP3) REQUESTS a report.]\n"
    above = "20. The Board is invited to note it.\n\n21. It is invited to consider the following draft resolution:\n\n"
    read = document(f"{above}{draft}{below}")
    assert [str(each.locator) for each in read.paragraphs][2:] == [
        "draft resolution, preambular para. 1",
        "draft resolution, preambular para. 2",
        "draft resolution, 1",
        "draft resolution, 2",
        "draft resolution, 3",
    ]
