"""Passages: whole paragraphs where the model reads them, pieces of one paragraph where it does not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.building.passages import Passage, passages_of, split_paragraph
from index.document import Document, Item, Paragraph
from index.locator import Locator
from tests.support.fakes import FakeEmbedder

COUNT = FakeEmbedder().count_tokens


def pieces(text: str, most: int, *items: str) -> list[str]:
    found = [Item(Locator(number="1"), each, text.index(each), text.index(each) + len(each)) for each in items]
    return [text[a:b] for a, b in split_paragraph(text, found, COUNT, most)]


def test_a_paragraph_that_fits_is_one_passage() -> None:
    # Four words and two special pieces.
    assert pieces("One two. Three four.", 6) == ["One two. Three four."]


def test_a_longer_one_is_cut_between_sentences() -> None:
    assert pieces("One two three. Four five six. Seven.", 8) == ["One two three. Four five six. ", "Seven."]


def test_a_long_sentence_is_cut_after_a_clause_then_between_words() -> None:
    assert pieces("One two three, four five six seven eight nine ten.", 7) == [
        "One two three,",
        " four five six seven eight",
        " nine ten.",
    ]


def test_items_stay_with_their_lead_in_where_that_fits() -> None:
    text = "It met there. It ended. States should: (a) Share this; (b) Do that. So it was."
    assert pieces(text, 11, "Share this;", "Do that.") == [
        "It met there. It ended. ",
        "States should: (a) Share this; (b) Do that. ",
        "So it was.",
    ]


def test_a_list_too_long_is_cut_between_its_items() -> None:
    text = "States should: (a) Share all of this; (b) Do all of that."
    assert pieces(text, 9, "Share all of this;", "Do all of that.") == [
        "States should: (a) Share all of this; ",
        "(b) Do all of that.",
    ]


def test_a_word_too_long_for_the_model_is_cut_into_characters() -> None:
    def letters(text: str) -> int:
        return len(text) + 2

    assert [b - a for a, b in split_paragraph("x" * 25, (), letters, 12)] == [10, 10, 5]


def test_a_text_with_the_splitters_own_marks_loses_nothing() -> None:
    text = "One \ue000 two. Three \ue001 four. Five \ue002 six."
    assert "".join(pieces(text, 4)) == text


@given(
    st.text(alphabet=st.sampled_from("aB.;:, \n\ue000é"), max_size=120),
    st.integers(3, 9),
    st.lists(st.integers(0, 120), max_size=6),
)
def test_passages_follow_one_another_lose_no_character_and_fit(text: str, most: int, places: list[int]) -> None:
    edges = sorted({min(place, len(text)) for place in places})
    items = [Item(Locator(number="1"), text[a:b], a, b) for a, b in pairwise(edges)]
    spans = split_paragraph(text, items, COUNT, most)
    assert [a for a, _ in spans] == [0, *(b for _, b in spans[:-1])]
    assert spans[-1][1] == len(text)
    assert all(COUNT(text[a:b]) <= most for a, b in spans)


def test_passages_know_their_paragraphs_row(documents: tuple[Document, ...]) -> None:
    paragraphs = [paragraph for document in documents for paragraph in document.paragraphs]
    assert list(passages_of(paragraphs, COUNT, 7)) == [
        Passage(0, 0, 32),
        Passage(1, 0, 38),
        Passage(1, 38, 56),
        Passage(2, 0, 20),
    ]


def test_a_blank_paragraph_has_a_passage_too() -> None:
    assert list(passages_of([Paragraph(Locator(number="1"), "")], COUNT, 7)) == [Passage(0, 0, 0)]


@pytest.mark.parametrize("most", [32, 256])
def test_the_corpus_in_passages_is_the_corpus(corpus: tuple[Document, ...], most: int) -> None:
    for document in corpus:
        for paragraph in document.paragraphs:
            spans = split_paragraph(paragraph.text, paragraph.items, COUNT, most)
            assert "".join(paragraph.text[a:b] for a, b in spans) == paragraph.text
            assert all(COUNT(paragraph.text[a:b]) <= most for a, b in spans)
