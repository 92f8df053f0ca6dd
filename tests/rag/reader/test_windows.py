"""What a reader is given of a paragraph."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.reader.windows import LONGEST, LONGEST_HEADING, Wanted, Window, window_of


def words(text: str) -> list[str]:
    return text.lower().replace(".", " ").replace(",", " ").split()


def spans_of(*sentences: str) -> tuple[str, list[tuple[int, int]]]:
    """The paragraph that `sentences` make, and the characters of each."""
    text, spans = "", []
    for each in sentences:
        start = len(text) + (1 if text else 0)
        text = f"{text} {each}" if text else each
        spans.append((start, start + len(each)))
    return text, spans


def read(window: Window) -> list[str]:
    return [window.text[start:end] for start, end in window.spans]


def test_a_short_paragraph_is_read_whole_under_its_heading() -> None:
    text, spans = spans_of("The fund was set up.", "It pays grants.")
    window = window_of(text, spans, Wanted({"grants": 1.0}, words), "Funds")
    assert window == Window("Funds. The fund was set up. It pays grants.", (0, 1), ((7, 27), (28, 43)))


def test_a_long_heading_is_cut() -> None:
    window = window_of("Grants.", [(0, 7)], Wanted({}, words), "x" * 500)
    assert window.text == "x" * LONGEST_HEADING + ". Grants."
    assert read(window) == ["Grants."]


def test_of_a_long_paragraph_the_stretch_with_the_words_of_the_question_is_read() -> None:
    filler = "Nothing is said here of any matter that anybody asked about in the whole of the year, nor will be."
    text, spans = spans_of(*[filler] * 6, "The trust fund pays grants to States.", *[filler] * 6)
    window = window_of(text, spans, Wanted({"trust": 2.0, "grants": 1.0}, words))
    assert len(window.text) <= LONGEST
    assert "The trust fund pays grants to States." in read(window)
    assert 6 in window.sentences


def test_of_equal_stretches_the_first_is_read_in_whatever_order_their_words_are_counted() -> None:
    filler = "x " * (LONGEST // 2)
    for one, two, three in permutations(("trust", "fund", "grant")):
        # In another order than the exact one these weights come to 0.6000000000000001, more than that of the first.
        stems = {"audit": 0.6, one: 0.1, two: 0.2, three: 0.3}
        text, spans = spans_of("One audit.", filler.strip(), "A trust fund grant.")
        assert window_of(text, spans, Wanted(stems, lambda each: each.lower().strip(".").split())).sentences[0] == 0


def test_of_equal_stretches_the_first_is_read() -> None:
    text, spans = spans_of(*["Nothing is said here of any matter that anybody asked about in this year."] * 12)
    assert window_of(text, spans, Wanted({"grants": 1.0}, words)).sentences[0] == 0


def test_a_sentence_that_is_near_the_question_is_read_though_it_has_none_of_its_words() -> None:
    text, spans = spans_of(*["Nothing is said here of any matter that anybody asked about in this year."] * 12)
    worth = [0.1] * 11 + [0.9]
    assert 11 in window_of(text, spans, Wanted({"grants": 1.0}, words), worth=worth).sentences


def test_rare_words_weigh_more_than_many_common_ones() -> None:
    long = "of the matters that the many States had before them in that year and in the year before it was over"
    text, spans = spans_of(f"First {long} {long} {long}.", f"Second {long} {long}.", "A quorum is forty.", f"{long}.")
    window = window_of(text, spans, Wanted({"quorum": 9.0, "the": 0.1, "year": 0.2}, words))
    assert "A quorum is forty." in read(window)


def test_a_sentence_that_is_too_long_is_read_in_part_at_a_clause() -> None:
    clauses = [f"Recalling matter {number} of the many that were before it at the session" for number in range(20)]
    text = "; ".join(clauses) + "; and deciding that the quorum is forty."
    window = window_of(text, [(0, len(text))], Wanted({"quorum": 1.0}, words))
    assert window.sentences == (0,)
    assert len(window.text) <= LONGEST
    assert window.text.startswith("Recalling matter")
    assert window.text.endswith("the quorum is forty.")


def test_a_blank_paragraph_has_an_empty_window() -> None:
    assert window_of("", [(0, 0)], Wanted({}, words), "Heading") == Window("", (), ())


@given(st.lists(st.text("ab ,;.", min_size=1, max_size=900), min_size=1, max_size=6))
def test_whatever_the_text_a_window_is_short_and_its_sentences_are_where_they_are_said_to_be(said: list[str]) -> None:
    text, spans = spans_of(*said)
    window = window_of(text, spans, Wanted({"a": 1.0, "b": 1.0}, words), "Head")
    assert len(window.text) <= LONGEST + len("Head. ")
    for sentence, part in zip(window.sentences, read(window), strict=True):
        start, end = spans[sentence]
        assert part in text[start:end]


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1])
def test_the_limit_is_kept_to_the_character(length: int) -> None:
    text = "x" * length
    assert len(window_of(text, [(0, length)], Wanted({}, words)).text) == min(length, LONGEST)
