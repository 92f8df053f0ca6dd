"""Lines, their spacing, and how a text is broken into them."""

from index.parser.lines import (
    Layout,
    Line,
    begins_block,
    begins_in_lower_case,
    begins_page,
    ends_sentence,
    is_indented,
    layout_of,
    read_lines,
)

WRAPPED = "The report of the\nworking group was\nadopted in Vienna.\n\nThe next report\nis due.\n"
FLOWING = f"1. {'The working group met in Vienna. ' * 12}\n\n2. {'It adopted its report. ' * 12}\n"


def test_lines_know_their_number_and_the_blank_lines_before_them() -> None:
    assert read_lines("one\n\n \n  two  \nthree\n") == (Line(1, "one", 0), Line(4, "  two", 2), Line(5, "three", 0))


def test_form_feeds_count_pages() -> None:
    first, second, third = read_lines("one\n\ftwo\n\f\n\nthree\n")
    assert (first.page, first.after_form_feed) == (1, False)
    assert (second.text, second.page, second.after_form_feed) == ("two", 2, True)
    assert (third.page, third.after_form_feed) == (3, True)
    assert begins_page(third, Layout.WRAPPED)


def test_no_lines_come_of_a_blank_text() -> None:
    assert read_lines("\n \f\n") == ()
    assert layout_of(()) is Layout.FLOWING


def test_layouts_are_told_by_what_goes_on_from_line_to_line() -> None:
    assert layout_of(read_lines(WRAPPED)) is Layout.WRAPPED
    assert layout_of(read_lines(WRAPPED.replace("\n", "\n\n"))) is Layout.DOUBLE_SPACED
    assert layout_of(read_lines(FLOWING)) is Layout.FLOWING
    assert layout_of(read_lines("1. One.\n\n2. Two.\n")) is Layout.FLOWING


def test_a_block_begins_after_the_gap_of_the_layout() -> None:
    before, near, far = Line(1, "one", 0), Line(3, "two", 1), Line(5, "three", 2)
    assert begins_block(Line(2, "two", 0), before, Layout.FLOWING)
    assert begins_block(near, before, Layout.WRAPPED)
    assert not begins_block(Line(2, "two", 0), before, Layout.WRAPPED)
    assert not begins_block(near, before, Layout.DOUBLE_SPACED)
    assert begins_block(far, before, Layout.DOUBLE_SPACED)


def test_a_missing_blank_line_and_a_blank_at_the_start_show_a_page_in_double_spacing() -> None:
    assert begins_page(Line(2, " two", 0), Layout.DOUBLE_SPACED)
    assert not begins_page(Line(2, "two", 0), Layout.DOUBLE_SPACED)
    assert not begins_page(Line(3, " two", 1), Layout.DOUBLE_SPACED)
    assert not begins_page(Line(2, " two", 0), Layout.WRAPPED)


def test_an_indent_sets_off_a_paragraph_after_a_finished_one() -> None:
    finished, unfinished = Line(1, "  all persons,", 0), Line(1, "  all persons", 0)
    assert is_indented(Line(2, "      Recalling also", 0), finished, Layout.WRAPPED)
    assert not is_indented(Line(2, "      Recalling also", 0), unfinished, Layout.WRAPPED)
    assert not is_indented(Line(2, "   Recalling also", 0), finished, Layout.WRAPPED)


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
