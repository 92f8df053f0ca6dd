"""Symbols that a draft writes wrongly."""

import pytest

from rag.verifying.citations.symbols import HeldSymbols, is_malformed

HELD = HeldSymbols(["A/RES/73/6", "A/79/352-E/2024/9", None])


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("A/RES/73/9", ("A/RES/73/6",)),
        ("A/RES/37/6", ("A/RES/73/6",)),
        ("A/RES/73/66", ("A/RES/73/6",)),
        ("A/79/325", ("A/79/352",)),
        ("A/79/999", ()),
        ("E/RES/73/6", ()),
        ("A/RES/73/6", ()),
    ],
)
def test_one_slip_is_near(written: str, near: tuple[str, ...]) -> None:
    assert HELD.near(written) == near


@pytest.mark.parametrize("written", ["A/RES/73-6", "a/res/73/6", "A/RES/736", "ARES/73/6"])
def test_the_same_letters_with_other_signs_are_the_symbol_held(written: str) -> None:
    assert HELD.same_letters(written) == "A/RES/73/6"


def test_a_text_keeps_its_length_when_symbols_are_put_right() -> None:
    text, (repair,) = HELD.repaired("see A/RES/ 73/6, and/or 5 others")
    assert text == "see A/RES/73/6 , and/or 5 others"
    assert repair.meant == "A/RES/73/6"


@pytest.mark.parametrize("symbol", ["A/RES/73-190", "A/RES/73", "S/RES/1325/2000", "A/HRC/RES/59"])
def test_symbols_that_no_document_of_the_series_can_have_are_malformed(symbol: str) -> None:
    assert is_malformed(symbol)


@pytest.mark.parametrize(
    "symbol",
    [
        "A/RES/73/190",
        "A/RES/S-32/1",
        "A/RES/2200A(XXI)",
        "S/RES/1325 (2000)",
        "S/RES/1325(2000)",
        "A/79/352",
        "E/RES/2019/23",
    ],
)
def test_symbols_as_they_are_issued_are_not(symbol: str) -> None:
    assert not is_malformed(symbol)


def test_letters_that_belong_to_a_symbol_are_not_taken_for_figures() -> None:
    text = "see A/CONF.230/2025/L.1 and A/C.1/55/PV.21"
    assert HELD.repaired(text) == (text, ())
