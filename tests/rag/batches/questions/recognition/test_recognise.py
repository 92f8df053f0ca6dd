"""Which lines of a list of questions are asked: realistic lists, and the rules one by one."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from eval.gold.gold import GOLD_FILE
from rag.batches.questions.file import read_questions
from rag.batches.questions.formats.office import read_here
from rag.batches.questions.recognition.line import Line
from rag.batches.questions.recognition.recognise import recognised
from rag.batches.questions.row import QuestionRow
from tests.support.questionnaires import LISTS

_STYLES = {"h": "Heading 1", "t": "Title", "n": "List Number", "m": "List Number 2", "u": "List Bullet"}


def written(path: Path, text: str) -> list[tuple[str, str]]:
    """The verdicts and texts of a list, which is written to `path` as a Word document."""
    document = docx.Document()
    lines = [line for line in text.splitlines() if line]
    table: list[list[str]] = []
    for line in [*lines, ""]:
        if table and line[2:3] != "|":
            _add_table(document, table)
            table = []
        if line[2:3] == "|":
            table.append([cell.strip() for cell in line[3:].removesuffix("|").split("|")])
        elif line:
            _add_paragraph(document, line[2], line[4:])
    document.save(str(path))
    return [(line[0], _said(line)) for line in lines]


def _add_paragraph(document: Document, look: str, text: str) -> None:
    paragraph = document.add_paragraph("", style=_STYLES.get(look))
    paragraph.add_run(text).bold = True if look == "b" else None
    if look == "c":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=width)
    for number, cells in enumerate(rows):
        if len(cells) == 1 < width:
            table.cell(number, 0).merge(table.cell(number, width - 1))
        for column, text in enumerate(cells):
            table.cell(number, column).text = text


def _said(line: str) -> str:
    return line[4:] if line[2] != "|" else " | ".join(filter(None, map(str.strip, line[3:].split("|"))))


def differences(path: Path, text: str) -> Iterator[str]:
    """What is recognised otherwise than it should be: rows asked, skipped or without a verdict."""
    expected = [(verdict, said) for verdict, said in written(path, text) if verdict != "."]
    rows = list(read_here(path, path.name, pytest.fail))
    for (verdict, said), row in zip(expected, rows, strict=False):
        if (verdict == "+") is not row.is_asked:
            yield f"{verdict} {said!r}: {row}"
    if len(rows) != len(expected):
        yield f"{len(rows)} rows instead of {len(expected)}: {[row.text for row in rows]}"


@pytest.mark.parametrize("name", LISTS)
def test_in_a_list_as_offices_send_them_the_questions_are_asked_and_the_letter_is_not(
    tmp_path: Path, name: str
) -> None:
    assert list(differences(tmp_path / "list.docx", LISTS[name])) == []


def asked(*texts: str, **how: object) -> list[tuple[str, str | None]]:
    """What becomes of lines: their texts, and what they are instead of questions."""
    lines = [Line(f"line {number}", text, **how) for number, text in enumerate(texts)]  # type: ignore[arg-type]
    return [(row.text, row.skipped) for row in recognised(lines)]


def test_no_question_of_the_gold_set_is_taken_for_anything_else() -> None:
    lines = GOLD_FILE.read_text(encoding="utf-8").splitlines()
    questions = [" ".join(json.loads(line)["question"].split()) for line in lines]
    together = [QuestionRow(str(number), text) for number, text in enumerate(questions)]
    assert list(recognised([Line(str(number), text) for number, text in enumerate(questions)])) == together
    for number, text in enumerate(questions):
        bare = text.rstrip("?")
        assert list(recognised([Line(str(number), bare)])) == [QuestionRow(str(number), bare)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dear Ms. Okafor,", "a greeting"),
        ("To whom it may concern", "a greeting"),
        ("12 March 2024", "a date"),
        ("Genève, le 3 mai 2024", None),
        ("Nairobi, 3rd May 2024", "a date"),
        ("2024-05-03", "a date"),
        ("Please send your answers to us by Friday.", "instructions for answering"),
        ("Kindly return the completed form by e-mail.", "instructions for answering"),
        ("You are kindly requested to complete all sections of the questionnaire.", "instructions for answering"),
        (
            "Should you have any questions, please do not hesitate to contact the secretariat.",
            "instructions for answering",
        ),
        ("Many thanks in advance for your help.", "thanks or regards"),
        ("We look forward to your replies.", "thanks or regards"),
        ("The questionnaire was prepared by the secretariat.", "a statement, not a question"),
        ("E-mail: desk@example.org", "an address or a reference"),
        ("Our ref.: 17/2", "an address or a reference"),
        ("Country: ____", "an address or a reference"),
        ("Ministry responsible: ____", "a field to fill in"),
        ("[ ] Yes  [ ] No", "an answer to tick"),
        ("________", "no words"),
        # What is not sure is asked.
        ("Asset recovery networks", None),
        ("Please describe the questionnaire that was sent to States.", None),
        ("How did States respond to the questionnaire?", None),
        ("Could you please list the States that replied?", None),
        ("In 2018, which States replied?", None),
        ("If so, please explain.", None),
        ("We would like to know how many States replied.", None),
        ("We would be grateful if you could describe the role of the Group.", None),
        ("Number of replies received", None),
        ("Quelles mesures ont été prises", None),
        ("Review the progress made since 2015.", None),
        ("Article 57 of the Convention", None),
    ],
)
def test_what_a_line_alone_is_told_by_its_words(text: str, kind: str | None) -> None:
    assert asked(text) == [(text, kind)]


def test_a_short_line_with_a_comma_greets_before_the_questions_and_ends_the_letter_after_them() -> None:
    assert asked("Estimados colegas,", "Who presided?", "Atentos saludos,", "Ana Ruiz") == [
        ("Estimados colegas,", "a greeting"),
        ("Who presided?", None),
        ("Atentos saludos,", "thanks or regards"),
        ("Ana Ruiz", "a signature"),
    ]


def test_a_name_without_a_letter_s_end_above_it_may_be_a_topic() -> None:
    assert asked("Who presided?", "Ana Ruiz") == [("Who presided?", None), ("Ana Ruiz", None)]


def test_lines_of_a_few_words_are_topics_where_there_are_many_and_a_heading_where_one_stands_alone() -> None:
    topics = ("Beneficial ownership", "Asset recovery networks", "Costs")
    assert asked(*topics, "Who pays?", stands_alone=True) == [(text, None) for text in (*topics, "Who pays?")]
    one = asked("Costs", "Who pays?", "Who is paid?", stands_alone=True)
    assert one == [("Costs", "a heading"), ("Who pays?", None), ("Who is paid?", None)]


def test_what_looks_like_a_heading_is_the_section_of_what_follows() -> None:
    lines = [Line("1", "Costs", is_emphasised=True), Line("2", "Who pays?"), Line("3", "Who is paid?")]
    assert [row.section for row in recognised(lines)] == [None, "Costs", "Costs"]


def test_an_unfinished_request_is_asked_with_each_item_under_it() -> None:
    lines = (
        "3. Please describe the measures taken to:",
        "(a) prevent corruption;",
        "(b) return assets; and",
        "4. Who pays?",
    )
    rows = list(recognised([Line(str(number), text) for number, text in enumerate(lines)]))
    assert [(row.id, row.text, row.skipped) for row in rows] == [
        (None, lines[0], "it introduces what follows"),
        ("3 (a)", "Please describe the measures taken to prevent corruption", None),
        ("3 (b)", "Please describe the measures taken to return assets", None),
        ("4", "Who pays?", None),
    ]


def test_items_that_ask_themselves_are_asked_as_they_stand() -> None:
    assert asked("Please answer:", "1. Who pays?", "2. Who is paid?") == [
        ("Please answer:", "it introduces what follows"),
        ("Who pays?", None),
        ("Who is paid?", None),
    ]
    assert asked("1. Prevention", "1.1 Who prevents?", "1.2 Describe how.") == [
        ("1. Prevention", "a heading"),
        ("1.1 Who prevents?", None),
        ("1.2 Describe how.", None),
    ]


def test_explanations_under_a_heading_of_their_own_are_not_asked_even_as_a_list() -> None:
    lines = [
        Line("1", "Instructions", is_heading=True),
        Line("2", "1. Replies are confidential."),
        Line("3", "2. All fields must be used"),
        Line("4", "Questions", is_heading=True),
        Line("5", "1. Who pays?"),
    ]
    assert [(row.place, row.is_asked) for row in recognised(lines)] == [("2", False), ("3", False), ("5", True)]


def test_a_letter_as_plain_text_is_told_from_its_questions_and_lines_that_were_broken_are_whole(tmp_path: Path) -> None:
    text = (
        "Dear Tom,\n\n"
        "the Minister will meet the delegation on Friday and needs to know more\n"
        "about the networks than we have in the file. Please have a look:\n\n"
        "# Networks\n"
        "Which of the regional networks were set up with the help of others, and\n"
        "in which years?\n\n"
        "role of liaison magistrates\n\n"
        "Cheers,\nAnna\n"
    )
    (tmp_path / "q.txt").write_text(text, encoding="utf-8")
    assert [
        (row.place, row.text, row.section, row.skipped) for row in read_questions(tmp_path / "q.txt", pytest.fail)
    ] == [
        ("line 1", "Dear Tom,", None, "a greeting"),
        (
            "line 3",
            "the Minister will meet the delegation on Friday and needs to know more about the networks than we have in "
            "the file. Please have a look:",
            None,
            "instructions for answering",
        ),
        (
            "line 7",
            "Which of the regional networks were set up with the help of others, and in which years?",
            "Networks",
            None,
        ),
        ("line 10", "role of liaison magistrates", "Networks", None),
        ("line 12", "Cheers,", None, "thanks or regards"),
        ("line 13", "Anna", None, "a signature"),
    ]


def test_of_a_text_file_too_long_for_a_letter_every_line_is_asked(tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_text("Dear Tom,\n" + "# Money\n" + "Who pays?\n" * 2_000, encoding="utf-8")
    rows = list(read_questions(tmp_path / "q.txt", pytest.fail))
    assert (len(rows), rows[0].is_asked, rows[1].section) == (2_001, True, "Money")


def test_a_row_of_bytes_that_cannot_be_read_is_a_problem_only_where_it_is_a_question(tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_bytes("Où?\n".encode() + b"Who\xf9?\n" + b"Dear M\xf9ller,\n")
    rows = list(read_questions(tmp_path / "q.txt", pytest.fail))
    assert [(row.problem is None, row.skipped) for row in rows] == [(True, None), (False, None), (True, "a greeting")]


def test_a_line_too_long_for_a_question_is_passed_on_at_once() -> None:
    endless = "a, " * 1_000_000
    rows = list(recognised([Line("line 1", endless), Line("line 2", "Who?")]))
    assert [(row.place, row.is_asked) for row in rows] == [("line 1", True), ("line 2", True)]
