"""Blocks kept on disk come back as they were, as often as they are wanted."""

from hypothesis import given
from hypothesis import strategies as st

from rag.reports.kept_blocks import Kept, kept_blocks
from rag.reports.report import Cited, Heading, Link, Prose, Table, Text

WORDS = st.text(max_size=20)
SPANS = st.one_of(
    st.builds(Text, WORDS, st.sampled_from(["plain", "strong"])),
    st.builds(Cited, WORDS, WORDS, st.none() | WORDS, st.booleans()),
    st.builds(Link, WORDS, WORDS),
)
ROWS = st.tuples(WORDS, WORDS)
BLOCKS = st.one_of(
    st.builds(Heading, st.integers(1, 3), WORDS, WORDS, WORDS, st.booleans()),
    st.builds(Prose, st.sampled_from(["body", "item"]), st.lists(SPANS, max_size=4).map(tuple), WORDS),
    st.builds(Table, ROWS, st.lists(ROWS, max_size=2).map(tuple), st.just((60, 40))),
)


@given(st.lists(BLOCKS, max_size=6))
def test_blocks_come_back_as_they_were(blocks: list[Kept]) -> None:
    with kept_blocks() as kept:
        for block in blocks:
            kept.add(block)
        assert list(kept) == blocks


def test_blocks_may_be_read_by_two_at_a_time_and_added_to_later() -> None:
    first, second, third = (Heading(1, name, name) for name in ("one", "two", "three"))
    with kept_blocks() as kept:
        kept.add(first)
        kept.add(second)
        assert list(zip(kept, kept, strict=True)) == [(first, first), (second, second)]
        kept.add(third)
        assert list(kept) == [first, second, third]
