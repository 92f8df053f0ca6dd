"""Footnotes at the foot of converted pages."""

from index.readers.text.printed_pages import raise_foot_notes
from index.readers.text.reader import raw_lines

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


def lines(*given: str) -> str:
    return "".join(f"{line}\n" for line in given)


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


def test_without_pages_the_notes_end_at_the_next_paragraph() -> None:
    unpaged = PAGE.replace("\f", "")
    assert raised(unpaged) == raised(PAGE)
    goes_on = raised(unpaged + "\n40 States have joined since.\n")
    assert goes_on == [*raised(PAGE), "40 States have joined since."]


def test_a_mark_may_follow_a_full_stop_but_no_decimal_point() -> None:
    notes = "_____\n1 See para. 5.\n2 See para. 6.\n"
    assert raised(f"It rose by 2.1 per cent in all.1 It fell in 2021.2\n{notes}")[0] == (
        "It rose by 2.1 per cent in all.¹ It fell in 2021.²"
    )


def test_a_mark_may_stand_apart_after_a_sentence_but_not_within_one() -> None:
    notes = "_____\n1 See para. 5.\n2 See para. 6.\n"
    assert raised(f"In all, 1 team left. 1 It rose in 2021. 2\n{notes}")[0] == "In all, 1 team left.¹ It rose in 2021.²"


def test_a_number_after_an_abbreviation_is_no_mark() -> None:
    notes = "_____\n1 See para. 5.\n2 See para. 6.\n3 See vol. 1.\n"
    said = "As in para. 2 of Supplement No. 1 (A/80/571/Add.1 and Corr.2), see vol. 3 and art. 2 of it."
    assert raised(f"{said} 3\n{notes}")[0] == f"{said}³"


def test_notes_without_a_rule_are_told_by_a_mark_on_their_page() -> None:
    page = "The Agreement1 is in force.\n\n1 See decision\n\n  1/CP.21.\n2 See para. 6.\n\f\nMore.\n"
    assert raised(page) == [
        "The Agreement¹ is in force.", "¹ See decision", "1/CP.21.", "² See para. 6.", "More."
    ]  # fmt: skip
    assert raise_foot_notes(raw_lines(page))[2].gap == 0
    unmarked = page.replace("Agreement1", "Agreement")
    assert raised(unmarked) == [line.text for line in raw_lines(unmarked)]


def test_nothing_is_raised_without_rules_and_pages_or_numbers_that_run_on() -> None:
    bare = PAGE.replace("_", "").replace("\f", "")
    assert raised(bare) == [line.text for line in raw_lines(bare)]
    assert raised("Text,7 here.\n_____\n 90 days.\n\nMore.\n") == ["Text,7 here.", "_____", "90 days.", "More."]
    assert raised("Text,7 here.\n_____\n 90 days.\n\f\nMore.\n") == ["Text,7 here.", "_____", "90 days.", "More."]


def test_the_number_of_a_symbol_tells_of_notes_on_its_page_and_is_not_raised() -> None:
    page = "A/80/571/Add.1\n\nThe Agreement is in force.\n\n1 See decision\n\n  1/CP.21.\n2 See para. 6.\n\f\nMore.\n"
    assert raised(page)[:3] == ["A/80/571/Add.1", "The Agreement is in force.", "¹ See decision"]


def test_without_pages_and_rules_the_notes_end_at_the_number_of_the_printing_job() -> None:
    text = lines(
        "3. The closure of a trial,3 without a",
        "",
        "3   A/HRC/19/57, para. 68.",
        "4   See opinion 58/2023, and",
        "    what follows there.",
        "",
        "GE.26-07714          5",
        "A/HRC/WGAD/2026/17",
        "",
        "reason, is arbitrary.4 In all, 5 teams left.",
    )
    page = "1. The Convention,1 and the Protocol2 apply.\n\n1   Vol. 1.\n2   Vol. 2.\n\n4          GE.26-07714\n\n"
    second = text.replace("a trial,3 without a", "a trial,3 without a4")
    assert raised(page + second)[:6] == [
        "1. The Convention,¹ and the Protocol² apply.",
        "¹ Vol. 1.",
        "² Vol. 2.",
        "4          GE.26-07714",
        "3. The closure of a trial,³ without a⁴",
        "³ A/HRC/19/57, para. 68.",
    ]
    assert raised(text.replace("GE.26-07714          5\n", "")) == [
        line.text for line in raw_lines(text.replace("GE.26-07714          5\n", ""))
    ]


def test_the_first_number_of_a_page_may_stand_behind_the_last_note_or_before_the_pages_own() -> None:
    text = "In 2024 it rose.1 It fell.2\n____________\n\nSee para. 5.\n2\nSee para. 6.\n1\n\n2/19\n\n25-05279\n\f"
    assert raised(text)[1:6] == ["____________", "¹", "See para. 5.", "²", "See para. 6."]
    alone = "In 2024 it rose.1 It fell.\n____________\n1\n\n6/19\n\nSee para. 5.\n25-05279\n\f"
    assert raised(alone)[1:] == ["____________", "¹", "See para. 5.", "25-05279", "6/19"]
