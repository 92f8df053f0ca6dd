"""Every passage that holds some words: which count as held, and where they stand."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index
from rag.searching.passages import SearchedWords, best_sentence, marks, mentioning
from tests.support.batch_fakes import small_index

TEXTS = (
    "Contact points meet. Networks of practitioners agree on anti-corruption.",
    "A contact was made. The point was taken.",
    "The network has one contact point, for practitioners.",
    "Nothing of it.",
)


@pytest.fixture
def index() -> Index:
    paragraphs = tuple(Paragraph(Locator(number=str(n)), text, ("Networks",)) for n, text in enumerate(TEXTS, start=1))
    return small_index((Document(id="paper", title="Networks", paragraphs=paragraphs),))


def found(text: str, index: Index) -> list[int]:
    return mentioning(SearchedWords.of(text, index), range(len(TEXTS)), index)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("contact points", [0, 1, 2]),
        ("contact point network", [0, 2]),
        ("“contact points”", [0]),
        ('"contact point"', [0, 2]),
        ("“Contact-Point” practitioner", [0, 2]),
        ("anticorruption", [0]),
        ("anti-corruption", [0]),
        ("the", []),
        ("", []),
        ("zebra", []),
    ],
)
def test_words_are_held_in_any_form_and_phrases_as_they_stand(text: str, rows: list[int], index: Index) -> None:
    assert found(text, index) == rows


def test_a_title_above_a_paragraph_is_no_mention(index: Index) -> None:
    assert found("networks", index) == [0, 2]


def test_what_is_held_is_marked_and_the_sentence_with_most_of_it_is_best(index: Index) -> None:
    text = TEXTS[0]
    spans = marks(SearchedWords.of("network “anti corruption”", index), text, index)
    assert [text[start:end] for start, end in spans] == ["Networks", "anti-corruption"]
    start, end = best_sentence(0, spans, index)
    assert text[start:end].strip() == "Networks of practitioners agree on anti-corruption."
