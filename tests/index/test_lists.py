"""Displayed lists: their lead-in, their items, and the finest sub-item that holds a sentence."""

import pytest

from index.displayed_lists import DisplayedList, displayed_list, finest_item, lead_ins, marks_named, without_mark
from index.document import Item, Paragraph
from index.locator import Locator
from index.sentences import sentence_spans

WHERE = Locator(number="5")


def paragraph(text: str, *items: tuple[str, str]) -> Paragraph:
    """A paragraph whose sub-items are given as marks (`a`, or `a i`) and texts."""
    found = []
    for marks, said in items:
        start = text.index(said)
        found.append(Item(WHERE.item(*marks.split()), said, start, start + len(said)))
    return Paragraph(WHERE, text, items=tuple(found))


LISTED = paragraph(
    "States act. They should: (a) Share information. It helps; (b) Return assets. All agreed.",
    ("a", "Share information. It helps;"),
    ("b", "Return assets."),
)
NESTED = paragraph(
    "The Group shall: (a) Consider: (i) Training; (ii) Advice. It is free; (b) Report.",
    ("a", "Consider: (i) Training; (ii) Advice. It is free;"),
    ("a i", "Training;"),
    ("a ii", "Advice. It is free;"),
    ("b", "Report."),
)
PLAIN = paragraph("Themes are: (a) knowledge; and (b) trust. It is so.")


def sentences(of: Paragraph) -> dict[str, tuple[int, int]]:
    return {of.text[start:end]: (start, end) for start, end in sentence_spans(of.text, of.items)}


def test_the_lead_in_is_the_sentence_before_the_first_item() -> None:
    spans = sentence_spans(LISTED.text, LISTED.items)
    assert [LISTED.text[start:end] for start, end in spans] == [
        "States act.", "They should:", "(a) Share information.", "It helps;", "(b) Return assets.", "All agreed.",
    ]  # fmt: skip
    assert displayed_list(LISTED, spans) == DisplayedList(lead_in=1, items=(2, 3, 4))


def test_a_list_that_opens_its_paragraph_has_no_lead_in() -> None:
    bare = paragraph("(a) Share; (b) Return.", ("a", "Share;"), ("b", "Return."))
    assert displayed_list(bare, sentence_spans(bare.text, bare.items)) == DisplayedList(lead_in=None, items=(0, 1))


def test_an_item_within_an_item_is_led_in_to_by_both() -> None:
    spans = sentence_spans(NESTED.text, NESTED.items)
    said = [NESTED.text[start:end] for start, end in spans]
    # 0 The Group shall: 1 (a) Consider: 2 (i) Training; 3 (ii) Advice. 4 It is free; 5 (b) Report.
    assert said[3].endswith("Advice.") and said[5].endswith("Report.")
    assert [lead_ins(NESTED, spans, place) for place in range(6)] == [(), (0,), (0, 1), (0, 1), (0, 1), (0,)]


@pytest.mark.parametrize("text", ["Themes are: (a) knowledge; and (b) trust. It is so.", "No list.", ""])
def test_a_list_that_runs_on_in_a_sentence_is_not_displayed(text: str) -> None:
    plain = paragraph(text)
    assert displayed_list(plain, sentence_spans(text)) is None


@pytest.mark.parametrize(
    ("of", "sentence", "marks", "without"),
    [
        (LISTED, "They should:", (), "They should:"),
        (LISTED, "(a) Share information.", ("a",), "Share information."),
        (LISTED, "It helps;", ("a",), "It helps;"),
        (LISTED, "(b) Return assets.", ("b",), "Return assets."),
        (LISTED, "All agreed.", (), "All agreed."),
        (NESTED, "(a) Consider:", ("a",), "Consider:"),
        (NESTED, "(i) Training;", ("a", "i"), "Training;"),
        (NESTED, "(ii) Advice.", ("a", "ii"), "Advice."),
        (NESTED, "It is free;", ("a", "ii"), "It is free;"),
        (NESTED, "(b) Report.", ("b",), "Report."),
        (PLAIN, "Themes are: (a) knowledge; and (b) trust.", (), "Themes are: (a) knowledge; and (b) trust."),
    ],
)
def test_each_sentence_has_its_innermost_sub_item_and_loses_only_its_printed_mark(
    of: Paragraph, sentence: str, marks: tuple[str, ...], without: str
) -> None:
    span = sentences(of)[sentence]
    assert finest_item(of, span) == marks
    start, end = without_mark(of, span)
    assert of.text[start:end] == without


@pytest.mark.parametrize(
    ("of", "named", "printed"),
    [
        (LISTED, ("a",), ("a",)),
        (LISTED, ("B",), ("b",)),
        (LISTED, (), ()),
        (LISTED, ("z",), None),
        (LISTED, ("a", "i"), None),
        (NESTED, ("a",), ("a",)),
        (NESTED, ("A", "II"), ("a", "ii")),
        (NESTED, ("i",), ()),  # `para. 5 (i)` names too little to be a sub-item, but the paragraph has it
        (PLAIN, ("b",), ()),
        (PLAIN, ("c",), None),
    ],
)
def test_a_sub_item_that_somebody_names_is_the_printed_one_or_in_the_paragraph_or_nowhere(
    of: Paragraph, named: tuple[str, ...], printed: tuple[str, ...] | None
) -> None:
    assert marks_named(of, named) == printed
