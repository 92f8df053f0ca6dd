"""Words that two texts do not share, and changes between two versions of a paragraph in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.comparing.word_diff import marked_changes, word_diff

WORDS = st.lists(st.sampled_from("States Countries should may share information freely".split()), max_size=12)
PIECES = st.lists(st.sampled_from("States should share information with the country of origin , and may .".split()))


def only(texts: list[str], spans: tuple[tuple[tuple[int, int], ...], ...]) -> list[list[str]]:
    return [[text[start:end] for start, end in marks] for text, marks in zip(texts, spans, strict=True)]


def test_words_of_one_side_only_are_marked_and_neighbours_are_one_span() -> None:
    left = ["Receiving countries should reply actively."]
    right = ["Receiving States should endeavour to follow up actively."]
    diff = word_diff(left, right)
    assert only(left, diff.left) == [["countries", "reply"]]
    assert only(right, diff.right) == [["States", "endeavour to follow up"]]


def test_capitals_and_punctuation_do_not_count() -> None:
    diff = word_diff(["The Secretariat, in general, agreed."], ["the secretariat in general agreed"])
    assert diff.same
    assert diff.shared == 1.0


def test_curly_and_straight_apostrophes_are_the_same() -> None:
    assert word_diff(["States’ laws"], ["States' laws"]).same


def test_one_text_is_compared_with_the_several_it_was_split_into() -> None:
    left = ["States should act. Delays should be avoided."]
    right = ["States should act swiftly.", "Delays should be avoided."]
    diff = word_diff(left, right)
    assert only(left, diff.left) == [[]]
    assert only(right, diff.right) == [["swiftly"], []]


def test_a_short_word_between_two_changes_belongs_to_the_change() -> None:
    left, right = ["We welcome the progress made."], ["We regret the delay made."]
    diff = word_diff(left, right)
    assert only(left, diff.left) == [["welcome the progress"]]
    assert only(right, diff.right) == [["regret the delay"]]


def test_a_number_between_two_changes_stays_shared() -> None:
    left, right = ["We welcome 71 replies."], ["They list 71 answers."]
    assert only(left, word_diff(left, right).left) == [["We welcome", "replies"]]


def test_a_document_symbol_and_a_hyphenated_word_are_one_word() -> None:
    left, right = ["resolution 71/208 on anti-corruption"], ["resolution 71/209 on anti-crime"]
    assert only(left, word_diff(left, right).left) == [["71/208 on anti-corruption"]]


def test_texts_without_words_are_the_same() -> None:
    assert word_diff([""], ["—"]).same


@given(left=WORDS, right=WORDS)
def test_what_is_not_marked_is_the_same_on_both_sides(left: list[str], right: list[str]) -> None:
    texts, others = [" ".join(left)], [" ".join(right)]
    diff = word_diff(texts, others)
    assert _without(texts[0], diff.left[0]) == _without(others[0], diff.right[0])


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text.split()


def marked(earlier: str, later: str) -> str:
    signs = {"plain": "{}", "added": "+{}+", "removed": "-{}-"}
    return "".join(
        signs[each.style].format(each.text) if each.text.strip() else " " for each in marked_changes(earlier, later)
    )


@pytest.mark.parametrize(
    ("earlier", "later", "line"),
    [
        ("Freeze assets early.", "Freeze assets early.", "Freeze assets early."),
        ("Freeze assets early.", "Freeze all assets early.", "Freeze +all+ assets early."),
        ("Freeze all assets early.", "Freeze assets early.", "Freeze -all- assets early."),
        ("Countries should share.", "States should share.", "-Countries- +States+ should share."),
        ("States should share.", "states should share", "states should share"),
        ("Information on the case", "Data on a file", "-Information on the case- +Data on a file+"),
        ("", "Freeze.", "+Freeze.+"),
        ("Freeze.", "", "-Freeze.-"),
    ],
)
def test_words_that_came_and_went_are_marked_where_they_stand(earlier: str, later: str, line: str) -> None:
    assert marked(earlier, later) == line


def test_of_long_stretches_that_stayed_the_words_next_to_changes_are_shown() -> None:
    same = " ".join(f"w{n}" for n in range(40))
    assert marked(f"A {same} Y", f"B {same} Z") == (
        "-A- +B+ "
        + " ".join(f"w{n}" for n in range(12))
        + " […] "
        + " ".join(f"w{n}" for n in range(28, 40))
        + " -Y- +Z+"
    )
    assert marked(f"{same} Y", f"{same} Z") == "[…] " + " ".join(f"w{n}" for n in range(28, 40)) + " -Y- +Z+"


@given(PIECES, PIECES)
def test_no_word_of_either_version_is_lost(earlier: list[str], later: list[str]) -> None:
    spans = marked_changes(" ".join(earlier), " ".join(later))
    if any("[…]" in each.text for each in spans):
        return
    kept = [word for each in spans if each.style != "removed" for word in each.text.split()]
    assert kept == later
    gone = [word for each in spans if each.style != "added" for word in each.text.split()]
    assert sorted(gone) == sorted(earlier)


def test_a_resolution_number_that_stayed_between_two_changes_is_shown_as_kept() -> None:
    assert marked("see resolutions 3/3, 4/4", "see resolution 3/3, para. 2") == (
        "see -resolutions- +resolution+ 3/3, -4/4- +para. 2+"
    )
