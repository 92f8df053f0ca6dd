"""Document symbols: which name one document, and where it is published."""

import pytest

from index.symbols import names_document, official_link, symbol_keys


@pytest.mark.parametrize(
    ("symbol", "other", "same"),
    [
        ("A/80/75", "A/80/75-E/2025/55", True),
        ("E/2025/55", "A/80/75-E/2025/55", True),
        ("A/80/75–E/2025/55", "A/80/75-E/2025/55", True),
        ("a/80/75", "A/80/75", True),
        ("S/RES/2773", "S/RES/2773 (2025)", True),
        ("S/RES/2773(2025)", "S/RES/2773 (2025)", True),
        ("A/80/75", "A/80/75/Add.1", False),
        ("A/80/75/Add.1", "A/80/75", False),
        ("S/2025/71", "S/2025/71/Rev.1", False),
        ("A/80/7", "A/80/75", False),
        ("A/S-30/2", "A/S-30/2", True),
        ("A/80/6(Sect. 9)", "A/80/6 (Sect. 9)", True),
        ("A/80/6", "A/80/6 (Sect. 9)", False),
        ("A/1", None, False),
    ],
)
def test_a_symbol_names_the_document_that_has_it_among_others_and_no_addendum_or_revision(
    symbol: str, other: str | None, *, same: bool
) -> None:
    assert names_document(symbol, other) is same


def test_a_document_of_two_organs_is_known_by_both_symbols() -> None:
    assert symbol_keys("E/2025/43-E/C.19/2025/8") == {"E/2025/43", "E/C.19/2025/8", "E/2025/43-E/C.19/2025/8"}
    assert symbol_keys("A/S-30/2") == {"A/S-30/2"}
    assert symbol_keys(None) == frozenset()


@pytest.mark.parametrize(
    ("symbol", "link"),
    [
        ("CAC/COSP/WG.2/2018/2", "https://docs.un.org/en/CAC/COSP/WG.2/2018/2"),
        ("S/RES/2773 (2025)", "https://docs.un.org/en/S/RES/2773(2025)"),
        ("A/79/729-S/2025/40", "https://docs.un.org/en/A/79/729-S/2025/40"),
        ("EB158/14", None),
        ("CL 180/9", None),
        ("WHA78.5", None),
        (None, None),
    ],
)
def test_a_document_with_a_symbol_of_the_united_nations_has_an_official_link(
    symbol: str | None, link: str | None
) -> None:
    assert official_link(symbol) == link
