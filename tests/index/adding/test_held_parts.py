"""Which parts of an index are written anew with the documents that come."""

import pytest

from index.adding.held_parts import HeldPart, rewritten_parts
from index.document import Document, Paragraph
from index.locator import Locator


def part(name: str, stay: int, written: int | None = None) -> HeldPart:
    """A part of which so many paragraphs stay, of those that were written: all, if it is not said otherwise."""
    document = Document(name, name, tuple(Paragraph(Locator(number=str(n)), "It rose.") for n in range(stay)))
    return HeldPart(name, (document,), (), None, stay if written is None else written)


LARGE = part("large", 200)


@pytest.mark.parametrize(
    ("sizes", "new", "joined"),
    [
        ((), 10, []),
        ((21,), 10, []),
        ((20,), 10, ["1"]),
        ((40, 20), 10, ["1", "2"]),
        ((61, 20), 10, ["2"]),
        ((20, 41), 10, []),
    ],
)
def test_the_last_parts_of_at_most_twice_what_comes_after_them_are_joined(
    sizes: tuple[int, ...], new: int, joined: list[str]
) -> None:
    found = rewritten_parts([LARGE, *(part(str(n), size) for n, size in enumerate(sizes, 1))], new)
    assert found is not None
    assert [each.name for each in found] == joined


def test_all_is_built_again_where_the_first_part_would_be_joined() -> None:
    assert rewritten_parts([part("first", 20)], 10) is None
    assert rewritten_parts([part("first", 60), part("1", 20)], 10) is None


def test_a_part_that_is_mostly_gone_is_written_anew_with_all_after_it() -> None:
    worn, larger = part("worn", 10, written=21), part("larger", 30)
    found = rewritten_parts([LARGE, worn, larger], 1)
    assert found is not None
    assert [each.name for each in found] == ["worn", "larger"]
    assert rewritten_parts([part("first", 100, written=201)], 1) is None
