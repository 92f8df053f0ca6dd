"""What a reader types is found however the document spells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document, Paragraph
from index.locator import Locator
from rag.searching.finding import find


def marked(text: str, words: str) -> list[str]:
    """What is marked of `text` when `words` are looked for."""
    document = Document(id="a", title="A", paragraphs=(Paragraph(Locator(number="1"), text),))
    return [text[start:end] for start, end in find(document, words).spans.get(0, ())]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("An anti-corruption body.", "anticorruption", ["anti-corruption"]),
        ("An anti-corruption body.", "anti corruption", ["anti-corruption"]),
        ("An anticorruption body.", "anti-corruption", ["anticorruption"]),
        ("An anti corruption body.", "anti-corruption", ["anti corruption"]),
        ("An anti‑corruption body.", "anti-corruption", ["anti‑corruption"]),
        ("The years 2003–2005.", "2003-2005", ["2003–2005"]),
        ("The years 2003 — 2005.", "2003-2005", ["2003 — 2005"]),
        ("The State party’s report.", "party's REPORT", ["party’s report"]),
        ("The “focal point” acts.", '"focal point"', ["“focal point”"]),
        ("Côte d’Ivoire acted.", "cote d'ivoire", ["Côte d’Ivoire"]),
        ("Co\u0302te d'Ivoire acted.", "Côte", ["Co\u0302te"]),
        ("In article\u00a057 and article 57.", "article 57", ["article\u00a057", "article 57"]),
        ("Confis\u00adcated assets.", "confiscated", ["Confis\u00adcated"]),
        ("The ﬁrst one.", "first", ["ﬁrst"]),
        ("The ﬁrst one.", "f", ["ﬁ"]),
        ("Straße", "strasse", ["Straße"]),
        ("Banks  cooperate.", "banks cooperate", ["Banks  cooperate"]),
    ],
)
def test_hyphens_spaces_accents_quotes_and_capitals_do_not_hide_a_word(
    text: str, words: str, expected: list[str]
) -> None:
    assert marked(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [("Rule 6-5 applies.", "65"), ("No where to go.", "nowhere"), ("Banks.", " "), ("A – B", "–"), ("Banks.", "(.*)")],
)
def test_what_is_not_there_is_not_found(text: str, words: str) -> None:
    assert marked(text, words) == []


def test_signs_are_looked_for_as_they_are() -> None:
    assert marked("A share of 40 % (see .*).", "%") == ["%"]
    assert marked("A share of 40 % (see .*).", ".*") == [".*"]


def test_a_hyphen_at_the_end_of_what_was_typed_so_far_hides_nothing() -> None:
    assert marked("An anti-corruption body.", "anti-") == ["anti"]


@given(st.text(max_size=60), st.data())
def test_words_copied_from_a_text_are_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    copied = text[start : data.draw(st.integers(start, len(text)))]
    if copied.strip().isalnum() and copied.isascii():
        assert marked(text, copied)
