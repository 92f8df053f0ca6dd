"""How texts are broken into lines, and what the ends of lines tell."""

from index.readers.base import Wrapping
from index.readers.text.reader import raw_lines
from index.readers.text.wrapping import gap_inside_paragraphs, wrapping_of
from index.text.typography import begins_in_lower_case, ends_sentence

WRAPPED = "The report of the\nworking group was\nadopted in Vienna.\n\nThe next report\nis due.\n"
FLOWING = f"1. {'The working group met in Vienna. ' * 12}\n\n2. {'It adopted its report. ' * 12}\n"


def test_no_lines_are_flowing() -> None:
    assert wrapping_of(()) is Wrapping.FLOWING


def test_the_breaking_of_lines_is_told_by_what_goes_on_from_line_to_line() -> None:
    assert wrapping_of(raw_lines(WRAPPED)) is Wrapping.WRAPPED
    assert wrapping_of(raw_lines(WRAPPED.replace("\n", "\n\n"))) is Wrapping.DOUBLE_SPACED
    assert wrapping_of(raw_lines(FLOWING)) is Wrapping.FLOWING
    assert wrapping_of(raw_lines("1. One.\n\n2. Two.\n")) is Wrapping.FLOWING


def test_only_double_spacing_has_blank_lines_inside_paragraphs() -> None:
    assert [gap_inside_paragraphs(wrapping) for wrapping in Wrapping] == [0, 0, 1]


def test_the_end_of_a_sentence_is_seen_through_quotation_marks_and_footnote_marks() -> None:
    for text in ("It is so.", "as follows:", "done;", "“It is so.”", "It is so.¹²", "(see above).)", "真的。"):
        assert ends_sentence(text), text
    for text in ("It is", "Vienna,", "the agenda*", ""):
        assert not ends_sentence(text), text


def test_lower_case_is_that_of_letters_that_have_one() -> None:
    assert begins_in_lower_case("  requested")
    assert begins_in_lower_case("ärger")
    for text in ("Requested", "(a) requested", "2018", ""):
        assert not begins_in_lower_case(text), text
