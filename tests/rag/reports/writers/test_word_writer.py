"""Reports as Word documents, read back by python-docx and as XML."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE

from index.document import Document
from index.errors import SourceError
from index.store import Index
from rag.batches.questions.row import QuestionRow
from rag.reports.outputs import ReportStyle, reported
from rag.reports.report import CitationStyle
from rag.reports.writers.word import write_word
from rag.reports.writers.word_base import check_template
from tests.support.batch_fakes import LACKS, small_index
from tests.support.report_fixtures import ASKED, everything

NAME = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def written(
    index: Index,
    folder: Path,
    *asked: QuestionRow,
    citations: CitationStyle = "footnotes",
    template: Path | None = None,
    title: str = "Briefing",
) -> bytes:
    file = io.BytesIO()
    with everything(index, folder, *asked) as batch, reported(batch, ReportStyle(title)) as (_, report):
        write_word(report, file, citations=citations, template=template)
    return file.getvalue()


def opened(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"word/{name}.xml").decode()


def headings(document: WordDocument) -> list[tuple[str, str]]:
    return [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style is not None and (paragraph.style.name or "").startswith("Heading")
    ]


def test_the_headings_are_sections_questions_and_the_back_matter(index: Index, tmp_path: Path) -> None:
    assert headings(opened(written(index, tmp_path))) == [
        ("Heading 1", "Networks"),
        ("Heading 2", "Q1. Who are they & why <now>?"),
        ("Heading 2", "Q2. List what States should do?"),
        ("Heading 1", "Assets"),
        ("Heading 2", "Q3. Both documents?"),
        ("Heading 1", "Other questions"),
        ("Heading 2", "Q4. None of them?"),
        ("Heading 2", "Q5. @who"),
        ("Heading 2", "Q6. Who are they & why <now>?"),
        ("Heading 1", "Questions for which nothing was found"),
        ("Heading 3", "Q4. None of them?"),
        ("Heading 1", "Rows that could not be asked"),
        ("Heading 1", "Annex: the paragraphs quoted"),
        ("Heading 2", "Progress report (4 April 2018), A/1"),
        ("Heading 3", "Para. 1"),
        ("Heading 3", "Para. 2"),
        ("Heading 2", "Guidelines"),
        ("Heading 3", "Draft guideline 1, para. 1"),
        ("Heading 1", "About this document"),
    ]


def test_every_answer_paragraph_has_a_footnote_with_its_citation(index: Index, tmp_path: Path) -> None:
    content = written(index, tmp_path)
    referred = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', part(content, "document"))
    notes = re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', part(content, "footnotes"))
    assert referred == [number for number, _ in notes] == ["1", "2", "3", "4", "5", "6"]
    assert ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", text)).strip() for _, text in notes] == [
        "A/1, para. 1.",
        "A/1, para. 2.",
        "A/1, para. 2 (a).",
        "A/1, para. 1.",
        "Guidelines, draft guideline 1, para. 1.",
        "A/1, para. 1.",
    ]


def test_the_separators_of_footnotes_are_where_word_looks_for_them(index: Index, tmp_path: Path) -> None:
    content = written(index, tmp_path)
    assert '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' in part(content, "settings")
    separators = re.findall(r'<w:footnote w:type="(\w+)" w:id="(-?\d+)">', part(content, "footnotes"))
    assert separators == [("separator", "-1"), ("continuationSeparator", "0")]


def test_citations_may_stand_in_brackets_short_where_the_document_was_named(index: Index, tmp_path: Path) -> None:
    content = written(index, tmp_path, citations="brackets")
    assert "footnoteReference" not in part(content, "document")
    texts = [paragraph.text for paragraph in opened(content).paragraphs]
    assert "States should: [A/1, para. 2]" in texts
    assert "(a)\tShare information; [para. 2 (a)]" in texts
    assert "Progress report (4 April 2018): Networks exist. Banks cooperate. [A/1, para. 1]" in texts


def test_the_contents_are_links_each_with_a_field_for_its_page_and_dots_that_lead_to_it(
    index: Index, tmp_path: Path
) -> None:
    xml = part(written(index, tmp_path), "document")
    lines = re.findall(r"<w:p>(?:(?!</w:p>).)*PAGEREF.*?</w:p>", xml)
    contents = "".join(lines)
    entries = re.findall(r'<w:hyperlink w:anchor="(\w+)"[^>]*><w:r><w:t[^>]*>([^<]*)', contents)
    assert re.findall(r"PAGEREF (\w+) \\h", contents) == [anchor for anchor, _ in entries]
    assert all('<w:fldChar w:fldCharType="begin" w:dirty="true"/>' in line for line in lines)
    assert all('<w:tab w:val="right" w:leader="dot" ' in line for line in lines)
    assert entries[:3] == [
        ("section_1", "Networks"),
        ("q1", "Q1. Who are they &amp; why &lt;now&gt;?"),
        ("q2", "Q2. List what States should do?"),
    ]
    assert "Para. 1" not in [text for _, text in entries]


def test_every_link_leads_somewhere_and_every_bookmark_is_one_of_a_kind(index: Index, tmp_path: Path) -> None:
    content = written(index, tmp_path)
    xml, notes = part(content, "document"), part(content, "footnotes")
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"/>', xml)
    numbers = re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml)
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    links = set(re.findall(r'w:anchor="(\w+)"', xml + notes)) | set(re.findall(r"PAGEREF (\w+)", xml))
    assert links <= set(names)
    assert {"q1", "p0", "open4"} <= links


def test_every_style_that_is_used_is_there(index: Index, tmp_path: Path) -> None:
    content = written(index, tmp_path)
    used = set()
    for name in ("document", "footnotes"):
        used |= set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"/>', part(content, name)))
    assert used <= {style.style_id for style in opened(content).styles}
    assert {"Answer", "AnswerItem", "QuotedParagraph"} <= used


def test_headings_are_those_of_words_outline(index: Index, tmp_path: Path) -> None:
    styles = opened(written(index, tmp_path)).styles
    # Counted from 0 in the file.
    levels = {name: styles[name].paragraph_format.outline_level for name in ("Heading 1", "Heading 2", "Heading 3")}
    assert levels == {"Heading 1": 0, "Heading 2": 1, "Heading 3": 2}


def test_the_answers_of_several_documents_name_them(index: Index, tmp_path: Path) -> None:
    texts = [paragraph.text for paragraph in opened(written(index, tmp_path)).paragraphs]
    assert "Progress report (4 April 2018): Networks exist. Banks cooperate." in texts
    assert "Guidelines: Freeze assets early." in texts


def test_documents_bad_rows_and_what_it_was_made_with_are_listed(index: Index, tmp_path: Path) -> None:
    content = written(index, tmp_path)
    used, bad, about = opened(content).tables
    assert [[cell.text for cell in row.cells] for row in used.rows] == [
        ["Document", "Symbol", "Date", "Sentences quoted"],
        ["Progress report", "A/1", "4 April 2018", "6"],
        ["Guidelines", "–", "–", "1"],
    ]
    assert [cell.text for cell in bad.rows[1].cells] == ["questions.csv, line 6", "@who", "it has 9 cells"]
    values = {row.cells[0].text: row.cells[1].text for row in about.rows}
    assert values["Index"] == index.fingerprint
    assert values["Date"] == "1 March 2026"
    assert re.fullmatch("[0-9a-f]{16}", values["Settings"])


def test_notes_and_other_columns_stand_under_the_question(index: Index, tmp_path: Path) -> None:
    texts = [paragraph.text for paragraph in opened(written(index, tmp_path)).paragraphs]
    assert "Note: for the *minister*" in texts
    assert "Owner: =HYPERLINK(A1)" in texts
    assert "Asked of: Guidelines" in texts


def test_the_annex_has_each_quoted_paragraph_once_and_says_who_quotes_it(index: Index, tmp_path: Path) -> None:
    texts = [paragraph.text for paragraph in opened(written(index, tmp_path)).paragraphs]
    annex = texts[texts.index("Annex: the paragraphs quoted") :]
    assert annex.count("Networks exist. Banks cooperate.") == 1
    assert "Quoted under questions Q1, Q3 and Q6." in annex
    assert "Footnote 1: See para. 2." in annex
    assert annex[annex.index("Para. 2") :][1:5] == [
        "II. Action › A. Lists",
        "States should:",
        "(a) Share information;",
        "(b) Return assets.",
    ]


def test_pages_are_numbered(index: Index, tmp_path: Path) -> None:
    document = opened(written(index, tmp_path))
    footer = document.sections[0].footer
    assert footer.paragraphs[0].text == "Briefing\tPage 1 of 1"
    codes = [each.text for each in footer._element.iter(NAME + "instrText")]
    assert codes == [" PAGE ", " NUMPAGES "]


def test_two_writings_give_the_same_bytes(index: Index, tmp_path: Path) -> None:
    first = written(index, tmp_path)
    assert written(index, tmp_path) == first


def test_its_properties_are_those_of_the_batch(index: Index, tmp_path: Path) -> None:
    properties = opened(written(index, tmp_path)).core_properties
    assert (properties.title, str(properties.created), str(properties.modified)) == (
        "Briefing",
        "2026-03-01 10:20:30+00:00",
        "2026-03-01 10:20:30+00:00",
    )


def test_words_that_xml_cannot_hold_do_not_break_it(index: Index, tmp_path: Path) -> None:
    content = written(index, tmp_path, QuestionRow("line 1", "What \x00is\x0b this ]]> <w:p> & \uffff?"))
    assert any("]]> <w:p> &" in paragraph.text for paragraph in opened(content).paragraphs)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template with a letterhead, a footer, a style of its own for answers, text, and a footnote."""
    document = docx.Document()
    document.add_paragraph("Delete me")
    document.sections[0].header.paragraphs[0].text = "Permanent Mission"
    document.sections[0].footer.paragraphs[0].text = "Confidential"
    style = document.styles.add_style("Answer", WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = "Garamond"
    document.save(str(tmp_path / "template.docx"))
    return tmp_path / "template.docx"


def test_a_template_gives_styles_header_and_footer_but_no_text(index: Index, tmp_path: Path, template: Path) -> None:
    document = opened(written(index, tmp_path, template=template))
    assert document.sections[0].header.paragraphs[0].text == "Permanent Mission"
    assert [paragraph.text for paragraph in document.sections[0].footer.paragraphs] == ["Confidential"]
    assert document.styles["Answer"].font.name == "Garamond"
    assert "Delete me" not in [paragraph.text for paragraph in document.paragraphs]
    assert "Answer Item" in [style.name for style in document.styles]


def test_a_report_may_be_the_template_of_the_next(index: Index, tmp_path: Path) -> None:
    (tmp_path / "first.docx").write_bytes(written(index, tmp_path))
    content = written(index, tmp_path, template=tmp_path / "first.docx")
    notes = re.findall(r'<w:footnote w:id="(\d+)"', part(content, "footnotes"))
    assert notes == ["1", "2", "3", "4", "5", "6"]
    assert headings(opened(content)) == headings(opened((tmp_path / "first.docx").read_bytes()))


def test_a_dotx_is_a_template_too(index: Index, tmp_path: Path, template: Path) -> None:
    dotx = tmp_path / "template.dotx"
    with ZipFile(template) as old, ZipFile(dotx, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"document.main+xml", b"template.main+xml"))
    document = opened(written(index, tmp_path, template=dotx))
    assert document.sections[0].header.paragraphs[0].text == "Permanent Mission"


def test_a_template_that_is_none_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_text("no", encoding="utf-8")
    for name in ("x.docx", "missing.docx"):
        with pytest.raises(SourceError, match=rf"{name}: .*name a Word document or template"):
            check_template(tmp_path / name)


def test_a_batch_without_sections_has_one(index: Index, tmp_path: Path) -> None:
    found = headings(opened(written(index, tmp_path, QuestionRow("line 1", "Who?"))))
    assert found[:2] == [("Heading 1", "Questions and answers"), ("Heading 2", "1. Who?")]
    assert len(ASKED) == 6


def test_related_passages_are_set_apart_in_styles_of_their_own(index: Index, tmp_path: Path) -> None:
    content = written(index, tmp_path, QuestionRow("line 1", "Related?"), QuestionRow("line 2", "List?"))
    shown = [(each.style.name, each.text) for each in opened(content).paragraphs if each.style is not None]
    assert (
        "State of Answer",
        "Related passages: check whether they answer. "
        "They are the nearest to what was asked. That they answer it is not established.",
    ) in shown
    assert ("State of Answer", f"What is missing: {LACKS}") in shown
    assert [name for name, text in shown if text == "States should:"] == [
        "Related Passage",
        "Answer",
        "Quoted Paragraph",
    ]
    assert [name for name, text in shown if text == "(a)\tShare information;"] == ["Related Item", "Answer Item"]


def test_the_styles_of_what_is_no_answer_have_a_bar_and_a_ground_in_the_order_that_word_wants(
    index: Index, tmp_path: Path
) -> None:
    styles = part(written(index, tmp_path), "styles")
    for name in ("State of Answer", "Related Passage", "Related Item"):
        style = styles[styles.index(f'w:val="{name}"') :]
        properties = re.findall(r"<w:(\w+)[ />]", style[style.index("<w:pPr>") : style.index("</w:pPr>")])
        order = ["pBdr", "shd", "tabs", "spacing", "ind"]
        found = [each for each in properties if each in order]
        assert found == [each for each in order if each in found]
        assert found[:2] == ["pBdr", "shd"]


def test_questions_with_related_passages_are_listed_for_whoever_checks_them(index: Index, tmp_path: Path) -> None:
    texts = [each.text for each in opened(written(index, tmp_path, QuestionRow("line 1", "Related?"))).paragraphs]
    begin = texts.index("Questions with related passages to check", texts.index("1. Related?") + 1)
    assert texts[begin + 2] == f"1. Related? {LACKS}"
