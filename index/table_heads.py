"""What a table's rows are read under: its caption and the heads of its columns."""

from index.document import Paragraph


def heads_end(paragraph: Paragraph) -> int:
    """Where the caption and the heads of the columns of a table end in its text; 0 where `paragraph` is no table.

    The heads are the first row and, where that leaves the corner of the table empty, the rows after it that do too:
    `2023 | 2024` below `Audit | Investigation`.
    """
    if paragraph.kind != "table":
        return 0
    lines = paragraph.text.splitlines(keepends=True)
    captions = len(lines) - len(paragraph.rows) if paragraph.rows else 0
    heads = 1
    while heads < len(paragraph.rows) and not any(any(row[:1]) for row in paragraph.rows[: heads + 1]):
        heads += 1
    return sum(map(len, lines[: captions + heads]))
