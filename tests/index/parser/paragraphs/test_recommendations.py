"""Recommendations: numbered below a paragraph, or with a name and a number of their own."""

from tests.index.parser.setting import places, texts

REVIEW = """
{b14} II. Conclusions and/or recommendations

85. The State was examined by the Working Group.

86. The following recommendations will be examined:

     86.1. Ratify the Convention (France);

     86.2. Consider signing the Protocol (Spain);

     86.3. Ratify the Protocol (Chile);

     86.4. Withdraw its reservations (Denmark);
=====
     5. Adopt a national plan (Norway);

     6. Continue its efforts (Cuba);

     86.7. Take steps (Japan).

87. All conclusions reflect the position of the submitting States.
"""


def test_recommendations_below_a_paragraph_are_cited_as_recommendations() -> None:
    found = texts(REVIEW)
    assert found["recommendation 86.2"] == "Consider signing the Protocol (Spain);"
    assert found["87"] == "All conclusions reflect the position of the submitting States."


def test_a_number_of_which_only_the_last_step_is_printed_is_cited_in_full() -> None:
    assert places(REVIEW)[1:] == ["86", *(f"recommendation 86.{number}" for number in range(1, 8)), "87"]


def test_decimal_numbers_below_other_paragraphs_are_paragraphs() -> None:
    text = REVIEW.replace("recommendations will be examined", "facts were submitted")
    assert places(text)[1:3] == ["86", "86.1"]


NAMED = """
{b14} II. Policies

19. Organizations should report.

20. Comprehensive coverage is needed.

{b} Recommendation 1

{b} Executive heads should, by the end of 2026, revise
{b} their policies.

21. Victims should be supported.

{b} Recommendation 2

Executive heads should report on it.

22. Most policies are old.
"""


def test_a_named_recommendation_is_a_paragraph_with_its_own_number() -> None:
    assert texts(NAMED) == {
        "19": "Organizations should report.",
        "20": "Comprehensive coverage is needed.",
        "recommendation 1": "Executive heads should, by the end of 2026, revise their policies.",
        "21": "Victims should be supported.",
        "recommendation 2": "Executive heads should report on it.",
        "22": "Most policies are old.",
    }


def test_a_sentence_about_a_recommendation_is_none() -> None:
    text = "19. One.\n\nRecommendation 1 was accepted by all.\n\n20. Two.\n"
    assert not any("recommendation" in place for place in places(text))


AUDIT = """
{b14} III. Audit results

10. Stocks were not counted.

11. Staff were not trained.

{box} (1) The Depot should count its stocks every
{box} quarter.

The Depot accepted recommendation 1.

{b} (2) The Depot should train its staff in the new system before the end of the coming year.

The Depot accepted recommendation 2.

12. Obsolete parts lay about.
"""


def test_a_number_in_brackets_in_bold_or_in_a_box_is_a_recommendations_where_the_text_speaks_of_it() -> None:
    assert texts(AUDIT) == {
        "10": "Stocks were not counted.",
        "11": "Staff were not trained.",
        "recommendation 1": "The Depot should count its stocks every quarter.",
        "p. 1, unnumbered 1": "The Depot accepted recommendation 1.",
        "recommendation 2": "The Depot should train its staff in the new system before the end of the coming year.",
        "p. 1, unnumbered 2": "The Depot accepted recommendation 2.",
        "12": "Obsolete parts lay about.",
    }
    assert "recommendation 1" not in places(AUDIT.replace("accepted recommendation", "accepted proposal"))


def test_a_sentence_in_bold_is_text_and_no_heading() -> None:
    text = """
{b} Conclusions

1. The Group met.

{b} The Group recommends that the Council keep the matter under review at its coming session.

2. It adopted its report.
"""
    assert any("keep the matter under review" in each for each in texts(text).values())
