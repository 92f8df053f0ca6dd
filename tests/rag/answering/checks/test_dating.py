"""Which questions ask for the date of a treaty or the like, and which sentences give it."""

import pytest

from index.document import Document
from rag.answerer import Answerer
from rag.answering.checks.dating import DateAsked, date_asked, gives_date, undated
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered


@pytest.mark.parametrize(
    ("question", "name", "deed"),
    [
        ("What is the date of the Lima Agreement?", "Lima Agreement", None),
        ("When was the Convention on the Law of the Sea signed", "Convention on the Law of the Sea", "signed"),
        ("When did the Lima Declaration get adopted?", "Lima Declaration", "adopted"),
        ("In what year did the Lima Protocol enter into force?", "Lima Protocol", "enter into force"),
        ("date of adoption of the Rights of Fish Charter", "Rights of Fish Charter", "adoption"),
    ],
)
def test_the_date_of_a_treaty_is_asked_for(question: str, name: str, deed: str | None) -> None:
    assert date_asked(question) == DateAsked(name, deed)


@pytest.mark.parametrize(
    "question",
    [
        "When was the Special Envoy appointed?",
        "What is the date of the next session?",
        "When was the ceasefire agreed?",
        "When was the Lima Agreement discussed by the Committee?",
        "What does the Lima Agreement say about the date of elections?",
    ],
)
def test_another_date_is_not_taken_for_it(question: str) -> None:
    assert date_asked(question) is None


@pytest.mark.parametrize(
    ("sentence", "made", "took_effect"),
    [
        ("The Lima Agreement was adopted on 12 December 2015.", True, False),
        ("On 12 December 2015, Parties adopted the Lima Agreement.", True, False),
        ("They recalled the Lima Agreement of 12 December 2015.", True, False),
        ("They recalled the 2015 Lima Agreement.", True, False),
        ("The entry into force of the Lima Agreement on 4 November 2016 was noted.", False, True),
        ("The Group shall serve the Lima Agreement, starting from 1 January 2019.", False, False),
        ("Changes were adopted at the Conference on the Lima Agreement, held in May 2010.", False, False),
        ("The Lima Agreement 2015–2030 was adopted at a conference.", False, False),
    ],
)
def test_only_a_date_of_the_deed_itself_counts(sentence: str, made: bool, took_effect: bool) -> None:
    asked = [DateAsked("Lima Agreement", "adopted"), DateAsked("Lima Agreement", "enter into force")]
    assert [gives_date(sentence, each) for each in asked] == [made, took_effect]


def test_it_is_taken_for_what_was_named_before() -> None:
    asked = DateAsked("Lima Agreement", "signed")
    assert gives_date("It was signed in 2015.", asked, "Parties praised the Lima Agreement.")
    assert not gives_date("It was signed in 2015.", asked, "Parties praised the Quito Protocol.")
    assert not gives_date("Quito opened in 2015.", DateAsked("lima agreement", "signed"), "The Lima Agreement rose.")


def test_an_answer_without_the_date_is_called_related() -> None:
    index = index_of(Document("paper", "Paper", numbered("The Lima Agreement helps fish from 1 May 2019.")))
    answer = Answerer(index, FakeEmbedder(), ALWAYS).answer("What is the date of the Lima Agreement?")
    assert answer.state == "related"
    assert answer.checks == ("None of these passages gives this date of “Lima Agreement”.",)


def test_a_name_typed_without_capitals_is_one_where_the_texts_have_it_so() -> None:
    quotes = ["The Lima Agreement and a ceasefire agreement help fish from May 2019."]
    assert undated("when was the lima agreement signed", quotes, ())
    assert not undated("when was the ceasefire agreement signed", quotes, ())


def test_a_sentence_that_gives_the_date_is_looked_up_wherever_it_stands() -> None:
    texts = ("The Lima Agreement helps fish. The date of fish is May.", "Peru signed the Lima Agreement in 2015.")
    index = index_of(Document("paper", "Paper", numbered(*texts)))
    answer = Answerer(index, FakeEmbedder()).answer("What is the date of the Lima Agreement?")
    assert (answer.state, [each.text for each in answer.statements]) == ("answers", [texts[1]])


def test_a_treaty_that_is_quoted_itself_need_not_name_itself() -> None:
    treaty = Document("treaty", "Lima Agreement on Fish", ())
    assert undated("When was the Lima Agreement signed?", ["Done at Lima on 3 May 2001."], [treaty]) == ()
