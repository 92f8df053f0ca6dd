"""Lists that a paragraph displays: their lead-in and their items."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.document import Paragraph
from index.sentences import Span, mark_start


@dataclass(frozen=True, slots=True)
class DisplayedList:
    """A list in a paragraph, as places among the paragraph's sentences: its lead-in, if any, and its items."""

    lead_in: int | None
    items: tuple[int, ...]


def displayed_list(paragraph: Paragraph, sentences: Sequence[Span]) -> DisplayedList | None:
    """The displayed list of `paragraph`, whose sentences are `sentences`, or None where it has none."""
    places = tuple(place for place, span in enumerate(sentences) if finest_item(paragraph, span))
    if not places:
        return None
    lead_in = places[0] - 1 if places[0] > 0 else None
    return DisplayedList(lead_in, places)


def lead_ins(paragraph: Paragraph, sentences: Sequence[Span], place: int) -> tuple[int, ...]:
    """What leads in to the item that the sentence at `place` is of, outermost first, as places among the sentences.

    `(b) Consider:` leads in to `(i) …` under it, and what stands before `(a)` to both; none where it is of no item.
    """
    marks = [finest_item(paragraph, span) for span in sentences]
    whole = displayed_list(paragraph, sentences)
    if whole is None or place not in whole.items:
        return ()
    outer = [] if whole.lead_in is None else [whole.lead_in]
    inner = [
        max((at for at in range(place) if marks[at] == marks[place][:depth]), default=None)
        for depth in range(1, len(marks[place]))
    ]
    return (*outer, *(each for each in inner if each is not None))


def finest_item(paragraph: Paragraph, span: Span) -> tuple[str, ...]:
    """The marks of the innermost sub-item that holds `span` of the paragraph's text; empty where none does."""
    holding = [
        item.locator.items
        for item in paragraph.items
        if mark_start(paragraph.text, item.start) <= span[0] and span[1] <= item.end
    ]
    return max(holding, key=len, default=())


def marks_named(paragraph: Paragraph, marks: Sequence[str]) -> tuple[str, ...] | None:
    """The sub-item that somebody calls `marks`, as it is printed; None where `paragraph` has none.

    A list that runs on in the sentences of a paragraph has no sub-items of its own: then there are no marks, and the
    paragraph itself is the place.
    """
    wanted = [each.lower() for each in marks]
    for item in paragraph.items:
        printed = item.locator.items[: len(wanted)]
        if [each.lower() for each in printed] == wanted:
            return printed
    return () if all(f"({each})" in paragraph.text.lower() for each in wanted) else None


def span_of_item(paragraph: Paragraph, marks: tuple[str, ...]) -> Span | None:
    """Where the sub-item `marks` of `paragraph` begins, at its printed mark, and ends with what is nested in it."""
    depth = len(marks)
    within = [each for each in paragraph.items if each.locator.items[:depth] == marks]
    if not any(each.locator.items == marks for each in within):
        return None
    return min(mark_start(paragraph.text, each.start) for each in within), max(each.end for each in within)


def without_mark(paragraph: Paragraph, span: Span) -> Span:
    """`span` without the printed mark of a sub-item at its beginning."""
    starts = [item.start for item in paragraph.items if mark_start(paragraph.text, item.start) <= span[0] < item.start]
    return max(starts, default=span[0]), span[1]
