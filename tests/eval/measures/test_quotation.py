from dataclasses import replace

import pytest

from eval.measures.quotation import has_wrong_number, quote_fidelity, text_at, wrong_number_rate
from index.locator import Locator
from rag.answer import Citation, Statement
from tests.support.gold_fakes import DOCUMENTS, REPORT, answer, citation, place, said

MET = "The Group met annually in Vienna."


def cited(text: str, where: str) -> Citation:
    return said(text, where).citations[0]


def test_a_sentence_of_the_cited_paragraph_is_verbatim() -> None:
    given = answer(said(MET, "report 1"), said("They began in 2001.", "report 3"))

    assert quote_fidelity(given, DOCUMENTS) == 1.0
    assert wrong_number_rate(given, DOCUMENTS) == 0.0


def test_a_sentence_of_another_paragraph_is_not_verbatim_and_its_number_is_wrong() -> None:
    given = answer(said(MET, "report 3"), said("They began in 2001.", "report 3"))

    assert quote_fidelity(given, DOCUMENTS) == 0.5
    assert wrong_number_rate(given, DOCUMENTS) == 0.5


def test_an_invented_sentence_is_not_verbatim_but_its_number_is_not_what_is_wrong() -> None:
    given = answer(said("The Group met in Geneva.", "report 1"))

    assert quote_fidelity(given, DOCUMENTS) == 0.0
    assert wrong_number_rate(given, DOCUMENTS) == 0.0


def test_an_answer_without_sentences_has_neither() -> None:
    assert quote_fidelity(answer(), DOCUMENTS) is None
    assert wrong_number_rate(answer(), DOCUMENTS) is None


def test_a_sentence_that_cites_nothing_is_not_verbatim() -> None:
    assert quote_fidelity(answer(Statement(MET, ())), DOCUMENTS) == 0.0


def test_a_footnote_may_be_quoted_from_the_paragraph_that_carries_it() -> None:
    note = citation(REPORT, Locator.parse("1"), "See resolution 1/4.", "1")
    given = answer(Statement("See resolution 1/4.", (note,)))

    assert quote_fidelity(given, DOCUMENTS) == 1.0
    assert wrong_number_rate(given, DOCUMENTS) == 0.0


def test_words_around_the_quotation_make_an_offline_answer_unfaithful_and_a_written_one_not() -> None:
    statement = Statement(f"It seems that {MET}", (cited(MET, "report 1"),))
    offline = answer(statement)

    assert quote_fidelity(offline, DOCUMENTS) == 0.0
    assert quote_fidelity(replace(offline, mode="written"), DOCUMENTS) == 1.0


@pytest.mark.parametrize(
    ("text", "where", "wrong"),
    [
        ("authorities in 129 States;", "report 2 (a)", False),
        ("(a) authorities in 129 States;", "report 2 (a)", False),
        ("authorities in 129 States;", "report 2", False),
        ("authorities in 129 States;", "report 2 (b)", True),
        ("The directory lists:", "report 2 (a)", True),
        (MET, "report 9", True),
        (MET, "report 1 (a)", True),
        (MET, "guide annex, 1", False),
    ],
)
def test_a_number_is_wrong_where_its_document_has_the_words_elsewhere(text: str, where: str, *, wrong: bool) -> None:
    assert has_wrong_number(cited(text, where), DOCUMENTS) is wrong


def test_a_printed_number_that_is_not_the_cited_one_is_wrong() -> None:
    assert has_wrong_number(replace(cited(MET, "report 1"), text="A/1, para. 11"), DOCUMENTS)


def test_a_document_that_is_not_there_has_no_right_number() -> None:
    assert has_wrong_number(replace(cited(MET, "report 1"), document="lost"), DOCUMENTS)


def test_the_text_of_an_item_begins_at_its_printed_mark() -> None:
    paragraph = REPORT.paragraph(Locator.parse("2"))

    assert paragraph is not None
    assert text_at(paragraph, place("report 2 (a)")) == "(a) authorities in 129 States;"
    assert text_at(paragraph, place("report 2 (c)")) is None
