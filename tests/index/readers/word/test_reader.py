from pathlib import Path

import docx

from index.readers.base import NoteMark, Role, Wrapping
from tests.index.readers.word.packages import levels, lines, num, numbered, p, r, read, table, texts

DECIMAL = levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")) + num()


def test_a_document_written_by_a_library_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Introduction", level=1)
    document.add_paragraph("States should share information.")
    document.save(str(tmp_path / "a.docx"))
    source = read(tmp_path / "a.docx")
    heading, text = source.lines
    assert (heading.text, heading.heading) == ("Introduction", 1)
    assert (text.text, text.heading, text.number) == ("States should share information.", 0, 2)
    assert source.wrapping is Wrapping.FLOWING
    assert source.pages is None


# Automatic numbers


def test_automatic_numbers_stand_in_the_text_as_printed(tmp_path: Path) -> None:
    body = numbered("Decides") + numbered("Urges", level=1) + numbered("Calls", level=1) + numbered("Requests")
    assert texts(tmp_path, body, numbering=DECIMAL) == ["1.\tDecides", "(a)\tUrges", "(b)\tCalls", "2.\tRequests"]


def test_a_number_of_three_digits_is_whole(tmp_path: Path) -> None:
    body = "".join(numbered("Notes") for _ in range(101))
    assert texts(tmp_path, body, numbering=DECIMAL)[99:] == ["100.\tNotes", "101.\tNotes"]


def test_numbers_of_several_levels_and_in_roman_letters(tmp_path: Path) -> None:
    definition = levels(("upperRoman", "%1."), ("decimal", "%1.%2")) + num()
    body = numbered("Scope") + numbered("Terms", level=1) + numbered("Use") + numbered("More", level=1)
    assert texts(tmp_path, body, numbering=definition) == ["I.\tScope", "I.1\tTerms", "II.\tUse", "II.1\tMore"]


def test_a_list_that_starts_again_does_and_one_that_goes_on_does(tmp_path: Path) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    definition = levels(("decimal", "%1.")) + num(1) + num(2, inner=restart)
    body = (
        numbered("One") + p("Between") + numbered("Two") + p("Annex") + numbered("Anew", number=2) + numbered("Three")
    )
    assert texts(tmp_path, body, numbering=definition) == [
        "1.\tOne",
        "Between",
        "2.\tTwo",
        "Annex",
        "1.\tAnew",
        "2.\tThree",
    ]


def test_lists_that_share_a_definition_count_on_together(tmp_path: Path) -> None:
    definition = levels(("decimal", "%1.")) + num(1) + num(2)
    body = numbered("One") + numbered("Two", number=2) + numbered("Three")
    assert texts(tmp_path, body, numbering=definition) == ["1.\tOne", "2.\tTwo", "3.\tThree"]


def test_a_level_above_one_that_is_used_counts_as_begun(tmp_path: Path) -> None:
    body = numbered("Sub", level=1) + numbered("One") + numbered("Sub again", level=1)
    assert texts(tmp_path, body, numbering=DECIMAL) == ["(a)\tSub", "2.\tOne", "(a)\tSub again"]


def test_numbers_that_a_style_gives(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Par"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Par"/></w:style>'
    )
    body = p("One", properties='<w:pStyle w:val="Par"/>') + p("Two", properties='<w:pStyle w:val="Sub"/>')
    assert texts(tmp_path, body, styles=styles, numbering=DECIMAL) == ["1.\tOne", "2.\tTwo"]


def test_a_bullet_is_no_part_of_the_text(tmp_path: Path) -> None:
    body = numbered("A first") + p("• A second")
    first, second = lines(tmp_path, body, numbering=levels(("bullet", "\uf0b7")) + num())
    assert (first.text, first.bullet) == ("A first", True)
    assert (second.text, second.bullet) == ("A second", True)


def test_a_numbered_heading_is_bold_where_its_words_are(tmp_path: Path) -> None:
    numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>'
    (line,) = lines(tmp_path, p(r("Scope", "<w:b/>"), properties=numbering), numbering=DECIMAL)
    assert (line.text, line.bold, line.heading) == ("1.\tScope", True, 2)


# Tracked changes


def _tracked(kind: str, inner: str) -> str:
    return f'<w:{kind} w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z">{inner}</w:{kind}>'


def test_insertions_are_kept_and_deletions_dropped(tmp_path: Path) -> None:
    deleted = _tracked("del", "<w:r><w:delText>should</w:delText></w:r>")
    assert texts(tmp_path, p("States ", _tracked("ins", r("shall")), deleted, " act.")) == ["States shall act."]


def test_what_was_moved_is_read_once_where_it_is_now(tmp_path: Path) -> None:
    body = p(_tracked("moveFrom", r("First."))) + p("Second.") + p(_tracked("moveTo", r("First.")))
    assert texts(tmp_path, body) == ["Second.", "First."]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    gone = f"<w:rPr>{_tracked('del', '')}</w:rPr>"
    assert texts(tmp_path, p("States ", properties=gone) + p("act.")) == ["States act."]


def test_a_deleted_paragraph_counts_for_no_number(tmp_path: Path) -> None:
    numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = p(
        _tracked("del", "<w:r><w:delText>Old</w:delText></w:r>"),
        properties=f"{numbering}<w:rPr>{_tracked('del', '')}</w:rPr>",
    )
    body = numbered("One") + deleted + numbered("Two")
    assert texts(tmp_path, body, numbering=DECIMAL) == ["1.\tOne", "2.\tTwo"]


def test_a_deleted_row_is_dropped(tmp_path: Path) -> None:
    rows = table(("A", "B"), ("C", "D"))
    rows = rows.replace("<w:tr>", f"<w:tr><w:trPr>{_tracked('del', '')}</w:trPr>", 1)
    assert texts(tmp_path, p("Text") + rows) == ["Text", "C | D"]


# Notes


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", " See resolution 70/1.")}{p("And more.")}</w:footnote>'
    f'<w:footnote w:id="2">{p("* Reissued.")}</w:footnote>'
)


def _reference(number: int, *, own_mark: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if own_mark else ""
    text = f"<w:t>{own_mark}</w:t>" if own_mark else ""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:footnoteReference{custom} w:id="{number}"/>{text}</w:r>'


def test_footnotes_have_their_marks_and_follow_their_paragraph(tmp_path: Path) -> None:
    body = p("The Agenda", _reference(1), ", including the resolve.") + p("Next.")
    text, note, more, following = lines(tmp_path, body, footnotes=NOTES)
    assert (text.text, text.note_marks) == ("The Agenda, including the resolve.", (NoteMark(10, "1"),))
    assert (note.text, note.role, note.opens_note) == ("See resolution 70/1.", Role.NOTE, "1")
    assert (more.text, more.role, more.opens_note) == ("And more.", Role.NOTE, None)
    assert following.text == "Next."


def test_a_note_with_a_mark_of_its_own_does_not_count(tmp_path: Path) -> None:
    body = p("A report", _reference(2, own_mark="*")) + p("The Agenda", _reference(1))
    title, starred, text, note, _ = lines(tmp_path, body, footnotes=NOTES)
    assert (title.text, title.note_marks) == ("A report", (NoteMark(8, "*"),))
    assert (starred.text, starred.opens_note) == ("Reissued.", "*")
    assert text.note_marks == (NoteMark(10, "1"),)
    assert note.opens_note == "1"


def test_endnotes_are_numbered_as_the_document_says(tmp_path: Path) -> None:
    reference = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    notes = f'<w:endnote w:id="1">{p("A source.")}</w:endnote>'
    body = p("The text", reference)
    assert lines(tmp_path, body, endnotes=notes)[1].opens_note == "i"
    decimal = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    assert lines(tmp_path, body, endnotes=notes, settings=decimal)[1].opens_note == "1"


def test_a_mark_typed_as_raised_text_is_a_mark_and_th_is_not(tmp_path: Path) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    first, second = lines(tmp_path, p("Agenda", r("12", raised)) + p("the 26", r("th", raised), " meeting"))
    assert (first.text, first.note_marks) == ("Agenda", (NoteMark(6, "12"),))
    assert (second.text, second.note_marks) == ("the 26th meeting", ())


# Tables and boxes


def test_tables_are_rows_of_cells(tmp_path: Path) -> None:
    source = lines(tmp_path, p("Table 1") + table(("Year", "Cases"), ("2023", "167")))
    assert [(line.role, line.cells) for line in source[1:]] == [
        (Role.TABLE, ("Year", "Cases")),
        (Role.TABLE, ("2023", "167")),
    ]
    assert source[2].text == "2023 | 167"


def test_a_cell_of_several_paragraphs_and_one_that_goes_on_from_above(tmp_path: Path) -> None:
    begins = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    goes_on = "<w:tcPr><w:vMerge/></w:tcPr>"
    rows = (
        f"<w:tbl><w:tr><w:tc>{begins}{p('Africa')}{p('and Asia')}</w:tc><w:tc>{p('4')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{goes_on}{p('')}</w:tc><w:tc>{p('5')}</w:tc></w:tr></w:tbl>"
    )
    _, first, second = lines(tmp_path, p("Table 1") + rows)
    assert (first.cells, second.cells) == (("Africa and Asia", "4"), ("", "5"))
    assert second.text == "| 5"


def test_cells_that_span_columns_leave_those_empty(tmp_path: Path) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    rows = (
        f"<w:tbl><w:tr><w:tc>{p('')}</w:tc><w:tc>{wide}{p('Cases')}</w:tc></w:tr>"
        f"<w:tr>{late}<w:tc>{p('2023')}</w:tc><w:tc>{p('2024')}</w:tc></w:tr></w:tbl>"
    )
    _, first, second = lines(tmp_path, p("Table 1") + rows)
    assert (first.cells, second.cells) == (("", "Cases", ""), ("", "2023", "2024"))


def test_a_table_of_one_wide_cell_a_row_is_a_box(tmp_path: Path) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    box = f"<w:tbl><w:tr><w:tc>{wide}{p('Box 1')}</w:tc></w:tr></w:tbl>"
    assert [line.role for line in lines(tmp_path, p("Text") + box)] == [Role.TEXT, Role.BOX]


def test_marks_in_a_table_know_their_place_in_its_row(tmp_path: Path) -> None:
    rows = table(("Cases", p("Total", _reference(1))))
    _, row, note, _ = lines(tmp_path, p("Table 1") + rows, footnotes=NOTES)
    assert (row.text, row.note_marks) == ("Cases | Total", (NoteMark(13, "1"),))
    assert note.opens_note == "1"


def test_the_table_that_a_document_begins_with_is_its_masthead(tmp_path: Path) -> None:
    source = lines(
        tmp_path, table(("United Nations", "A/80/75"), ("General Assembly", "Distr.: General")) + p("Report")
    )
    assert [line.text for line in source] == [
        "United Nations",
        "A/80/75",
        "General Assembly",
        "Distr.: General",
        "Report",
    ]
    assert {line.role for line in source} == {Role.TEXT}


def test_a_table_of_one_cell_and_a_text_box_are_boxes(tmp_path: Path) -> None:
    shape = f"<wps:wsp><wps:txbx><w:txbxContent>{p('In a box.')}</w:txbxContent></wps:txbx></wps:wsp>"
    fallback = f"<w:pict><w:txbxContent>{p('In a box.')}</w:txbxContent></w:pict>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{shape}</w:drawing></mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = lines(tmp_path, p("Text.", drawn) + table(("Summary",)))
    assert [(line.text, line.role) for line in source] == [
        ("Text.", Role.TEXT),
        ("In a box.", Role.BOX),
        ("Summary", Role.BOX),
    ]


# Text


def test_bold_and_italic_by_style_and_by_hand(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:b/></w:rPr></w:style>'
    body = p("A title", properties='<w:pStyle w:val="H"/>') + p(r("Recalling", "<w:i/>"), " its resolutions")
    title, text = lines(tmp_path, body, styles=styles)
    assert title.bold
    assert (text.italic, text.italic_spans) == (False, ((0, 9),))


def test_headings_by_outline_level_of_style_or_paragraph(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="HCh"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="HCh"/></w:style>'
    )
    body = p("One", properties='<w:pStyle w:val="Sub"/>') + p("Two", properties='<w:outlineLvl w:val="2"/>')
    body += p("Text", properties='<w:pStyle w:val="HCh"/><w:outlineLvl w:val="9"/>')
    assert [line.heading for line in lines(tmp_path, body, styles=styles)] == [1, 3, 0]


def test_line_breaks_part_lines_of_one_paragraph(tmp_path: Path) -> None:
    first, second = lines(tmp_path, p("General", "<w:r><w:br/></w:r>", "Assembly"))
    assert (first.text, first.continues, second.text, second.continues) == ("General", False, "Assembly", True)


def test_page_breaks_begin_pages(tmp_path: Path) -> None:
    body = p("One", '<w:r><w:br w:type="page"/></w:r>', "Two") + p("Three", properties="<w:pageBreakBefore/>")
    assert [line.begins_page for line in lines(tmp_path, body)] == [False, True, True]


def test_empty_paragraphs_are_gaps(tmp_path: Path) -> None:
    assert [line.gap for line in lines(tmp_path, p("One") + p("") + p("") + p("Two"))] == [0, 2]


def test_fields_links_and_content_controls_are_read_by_what_they_show(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="DATE">{r("2024")}</w:fldSimple>'
    link = f'<w:hyperlink r:id="x">{r("A/80/75")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('here')}</w:sdtContent></w:sdt>"
    body = p("See para. ", field, " of ", link, ", ", simple, ", ", control, ".")
    assert texts(tmp_path, body) == ["See para. 12 of A/80/75, 2024, here."]
    whole = f"<w:sdt><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>"
    assert texts(tmp_path, whole) == ["In a control."]


def test_hidden_text_is_left_out(tmp_path: Path) -> None:
    assert texts(tmp_path, p("Shown", r(" hidden", "<w:vanish/>"), ".")) == ["Shown."]


def test_special_characters_are_read(tmp_path: Path) -> None:
    special = (
        "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>State</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>"
    )
    symbol = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    assert texts(tmp_path, p(special) + p("a", symbol)) == ["non-State\tcoop", "a•"]


def test_size_and_indent_are_measured_in_points_and_letters(tmp_path: Path) -> None:
    body = p(r("Text", '<w:sz w:val="20"/>'), properties='<w:ind w:left="400" w:firstLine="100"/>')
    (line,) = lines(tmp_path, body)
    assert (line.size, line.indent) == (10.0, 5)


def test_the_head_of_the_pages_is_a_header(tmp_path: Path) -> None:
    head, text = lines(tmp_path, p("Text"), header=p("A/80/75"))
    assert (head.text, head.role, text.role) == ("A/80/75", Role.HEADER, Role.TEXT)


def test_a_formula_is_read_as_its_letters(tmp_path: Path) -> None:
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    assert texts(tmp_path, p("Let ", formula, " be.")) == ["Let a+b be."]
