"""Plain text and Markdown read as lines."""

from pathlib import Path

import pytest

from index.errors import SourceError
from index.readers.base import Line, NoteMark, ReadLimits, Role
from index.readers.text.reader import TextReader, raw_lines, source_text


def test_lines_know_their_number_their_indent_and_the_blank_lines_before_them() -> None:
    assert raw_lines("one\n\n \n  two  \nthree\n") == [
        Line("one", 1, 0),
        Line("two", 4, 2, indent=2),
        Line("three", 5, 0),
    ]


def test_form_feeds_count_pages() -> None:
    first, second, third = raw_lines("one\n\ftwo\n\f\n\nthree\n")
    assert (first.page, first.begins_page) == (1, False)
    assert (second.text, second.page, second.begins_page) == ("two", 2, True)
    assert (third.page, third.begins_page) == (3, True)
    assert source_text("one\n\ftwo\n").pages == 2
    assert source_text("one\n").pages is None


def test_a_line_of_mark_up_alone_is_a_blank_one() -> None:
    first, second = source_text("> One.\n>\n> Two.\n").lines
    assert [(line.text, line.number, line.gap) for line in (first, second)] == [("One.", 1, 0), ("Two.", 3, 1)]


def test_no_lines_come_of_a_blank_text() -> None:
    assert raw_lines("\n \f\n") == []
    assert source_text("").lines == ()


def test_what_mark_up_says_of_a_line_stays_with_it() -> None:
    heading, bold, bullet, quoted, note = source_text(
        "## Findings\n\n**Action taken**\n\n- One\n\n> Two<sup>1, 2</sup> goes.\n\n[^1]: See [A/1](#).\n"
    ).lines
    assert (heading.text, heading.heading, heading.bold) == ("Findings", 2, False)
    assert (bold.text, bold.bold) == ("Action taken", True)
    assert (bullet.text, bullet.bullet) == ("One", True)
    assert (quoted.text, quoted.note_marks) == ("Two goes.", (NoteMark(3, "1"), NoteMark(3, "2")))
    assert (note.text, note.opens_note, note.role) == ("See A/1.", "1", Role.NOTE)


def test_bold_is_bold_throughout_and_where_it_is_in_part_is_told() -> None:
    for text in ("**Draft guideline 1**", "**Draft** **guideline**"):
        assert source_text(text).lines[0].bold, text
    for text in ("**1.** The", "The **first**", "****", "**a", "plain"):
        assert not source_text(text).lines[0].bold, text
    (run_together,) = source_text("Draft guideline 3¹**Rules**\n").lines
    assert (run_together.text, run_together.bold_spans) == ("Draft guideline 3Rules", ((17, 22),))
    assert source_text("**A****B**\n").lines[0].bold_spans == ((0, 1), (1, 2))


def test_emphasis_and_links_go_on_over_line_ends() -> None:
    first, second, third = source_text(
        "The *inter\nalia* report [of the\nGroup](#) was long and\nwas adopted in the end.\n".replace("long and\n", "")
    ).lines
    assert [first.text, second.text, third.text] == [
        "The inter",
        "alia report of the",
        "Group was was adopted in the end.",
    ]
    heading, rest = source_text("**Overview of the\nreport**\n").lines
    assert (heading.bold, heading.continues) == (True, False)
    assert (rest.text, rest.bold, rest.continues) == ("report", True, True)


def test_a_dash_at_the_beginning_of_a_line_inside_a_paragraph_is_no_bullet() -> None:
    text = "The States parties of the Convention\n- and others of the region\nwho had come - met in Vienna.\n"
    assert [line.text for line in source_text(text).lines][1] == "- and others of the region"
    listed = (
        "The States parties of the region\nwho had come met:\n- (a) in Vienna;\n- (b) in Doha\nand in no other place.\n"
    )
    assert [line.bullet for line in source_text(listed).lines] == [False, False, True, True, False]


def test_a_soft_hyphen_stays_where_it_shows() -> None:
    assert [line.text for line in source_text("co\u00adopera\u00ad\ntion\u200b\n").lines] == ["coopera\u00ad", "tion"]


def test_a_text_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The Group met.", encoding="utf-8")
    assert TextReader().read(path, ReadLimits(characters=14)).lines[0].text == "The Group met."
    with pytest.raises(SourceError, match=r"long\.txt: 14 characters, more than the limit of 13; split the file"):
        TextReader().read(path, ReadLimits(characters=13))
