"""What a table's rows are read under."""

from dataclasses import replace

from index.document import Paragraph
from index.locator import Locator
from index.table_heads import heads_end


def table(*rows: tuple[str, ...], caption: str = "") -> Paragraph:
    lines = [caption] if caption else []
    lines += [" | ".join(filter(None, row)) for row in rows]
    return Paragraph(Locator(number="1", label="table"), "\n".join(lines), kind="table", rows=rows)


def under(paragraph: Paragraph) -> str:
    return paragraph.text[: heads_end(paragraph)]


def test_rows_are_read_under_the_caption_and_the_first_row() -> None:
    posts = (("Unit", "2023"), ("", "12"), ("Ethics", "3"))
    assert under(table(*posts)) == "Unit | 2023\n"
    assert under(table(*posts, caption="Table 1. Posts")) == "Table 1. Posts\nUnit | 2023\n"


def test_heads_go_on_as_long_as_the_corner_is_empty() -> None:
    posts = (("", "Audit", ""), ("", "2023", "2024"), ("Posts", "1", "2"))
    assert under(table(*posts, caption="Table 1")) == "Table 1\nAudit\n2023 | 2024\n"


def test_without_cells_the_first_line_is_the_head_and_other_paragraphs_have_none() -> None:
    bare = replace(table(("Unit", "2023"), ("Ethics", "3")), rows=())
    assert under(bare) == "Unit | 2023\n"
    assert under(replace(bare, kind="text")) == ""
