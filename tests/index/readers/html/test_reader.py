from pathlib import Path

import pytest

from index.errors import SourceError
from index.readers.base import Line, NoteMark, ReadLimits, Role, SourceText, Wrapping
from index.readers.html.reader import HtmlReader


def _read(folder: Path, page: str | bytes) -> SourceText:
    path = folder / "a.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return HtmlReader().read(path, ReadLimits())


def _lines(folder: Path, page: str | bytes) -> tuple[Line, ...]:
    return _read(folder, page).lines


def _texts(folder: Path, page: str | bytes) -> list[str]:
    return [line.text for line in _lines(folder, page)]


def test_headings_and_paragraphs_are_lines(tmp_path: Path) -> None:
    source = _read(tmp_path, '<html lang="en-GB"><body><h2>Scope</h2><p>States\n  should <b>act</b>.</p></body></html>')
    heading, text = source.lines
    assert (heading.text, heading.heading, heading.bold) == ("Scope", 2, True)
    assert (text.text, text.heading, text.bold_spans, text.number) == ("States should act.", 0, ((14, 17),), 2)
    assert (source.language, source.wrapping, source.pages) == ("en", Wrapping.FLOWING, None)


def test_entries_of_lists_have_the_numbers_that_a_browser_shows(tmp_path: Path) -> None:
    page = '<ol start="3"><li>One<ol type="a"><li>Sub</li></ol></li><li value="9">Nine</li><li>Ten</li></ol>'
    assert _texts(tmp_path, page) == ["3.\tOne", "a.\tSub", "9.\tNine", "10.\tTen"]


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [
        ('type="I"', ["I.", "II.", "III."]),
        ('type="i" start="9"', ["ix.", "x.", "xi."]),
        ('type="A" start="26"', ["Z.", "AA.", "AB."]),
        ("reversed", ["3.", "2.", "1."]),
        ('style="list-style-type: lower-alpha"', ["a.", "b.", "c."]),
        ('style="list-style: none"', ["One", "Two", "Three"]),
        ('start="much"', ["1.", "2.", "3."]),
    ],
)
def test_numbers_of_lists_are_written_as_the_list_says(tmp_path: Path, attributes: str, numbers: list[str]) -> None:
    page = f"<ol {attributes}><li>One</li><li>Two</li><li>Three</li></ol>"
    assert [text.split("\t")[0] for text in _texts(tmp_path, page)] == numbers


def test_bullets_are_no_part_of_the_text(tmp_path: Path) -> None:
    listed, typed = _lines(tmp_path, "<ul><li>One</li></ul><p>• Two</p>")
    assert (listed.text, listed.bullet, typed.text, typed.bullet) == ("One", True, "Two", True)


def test_cells_that_hang_over_rows_leave_their_column_empty(tmp_path: Path) -> None:
    source = _lines(
        tmp_path,
        "<table><tr><th rowspan=2>Region</th><th colspan=2>Cases</th></tr><tr><th>2023</th><th>2024</th></tr>"
        "<tr><td rowspan=2>Africa</td><td>4</td><td>5</td></tr><tr><td>6</td><td>7</td></tr>"
        "<tr><td>Asia</td><td>8</td><td>9</td></tr></table>",
    )
    assert [line.cells for line in source] == [
        ("Region", "Cases", ""),
        ("", "2023", "2024"),
        ("Africa", "4", "5"),
        ("", "6", "7"),
        ("Asia", "8", "9"),
    ]


def test_tables_of_data_are_rows_of_cells(tmp_path: Path) -> None:
    page = (
        "<table><caption>Table 1. Cases</caption><tr><th>Year</th><th colspan=2>Cases</th></tr>"
        "<tr><td>2023</td><td>167</td><td><p>all</p><p>closed</p></td></tr></table>"
    )
    caption, head, row = _lines(tmp_path, page)
    assert (caption.text, caption.role) == ("Table 1. Cases", Role.TEXT)
    assert (head.cells, head.role, head.bold) == (("Year", "Cases", ""), Role.TABLE, True)
    assert (row.cells, row.text) == (("2023", "167", "all closed"), "2023 | 167 | all closed")


def test_a_table_with_a_masthead_is_read_as_text(tmp_path: Path) -> None:
    page = (
        "<table><tr><td>United Nations</td><td>A/80/512</td></tr>"
        "<tr><td>General Assembly</td><td>Distr.: General<br>4 August 2025<br>Original: English</td></tr></table>"
    )
    said = ["United Nations", "A/80/512", "General Assembly", "Distr.: General", "4 August 2025", "Original: English"]
    assert _texts(tmp_path, page) == said


def test_a_table_that_lays_out_a_page_is_read_as_text(tmp_path: Path) -> None:
    page = "<table><tr><td><h1>Report</h1><p>Text.</p></td><td><ul><li>One</li></ul></td></tr></table>"
    assert [(line.text, line.role) for line in _lines(tmp_path, page)] == [
        ("Report", Role.TEXT),
        ("Text.", Role.TEXT),
        ("One", Role.TEXT),
    ]


def test_notes_at_the_end_are_told_by_their_links(tmp_path: Path) -> None:
    page = (
        '<p>The Agenda,<sup><a href="#n1" id="r1">1</a></sup> and more.<a href="#n2">[2]</a></p>'
        '<ol><li id="n1">Resolution 70/1. <a href="#r1">↩</a><p>And annex.</p></li></ol>'
        '<p><a name="n2" href="#r1">[2]</a> Ibid.</p><p>Text again.</p>'
    )
    text, first, more, second, last = _lines(tmp_path, page)
    assert text.text == "The Agenda, and more."
    assert text.note_marks == (NoteMark(11, "1"), NoteMark(21, "2"))
    assert (first.text, first.role, first.opens_note) == ("1.\tResolution 70/1.", Role.NOTE, "1")
    assert (more.text, more.role, more.opens_note) == ("And annex.", Role.NOTE, None)
    assert (second.text, second.role, second.opens_note) == ("Ibid.", Role.NOTE, "2")
    assert (last.text, last.role) == ("Text again.", Role.TEXT)


def test_what_is_raised_is_a_mark_or_part_of_the_words(tmp_path: Path) -> None:
    (line,) = _lines(tmp_path, "<p>At its 26<sup>th</sup> meeting,<sup>7</sup> on 8 km<sup>2</sup>.</p>")
    assert (line.text, line.note_marks) == ("At its 26th meeting, on 8 km².", (NoteMark(20, "7"),))


def test_links_to_chapters_are_words(tmp_path: Path) -> None:
    page = '<p>See <a href="#c">chapter 1</a> and <a href="https://un.org">the site</a>.</p><h2 id="c">Chapter 1</h2>'
    assert _texts(tmp_path, page) == ["See chapter 1 and the site.", "Chapter 1"]


def test_navigation_scripts_and_hidden_parts_are_left_out(tmp_path: Path) -> None:
    page = (
        "<head><title>Title</title><style>p {}</style></head><body><header><p>Site</p></header><nav><p>Menu</p></nav>"
        "<script>var a;</script><p>Text<span hidden>no</span> <i style='display: none'>no</i>stays.</p>"
        "<template><p>no</p></template><footer>Contact</footer></body>"
    )
    assert _texts(tmp_path, page) == ["Text stays."]


def test_only_the_main_part_of_a_page_is_read_where_it_has_one(tmp_path: Path) -> None:
    page = "<body><div>Breadcrumbs</div><main><header>Report</header><p>Text.</p></main><div>Related</div></body>"
    assert _texts(tmp_path, page) == ["Report", "Text."]


def test_line_breaks_part_lines_of_one_block(tmp_path: Path) -> None:
    first, second, third = _lines(tmp_path, "<p>General<br>Assembly</p><p>Text</p>")
    assert [first.continues, second.continues, third.continues] == [False, True, False]
    assert _texts(tmp_path, "<pre>one  two\n three</pre>") == ["one  two", "three"]


def test_figures_and_asides_have_their_roles(tmp_path: Path) -> None:
    page = "<figure><figcaption>A map</figcaption></figure><aside><p>In a box</p></aside><p>Text</p>"
    assert [line.role for line in _lines(tmp_path, page)] == [Role.FIGURE, Role.BOX, Role.TEXT]


@pytest.mark.parametrize(
    "page",
    [
        "<p>Türkiye – naïve</p>".encode(),
        b"\xef\xbb\xbf" + "<p>Türkiye – naïve</p>".encode(),
        "<meta charset=windows-1252><p>Türkiye – naïve</p>".encode("cp1252"),
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Türkiye – naïve</p>'.encode(
            "cp1252"
        ),
        "<p>Türkiye – naïve</p>".encode("cp1252"),
        "<p>Türkiye – naïve</p>".encode("utf-16"),
        '<meta charset="nonsense"><p>Türkiye – naïve</p>'.encode(),
    ],
)
def test_the_encoding_is_told_by_mark_head_or_content(tmp_path: Path, page: bytes) -> None:
    assert _texts(tmp_path, page) == ["Türkiye – naïve"]


def test_entities_are_letters_and_foreign_ones_are_not_fetched(tmp_path: Path) -> None:
    page = '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]><p>A &amp; B&nbsp;&#8211; C &f;</p>'
    (text,) = [text for text in _texts(tmp_path, page) if text.startswith("A")]
    assert text.startswith("A & B – C")
    assert "root:" not in text


@pytest.mark.parametrize("page", ["<div>" * 10_000 + "<p>Deep.</p>", f"<p>{'word ' * 2_500_000}</p>"])
def test_a_page_that_libxml2_stops_reading_is_refused_and_not_cut_off(tmp_path: Path, page: str) -> None:
    with pytest.raises(SourceError, match="not a web page"):
        _lines(tmp_path, page)


def test_a_paragraph_of_five_million_letters_is_read(tmp_path: Path) -> None:
    (text,) = _texts(tmp_path, f"<p>{'word ' * 1_000_000}</p>")
    assert len(text) == 4_999_999


def test_an_empty_or_missing_page_and_one_without_words_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="the page has no text; save it again from the browser"):
        _lines(tmp_path, "<html><script>1</script></html>")
    with pytest.raises(SourceError, match="the file is empty"):
        _lines(tmp_path, " \n")
    with pytest.raises(SourceError, match="no such file"):
        HtmlReader().read(tmp_path / "b.html", ReadLimits())


def test_more_characters_than_the_limit_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>States should share information.</p>")
    with pytest.raises(SourceError, match="more than 10 characters"):
        HtmlReader().read(path, ReadLimits(characters=10))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p><span>4.1</span>States should act.</p>", "4.1 States should act."),
        ("<p><span>7.</span><span>(a)</span><b>States</b> should act.</p>", "7. (a) States should act."),
        ("<p><span>(iv)</span> <span>States</span> should act.</p>", "(iv) States should act."),
        ("<p><span>12.</span></p>", "12."),
        ("<p><span>S</span>tates should act.</p>", "States should act."),
        ("<p>In <span>4.1</span>States should act.</p>", "In 4.1States should act."),
    ],
)
def test_a_number_that_only_a_style_sets_off_stands_apart(tmp_path: Path, page: str, text: str) -> None:
    assert _texts(tmp_path, page) == [text]


def test_a_note_with_the_star_of_the_title_is_a_note(tmp_path: Path) -> None:
    title, note, text, other = _lines(
        tmp_path, "<h1>Observations*</h1><p>* Adopted in <i>May</i>.</p><p>It met.</p><p>** Not so.</p>"
    )
    assert (title.opens_note, text.opens_note, other.opens_note) == (None, None, None)
    assert (note.text, note.opens_note, note.role, note.italic_spans) == ("Adopted in May.", "*", Role.NOTE, ())
