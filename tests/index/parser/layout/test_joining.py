"""Lines joined to blocks."""

from index.parser.blocks import Block, link
from index.parser.layout.hyphenation import Vocabulary
from index.parser.layout.joining import blocks_of
from index.parser.recognisers import RECOGNISERS, Kind
from index.readers.base import Line, NoteMark, Role, SourceText, Wrapping
from index.readers.text.reader import source_text
from index.text.typography import is_rule


def blocks(text: str) -> tuple[Block, ...]:
    return blocks_of(source_text(text), Vocabulary([text]), RECOGNISERS)


def shown(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def test_wrapped_lines_are_joined_and_blank_lines_part_them() -> None:
    text = "The report was\nadopted in Vienna.\n\nThe next one is\ndue in May.\n"
    assert shown(text) == ["The report was adopted in Vienna.", "The next one is due in May."]
    assert [(block.first_line, block.last_line) for block in blocks(text)] == [(1, 2), (4, 5)]


def test_a_line_that_begins_with_a_mark_is_a_block_that_may_go_on_from_the_one_before() -> None:
    first, second = blocks("The report was adopted in the year\n2018. It was long and\ndetailed.\n")
    assert (first.begins, second.begins) == (True, False)
    assert second.text == "2018. It was long and detailed."


def test_each_line_of_a_flowing_text_is_a_block() -> None:
    assert shown("1. One.\n2. Two.\nAction taken\n3. Three.\n") == ["1. One.", "2. Two.", "Action taken", "3. Three."]


def test_a_container_and_its_title_on_one_line_are_two_blocks() -> None:
    text = "**Draft guideline 2****States should share**\n\nDraft guideline 3**Rules**\n\n**Not a name****at all**\n"
    assert shown(text)[:4] == ["Draft guideline 2", "States should share", "Draft guideline 3", "Rules"]
    assert [block.first_line for block in blocks(text)][:4] == [1, 1, 3, 3]
    assert len(blocks(text)) == 5


def test_the_title_below_a_containers_name_is_a_block_of_its_own() -> None:
    assert shown("Annex II\nTerms of reference\nof the group\n\n1. The group\nmeets.\n")[:2] == [
        "Annex II",
        "Terms of reference of the group",
    ]


def test_bold_that_runs_over_two_lines_is_one_block() -> None:
    long = "1. " + "The Group met in Vienna. " * 20
    found = blocks(f"**Overview of progress made in the\nimplementation of mandates**\n\n{long}\n")
    assert (found[0].text, found[0].bold) == ("Overview of progress made in the implementation of mandates", True)


def test_footnotes_begin_blocks_and_stars_only_where_a_star_marks_a_word() -> None:
    with_star = blocks("Item 2 of the agenda*\n\n* A/1.\n\n¹ See A/2.\n")
    assert [block.opens_note for block in with_star] == [None, "*", "1"]
    without = blocks("Item 2 of the agenda\n\n* A bullet\n")
    assert [(block.opens_note, block.bullet, block.text) for block in without][1] == (None, True, "A bullet")


def test_a_block_knows_its_marks_and_the_text_after_them() -> None:
    (block,) = blocks("- 4.1. Receiving States\n")
    mark = block.mark(Kind.PARAGRAPH)
    assert mark is not None
    assert (mark.printed, block.after(mark), block.bullet) == ("4.1", "Receiving States", True)
    assert block.mark(Kind.CONTAINER) is None


def test_rules_have_no_letter_and_no_digit() -> None:
    assert all(map(is_rule, ("***", "---", "-", "* * *", "________", "…")))
    assert not any(map(is_rule, ("4", "a", "- a -")))


def test_running_blocks_know_the_ones_beside_them() -> None:
    first, second, third = blocks("One is here.\n\nTwo is here.\n\nThree is here.\n")
    link([first, third])
    assert (first.previous, first.next) == (None, third)
    assert (third.previous, third.next) == (first, None)
    assert (second.previous, second.next) == (None, None)


def test_lines_of_any_format_are_joined_by_what_their_reader_says_of_them() -> None:
    lines = (
        Line("Findings", 1, bold=True, heading=1),
        Line("The Group met in", 2, note_marks=(NoteMark(9, "1"), NoteMark(9, "2"))),
        Line("Vienna.", 3, continues=True),
        Line("It adopted its report.", 4),
    )
    flowing = blocks_of(SourceText(lines, wrapping=Wrapping.FLOWING), Vocabulary([]), RECOGNISERS)
    assert [block.text for block in flowing] == ["Findings", "The Group¹,² met in Vienna.", "It adopted its report."]
    assert [(block.depth, block.bold) for block in flowing] == [(1, True), (0, False), (0, False)]
    assert (flowing[1].first_line, flowing[1].last_line) == (2, 3)


def test_a_heading_is_one_block_across_a_line_break_unless_its_first_line_is_a_name() -> None:
    lines = (
        Line("II.\tSize and", 1, heading=1),
        Line("distribution", 2, heading=1, continues=True),
        Line("Annex", 3, gap=1, heading=1),
        Line("Terms of reference", 4, heading=1, continues=True),
    )
    flowing = blocks_of(SourceText(lines, wrapping=Wrapping.FLOWING), Vocabulary([]), RECOGNISERS)
    assert [block.text for block in flowing] == ["II. Size and distribution", "Annex", "Terms of reference"]


def lines_of(*lines: Line) -> list[str]:
    return [block.text for block in blocks_of(SourceText(lines), Vocabulary([]), RECOGNISERS)]


def test_a_block_begins_after_the_gap_of_the_wrapping() -> None:
    def count(gap: int, wrapping: Wrapping) -> int:
        lines = (Line("one went", 1), Line("two came", 2 + gap, gap))
        return len(blocks_of(SourceText(lines, wrapping=wrapping), Vocabulary([]), RECOGNISERS))

    assert count(0, Wrapping.FLOWING) == 2
    assert [count(gap, Wrapping.WRAPPED) for gap in (0, 1)] == [1, 2]
    assert [count(gap, Wrapping.DOUBLE_SPACED) for gap in (0, 1, 2)] == [1, 1, 2]


def test_a_missing_blank_line_and_a_blank_at_the_start_show_a_page_in_double_spacing() -> None:
    def top(line: Line, wrapping: Wrapping) -> bool:
        source = SourceText((Line("The report.", 1), line), wrapping=wrapping)
        return blocks_of(source, Vocabulary([]), RECOGNISERS)[-1].top

    assert top(Line("2. Two.", 2, 0, indent=1), Wrapping.DOUBLE_SPACED)
    assert not top(Line("2. Two.", 2, 0), Wrapping.DOUBLE_SPACED)
    assert not top(Line("2. Two.", 3, 1, indent=1), Wrapping.DOUBLE_SPACED)
    assert not top(Line("2. Two.", 2, 0, indent=1), Wrapping.WRAPPED)
    assert top(Line("2. Two.", 2, 0, page=2, begins_page=True), Wrapping.WRAPPED)


def test_an_indent_sets_off_a_paragraph_after_a_finished_one() -> None:
    finished, unfinished = Line("all persons,", 1, indent=2), Line("all persons", 1, indent=2)
    assert len(lines_of(finished, Line("Recalling also", 2, indent=6))) == 2
    assert len(lines_of(unfinished, Line("Recalling also", 2, indent=6))) == 1
    assert len(lines_of(finished, Line("Recalling also", 2, indent=3))) == 1


def test_further_lines_of_a_footnote_belong_to_it_whatever_their_spacing() -> None:
    note = (Line("See para. 5.", 1, role=Role.NOTE, opens_note="1"), Line("And 6.", 3, 1, role=Role.NOTE))
    assert lines_of(*note, Line("2. Two.", 5, 1)) == ["See para. 5. And 6.", "2. Two."]


def test_the_name_of_a_rule_in_bold_before_its_text_is_a_block_of_its_own() -> None:
    first = Line("Applicability", 1, italic=True)
    rule = Line("Rule 101.1: The Controller shall keep", 2, bold_spans=((0, 11),))
    more = Line("the accounts.", 3)
    assert lines_of(first, rule, more) == ["Applicability", "Rule 101.1:", "The Controller shall keep the accounts."]
    mentioned = Line("Rule 101.1 of the Rules applies.", 2, bold_spans=((0, 10),))
    assert lines_of(first, mentioned) == ["Applicability Rule 101.1 of the Rules applies."]


def test_the_name_of_a_part_in_bold_begins_a_block_however_near_the_line_above_is() -> None:
    lines = (Line("Applicability", 1, italic=True), Line("Regulation 1.1", 2, bold=True), Line("These Regulations", 3))
    assert lines_of(*lines) == ["Applicability", "Regulation 1.1", "These Regulations"]
