"""Where a line ends and the sentence goes on."""

import pytest

from index.parser.layout.hyphenation import Vocabulary, join_all, seam, with_typed_hyphens
from index.readers.base import Line

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
        ("A/C.2/80/", "L.12", "A/C.2/80/L.12"),
        ("Of these, 29 replied. 1/", "The others", "Of these, 29 replied. 1/ The others"),
        ("a soft hy\u00ad", "phen", "a soft hyphen"),
    ],
)
def test_a_seam_is_a_space_or_nothing(left: str, right: str, whole: str) -> None:
    assert join_all([left, right], VOCABULARY) == whole
    cut, glue = seam(left, right, VOCABULARY)
    assert left[: len(left) - cut] + glue + right == whole


def test_empty_lines_add_nothing() -> None:
    assert join_all(["", "one", "", "two", ""], VOCABULARY) == "one two"
    assert join_all([], VOCABULARY) == ""


def joined(*texts: str) -> str:
    lines = with_typed_hyphens([Line(text, number) for number, text in enumerate(texts, start=1)])
    return join_all([line.text for line in lines], VOCABULARY)


def test_a_hyphen_with_which_a_program_broke_a_word_is_taken_off() -> None:
    assert joined("a program’s hy\u2010", "phen") == "a program’s hyphen"


def test_a_hyphen_that_writers_use_is_the_typed_one_and_stays_at_a_lines_end() -> None:
    assert joined("water\u2010related and gender\u2010", "responsive") == "water-related and gender-responsive"


def test_cells_have_typed_hyphens() -> None:
    line = Line("El\u2010Sheikh | 4", 1, cells=("El\u2010Sheikh", "4"))
    assert with_typed_hyphens([line]) == [Line("El-Sheikh | 4", 1, cells=("El-Sheikh", "4"))]
