"""Locators printed and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import LocatorError
from index.locator import Label, Locator

NAMES = st.sampled_from(
    ["annex", "annex II", "draft guideline 4", "section ii", "decision 1/CMA.3", "article 5", "приложение"]
)
MARKS = st.sampled_from(["a", "c", "ii", "xiv", "aa", "1", "12", "B"])
ORDINALS = st.integers(1, 500)
PAGES = st.one_of(st.integers(1, 212).map(str), st.sampled_from(["iv", "xii"]))
SPEAKERS = st.sampled_from([None, "Mr. Chumakov", "The Acting President", "Ms. Minh T Vu", "Sir John Smith, Jr."])
NUMBERED: tuple[Label, ...] = ("recommendation", "item", "table", "figure", "box")
ON_PAGES: tuple[Label, ...] = ("", "paragraph", "table", "figure", "box")
NUMBERS = st.one_of(
    st.integers(1, 999).map(str),
    st.tuples(st.integers(1, 20), st.integers(1, 20)).map(lambda steps: f"{steps[0]}.{steps[1]}"),
    st.integers(1, 99).map(lambda number: f"{number} bis"),
)
CAPTION_NUMBERS = st.one_of(NUMBERS, st.sampled_from(["II", "II.4", "IV.XII", "A.1", "31.II"]))


@st.composite
def locators(draw: st.DrawFn) -> Locator:
    containers = tuple(draw(st.lists(NAMES, max_size=3)))
    items = tuple(draw(st.lists(MARKS, max_size=3)))
    kinds = [
        "number",
        "labelled",
        "ordinal",
        "preambular",
        "page",
        "page alone",
        *(["container"] if containers else []),
    ]
    match draw(st.sampled_from(kinds)):
        case "number":
            return Locator(containers, draw(NUMBERS), items)
        case "labelled":
            return Locator(containers, draw(CAPTION_NUMBERS), items, label=draw(st.sampled_from(NUMBERED)))
        case "ordinal":
            return Locator(containers, None, items, draw(ORDINALS))
        case "preambular":
            return Locator(containers, None, items, draw(ORDINALS), "preambular")
        case "page":
            label = draw(st.sampled_from(ON_PAGES))
            return Locator(containers, None, items, draw(ORDINALS), label, draw(PAGES), draw(SPEAKERS))
        case "page alone":
            return Locator(containers, page=draw(PAGES), speaker=draw(SPEAKERS))
        case _:
            return Locator(containers, None, items)


@given(locators())
def test_what_is_printed_is_read_back(locator: Locator) -> None:
    assert Locator.parse(str(locator)) == locator


@pytest.mark.parametrize(
    "text, locator",
    [
        ("65", Locator(number="65")),
        ("65 (c)", Locator(number="65", items=("c",))),
        ("65(c)(ii)", Locator(number="65", items=("c", "ii"))),
        ("annex, draft guideline 4, 4.1 (a)", Locator(("annex", "draft guideline 4"), "4.1", ("a",))),
        ("draft guideline 3", Locator(("draft guideline 3",))),
        ("draft guideline 3 (b)", Locator(("draft guideline 3",), None, ("b",))),
        ("annex, unnumbered 2", Locator(("annex",), None, (), 2)),
        ("12 bis", Locator(number="12 bis")),
        ("recommendation 136.118", Locator(number="136.118", label="recommendation")),
        ("item 65 (a)", Locator(number="65", items=("a",), label="item")),
        ("preambular para. 3", Locator(ordinal=3, label="preambular")),
        ("decision 1/CMA.3, preambular para. 3", Locator(("decision 1/CMA.3",), ordinal=3, label="preambular")),
        ("resolution 68/4, 1 (a)", Locator(("resolution 68/4",), "1", ("a",))),
        ("p. 2, para. 3", Locator(ordinal=3, label="paragraph", page="2")),
        ("annex, p. iv, unnumbered 2", Locator(("annex",), ordinal=2, page="iv")),
        ("p. 7, Mr. Chumakov, para. 4", Locator(ordinal=4, label="paragraph", page="7", speaker="Mr. Chumakov")),
        ("p. 7, Mr. Chumakov", Locator(page="7", speaker="Mr. Chumakov")),
        ("table 3", Locator(number="3", label="table")),
        ("table II.4", Locator(number="II.4", label="table")),
        ("table A.1", Locator(number="A.1", label="table")),
        ("chapter V, figure 31.II", Locator(("chapter V",), "31.II", label="figure")),
        ("p. 12, table 1", Locator(ordinal=1, label="table", page="12")),
    ],
)
def test_locators_are_read(text: str, locator: Locator) -> None:
    assert Locator.parse(text) == locator


@pytest.mark.parametrize(
    "text",
    [
        "", " ", ",", "65,", ", 65", "65 x", "(a)", "65 (c) and more", "(annex), 4", "65, 66", "?", "para. 3",
        "p. 2, 65", "p. 2, preambular para. 3", "p. 0, para. 1",
    ],
)  # fmt: skip
def test_what_is_no_locator_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(LocatorError, match=r"not a locator: .*; expected, for example, '65'") as caught:
        Locator.parse(text)
    assert "\n" not in str(caught.value)


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(LocatorError) as caught:
        Locator.parse("5 " * 100_000)
    assert len(str(caught.value)) < 200


def test_items_go_down_and_up() -> None:
    whole = Locator(("annex",), "4.1")
    entry = whole.item("a", "ii")
    assert str(entry) == "annex, 4.1 (a) (ii)"
    assert entry.paragraph == whole
    assert whole.paragraph is whole
