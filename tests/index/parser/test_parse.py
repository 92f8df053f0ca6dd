"""Whole texts parsed: what stays, what can be added, and that nothing is lost."""

import re
from itertools import pairwise
from pathlib import Path
from random import Random
from textwrap import wrap

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.parser.assemble import BlockRole
from index.parser.orders import name_order
from index.parser.parse import account_for, parse_text
from index.parser.recognisers import RECOGNISERS, Kind, Recogniser, container_pattern
from tests.support.parsing import document, lines, parse, texts

CORPUS = Path(__file__).parents[3] / "corpus"


def test_what_is_not_mark_up_stays() -> None:
    strange = "See [2024], {x}, snake_case_name, $x$, <script>alert(1)</script>, 5 * 3 * 2, [2](a) and a*."
    assert texts(f"1. {strange}\n") == {"1": strange}


def test_a_newcomer_can_add_a_way_of_numbering() -> None:
    section_sign = Recogniser("section sign", Kind.PARAGRAPH, re.compile(r"§ ?(?P<mark>[0-9]{1,4})\s+(?P<rest>.*)"))
    clause = Recogniser("clause", Kind.CONTAINER, container_pattern("Clause"), 72, name_order)
    text = lines("§ 1 First.", "§ 2 Second.", "Clause 3", "On sharing", "§ 1 Third.")
    parsed = parse_text(text, id="t", source="t.txt", recognisers=(*RECOGNISERS, section_sign, clause))
    assert {str(each.locator): each.text for each in parsed.document.paragraphs} == {
        "1": "First.",
        "2": "Second.",
        "clause 3, 1": "Third.",
    }
    assert "§" in texts(text)["unnumbered 1"]


def test_paragraphs_from_10_000_on_are_paragraphs() -> None:
    numbers = range(9_990, 10_012)
    text = lines(*(f"{number}. The Group took note of report {number}." for number in numbers))
    assert texts(text) == {str(number): f"The Group took note of report {number}." for number in numbers}


def test_a_postal_code_at_the_beginning_of_a_line_is_no_paragraph() -> None:
    text = lines("1. The Group met.", "2. Letters go to the United Nations, New York,", "10017. It replies.", "3. End.")
    assert [number for number in texts(text)] == ["1", "2", "3"]
    assert list(texts(lines("The Group met in New York.", "10017. It replies."))) == ["unnumbered 1", "unnumbered 2"]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


BLOCK = st.sampled_from(
    [
        "1. One is so.", "2. Two is so.", "3. Three goes on", "and ends here.", "(a) An entry;", "(b) Another.",
        "(i) Deep;", "I. Roman", "A. Letter", "1. Arabic", "Annex", "Annex II", "Draft guideline 4", "Title of it",
        "Action taken", "¹ A note.", "Text.¹", "* A star note.", "agenda*", "# Depth", "**Bold**", "***", "4",
        "- bullet", "12. Twelve.", "4.1 Decimal one.", "Article 5", "2 bis. Inserted.", "Distr.: General",
        "4 April 2018", "A/71/208", "\f", "Item 2. Matters", "long-", "term plans.", "Where:", "1.", "[^1]: noted.",
        "| a | b |", "____________",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(BLOCK, st.sampled_from(["\n", "\n\n", "\n\n\n"])), max_size=30))
def test_every_word_of_a_text_is_in_exactly_one_place(blocks: list[tuple[str, str]]) -> None:
    text = "".join(block + gap for block, gap in blocks)
    placed = account_for(text)
    # Letters alone: digits may be raised to footnote marks, which is told by other tests.
    expected = re.findall(r"[a-z]", text, re.IGNORECASE)
    assert re.findall(r"[a-z]", " ".join(each.text for each in placed), re.IGNORECASE) == expected
    assert all(earlier.last_line <= later.first_line for earlier, later in pairwise(placed))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(BLOCK, st.sampled_from(["\n", "\n\n", "\n\n\n"])), max_size=30))
def test_the_paragraphs_hold_what_was_placed_in_them_and_items_are_parts_of_them(blocks: list[tuple[str, str]]) -> None:
    text = "".join(block + gap for block, gap in blocks)
    parsed = document(text)
    placed = "".join(words(" ".join(each.text for each in account_for(text) if each.role is BlockRole.PARAGRAPH)))
    held = ""
    for paragraph in parsed.paragraphs:
        held += "".join(words((paragraph.locator.number or "") + paragraph.text))
        assert paragraph.text == " ".join(paragraph.text.split())
        for item in paragraph.items:
            assert paragraph.text[item.start : item.end] == item.text.strip() == item.text
            assert item.locator.paragraph == paragraph.locator
    assert held == placed


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
@example("\U0010f01c")
def test_no_text_breaks_the_parser(text: str) -> None:
    parsed = parse(text)
    assert all(paragraph.text for paragraph in parsed.document.paragraphs if paragraph.locator.number is None)


def read(name: str) -> str:
    return (CORPUS / f"{name}.txt").read_text(encoding="utf-8")


def content(text: str) -> list[tuple[object, ...]]:
    """What a text says, wherever its lines break."""
    return [(str(each.locator), each.text, each.headings, each.items, each.notes) for each in document(text).paragraphs]


def wrapped(text: str, width: int, step: str = "\n", indent: str = "") -> str:
    return step.join(indent + piece for line in text.split("\n") for piece in wrap(line, width) or [""])


@pytest.mark.parametrize("name", ["progress-2018", "info-sharing-2018", "guidelines-2021", "irg-2019"])
def test_a_document_says_the_same_however_its_lines_are_broken(name: str) -> None:
    text = read(name)
    said = content(text)
    assert content(wrapped(text, 72)) == said
    assert content(wrapped(text, 90, indent=" " * 12)) == said
    assert content(wrapped(text, 90, step="\n\n")) == said
    assert content(text.replace("\n", "\r\n")) == said


def test_a_text_in_double_spacing_says_the_same_in_single_spacing() -> None:
    text = read("intersessional-2020")
    single: list[str] = []
    gap = 0
    for line in text.split("\n"):
        if line.strip():
            single += [""] * (gap > 1) + [line]
            gap = 0
        else:
            gap += 1
    assert len(single) < text.count("\n") * 0.6
    assert content("\n".join(single)) == content(text)


PAGE_BREAKS = [
    "\n\n4/17\n\fCAC/COSP/WG.2/2018/2\n\n",
    "\n\n\nV.18-02044\n4/17\n\f\nCAC/COSP/WG.2/2018/2\n\n",
    "\n\nConference of the States Parties\n\n7\n\n",
    "\n\n12\n\n",
    "\n\n---\n\n",
    "\n\n\f",
    "\n\n",
]


@pytest.mark.parametrize("page_break", PAGE_BREAKS)
@pytest.mark.parametrize("name", ["progress-2018", "guidelines-2021"])
def test_a_document_says_the_same_wherever_its_pages_break(name: str, page_break: str) -> None:
    chance = Random(2018)
    broken = []
    for line in read(name).split("\n"):
        places = [match.start() for match in re.finditer(r"(?<=[a-z,]) (?=[a-z])", line)][5:-5]
        places = [place for place in places if line[:place].count("*") % 2 == 0 and line.count("[", 0, place) == 0]
        if len(line) > 300 and places and re.match(r"(?:- )?[0-9.]+ ", line) and chance.random() < 0.4:
            place = chance.choice(places)
            line = line[:place] + page_break + line[place + 1 :]
        broken.append(line)
    assert "\n".join(broken).count(page_break) > read(name).count(page_break)
    assert content("\n".join(broken)) == content(read(name))


@pytest.mark.parametrize(
    "name", ["progress-2018", "info-sharing-2018", "guidelines-2021", "irg-2019", "intersessional-2020"]
)
def test_every_word_of_the_corpus_is_in_exactly_one_place(name: str) -> None:
    text = read(name)
    bare = re.sub(r"\]\(#\)|<sup>[0-9]</sup>|[¹²³⁴⁵⁶]", " ", text)
    placed = re.sub("[¹²³⁴⁵⁶]", " ", " ".join(each.text for each in account_for(text)))
    assert words(placed) == words(bare)
    assert [each for each in account_for(text) if each.role is BlockRole.UNPLACED] == []
