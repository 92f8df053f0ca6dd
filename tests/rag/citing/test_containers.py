"""Parts of a document, as they are printed and as people call them."""

import pytest

from index.locator import Locator
from rag.citing.containers import as_printed, covers, is_known, is_plausible, same_container


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("guideline 4", "draft guideline 4", True),
        ("revised draft, non-binding guideline 4", "draft guideline 4", True),
        ("Annex 2", "annex II", True),
        ("annex ii", "annex II", True),
        ("annex IV", "annex VI", False),
        ("annex", "annex II", False),
        ("guideline 4", "guideline 14", False),
        ("guideline 4", "principle 4", False),
    ],
)
def test_parts_are_the_same_whatever_qualifies_them(one: str, other: str, *, same: bool) -> None:
    assert same_container(one, other) is same
    assert same_container(other, one) is same


@pytest.mark.parametrize(
    ("name", "known", "plausible"),
    [
        ("annex", True, True),
        ("annex II", True, True),
        ("draft guideline 4", True, True),
        ("draft article 57", True, True),
        ("article 57", False, True),
        ("resolution 5/3", False, True),
        ("statement by the chair", False, True),
        ("page 5", False, False),
        ("p. 5", False, False),
        ("para. 3 nonsense", False, False),
        ("annex (2019)", False, False),
        ("", False, False),
    ],
)
def test_pages_are_no_parts_and_instruments_only_as_drafts_are_known_ones(
    name: str, *, known: bool, plausible: bool
) -> None:
    assert (is_known(name), is_plausible(name)) == (known, plausible)


def test_a_known_part_is_printed_with_a_small_letter_and_its_numeral_as_it_is() -> None:
    assert as_printed("Annex II") == "annex II"
    assert as_printed("Closing statement") == "Closing statement"


@pytest.mark.parametrize(
    ("named", "printed", "expected"),
    [
        ("65", "65", True),
        ("65", "65 (c)", True),
        ("65 (c)", "65", False),
        ("65 (C)", "65 (c) (ii)", True),
        ("65 (c)", "65 (d)", False),
        ("5", "draft guideline 6, 5", True),
        ("4.1", "annex, draft guideline 4, 4.1", True),
        ("guideline 4, 4.1", "annex, draft guideline 4, 4.1", True),
        ("guideline 4, 1", "annex, draft guideline 4, 4.1", True),
        ("guideline 4, 1", "annex, draft guideline 4, 4.2", False),
        ("annex, 1", "annex, draft guideline 4, 4.1", False),
        ("annex, 5", "5", False),
        ("guideline 4", "annex, draft guideline 4, 4.1", True),
        ("annex", "annex, draft guideline 4, 4.1", True),
        ("draft guideline 4, annex", "annex, draft guideline 4, 4.1", False),
        ("draft guideline 3 (b)", "draft guideline 3 (b)", True),
        ("draft guideline 3 (b)", "draft guideline 3, 2 (b)", False),
        ("unnumbered 2", "annex, unnumbered 2", True),
        ("unnumbered 2", "2", False),
        ("48bis", "48 bis", True),
        ("3", "preambular para. 3", False),
        ("preambular para. 3", "preambular para. 3", True),
        ("preambular para. 3", "resolution 68/4, preambular para. 3", True),
        ("preambular para. 3", "3", False),
        ("86.55", "recommendation 86.55", True),
        ("recommendation 86.55", "recommendation 86.55", True),
        ("86", "recommendation 86", False),
        ("item 65", "65", False),
        ("item 65", "item 65", True),
        ("table 2", "table II", True),
        ("table 2", "2", False),
        ("p. 4", "p. 4, para. 2", True),
        ("p. 4", "p. 4, Mr. Chumakov, para. 2", True),
        ("p. 4, para. 2", "p. 4, Mr. Chumakov, para. 2", True),
        ("p. 4, Ms. Ray, para. 2", "p. 4, Mr. Chumakov, para. 2", False),
        ("p. 4, para. 2", "p. 5, para. 2", False),
        ("2", "p. 4, para. 2", False),
        ("decision 1/CMA.3, 4", "decision 1/CMA.3, 4", True),
        ("decision 1/CMA.3, 4", "decision 1/CMA.3, annex, 4", True),
        ("decision 1/CMA.3, 4", "decision 11/CMA.3, 4", False),
    ],
)
def test_a_named_place_covers_what_it_means_and_what_lies_in_it(named: str, printed: str, *, expected: bool) -> None:
    assert covers(Locator.parse(named), Locator.parse(printed)) is expected
