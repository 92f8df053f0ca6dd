"""The form of citations against UN usage."""

import pytest

from rag.verifying.citations.resolve import Citation
from rag.verifying.verdicts.form import form_of


def form(written: str) -> str:
    return form_of(Citation(written, 0, len(written), None, "held"))[0]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("A/79/352, para 5", "A/79/352, para. 5"),
        ("A/79/352, para.5", "A/79/352, para. 5"),
        ("A/79/352 para. 5", "A/79/352, para. 5"),
        ("A/79/352, § 5", "A/79/352, para. 5"),
        ("A/79/352, par. 5", "A/79/352, para. 5"),
        ("A/79/352, paras. 5-7", "A/79/352, paras. 5–7"),
        ("A/79/352, para. 5–7", "A/79/352, paras. 5–7"),
        ("A/79/352, paras. 5", "A/79/352, para. 5"),
        ("A/79/352, paras. 9 and 7", "A/79/352, paras. 7 and 9"),
        ("A/79/352, para. 5(c)", "A/79/352, para. 5 (c)"),
        ("ibid, para. 5", "ibid., para. 5"),
        ("ibid. para. 5", "ibid., para. 5"),
        ("paragraph 5 and 6 of A/79/352", "paragraphs 5 and 6 of A/79/352"),
    ],
)
def test_a_fault_is_put_right(written: str, right: str) -> None:
    assert form(written) == right


@pytest.mark.parametrize(
    "written",
    [
        "A/79/352, para. 5",
        "A/79/352, paras. 5–7 and 9 (a)–(c)",
        "A/79/352, paras. 5, 6 and 9",
        "A/79/352, para. 65 (a) and (c)",
        "paragraph 5 of the report (A/79/352",
        "Ibid., paras. 5 and 6",
        "A/79/352, annex, draft guideline 4, para. 4.1 (a)",
        "S/RES/2781 (2025), para. 3",
        "paras. 5 to 7",
    ],
)
def test_citations_by_usage_are_left_as_they_are(written: str) -> None:
    assert form_of(Citation(written, 0, len(written), None, "held")) == (written, "")
