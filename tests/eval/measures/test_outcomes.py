from eval.measures.outcomes import (
    CITED_WRONGLY,
    NOT_CITED,
    NOT_RETRIEVED,
    NOT_STATED,
    REFUSED,
    RIGHT,
    RIGHTLY_REFUSED,
    SHOULD_HAVE_REFUSED,
    Missed,
    missed_requirements,
    outcome,
    wrong_citations,
)
from tests.support.gold_fakes import answer, places, question, said, wanted

FOUND = ["report 3", "report 2", "report 1"]


def test_a_paragraph_that_is_not_among_the_evidence_was_not_retrieved() -> None:
    asked, given = question("report 1"), answer(said("x", "report 3"), found=["report 3", "report 2"])

    assert missed_requirements(asked, given) == (Missed(wanted("report 1")[0], NOT_RETRIEVED, None),)
    assert outcome(asked, given, right=False) == NOT_RETRIEVED


def test_citing_another_paragraph_in_its_stead_is_cited_wrongly() -> None:
    asked, given = question("report 1"), answer(said("x", "report 3"), found=FOUND)

    assert missed_requirements(asked, given) == (Missed(wanted("report 1")[0], CITED_WRONGLY, 3),)
    assert wrong_citations(asked, given) == places("report 3")
    assert outcome(asked, given, right=False) == CITED_WRONGLY


def test_citing_one_of_two_required_paragraphs_leaves_the_other_not_cited() -> None:
    asked, given = question("report 1", "report 3"), answer(said("x", "report 3"), found=FOUND)

    assert missed_requirements(asked, given) == (Missed(wanted("report 1")[0], NOT_CITED, 3),)
    assert outcome(asked, given, right=False) == NOT_CITED


def test_the_wrong_item_of_the_right_paragraph_is_cited_wrongly() -> None:
    asked, given = question("report 2 (a)", "report 3"), answer(said("x", "report 2 (b)", "report 3"), found=FOUND)

    assert missed_requirements(asked, given) == (Missed(wanted("report 2 (a)")[0], CITED_WRONGLY, 2),)


def test_a_requirement_is_found_at_the_rank_of_its_best_alternative() -> None:
    asked, given = question("report 1 or report 2 (b)"), answer(found=FOUND)

    assert missed_requirements(asked, given)[0].rank == 2


def test_everything_cited_and_a_fact_missing_is_not_stated() -> None:
    asked, given = question("report 1"), answer(said("x", "report 1"), found=FOUND)

    assert missed_requirements(asked, given) == ()
    assert outcome(asked, given, right=False) == NOT_STATED
    assert outcome(asked, given, right=True) == RIGHT


def test_a_refused_question_is_refused_and_still_tells_where_its_paragraph_was() -> None:
    asked, given = question("report 1"), answer(found=FOUND)

    assert outcome(asked, given, right=False) == REFUSED
    assert missed_requirements(asked, given) == (Missed(wanted("report 1")[0], REFUSED, 3),)


def test_an_unanswerable_question_is_refused_rightly_or_should_have_been() -> None:
    assert outcome(question(), answer(found=FOUND), right=False) == RIGHTLY_REFUSED
    assert outcome(question(), answer(said("x", "report 1")), right=False) == SHOULD_HAVE_REFUSED
