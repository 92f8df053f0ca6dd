"""Mastheads that a converter wrote without space between their lines."""

from index.parser.masthead.masthead import Masthead, read_masthead
from index.parser.masthead.unspaced import in_groups
from index.readers.base import Line

REPORT = (
    "United Nations E/CN.5/2025/4",
    "Economic and Social Council Distr.: General",
    "10 January 2025",
    "Original: English",
    "Commission for Social Development",
    "Sixty-third session",
    "Item 3 (b) of the provisional agenda*",
    "Follow-up to the World Summit for Social Development and the",
    "twenty-fourth special session of the General Assembly: World",
    "Programme of Action for Youth",
    "Policies and programmes involving youth",
    "Report of the Secretary-General",
)


def lines(*texts: str, gap: int = 0) -> list[Line]:
    return [Line(text, number, gap=gap if number > 1 else 0) for number, text in enumerate(texts, 1)]


def test_the_title_stands_between_that_of_the_agenda_item_and_the_author() -> None:
    told = read_masthead([lines(*REPORT)])
    assert told.title == "Policies and programmes involving youth"
    assert (told.symbol, told.date, told.body) == ("E/CN.5/2025/4", "2025-01-10", "Commission for Social Development")


def test_a_title_goes_on_where_its_line_had_no_room_for_the_next_word() -> None:
    title = (
        "Implementation of the Peace, Security and Cooperation",
        "Framework for the Great Lakes region and its",
        "People",
    )
    texts = (*REPORT[:4], *title[:2], "Report of the Secretary-General", "I. Introduction")
    assert read_masthead([lines(*texts)]).title == " ".join(title[:2])


def test_a_title_may_begin_as_an_author_does() -> None:
    report = ("Report of the Africa Regional Forum on Sustainable and Inclusive", "Development on its eleventh session")
    assert read_masthead([lines(*REPORT[:4], *report, "Note by the Secretariat")]).title == " ".join(report)


def test_a_masthead_with_space_between_its_lines_is_left_as_it_is() -> None:
    blocks = [[each] for each in lines(*REPORT)]
    assert in_groups(blocks) == blocks
    assert in_groups([lines(*REPORT, gap=1)]) == [lines(*REPORT, gap=1)]


def test_columns_one_space_apart_are_two_where_words_tell() -> None:
    told = read_masthead([lines("United Nations A/80/1", "General Assembly Distr.: General", "4 April 2025")])
    assert told == Masthead(symbol="A/80/1", body="General Assembly", date="2025-04-04")
