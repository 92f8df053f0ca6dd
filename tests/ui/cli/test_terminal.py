"""What a person sees on a terminal, and a program in a pipe."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from index.document import Document, Finding
from index.locator import Locator
from index.store import Index, ParagraphRef
from rag.answer import Answer, Hit, Statement
from rag.citing.quoted import quoted
from rag.states import UNJUDGED
from tests.support.papers import index_of, paragraph
from tests.support.tables import quoting, table_index
from ui.cli.terminal import answer as on_terminal
from ui.cli.terminal import console
from ui.cli.terminal.answer import print_answer
from ui.cli.terminal.console import build_progress, messages
from ui.cli.terminal.document import print_findings, print_outline, print_paragraph

LONG = "Words that go on " * 20
REPORT = Document(
    "report",
    "Progress [bold]report[/bold]",
    (
        paragraph("1", "Networks exist. Banks help. Judges decide.", "I. Introduction"),
        paragraph(
            "2",
            "It holds: (a) Authorities; [sic] (b) Points; (c) Rules.",
            "II. Action",
            "A. Lists",
            items={"a": "Authorities; [sic]", "b": "Points;", "c": "Rules."},
            notes={"1": "See [1]."},
        ),
        paragraph("3", LONG, "II. Action", "B. More"),
    ),
    symbol="A/1",
    date="2018-04-04",
    body="Working Group",
    session="Vienna",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT)


def statement(place: str, text: str, *, gap: bool = False) -> Statement:
    locator = Locator.parse(place)
    paragraph = REPORT.paragraph(locator)
    assert paragraph is not None
    start = paragraph.text.index(text)
    ref = ParagraphRef(0, REPORT, paragraph)
    return Statement(text, (replace(quoted(ref, (start, start + len(text)), locator.items), gap=gap),))


def answer(*statements: Statement, nearest: tuple[Hit, ...] = (), reason: str | None = None) -> Answer:
    return Answer("Who?", bool(statements), statements, (), nearest, "extractive", "fake", "f", 0.5, {}, reason=reason)


def test_an_answer_shows_each_sentence_with_its_place_and_the_sources_merged(
    index: Index, capsys: pytest.CaptureFixture[str]
) -> None:
    told = answer(
        statement("2", "It holds:"),
        statement("2 (a)", "Authorities; [sic]"),
        statement("2 (c)", "Rules.", gap=True),
        statement("1", "Networks exist."),
        statement("1", "Judges decide.", gap=True),
    )
    print_answer(told, index)
    assert capsys.readouterr().out == (
        "It holds: [A/1, para. 2]\n"
        "\n"
        "(a) Authorities; [sic] [A/1, para. 2 (a)]\n"
        "\n"
        "[…] (c) Rules. [A/1, para. 2 (c)]\n"
        "\n"
        "Networks exist. […] Judges decide. [A/1, para. 1]\n"
        "\n"
        "Sources: A/1, paras. 1, 2, and 2 (a) and (c)\n"
    )


def hits(*rows: int) -> tuple[Hit, ...]:
    return tuple(Hit(row, "report", REPORT.paragraphs[row].locator, 0.5) for row in rows)


def test_where_nothing_is_found_the_nearest_paragraphs_are_shown_unjudged_and_a_way_on(
    index: Index, capsys: pytest.CaptureFixture[str]
) -> None:
    print_answer(replace(answer(nearest=hits(0, 2)), evidence=hits(0, 2)), index)
    shown = capsys.readouterr().out.splitlines()
    assert shown[:4] == [
        "Nothing was found that clearly answers the question.",
        f"The nearest paragraphs. {UNJUDGED}",
        "  A/1, para. 1",
        "    Networks exist. Banks help. Judges decide.",
    ]
    assert shown[4] == "  A/1, para. 3"
    assert shown[5].startswith("    Words that go on Words")
    assert shown[5].endswith(" …")
    assert 150 < len(shown[5]) <= 4 + 160 + 2
    assert shown[6:] == [
        "What you can do:",
        "  - Ask in other words, as the documents would put it",
        "  - Look through the other paragraphs that were found: the same command with --found",
    ]


def test_why_nothing_is_found_is_said_first(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    print_answer(answer(reason="There is no paragraph 9 in Report."), index)
    assert capsys.readouterr().out.splitlines()[:2] == [
        "There is no paragraph 9 in Report.",
        "Nothing was found that clearly answers the question.",
    ]


def test_whoever_asked_some_documents_only_is_reminded_of_it(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    print_answer(answer(), index, is_filtered=True)
    assert "  - Ask all documents: only some were asked\n" in capsys.readouterr().out


def test_the_command_that_a_question_calls_for_is_named(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    print_answer(replace(answer(), evidence=hits(0), intent="summary"), index)
    shown = capsys.readouterr().out
    assert "  - Look at the document found first and its headings: pincite show report\n" in shown
    assert '  - Gather all that the documents say on a theme: pincite brief "THEME"\n' in shown


def related(*statements: Statement) -> Answer:
    return replace(answer(*statements), related=True, checks=("“76/999” is in none of these passages.",))


def test_related_passages_are_set_apart_under_what_they_are_and_lack(
    index: Index, capsys: pytest.CaptureFixture[str]
) -> None:
    print_answer(related(statement("1", "Networks exist."), statement("2 (a)", "Authorities; [sic]")), index)
    assert capsys.readouterr().out == (
        "Related passages: check whether they answer\n"
        "They are the nearest to what was asked. That they answer it is not established.\n"
        "What is missing:\n"
        "  - “76/999” is in none of these passages.\n"
        "│ Networks exist. [A/1, para. 1]\n"
        "\n"
        "│ (a) Authorities; [sic] [A/1, para. 2 (a)]\n"
        "\n"
        "Sources: A/1, paras. 1 and 2 (a)\n"
        "What you can do:\n"
        "  - Ask in other words, as the documents would put it\n"
    )


def test_each_line_of_a_related_passage_is_set_apart_on_a_terminal(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = StringIO()
    screen = Console(file=shown, force_terminal=True, color_system=None, highlight=False, width=60)
    monkeypatch.setattr(on_terminal, "output", lambda: screen)
    print_answer(related(statement("3", LONG.strip())), index)
    lines = [line for line in shown.getvalue().splitlines() if "Words that go on" in line]
    assert len(lines) > 4
    assert all(line.startswith("│ ") and len(line) <= 60 for line in lines)


@pytest.mark.parametrize("state", ["answers", "related"])
def test_what_leads_an_answer_is_bold_on_a_terminal(index: Index, monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    shown = StringIO()
    screen = Console(file=shown, force_terminal=True, color_system="standard", highlight=False, width=100)
    monkeypatch.setattr(on_terminal, "output", lambda: screen)
    best = replace(statement("1", "Banks help."), leads=True)
    said = answer(statement("1", "Networks exist."), best)
    print_answer(replace(said, related=state == "related"), index)
    line = next(each for each in shown.getvalue().splitlines() if "Banks help." in each)
    assert ("\x1b[1mBanks help.\x1b[0m" in line) == (state == "answers")
    assert "\x1b[1mNetworks" not in line


def test_all_paragraphs_that_were_found_are_listed_on_request(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    print_answer(replace(answer(nearest=hits(0)), evidence=hits(0, 1)), index, with_found=True)
    shown = capsys.readouterr().out
    assert shown.count("  A/1, para. 1\n") == 1
    assert "All paragraphs that were found, best first:\n  A/1, para. 1\n" in shown
    assert "  A/1, para. 2\n" in shown
    assert "--found" not in shown


def test_an_outline_shows_each_heading_once_above_its_paragraphs(capsys: pytest.CaptureFixture[str]) -> None:
    print_outline(REPORT)
    shown = capsys.readouterr().out.splitlines()
    assert shown[:9] == [
        "Progress [bold]report[/bold]",
        "A/1 · 2018-04-04 · Working Group · Vienna",
        "https://docs.un.org/en/A/1",
        "I. Introduction",
        "  1  Networks exist. Banks help. Judges decide.",
        "II. Action",
        "  A. Lists",
        "    2  It holds: (a) Authorities; [sic] (b) Points; (c) Rules.",
        "  B. More",
    ]
    assert len(shown) == 10


def test_a_paragraph_is_shown_whole_with_headings_footnotes_and_links(capsys: pytest.CaptureFixture[str]) -> None:
    print_paragraph(REPORT, REPORT.paragraphs[1], ["para. 1 above: A/1, para. 1"])
    assert capsys.readouterr().out == (
        "II. Action\n  A. Lists\nA/1, para. 2\nIt holds: (a) Authorities; [sic] (b) Points; (c) Rules.\n1  See [1].\n"
        "→ para. 1 above: A/1, para. 1\nhttps://docs.un.org/en/A/1\n"
    )


def test_findings_are_a_line_each_and_none_is_said_too(capsys: pytest.CaptureFixture[str]) -> None:
    print_findings([Finding("report", "report.txt", 7, "missing", "paragraph 2 is missing " * 9)])
    line = capsys.readouterr().out
    assert line.startswith("report.txt:7: missing: paragraph 2 is missing")
    assert line.count("\n") == 1
    print_findings([])
    assert capsys.readouterr().out == "The numbering runs on in every document; every line was placed.\n"


def test_a_long_message_in_a_pipe_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    messages().print(LONG, markup=False)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == LONG + "\n"


def test_progress_is_quiet_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with build_progress() as tell:
        tell("files", 1, 0)
        tell("passages", 5, 10)
    assert capsys.readouterr() == ("", "")


def test_progress_shows_a_bar_a_stage_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = StringIO()
    monkeypatch.setattr(console, "messages", lambda: Console(file=shown, force_terminal=True, width=100))
    with build_progress() as tell:
        for stage, done, total in [("files", 1, 0), ("files", 2, 0), ("passages", 3, 7), ("polish [b]", 1, 1)]:
            tell(stage, done, total)
    text = shown.getvalue()
    for words in ("reading documents", "2/2", "embedding paragraphs", "3/7", "polish [b]", "1/1"):
        assert words in text


def test_a_place_that_could_not_be_followed_is_told_after_the_answer(
    index: Index, capsys: pytest.CaptureFixture[str]
) -> None:
    told = answer(statement("1", "Networks exist."))
    print_answer(replace(told, remark="There is no paragraph 99 in Report."), index)
    assert capsys.readouterr().out.endswith("Sources: A/1, para. 1\nThere is no paragraph 99 in Report.\n")


def test_rows_of_a_table_stand_in_columns_where_they_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = table_index()
    told = quoting(tables, "Africa | 4 | | 1", "Asia | 12 | 3 | –")
    assert lines_of(monkeypatch, told, tables, terminal=True)[:5] == [
        "Table 1. Audits & cases",
        "        Audits        Cases",
        "          2023  2024   2024",
        "Africa       4            1",
        "[…]",
    ]
    assert "Asia        12  3         – [A/1, table 1]" in lines_of(monkeypatch, told, tables, terminal=True)
    narrow = lines_of(monkeypatch, told, tables, terminal=True, width=24)
    assert "Africa | 4 | | 1" in narrow


def test_rows_of_a_table_are_lines_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = table_index()
    told = replace(quoting(tables, "Africa | 4 | | 1"), related=True)
    assert "│ Africa | 4 | | 1 [A/1, table 1]" in lines_of(monkeypatch, told, tables, terminal=False)


def lines_of(
    monkeypatch: pytest.MonkeyPatch, told: Answer, index: Index, *, terminal: bool, width: int = 80
) -> list[str]:
    """The lines that are printed of an answer."""
    stream = StringIO()
    shown = Console(file=stream, force_terminal=terminal, color_system=None, width=width, soft_wrap=not terminal)
    monkeypatch.setattr(on_terminal, "output", lambda: shown)
    print_answer(told, index)
    return [line.rstrip() for line in stream.getvalue().splitlines()]
