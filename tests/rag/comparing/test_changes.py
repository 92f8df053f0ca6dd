"""Changes between two versions of a paragraph, in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.comparing.changes import marked_changes

WORDS = st.lists(st.sampled_from("States should share information with the country of origin , and may .".split()))


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


@given(WORDS, WORDS)
def test_no_word_of_either_version_is_lost(earlier: list[str], later: list[str]) -> None:
    spans = marked_changes(" ".join(earlier), " ".join(later))
    if any("[…]" in each.text for each in spans):
        return
    kept = [word for each in spans if each.style != "removed" for word in each.text.split()]
    assert kept == later
    gone = [word for each in spans if each.style != "added" for word in each.text.split()]
    assert sorted(gone) == sorted(earlier)
