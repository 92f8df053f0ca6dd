"""Printed documents of the United Nations: their numbers, mastheads and summaries, and questions about them.

The documents are not part of the repository; without them these tests are skipped. After a change that is meant:
`python -m tests.index.parser.un_summaries`, then read the difference.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from tests.index.parser.un_summaries import SEQUENCES, parsed, sequences, summary, summary_path
from tests.index.readers.un_documents import FOLDERS, needs_un_documents

pytestmark = needs_un_documents

# Read and parsed in less than half a second each; the others are for the slow run.
QUICK = (
    "A_79_729",
    "A_CONF.230_2025_L.2",
    "A_HRC_RES_59_25",
    "CCPR_C_121_D_2025_2011",
    "E_AC.51_2025_L.4_Add.10",
    "S_RES_2773_2025",
    "S_RES_2781_2025",
    "gate_unga__A_RES_73_3",
    "gate_unga__A_RES_73_7",
)
EACH = [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in SEQUENCES]

# Symbol and date as the first page prints them, read by eye.
PRINTED = {
    "A_79_729": ("A/79/729-S/2025/40", "2025-01-17"),
    "A_79_PV.64": ("A/79/PV.64", "2025-04-16"),
    "A_80_10": ("A/80/10", "2025-06-05"),
    "A_80_75": ("A/80/75-E/2025/55", "2025-04-10"),
    "A_AC.109_2025_L.13": ("A/AC.109/2025/L.13", "2025-03-04"),
    "A_CONF.230_2025_L.2": ("A/CONF.230/2025/L.2", None),
    "A_HRC_RES_59_25": ("A/HRC/RES/59/25", "2025-07-16"),
    "CCPR_C_121_D_2025_2011": ("CCPR/C/121/D/2025/2011", "2017-12-27"),
    "DP_FPA_2025_6": ("DP/FPA/2025/6", "2025-05-19"),
    "E_2025_43": ("E/2025/43-E/C.19/2025/8", "2025-05-13"),
    "E_AC.51_2025_L.4_Add.10": ("E/AC.51/2025/L.4/Add.10", "2025-06-12"),
    "E_C.2_2025_2": ("E/C.2/2025/2", "2024-11-11"),
    "E_CN.5_2025_4": ("E/CN.5/2025/4", "2025-01-10"),
    "E_HLPF_2025_3_Add.1": ("E/HLPF/2025/3/Add.1", "2025-05-14"),
    "JIU_REP_2025_2": ("JIU/REP/2025/2", None),
    "S_2025_202": ("S/2025/202", "2025-04-01"),
    "S_2025_482": ("S/2025/482", "2025-07-24"),
    "S_2025_71_Rev.1": ("S/2025/71/Rev.1", "2025-02-06"),
    "S_RES_2773_2025": ("S/RES/2773 (2025)", "2025-02-21"),
    "S_RES_2781_2025": ("S/RES/2781 (2025)", "2025-05-30"),
    "TD_B_43_6": ("TD/B/43/6", "1996-08-15"),
    "gate_unga__A_RES_73_3": ("A/RES/73/3", "2018-10-18"),
    "gate_unga__A_RES_73_7": ("A/RES/73/7", "2018-10-31"),
    "unfccc__13_20_CMA_1": ("FCCC/PA/CMA/2018/3/Add.2", "2019-03-19"),
    "unfccc__1_4_CMA_3": ("FCCC/PA/CMA/2021/10/Add.1", "2022-03-08"),
    "uprs__afghanistan2014": ("A/HRC/26/4", "2014-04-04"),
    "uprs__argentina2012": ("A/HRC/22/4", "2012-12-12"),
}

# The share of answer sentences that must stand in the paragraph that a question names. The rest are lines of a
# masthead, headings, words that a record tells in italics, and sentences that run from a lead-in over a list.
SHARE_FOUND = 0.98


@pytest.mark.parametrize("name", EACH)
def test_every_printed_number_is_found_and_none_is_invented(name: str) -> None:
    assert sequences(parsed(name).document) == SEQUENCES[name]


@pytest.mark.parametrize("name", EACH)
def test_the_symbol_and_the_date_are_the_printed_ones(name: str) -> None:
    document = parsed(name).document
    assert (document.symbol, document.date) == PRINTED[name]


@pytest.mark.parametrize("name", EACH)
def test_the_summary_is_as_it_was_read_last(name: str) -> None:
    assert summary(parsed(name)) == summary_path(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EACH)
def test_every_locator_is_read_back_as_it_is_printed(name: str) -> None:
    for paragraph in parsed(name).document.paragraphs:
        for locator in (paragraph.locator, *(item.locator for item in paragraph.items)):
            assert Locator.parse(str(locator)) == locator


@pytest.mark.slow
def test_answers_stand_in_the_paragraphs_that_questions_name() -> None:
    found, asked = Counter[str](), Counter[str]()
    for question in _questions():
        name = next((name for name in SEQUENCES if question["document"].startswith(name)), None)
        if name is None:
            continue
        text = _letters(" ".join(_named(parsed(name).document, question["paragraphs"])))
        for sentence in question["answer_sentences"]:
            asked[name] += 1
            found[name] += _letters(sentence) in text
    assert found.total() / asked.total() >= SHARE_FOUND
    assert all(found[name] / asked[name] >= 0.9 for name in asked if SEQUENCES[name])


def _questions() -> Iterator[dict[str, Any]]:
    path = FOLDERS[0].parent / "questions" / "un.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        if question["kind"] != "none":
            yield question


def _named(document: Document, places: list[str]) -> Iterator[str]:
    """The texts of the paragraphs, sub-items and footnotes that a question names."""
    for place in places:
        for paragraph in document.paragraphs:
            yield from _texts_at(paragraph, place.replace(")(", ") ("))


def _texts_at(paragraph: Paragraph, place: str) -> Iterator[str]:
    locator = paragraph.locator
    pages = {str(paragraph.page), locator.page}
    unnumbered = {f"unnumbered, p. {page}" for page in pages if locator.number is None}
    if place in unnumbered | {f"p. {page}, {locator.speaker}" for page in pages}:
        yield paragraph.text
    elif match := re.fullmatch(r".*footnote (\d+)", place):
        yield from (note.text for note in paragraph.notes if note.mark == match[1])
    elif f"{locator},".startswith(f"{place.replace('preamble, ', 'preambular para. ')},"):
        named = "Recommendation " if locator.label == "recommendation" else ""
        yield " ".join([named + paragraph.text, *(note.text for note in paragraph.notes), *paragraph.headings])
    else:
        yield from (f"{each.locator.items[-1]} {each.text}" for each in paragraph.items if str(each.locator) == place)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())
