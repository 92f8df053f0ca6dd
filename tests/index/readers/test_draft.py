"""Rows made of cells: each cell can be told by the bars before it, marks keep their places."""

from hypothesis import given
from hypothesis import strategies as st

from index.readers.draft import LineDraft, row_of, row_text

CELLS = st.lists(st.sampled_from(["", "4", "Asia and the Pacific", "–"]), max_size=6)


def test_an_empty_cell_leaves_its_bar_unless_it_is_the_last() -> None:
    assert row_text(("Asia", "4", "", "1")) == "Asia | 4 | | 1"
    assert row_text(("", "2023", "2024")) == "| 2023 | 2024"
    assert row_text(("Subtotal", "1", "", "")) == "Subtotal | 1"
    assert row_text(("", "")) == ""


@given(CELLS)
def test_the_cells_can_be_read_back(cells: list[str]) -> None:
    whole = row_text(cells)
    assert whole == " ".join(whole.split())
    read = [each.strip() for each in whole.split("|")]
    said = [at for at, each in enumerate(cells) if each]
    assert read == (cells[: said[-1] + 1] if said else [""])


def test_marks_and_bold_words_of_cells_keep_their_places() -> None:
    first, second = LineDraft(), LineDraft()
    first.append("Asia", bold=True)
    first.mark("a")
    second.append("4")
    row = row_of([first, LineDraft(), second])
    assert row.text == "Asia | | 4"
    assert [(each.at, each.mark) for each in row.marks] == [(4, "a")]
    assert row.bold == (False, ((0, 4),))
