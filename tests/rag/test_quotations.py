"""Statements as quotations: those of one place together, list items under their lead-in, what was left out marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.store import Index
from rag.answering.extractive.compose import compose, whole_paragraphs
from rag.quotations import GAP, groups, marked_stretches, quotations
from tests.rag.answering.extractive.test_compose import candidate
from tests.support.papers import index_of, paragraph

REPORT = Document(
    "report",
    "Report",
    (
        paragraph("1", "Networks exist. Banks cooperate. Judges decide. Women vote."),
        paragraph(
            "2",
            "States act. They should: (a) Share; (b) Freeze: (i) Early; (ii) Fast; (c) Return. All agreed.",
            items={
                "a": "Share;",
                "b": "Freeze: (i) Early; (ii) Fast;",
                "b i": "Early;",
                "b ii": "Fast;",
                "c": "Return.",
            },
            notes={"1": "See A/9."},
        ),
        paragraph("3", "Networks exist."),
    ),
    symbol="A/1",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT)


def lines(index: Index, *texts: str) -> list[tuple[str, str]]:
    """Label and words of each quotation of an answer that is made of the sentences `texts`."""
    chosen = [candidate(index, text) for text in texts]
    return [(each.label, each.text) for each in quotations(compose(chosen, index, dependence=False))]


def test_neighbours_of_one_paragraph_are_joined_by_a_space(index: Index) -> None:
    assert lines(index, "Banks cooperate.", "Judges decide.") == [("", "Banks cooperate. Judges decide.")]


def test_words_left_out_between_two_sentences_are_marked(index: Index) -> None:
    assert lines(index, "Banks cooperate.", "Women vote.") == [("", "Banks cooperate. […] Women vote.")]


def test_what_stands_before_the_first_sentence_is_no_gap(index: Index) -> None:
    assert lines(index, "Judges decide.") == [("", "Judges decide.")]


def test_an_item_next_to_its_lead_in_has_no_gap_though_its_printed_mark_stands_between(index: Index) -> None:
    assert lines(index, "They should:", "(a) Share;") == [("", "They should:"), ("(a)", "Share;")]


def test_an_item_after_items_left_out_has_the_gap_before_its_mark(index: Index) -> None:
    assert lines(index, "They should:", "(ii) Fast;", "All agreed.") == [
        ("", "They should:"),
        ("[…] (ii)", "Fast;"),
        ("", "[…] All agreed."),
    ]


def test_the_same_words_in_another_paragraph_do_not_hide_a_gap() -> None:
    twice = Document("d", "D", (paragraph("1", "It rose. It fell. It rose. It stood."),), symbol="A/2")
    index = index_of(twice)
    first, _, again, last = (row.tolist()[1:] for row in index.store.sentences)
    from rag.answering.extractive.candidate import Candidate

    said = [Candidate(index.paragraphs[0], 0, *span) for span in (first, again, last)]
    (quotation,) = quotations(compose(said, index, dependence=False))
    assert quotation.text == "It rose. […] It rose. It stood."


def test_a_paragraph_as_it_stands_has_no_gap(index: Index) -> None:
    whole = whole_paragraphs([(0, ()), (1, ())], index)
    assert not any(each.citations[0].gap for each in whole)


def test_a_list_is_one_group_with_its_items_under_the_lead_in_and_a_sentence_after_it_another(index: Index) -> None:
    found = list(groups(whole_paragraphs([(1, ())], index)))
    assert [(each.sentences.text if each.sentences else None, [one.label for one in each.items]) for each in found] == [
        ("States act. They should:", ["(a)", "(b)", "(i)", "(ii)", "(c)"]),
        ("All agreed.", []),
    ]
    assert {(each.document, str(each.paragraph)) for each in found} == {("report", "2")}


def test_items_without_a_lead_in_are_a_group_without_sentences(index: Index) -> None:
    (group,) = groups(whole_paragraphs([(1, ("b",))], index))
    assert group.sentences is None
    assert [each.text for each in group.quotations] == ["Freeze:", "Early;", "Fast;"]


def test_each_paragraph_has_a_group_of_its_own_and_no_statements_have_none(index: Index) -> None:
    assert [str(each.paragraph) for each in groups(whole_paragraphs([(2, ()), (0, ())], index))] == ["3", "1"]
    assert list(groups(())) == []


def test_what_a_sentence_leans_on_and_the_answer_does_not_show_is_named_before_it() -> None:
    papers = index_of(Document("d", "D", (paragraph("1", "Banks help."), paragraph("2", "It rose.")), symbol="A/2"))
    (quotation,) = quotations(compose([candidate(papers, "It rose.")], papers))
    assert quotation.text == "[context: para. 1] It rose."


@given(st.sets(st.integers(0, 11), min_size=1))
def test_a_gap_is_marked_exactly_where_a_sentence_of_the_paragraph_stands_between(
    index: Index, picked: set[int]
) -> None:
    from rag.answering.extractive.candidate import Candidate

    rows = index.store.sentences.tolist()
    chosen = [Candidate(index.paragraphs[rows[at][0]], 0, *rows[at][1:]) for at in sorted(picked) if at < len(rows)]
    statements = compose(chosen, index, dependence=False)
    told = [at for at in sorted(picked) if at < len(rows)]
    expected = [
        before is not None and rows[before][0] == rows[at][0] and at - before > 1
        for before, at in zip([None, *told], told, strict=False)
    ]
    assert [each.citations[0].gap for each in statements] == expected
    words = " ".join(f"{each.label} {each.text}" for each in quotations(statements))
    assert words.count(GAP) == sum(expected)


def test_a_text_is_cut_at_its_marks() -> None:
    assert list(marked_stretches("one two three", ((4, 7),))) == [("one ", False), ("two", True), (" three", False)]
    assert list(marked_stretches("one", ((0, 3),))) == [("one", True)]
