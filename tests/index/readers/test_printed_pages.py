"""Footnotes at the foot of converted pages."""

from index.readers.printed_pages import raise_foot_notes
from index.readers.text import raw_lines

PAGE = """\
The Convention,1 and the Protocol2 apply to 2 States.
________________
 1 Treaty Series, vol. 2349.
 2
   Treaty Series,
   vol. 2225.
\f
The law3 is new. See note 3 above.
________________
 3 See para. 5.
"""


def raised(text: str) -> list[str]:
    return [line.text for line in raise_foot_notes(raw_lines(text))]


def test_numbers_below_a_rule_and_their_marks_are_raised() -> None:
    assert raised(PAGE) == [
        "The Convention,¹ and the Protocol² apply to 2 States.",
        "________________",
        "¹ Treaty Series, vol. 2349.",
        "²",
        "Treaty Series,",
        "vol. 2225.",
        "The law³ is new. See note 3 above.",
        "________________",
        "³ See para. 5.",
    ]


def test_line_numbers_stay() -> None:
    assert [line.number for line in raise_foot_notes(raw_lines(PAGE))] == [1, 2, 3, 4, 5, 6, 8, 9, 10]


def test_nothing_is_raised_without_pages_or_rules_or_numbers_that_run_on() -> None:
    for text in (PAGE.replace("\f", ""), PAGE.replace("_", "")):
        assert raised(text) == [line.text for line in raw_lines(text)]
    assert raised("Text,7 here.\n_____\n 90 days.\n\f\nMore.\n") == ["Text,7 here.", "_____", "90 days.", "More."]
