"""Files of drafts of every kind, read and checked, and those that cannot be."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from index.errors import SourceError
from index.readers.base import Line, NoteMark, Role, SourceText, Wrapping
from rag.verifying.files import CheckedFile, read_draft_file, verify_file
from rag.verifying.lines import draft_of_lines
from tests.support.drafts import FIVE, checker

SAID = FIVE.rstrip(".")
WRONG = f"The report says: “{SAID}” (A/72/10, para. 6)."
FRENCH = (
    "Le Comité a examiné le rapport du Secrétaire général et il a décidé de revenir sur la question à sa prochaine "
    "session, qui se tiendra à Vienne."
)


def word(path: Path, *texts: str) -> Path:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def verified(path: Path) -> CheckedFile:
    return verify_file(path, checker())


@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft.html"])
def test_texts_of_several_formats_are_checked_alike(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(f"<p>{WRONG}</p>" if name.endswith("html") else f"A heading\n\n{WRONG}\n", encoding="utf-8")
    assert [each.verdict.value for each in verified(path).checked.findings] == ["stands elsewhere"]


def test_a_word_file_comes_back_with_a_comment_on_the_words(tmp_path: Path) -> None:
    path = word(tmp_path / "draft.docx", "Nothing here.", WRONG)
    data = verified(path).commented()
    (comment,) = docx.Document(BytesIO(data)).comments
    assert comment.text.startswith("Stands elsewhere. The words stand verbatim in A/72/10, para. 5")
    before, after = ZipFile(path), ZipFile(BytesIO(data))
    assert before.read("word/styles.xml") == after.read("word/styles.xml")


def test_what_is_verbatim_is_commented_on_where_that_is_asked_for(tmp_path: Path) -> None:
    path = word(tmp_path / "draft.docx", WRONG.replace("para. 6", "para. 5"))
    assert len(list(docx.Document(BytesIO(verified(path).commented())).comments)) == 0
    assert len(list(docx.Document(BytesIO(verified(path).commented(verbatim=True))).comments)) == 1


def test_only_a_word_file_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(WRONG, encoding="utf-8")
    with pytest.raises(SourceError, match="only a Word file"):
        verified(path).commented()


def test_a_draft_in_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not in English"):
        read_draft_file(word(tmp_path / "draft.docx", FRENCH, FRENCH))


def test_a_quotation_in_a_cell_has_the_citation_of_its_row(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, place in zip(table.rows, ("para. 5", "para. 6"), strict=True):
        row.cells[0].text, row.cells[1].text = f"“{SAID}”", f"A/72/10, {place}"
    document.save(str(tmp_path / "draft.docx"))
    findings = verified(tmp_path / "draft.docx").checked.findings
    assert [each.verdict.value for each in findings if each.said == SAID] == ["verbatim", "stands elsewhere"]


def test_a_draft_without_a_reference_has_no_findings(tmp_path: Path) -> None:
    assert verified(word(tmp_path / "draft.docx", "The meeting was opened by the Chair.")).checked.findings == ()


def test_a_wrapped_text_is_joined_and_its_notes_hang_where_their_marks_stand() -> None:
    lines = (
        Line("It is said that “one", 1),
        Line("two”. More follows.", 2, note_marks=(NoteMark(5, "1"),)),
        Line("Another one.", 3, gap=1),
        Line("A/72/10,", 4, role=Role.NOTE, opens_note="1"),
        Line("para. 5.", 5, role=Role.NOTE),
        Line("Page 3", 6, role=Role.HEADER),
    )
    draft = draft_of_lines(SourceText(lines, wrapping=Wrapping.WRAPPED), "draft", is_printed=False)
    assert [each.text for each in draft.blocks] == ["It is said that “one two”. More follows.", "Another one."]
    (note,) = draft.blocks[0].notes
    assert (note.at, note.text) == (len("It is said that “one two”."), "A/72/10, para. 5.")


def test_in_printed_pages_it_is_not_known_which_words_a_note_hangs_on() -> None:
    lines = tuple(Line(f"{number}. The report says so, and nothing else of it.", number, gap=1) for number in (1, 2, 3))
    draft = draft_of_lines(SourceText(lines), "draft", is_printed=True)
    assert [(each.number, each.place) for each in draft.blocks] == [
        ("1", "para. 1"),
        ("2", "para. 2"),
        ("3", "para. 3"),
    ]
