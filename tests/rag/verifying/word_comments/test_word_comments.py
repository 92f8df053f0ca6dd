"""Word files read as drafts, and comments put into them with nothing else changed."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from index.errors import SourceError
from rag.verifying.word_comments.package import open_package
from rag.verifying.word_comments.read import WordDraft, read_word_draft
from rag.verifying.word_comments.write import Style, WordComment, with_comments
from tests.index.readers.word.packages import levels, num, numbered, p, r, word_file

SAYING: tuple[tuple[tuple[Style, str], ...], ...] = (
    (("strong", "Altered"), ("plain", " & <so> on")),
    (("removed", "may"), ("added", "shall")),
)
NOTES = (
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> A/1, para. 5.</w:t></w:r>'
    "</w:p></w:footnote>"
)
DECIMAL = levels(("decimal", "%1."), ("lowerLetter", "(%2)")) + num()
REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def read(path: Path) -> WordDraft:
    return read_word_draft(open_package(path, path.name))


def texts(path: Path) -> list[str]:
    return [each.text for each in read(path).draft.blocks]


def commented(path: Path, *spans: tuple[int, int], block: int = 0, note: str | None = None) -> bytes:
    return with_comments(read(path), [WordComment(block, start, end, SAYING, note) for start, end in spans])


def document(data: bytes) -> str:
    return ZipFile(BytesIO(data)).read("word/document.xml").decode()


def marked(data: bytes) -> list[str]:
    """The words of each comment's range, by python-docx-ng's reading of the runs between its marks."""
    body = docx.Document(BytesIO(data)).element.body
    found: dict[str, str] = {}
    opened: list[str] = []
    for element in body.iter():
        name, id = element.tag.rpartition("}")[2], str(element.get(element.tag.rpartition("}")[0] + "}id"))
        if name == "commentRangeStart":
            opened.append(id)
        elif name == "commentRangeEnd":
            opened.remove(id)
        elif name == "t":
            for each in opened:
                found[each] = found.get(each, "") + (element.text or "")
    return [found[each] for each in sorted(found, key=int)]


def test_a_text_is_read_over_its_runs_as_with_tracked_changes_accepted(tmp_path: Path) -> None:
    body = p(
        r("One "), f"<w:ins>{r('two ')}</w:ins>", "<w:del><w:r><w:delText>three </w:delText></w:r></w:del>", r("four")
    )
    assert texts(word_file(tmp_path / "a.docx", body)) == ["One two four"]


def test_entities_tabs_and_line_breaks_are_letters(tmp_path: Path) -> None:
    body = p("<w:r><w:t>A &amp; B&#x2019;s</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t></w:r>")
    assert texts(word_file(tmp_path / "a.docx", body)) == ["A & B’s\tc\nd"]


def test_hidden_letters_and_field_codes_are_not_read(tmp_path: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert texts(word_file(tmp_path / "a.docx", p(r("seen "), field, r("secret", "<w:vanish/>"), r("too")))) == [
        "seen too"
    ]


def test_notes_hang_where_their_mark_stands(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p(r("Said so."), REFERENCE, r(" More.")), footnotes=NOTES)
    (note,) = read(path).draft.blocks[0].notes
    assert (note.mark, note.at, note.text) == ("1", len("Said so."), "A/1, para. 5.")


def test_cells_say_their_table_and_row_and_quotations_set_apart_are_told_by_style(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('in it')}</w:tc></w:tr></w:tbl>"
    quote = p("quoted", properties='<w:pStyle w:val="Quote"/>')
    blocks = read(word_file(tmp_path / "a.docx", table + quote)).draft.blocks
    assert [(each.kind, each.place) for each in blocks] == [("cell", "table 1, row 1"), ("quote", "paragraph 2")]


def test_a_paragraph_set_in_on_both_sides_after_a_colon_is_a_quotation(tmp_path: Path) -> None:
    quote = p("quoted", properties='<w:ind w:left="1134" w:right="1134"/>')
    blocks = read(word_file(tmp_path / "a.docx", p("It reads:") + quote + quote)).draft.blocks
    assert [each.kind for each in blocks] == ["text", "quote", "text"]


def test_numbers_that_are_typed_in_a_row_are_the_paragraphs_of_the_draft(tmp_path: Path) -> None:
    blocks = read(word_file(tmp_path / "a.docx", p("1. One.") + p("2. Two.") + p("3. Three."))).draft.blocks
    assert [each.number for each in blocks] == ["1", "2", "3"]


def test_numbers_that_word_generates_in_a_row_are_the_paragraphs_of_the_draft(tmp_path: Path) -> None:
    left_out = f"<mc:AlternateContent><mc:Fallback>{p('1. Twice.')}</mc:Fallback></mc:AlternateContent>"
    body = p(left_out, r("Preface.")) + numbered("One.") + numbered("Sub.", level=1) + numbered("Two.") + p("3. Three.")
    path = word_file(tmp_path / "a.docx", body, numbering=DECIMAL)
    blocks = read(path).draft.blocks
    assert [(each.number, each.place) for each in blocks] == [
        (None, "paragraph 1"), ("1", "para. 1"), (None, "paragraph 3"), ("2", "para. 2"), ("3", "para. 3"),
    ]  # fmt: skip


def test_several_lists_of_points_are_no_paragraph_numbers(tmp_path: Path) -> None:
    body = "".join(numbered(text, number=number) for number in (1, 2) for text in ("One.", "Two.", "Three."))
    path = word_file(
        tmp_path / "a.docx",
        body,
        numbering=levels(("decimal", "%1.")) + num() + levels(("decimal", "%1."), abstract=1) + num(2, abstract=1),
    )
    assert [each.number for each in read(path).draft.blocks] == [None] * 6


def test_a_file_whose_lists_cannot_be_read_is_a_draft_without_numbers(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", numbered("One.") + numbered("Two.") + numbered("Three."), numbering="<w:num")
    assert [each.number for each in read(path).draft.blocks] == [None] * 3


@pytest.mark.parametrize(
    ("start", "end", "words"), [(0, 3, "One"), (4, 7, "two"), (2, 11, "e two thr"), (8, 13, "three")]
)
def test_a_comment_stands_on_the_words_it_is_on(tmp_path: Path, start: int, end: int, words: str) -> None:
    path = word_file(tmp_path / "a.docx", p(r("One tw", "<w:b/>"), r("o three")))
    assert marked(commented(path, (start, end))) == [words]


def test_several_comments_overlap_and_meet(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p(r("One two three")))
    assert marked(commented(path, (0, 3), (3, 7), (2, 9), (0, 3))) == ["One", " two", "e two t", "One"]


def test_a_comment_says_its_words_whatever_they_are(tmp_path: Path) -> None:
    data = commented(word_file(tmp_path / "a.docx", p("One")), (0, 3))
    (comment,) = docx.Document(BytesIO(data)).comments
    assert (comment.author, comment.text) == ("pincite", "Altered & <so> on\nmayshall")


def test_a_comment_on_a_note_stands_on_its_mark(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p(r("Said so."), REFERENCE), footnotes=NOTES)
    text = document(commented(path, (8, 8), note="1"))
    assert f'<w:commentRangeStart w:id="0"/>{REFERENCE}<w:commentRangeEnd w:id="0"/>' in text


def test_a_comment_in_an_insertion_is_referred_to_outside_of_it(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p(r("One "), f"<w:ins>{r('two three')}</w:ins>"))
    text = document(commented(path, (4, 7)))
    assert text.index("</w:ins>") < text.index("<w:commentReference")
    assert marked(commented(path, (4, 7))) == ["two"]


def test_letters_without_kept_spaces_keep_them_once_they_are_parted(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "<w:p><w:r><w:t>One two</w:t></w:r></w:p>")
    assert '<w:t xml:space="preserve">One </w:t></w:r><w:commentRangeStart' in document(commented(path, (4, 7)))


def test_every_other_part_keeps_its_bytes(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("One two"), styles="<w:style/>", footnotes=NOTES, header=p("Head"))
    before, after = ZipFile(path), ZipFile(BytesIO(commented(path, (0, 3))))
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"]
    assert set(after.namelist()) - set(before.namelist()) == {"word/comments.xml"}


def test_a_file_without_findings_is_the_same(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("One two"))
    before, after = ZipFile(path), ZipFile(BytesIO(with_comments(read(path), [])))
    assert [before.read(name) for name in before.namelist()] == [after.read(name) for name in after.namelist()]


def test_comments_that_are_there_stay_and_new_ones_have_other_numbers(tmp_path: Path) -> None:
    first = tmp_path / "b.docx"
    first.write_bytes(commented(word_file(tmp_path / "a.docx", p("One two")), (0, 3)))
    data = commented(first, (4, 7))
    assert marked(data) == ["One", "two"]
    assert [each.comment_id for each in docx.Document(BytesIO(data)).comments] == [0, 1]


def test_the_text_of_a_box_is_read_and_its_comment_stands_on_the_paragraph_that_holds_it(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('boxed')}</w:txbxContent></w:pict></w:r>"
    path = word_file(tmp_path / "a.docx", p(r("outside"), box))
    assert texts(path) == ["outside", "boxed"]
    assert marked(commented(path, (0, 5), block=1)) == ["outside"]


def test_a_file_of_another_kind_is_refused_in_words(tmp_path: Path) -> None:
    encrypted, broken, empty = (tmp_path / name for name in ("e.docx", "b.docx", "n.docx"))
    encrypted.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 100)
    broken.write_bytes(b"PK\x03\x04 no archive")
    word_file(empty, "<w:p/>")
    for path, words in (
        (encrypted, "encrypted"),
        (broken, "damaged"),
        (empty, "no text"),
        (tmp_path / "x", "no such file"),
    ):
        with pytest.raises(SourceError, match=words):
            read(path)
