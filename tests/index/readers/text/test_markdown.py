"""Mark-up taken away, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.readers.text.markdown import plain, signs_of
from index.text.typography import collapse, lowered, raised


@pytest.mark.parametrize(
    "marked, bare",
    [
        ("**Bold** and *emphasis* and ***both***", "Bold and emphasis and both"),
        ("*inter alia*, highlighted", "inter alia, highlighted"),
        ("(see [CAC/COSP/WG.2/2017/3](#), paras. 48–50)", "(see CAC/COSP/WG.2/2017/3, paras. 48–50)"),
        ("reviews [[CAC/COSP/IRG/2019/5](#)], provided", "reviews [CAC/COSP/IRG/2019/5], provided"),
        ("[71/208](https://undocs.org/A/RES/71/208), [a](), [b](www.un.org)", "71/208, a, b"),
        ("[wiki](https://en.wikipedia.org/wiki/Law_(book))", "wiki"),
        ("at <https://star.worldbank.org/star/content>.", "at https://star.worldbank.org/star/content."),
        ("agenda\\* and snake\\_case", "agenda* and snake_case"),
        ("2017–2019.<sup>1</sup>", "2017–2019.¹"),
        ("here<sup>1, 12</sup> and the 5<sup>th</sup>", "here¹,¹² and the 5th"),
        ("CO<sub>2</sub><br>next", "CO2 next"),
        ("noted[^12]", "noted¹²"),
        ("1\\. The", "1. The"),
        ("co\u00adoperation\u200b", "cooperation"),
    ],
)
def test_markup_goes(marked: str, bare: str) -> None:
    assert plain(marked) == bare


@pytest.mark.parametrize(
    "text",
    [
        "[2024] and [1] and [2, 3]",
        "{x} and $x$ and $\\alpha$",
        "snake_case_name and _underscored_",
        "<script>alert(1)</script> and a < b > c",
        "5 * 3 * 2 and agenda* and 4**2",
        "[2](a) and [x](see above)",
        "C:\\path\\name",
        "m³ and 5⁴",
        "# not a heading here",
    ],
)
def test_what_is_not_markup_stays(text: str) -> None:
    assert plain(text) == text


def test_a_lines_signs_are_told_and_taken_off() -> None:
    assert signs_of("### **VIII. Assistance** ##") == signs_of("### **VIII. Assistance**")
    heading = signs_of("## Annex")
    assert (heading.text, heading.depth) == ("Annex", 2)
    bullet = signs_of("- (a) Getting")
    assert (bullet.text, bullet.bullet) == ("(a) Getting", True)
    printed = signs_of("• Getting")
    assert (printed.text, printed.bullet) == ("• Getting", False)
    assert signs_of("> quoted").text == "quoted"
    assert signs_of("#hashtag").depth == 0


def test_superscripts_and_digits_turn_into_each_other() -> None:
    assert raised("120") == "¹²⁰"
    assert lowered("¹²⁰") == "120"


def test_white_space_collapses() -> None:
    assert collapse("  one\u00a0two \t\n three ") == "one two three"


@given(st.text(alphabet="ab *_[](){}<>#\\.1/:", max_size=60))
def test_words_outlive_their_markup(text: str) -> None:
    letters = [character for character in text if character in "ab"]
    kept = [character for character in plain(text) if character in "ab"]
    # Only a link's target may go.
    assert kept == letters or "](" in text
