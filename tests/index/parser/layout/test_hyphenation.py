"""Where a line ends and the sentence goes on."""

import pytest

from index.parser.layout.hyphenation import Vocabulary, join_all, seam

VOCABULARY = Vocabulary(["The cooperation of action-oriented people; co-ordination and coordination."])


@pytest.mark.parametrize(
    "left, right, whole",
    [
        ("the working", "group", "the working group"),
        ("a concise and action-", "oriented declaration", "a concise and action-oriented declaration"),
        ("global anti-", "corruption efforts", "global anti-corruption efforts"),
        ("state-owned-", "companies", "state-owned-companies"),
        ("international co-", "operation is", "international cooperation is"),
        ("International Co-", "operation", "International Cooperation"),
        ("better co-", "ordination", "better co-ordination"),
        ("pre-", "and post-conflict", "pre- and post-conflict"),
        ("short-", "or long-term", "short- or long-term"),
        ("used –", "ranging", "used – ranging"),
        ("used -", "ranging", "used - ranging"),
        ("in 2017–", "2019", "in 2017–2019"),
        ("www.un.org/", "documents", "www.un.org/documents"),
        ("and/", "or", "and/or"),
        ("a soft hy\u00ad", "phen", "a soft hyphen"),
        ("a program’s hy\u2010", "phen", "a program’s hyphen"),
    ],
)
def test_a_seam_is_a_space_or_nothing(left: str, right: str, whole: str) -> None:
    assert join_all([left, right], VOCABULARY) == whole
    cut, glue = seam(left, right, VOCABULARY)
    assert left[: len(left) - cut] + glue + right == whole


def test_empty_lines_add_nothing() -> None:
    assert join_all(["", "one", "", "two", ""], VOCABULARY) == "one two"
    assert join_all([], VOCABULARY) == ""


def test_a_hyphen_that_writers_use_stays_at_a_lines_end() -> None:
    vocabulary = Vocabulary(["water\u2010related projects", "gender\u2010"])
    assert join_all(["gender\u2010", "responsive budgets"], vocabulary) == "gender\u2010responsive budgets"
