"""Questions to answers on a small index: verbatim, cited, checked, or refused."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.build import build_index
from index.document import Document
from index.errors import QuestionError
from index.store import Index
from rag.answer_json import answer_object
from rag.answerer import Answerer
from rag.citing.quote_check import is_verbatim
from rag.question.analyse import MAX_QUESTION
from rag.settings import ReadingSettings, RetrievalSettings, Settings
from tests.support.answering import ALWAYS, LEAFLET, NEVER, REPORT, VOID, told
from tests.support.fake_reader import FakeReader
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered, paragraph

LETTERS = "abcdefghijkl"
MANY = Document(
    "many",
    "Many",
    (
        *numbered(*(f"Goats graze on hill {number}. Bells ring." for number in range(60))),
        paragraph(
            "90",
            "Goats: " + " ".join(f"({letter}) Goat {letter};" for letter in LETTERS),
            items={letter: f"Goat {letter};" for letter in LETTERS},
        ),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, LEAFLET, VOID)


@pytest.fixture(scope="module")
def answerer(index: Index) -> Answerer:
    return Answerer(index, FakeEmbedder(), ALWAYS)


def test_a_question_is_answered_by_the_sentence_that_tells_with_its_place(answerer: Answerer) -> None:
    answer = answerer.answer("Do karate kids kick?")
    assert answer.answered
    assert told(answer)[0] == ("Leaflet, para. 2", "Karate kids kick.")
    assert str(answer.evidence[0].locator) == "2"
    assert answer.nearest == ()
    assert answer.reason is None


def test_an_answer_says_what_made_it(answerer: Answerer, index: Index) -> None:
    answer = answerer.answer("  Do karate\nkids kick? ", id="q-7")
    assert answer.question == "Do karate kids kick?"
    assert (answer.id, answer.mode, answer.model) == ("q-7", "extractive", "fake")
    assert answer.index == index.fingerprint
    assert 0 < answer.confidence < 1
    assert set(answer.milliseconds) == {"retrieve", "answer"}
    assert all(value > 0 for value in answer.milliseconds.values())


def test_an_answer_prints_in_the_form_of_the_contract(answerer: Answerer) -> None:
    for question in ("Do karate kids kick?", "What does paragraph 99 say?"):
        told = answer_object(answerer.answer(question))
        assert list(told) == [
            "contract", "question", "id", "answered", "state", "confidence", "reason", "remark",
            "intent", "checks", "statements", "evidence", "nearest", "mode", "writer", "language_model",
            "model", "reader", "index", "milliseconds",
        ]  # fmt: skip


def test_what_leans_on_another_sentence_brings_it(answerer: Answerer) -> None:
    said = [text for _, text in told(answerer.answer("Lausanne launch in 2009?"))]
    assert said[:2] == ["Networks exist.", "They were launched in 2009 in Lausanne."]


def test_an_item_of_a_list_brings_its_lead_in_and_has_the_finest_place(answerer: Answerer) -> None:
    answer = told(answerer.answer("How many authorities?"))
    assert ("A/1, para. 2", "The directory has:") in answer
    assert ("A/1, para. 2 (a)", "Authorities in 129 States;") in answer


def test_a_question_in_another_language_gets_no_answer_and_is_told_so(answerer: Answerer) -> None:
    answer = answerer.answer("Combien de pays ont un service de karaté ?")
    assert (answer.answered, answer.state, answer.statements) == (False, "nothing", ())
    assert answer.reason == "The question seems to be in another language; questions are read in English only."
    assert len(answer.nearest) == 3


@pytest.mark.parametrize("question", ["Do karate kids kick?", "?!", "List the networks."])
def test_what_the_documents_do_not_tell_is_refused_with_the_nearest_three(index: Index, question: str) -> None:
    answer = Answerer(index, FakeEmbedder(), NEVER).answer(question)
    assert not answer.answered
    assert answer.statements == ()
    assert answer.nearest == answer.evidence[:3]
    assert len(answer.nearest) == 3
    assert len(answer.evidence) == 6


def test_of_fewer_than_three_paragraphs_all_are_nearest(index: Index) -> None:
    small = index_of(Document("small", "Small", numbered("One.", "Two.")))
    assert len(Answerer(small, FakeEmbedder(), NEVER).answer("Who?").nearest) == 2
    nothing = Answerer(index, FakeEmbedder(), ALWAYS).answer("Who?", documents=["void"])
    assert (nothing.answered, nothing.nearest, nothing.evidence, nothing.confidence) == (False, (), (), 0)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What does paragraph 99 of the progress report say?", "paragraph 99 in Progress report"),
        ("What does paragraph 2 (z) of the progress report say?", "paragraph 2 (z) in Progress report"),
        ("What does draft guideline 9 say about karate kids?", "draft guideline 9 in these documents"),
        ("What does footnote 9 of the progress report say?", "footnote 9"),
    ],
)
def test_a_place_that_is_not_there_is_never_answered_from_elsewhere(
    answerer: Answerer, question: str, missing: str
) -> None:
    answer = answerer.answer(question)
    assert answer.reason == f"There is no {missing}."
    assert (answer.answered, answer.statements, answer.confidence) == (False, (), 0)
    assert answer.nearest


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "What does paragraph 2 of the progress report say?",
            [
                ("A/1, para. 2", "The directory has:"),
                ("A/1, para. 2 (a)", "Authorities in 129 States;"),
                ("A/1, para. 2 (b)", "Focal points in 80 States."),
                ("A/1, para. 2", "It is online."),
            ],
        ),
        ("Quote A/1, para. 2 (b).", [("A/1, para. 2 (b)", "Focal points in 80 States.")]),
        ("What does draft guideline 3 say?", [("Leaflet, draft guideline 3", "Xylophones yodel zestfully.")]),
        (
            "What do paragraphs 3 and 1 of the progress report say?",
            [
                ("A/1, para. 3", "Women vote."),
                ("A/1, para. 1", "Networks exist."),
                ("A/1, para. 1", "They were launched in 2009 in Lausanne."),
            ],
        ),
    ],
)
def test_a_place_that_is_asked_for_is_given_as_it_stands(
    index: Index, question: str, wanted: list[tuple[str, str]]
) -> None:
    answer = Answerer(index, FakeEmbedder(), NEVER).answer(question)
    assert told(answer) == wanted
    assert answer.confidence == 1


def test_of_more_than_ten_paragraphs_each_gives_its_first_sentence_up_to_fifty() -> None:
    answerer = Answerer(index_of(MANY), FakeEmbedder())
    whole = answerer.answer("What do paragraphs 1-10 of Many say?")
    assert len(whole.statements) == 20
    first = told(answerer.answer("What do paragraphs 1-11 of Many say?"))
    assert first == [(f"Many, para. {number}", f"Goats graze on hill {number - 1}.") for number in range(1, 12)]
    all_of_them = answerer.answer("What do paragraphs 1-60 of Many say?")
    assert len(all_of_them.statements) == 50
    assert len(all_of_them.evidence) == 60


def test_many_sub_items_of_one_paragraph_are_all_quoted() -> None:
    answer = Answerer(index_of(MANY), FakeEmbedder()).answer("What does paragraph 90 (a)–(l) of Many say?")
    assert told(answer) == [(f"Many, para. 90 ({letter})", f"Goat {letter};") for letter in LETTERS]


def test_a_place_that_several_documents_have_is_no_sure_answer_where_none_is_named(index: Index) -> None:
    doubting = Answerer(index, FakeEmbedder(), NEVER)
    assert doubting.answer("How many focal points does paragraph 2 give?").state != "answers"
    sure = doubting.answer("How many focal points does paragraph 2 of the progress report give?")
    assert (sure.state, sure.confidence) == ("answers", 1)


def test_a_question_about_something_in_a_place_is_answered_from_there_alone(answerer: Answerer) -> None:
    answer = answerer.answer("How many focal points does paragraph 2 (b) of the progress report give?")
    assert told(answer) == [("A/1, para. 2 (b)", "Focal points in 80 States.")]
    elsewhere = answerer.answer("Do karate kids kick, in paragraph 3 of the progress report?")
    assert {place for place, _ in told(elsewhere)} == {"A/1, para. 3"}


@pytest.mark.parametrize(
    ("question", "documents", "wanted"),
    [
        ("What does footnote 2 of the progress report say?", (), [("A/1, para. 2, footnote 2", "A/9, para. 3.")]),
        (
            "What does footnote 1 say?",
            (),
            [
                ("A/1, para. 2, footnote 1", "Available at www.example.org."),
                ("Leaflet, para. 2, footnote 1", "Kites."),
            ],
        ),
        ("What does footnote 1 say?", ("leaflet",), [("Leaflet, para. 2, footnote 1", "Kites.")]),
        ("What does footnote 1 to paragraph 2 of the leaflet say?", (), [("Leaflet, para. 2, footnote 1", "Kites.")]),
    ],
)
def test_a_footnote_that_is_named_is_quoted(
    answerer: Answerer, question: str, documents: Sequence[str], wanted: list[tuple[str, str]]
) -> None:
    assert told(answerer.answer(question, documents=documents)) == wanted


def test_a_footnote_that_gives_what_is_asked_for_follows_its_sentence(answerer: Answerer) -> None:
    answer = told(answerer.answer("Is the directory online on the web?"))
    assert answer[-1] == ("A/1, para. 2, footnote 1", "Available at www.example.org.")
    assert ("A/1, para. 2, footnote 2", "A/9, para. 3.") not in answer


def test_the_questions_in_a_question_are_answered_one_by_one(index: Index) -> None:
    question = "Do women vote, and do karate kids kick?"
    assert {text for _, text in told(Answerer(index, FakeEmbedder(), ALWAYS).answer(question))} >= {
        "Women vote.", "Karate kids kick.",
    }  # fmt: skip


def test_only_the_documents_asked_for_answer(answerer: Answerer) -> None:
    answer = answerer.answer("Do women vote?", documents=["leaflet"])
    assert {hit.document for hit in answer.evidence} == {"leaflet"}
    assert {each.citations[0].document for each in answer.statements} <= {"leaflet"}
    both = answerer.answer("Do women vote?", documents=("leaflet", "report-2018"))
    assert told(both)[0] == ("A/1, para. 3", "Women vote.")


def test_what_cannot_be_asked_is_an_error_that_says_so(answerer: Answerer) -> None:
    with pytest.raises(QuestionError, match="the question is empty"):
        answerer.answer(" ")
    with pytest.raises(QuestionError, match="100,000 characters and the limit is 2,000"):
        answerer.answer("a" * 100_000)
    with pytest.raises(QuestionError, match=r"no document 'leaflets'.*did you mean 'leaflet'"):
        answerer.answer("Who?", documents=["leaflets"])
    answerer.answer("a" * MAX_QUESTION)


def test_retrieval_and_choice_can_be_told_to_be_different(index: Index) -> None:
    alone = Settings(RetrievalSettings(depth=2), replace(ALWAYS.choice, lists=False, dependence=False, paragraphs=1))
    answer = Answerer(index, FakeEmbedder(), alone).answer("How many authorities?")
    assert len(answer.evidence) == 2
    assert ("A/1, para. 2", "The directory has:") not in told(answer)


def test_more_is_read_than_is_listed(index: Index) -> None:
    few = Settings(RetrievalSettings(depth=2), ALWAYS.choice, reading=ReadingSettings(paragraphs=5))
    reader = FakeReader("four of them")
    answer = Answerer(index, FakeEmbedder(), few, reader=reader).answer("How many authorities?")
    assert len(reader.given) > len(answer.evidence) == 2


_SAID = st.lists(
    st.sampled_from(
        "What does paragraph 2 (b) 9 of the progress report leaflet say about women karate directory in 129 2009 ? , "
        "and who list footnote 1 draft guideline 3 compare".split()
    ),
    min_size=1,
    max_size=10,
)


@given(said=_SAID)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_is_asked_every_statement_is_verbatim_from_the_place_it_cites(
    answerer: Answerer, index: Index, said: list[str]
) -> None:
    answer = answerer.answer(" ".join(said))
    assert answer.answered == bool(answer.statements)
    assert len({hit.row for hit in answer.evidence}) == len(answer.evidence) == 6
    for statement in answer.statements:
        (citation,) = statement.citations
        assert statement.text == citation.quote
        row = index.row(citation.document, citation.locator)
        assert row is not None
        ref = index.paragraphs[row]
        notes = [note.text for note in ref.paragraph.notes]
        assert is_verbatim(citation.quote, ref.text) or citation.quote in notes


def test_a_model_without_token_vectors_answers_by_the_other_signals() -> None:
    embedder = FakeEmbedder(gives_tokens=False)
    index = build_index([REPORT, LEAFLET], embedder)
    assert index.manifest.counts.tokens is None
    embedder.encoded.clear()
    answer = Answerer(index, embedder, ALWAYS).answer("Who decides quickly?")
    assert answer.statements[0].text == "Judges decide quickly."
    assert answer.evidence[0].signals["late"] == 0
    assert embedder.encoded == ["Who decides quickly?"]
