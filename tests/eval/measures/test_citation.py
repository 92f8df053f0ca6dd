import pytest

from eval.measures.citation import CitationScores, cited_places, item_citations, paragraph_citations
from tests.support.gold_fakes import answer, places, said, wanted

LIST = wanted("report 2 (a)", "report 2 (b)")


def test_precision_and_recall_count_different_paragraphs() -> None:
    gold = wanted("report 1", "report 3", "guide annex, 1")
    cited = places("report 1", "report 2 (a)", "report 2 (b)", "report 3")

    scores = paragraph_citations(gold, cited)

    # Cited are 1, 2 and 3; 1 and 3 are right; 1 and 3 of three are met.
    assert (scores.precision, scores.recall) == (2 / 3, 2 / 3)
    assert scores.f1 == pytest.approx(2 / 3)


def test_f1_is_the_harmonic_mean() -> None:
    assert CitationScores(0.5, 1.0).f1 == pytest.approx(2 / 3)
    assert CitationScores(0.0, 0.0).f1 == 0.0


def test_citing_nothing_counts_as_zero() -> None:
    assert paragraph_citations(LIST, ()) == CitationScores(0.0, 0.0)


def test_one_item_of_a_list_is_the_whole_at_paragraph_level_and_half_at_sub_item_level() -> None:
    cited = places("report 2 (a)")

    assert paragraph_citations(LIST, cited) == CitationScores(1.0, 1.0)
    assert item_citations(LIST, cited) == CitationScores(1.0, 0.5)


def test_the_lead_in_costs_no_precision_and_meets_no_item() -> None:
    assert item_citations(LIST, places("report 2")) == CitationScores(1.0, 0.0)
    assert item_citations(LIST, places("report 2", "report 2 (a)", "report 2 (b)")) == CitationScores(1.0, 1.0)


def test_another_item_of_the_right_paragraph_is_wrong_at_sub_item_level_only() -> None:
    gold = wanted("report 2 (a)")

    assert paragraph_citations(gold, places("report 2 (b)")) == CitationScores(1.0, 1.0)
    assert item_citations(gold, places("report 2 (b)")) == CitationScores(0.0, 0.0)


def test_an_item_meets_the_paragraph_it_is_part_of() -> None:
    assert item_citations(wanted("report 2"), places("report 2 (b)")) == CitationScores(1.0, 1.0)


def test_both_alternatives_are_right_and_meet_one_requirement() -> None:
    gold = wanted("report 1 or guide annex, 1", "report 3")

    assert paragraph_citations(gold, places("report 1", "guide annex, 1")) == CitationScores(1.0, 0.5)


def test_a_question_without_gold_has_no_citation_scores() -> None:
    with pytest.raises(ValueError, match="without gold"):
        paragraph_citations((), places("report 1"))


def test_a_place_that_two_sentences_cite_is_one_cited_place() -> None:
    given = answer(said("One.", "report 3"), said("Two.", "report 3", "report 1"))

    assert cited_places(given) == places("report 3", "report 1")
