"""What of a quotation differs from its source, as it is shown."""

from rag.verifying.quoting.differences import Nearness, nearness
from rag.verifying.quoting.usage import pieces_of
from rag.verifying.quoting.words import Wording


def differing(quotation: str, text: str) -> tuple[list[tuple[str, str]], str]:
    near: Nearness = nearness(pieces_of(quotation), Wording(text))
    start, end = near.span
    return [(each.style, each.text) for each in near.changes], text[start:end]


def test_words_are_shown_as_they_are_set() -> None:
    changes, span = differing(
        "co-hosted by the Office’s police (RCMP)", "It was co-hosted by the Office’s corps (RCMP)."
    )
    assert changes == [
        ("plain", "co-hosted by the Office's"), ("removed", "corps"), ("added", "police"), ("plain", "(RCMP)"),
    ]  # fmt: skip
    assert span == "co-hosted by the Office’s corps (RCMP)"


def test_words_that_stand_pages_further_down_are_no_part_of_it() -> None:
    text = f"There were 233 focal points in all. {'Nothing more was said of it. ' * 20}They are from 78 States."
    changes, span = differing("there were 133 focal points from 78 States", text)
    assert ("added", "133") in changes
    assert len(span.split()) <= 10


def test_where_words_are_left_out_openly_they_may_be_many() -> None:
    text = f"There were 233 focal points. {'Nothing more was said of it. ' * 20}They are from 78 States."
    _, span = differing("There were 133 focal points … They are from 78 States", text)
    assert span.endswith("78 States")
