"""Lines joined to pieces."""

from index.parser.lines import read_lines
from index.parser.pieces import Piece, is_rule, pieces_of
from index.parser.recognisers import RECOGNISERS, Kind
from index.parser.seams import Vocabulary


def pieces(text: str) -> tuple[Piece, ...]:
    return pieces_of(read_lines(text), Vocabulary(text), RECOGNISERS)


def shown(text: str) -> list[str]:
    return [piece.text for piece in pieces(text)]


def test_wrapped_lines_are_joined_and_blank_lines_part_them() -> None:
    text = "The report was\nadopted in Vienna.\n\nThe next one is\ndue in May.\n"
    assert shown(text) == ["The report was adopted in Vienna.", "The next one is due in May."]
    assert [(piece.first_line, piece.last_line) for piece in pieces(text)] == [(1, 2), (4, 5)]


def test_a_line_that_begins_with_a_mark_is_a_piece_that_may_go_on_from_the_one_before() -> None:
    first, second = pieces("The report was adopted in the year\n2018. It was long and\ndetailed.\n")
    assert (first.fresh, second.fresh) == (True, False)
    assert second.text == "2018. It was long and detailed."


def test_each_line_of_a_flowing_text_is_a_piece() -> None:
    assert shown("1. One.\n2. Two.\nAction taken\n3. Three.\n") == ["1. One.", "2. Two.", "Action taken", "3. Three."]


def test_a_container_and_its_title_on_one_line_are_two_pieces() -> None:
    text = "**Draft guideline 2****States should share**\n\nDraft guideline 3**Rules**\n\n**Not a name****at all**\n"
    assert shown(text)[:4] == ["Draft guideline 2", "States should share", "Draft guideline 3", "Rules"]
    assert [piece.first_line for piece in pieces(text)][:4] == [1, 1, 3, 3]
    assert len(pieces(text)) == 5


def test_the_title_below_a_containers_name_is_a_piece_of_its_own() -> None:
    assert shown("Annex II\nTerms of reference\nof the group\n\n1. The group\nmeets.\n")[:2] == [
        "Annex II",
        "Terms of reference of the group",
    ]


def test_bold_that_runs_over_two_lines_is_one_piece() -> None:
    long = "1. " + "The Group met in Vienna. " * 20
    found = pieces(f"**Overview of progress made in the\nimplementation of mandates**\n\n{long}\n")
    assert (found[0].text, found[0].bold) == ("Overview of progress made in the implementation of mandates", True)


def test_footnotes_begin_pieces_and_stars_only_where_a_star_marks_a_word() -> None:
    with_star = pieces("Item 2 of the agenda*\n\n* A/1.\n\n¹ See A/2.\n")
    assert [piece.note for piece in with_star] == [False, True, True]
    without = pieces("Item 2 of the agenda\n\n* A bullet\n")
    assert [(piece.note, piece.bullet, piece.text) for piece in without][1] == (False, True, "A bullet")


def test_a_piece_knows_its_marks_and_the_text_after_them() -> None:
    (piece,) = pieces("- 4.1. Receiving States\n")
    mark = piece.mark(Kind.PARAGRAPH)
    assert mark is not None
    assert (mark.printed, piece.after(mark), piece.bullet) == ("4.1", "Receiving States", True)
    assert piece.mark(Kind.CONTAINER) is None


def test_rules_have_no_letter_and_no_digit() -> None:
    assert all(map(is_rule, ("***", "---", "-", "* * *", "________", "…")))
    assert not any(map(is_rule, ("4", "a", "- a -")))
