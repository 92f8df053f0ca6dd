"""Questions to the five documents that come with the project, with the real model, as a person would check them."""

from dataclasses import replace

import pytest

from index.document import Paragraph
from index.embedding.base import Embedder
from index.locator import Locator
from index.store import Index
from rag.answer import Answer
from rag.answerer import Answerer
from rag.answering.steps import Asked
from rag.citing.quote_check import check
from rag.question.analyse import analyse

GUIDELINES, SHARING, MEETING = "guidelines-2021", "info-sharing-2018", "intersessional-2020"
REVIEW, PROGRESS = "irg-2019", "progress-2018"


@pytest.fixture(scope="session")
def index(corpus_index: Index) -> Index:
    return corpus_index


@pytest.fixture(scope="session")
def answerer(corpus_index: Index, packaged_embedder: Embedder) -> Answerer:
    return Answerer(corpus_index, packaged_embedder)


def quoted(answer: Answer) -> list[tuple[str, str, str]]:
    """Document, locator and words of each quotation."""
    return [(each.document, str(each.locator), each.quote) for one in answer.statements for each in one.citations]


def assert_says(answer: Answer, document: str, locator: str, words: str) -> None:
    assert any((each, place) == (document, locator) and words in quote for each, place, quote in quoted(answer)), (
        quoted(answer)
    )


# A question, and of each thing that its answer must hold: document, locator, words.
TOLD = [
    ("When was the GlobE Network launched?", [(GUIDELINES, "19", "on 3 June 2021")]),
    ("How many States parties had commented by 17 June 2021?", [(GUIDELINES, "9", "14 States parties")]),
    ("What does the note say about data security?", [(GUIDELINES, "14", "preventing unauthorized access")]),
    ("What was the global value of the confiscated assets in Italy?", [(MEETING, "31", "€25 billion")]),
    ("Which country called for artefacts taken during colonial times to be returned?",
     [(MEETING, "32", "artefacts and artworks")]),
    ("Why had requests for assistance been refused, according to the panellist from Chile?",
     [(MEETING, "29", "fishing expeditions")]),
    ("What did one speaker suggest about a dispute mediation mechanism?",
     [(MEETING, "15", "a dispute mediation mechanism was needed")]),
    ("How much money was returned to Kyrgyzstan?", [(REVIEW, "7", "4.6 million US dollars")]),
    ("What role does civil society play in the return of assets?",
     [(REVIEW, "17", "the important role played by the civil society")]),
    ("Which regional organizations were mentioned as useful for technical assistance?",
     [(REVIEW, "10", "ECOWAS and the Maghreb Union")]),
    ("When did the Implementation Review Group adopt the report on its tenth session?",
     [(REVIEW, "18", "On 29 May 2019")]),
    ("Which resolution established the Working Group on Asset Recovery?", [(PROGRESS, "1", "resolution 1/4")]),
    ("Where was the seventh Global Focal Point Conference held?", [(PROGRESS, "66", "Ottawa")]),
    ("When did the International Anti-Corruption Coordination Centre become operational?",
     [(PROGRESS, "84", "became operational in 2017")]),
    ("What is a help desk approach to asset recovery?", [(PROGRESS, "80", "help desk approach")]),
    ("Who serves as the permanent secretariat of the network for West Africa?",
     [(SHARING, "31", "Côte d'Ivoire")]),
    ("What share of countries had enacted specific legislation on spontaneous disclosure?",
     [(SHARING, "11", "Approximately 20 per cent")]),
    ("When was the Asset Recovery Inter-Agency Network for the Caribbean launched?", [(SHARING, "32", "2017")]),
    ("When was the Egmont Group established, and how many financial intelligence units does it have?",
     [(SHARING, "39", "155 financial intelligence units that was established in 1995")]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "things"), TOLD, ids=[question[:40] for question, _ in TOLD])
def test_a_question_is_answered_from_the_paragraph_that_tells(
    answerer: Answerer, question: str, things: list[tuple[str, str, str]]
) -> None:
    answer = answerer.answer(question)
    assert answer.answered
    for document, locator, words in things:
        assert_says(answer, document, locator, words)


def test_an_item_of_a_list_is_cited_finely_and_brings_its_lead_in(answerer: Answerer) -> None:
    answer = answerer.answer(
        "In how many States parties are there central authorities for mutual legal assistance?",
        documents=[PROGRESS],
    )
    assert_says(answer, PROGRESS, "65", "As of 27 March 2018, it contained information on:")
    assert_says(answer, PROGRESS, "65 (a)", "Central authorities for mutual legal assistance in 129 States parties;")


def test_a_question_for_a_list_gets_the_lead_in_and_every_item(answerer: Answerer) -> None:
    answer = answerer.answer(
        "What information did the online directory contain as at 27 March 2018?", documents=[SHARING]
    )
    assert_says(answer, SHARING, "46", "the directory contained the information on:")
    figures = {"a": "129", "b": "112", "c": "80", "d": "23", "e": "32"}
    for letter, figure in figures.items():
        assert_says(answer, SHARING, f"46 ({letter})", f"{figure} States parties")


def test_what_a_receiving_state_could_do_is_a_list_in_both_drafts(answerer: Answerer) -> None:
    answer = answerer.answer("Which actions of a receiving State does draft guideline 4 of the revised draft list?")
    for letter, words in {"a": "Getting into contact", "b": "Opening an investigation", "c": "Preparing"}.items():
        assert_says(answer, GUIDELINES, f"annex, draft guideline 4, 4.1 ({letter})", words)
    older = answerer.answer("Which actions of receiving countries does draft guideline 4 of CAC/COSP/WG.2/2018/5 list?")
    for letter, words in {"a": "Contacting", "b": "Opening an investigation", "c": "Preparing"}.items():
        assert_says(older, SHARING, f"draft guideline 4, 2 ({letter})", words)


@pytest.mark.parametrize(
    ("question", "older", "newer"),
    [
        (
            "How do the two drafts differ on keeping received information confidential?",
            ("draft guideline 4, 1", "remain confidential, even temporarily"),
            ("annex, draft guideline 4, 4.2", "remain confidential, even temporarily"),
        ),
        (
            "Compare draft guideline 3 in the 2018 and 2021 versions.",
            ("draft guideline 3", "the requirement of a ministerial decision"),
            ("annex, draft guideline 3, 3.3", "Restrictive procedural rules should be avoided"),
        ),
        (
            "What changed on the replacement of contact points between the first draft and the revised draft?",
            ("draft guideline 6, 3", "institutions should be encouraged to replace contact points promptly"),
            ("annex, draft guideline 6, 6.2", "new contact points should be designated promptly"),
        ),
        (
            "Do both drafts say that rules need not be put into legislation?",
            ("draft guideline 2, 2", "not considered necessary to include these rules in legislation"),
            ("annex, draft guideline 2, 2.3", "not considered necessary to include these rules"),
        ),
    ],
)
def test_a_comparison_of_the_drafts_quotes_both_the_older_first(
    answerer: Answerer, question: str, older: tuple[str, str], newer: tuple[str, str]
) -> None:
    answer = answerer.answer(question)
    assert_says(answer, SHARING, *older)
    assert_says(answer, GUIDELINES, *newer)
    documents = list(dict.fromkeys(document for document, *_ in quoted(answer)))
    assert documents == [SHARING, GUIDELINES]


@pytest.mark.parametrize(
    ("question", "mark", "document", "locator", "words"),
    [
        ("What does footnote 3 of the revised draft guidelines say?", "3", GUIDELINES, "9", "Australia, Brazil"),
        ("Which States had commented on the draft by 17 June 2021?", "3", GUIDELINES, "9", "Senegal, Singapore"),
        ("What does footnote 4 of the background document say?", "4", SHARING, "15", "Asset Recovery Handbook"),
    ],
)  # fmt: skip
def test_a_footnote_is_quoted_as_one(
    answerer: Answerer, question: str, mark: str, document: str, locator: str, words: str
) -> None:
    answer = answerer.answer(question)
    assert_says(answer, document, locator, words)
    (place,) = [each.text for one in answer.statements for each in one.citations if words in each.quote]
    assert place.endswith(f"para. {locator}, footnote {mark}")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What does paragraph 17 of the IRG report say?", [(REVIEW, "17")]),
        ("What does para. 65 (c) of CAC/COSP/WG.2/2018/2 say?", [(PROGRESS, "65 (c)")]),
        ("Show me annex, draft guideline 7, para. 7.4 of the revised draft guidelines.",
         [(GUIDELINES, "annex, draft guideline 7, 7.4")]),
        ("What does paragraph 4.1 (b) say?", [(GUIDELINES, "annex, draft guideline 4, 4.1 (b)")]),
        ("What does draft guideline 3 of the 2018 draft say?", [(SHARING, "draft guideline 3")] * 3),
        ("What does paragraph 5 (b) of the progress report say?", [(PROGRESS, "5")]),
        ("Summarize section IV of the revised draft.", [(GUIDELINES, "20"), (GUIDELINES, "21")]),
    ],
)  # fmt: skip
def test_a_place_is_given_as_it_stands(answerer: Answerer, question: str, wanted: list[tuple[str, str]]) -> None:
    answer = answerer.answer(question)
    assert [(document, locator) for document, locator, _ in quoted(answer)] == wanted
    assert answer.confidence == 1


def test_a_paragraph_as_it_stands_is_whole(answerer: Answerer, index: Index) -> None:
    for number in ("65", "79", "66"):
        answer = answerer.answer(f"What does paragraph {number} of the progress report say?")
        row = index.row(PROGRESS, Locator(number=number))
        assert row is not None
        said = " ".join(quote for *_, quote in quoted(answer))
        assert len(said) >= len(index.paragraphs[row].text) - 4 * len(index.paragraphs[row].paragraph.items)


def test_in_the_same_resolution_brings_the_sentence_that_names_it(answerer: Answerer) -> None:
    answer = answerer.answer(
        "What did the Conference call upon States to do to ensure the return of confiscated property under article 57?",
        documents=[PROGRESS],
    )
    assert_says(answer, PROGRESS, "79", "In the same resolution, the Conference called upon States parties")
    assert_says(answer, PROGRESS, "78", "In its resolution 7/1")


@pytest.mark.parametrize(
    "question",
    [
        "What does paragraph 250 of the progress report say?",
        "What does paragraph 65 (z) of the progress report say?",
        "What does draft guideline 9 of the revised draft say about sanctions?",
        "What does footnote 30 of the revised draft guidelines say?",
        "What was the budget of UNODC in 2023?",
        "How many medals did Kenya win in 2012?",
        "What did the seventeenth session decide on whales in 1975?",
    ],
)
def test_what_the_documents_do_not_tell_is_refused_with_the_nearest(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question)
    assert (answer.answered, answer.statements) == (False, ())
    assert answer.nearest == answer.evidence[:3]
    assert len(answer.evidence) >= 20


@pytest.mark.parametrize(
    ("question", "document", "locator"),
    [
        ("trust among colleagues abroad before information is passed on unasked", SHARING, "18"),
        ("people educated on the provisions of the treaty with StAR's support", REVIEW, "3"),
        ("stolen money in Swiss banks was blocked after a request through regional networks", SHARING, "36"),
        ("central bank account registers as a global standard", MEETING, "13"),
        ("mentor programme for prosecutors", PROGRESS, "67"),
    ],
)
def test_a_question_in_other_words_finds_the_paragraph_among_the_first_five(
    answerer: Answerer, question: str, document: str, locator: str
) -> None:
    first = [(hit.document, str(hit.locator)) for hit in answerer.answer(question).evidence[:5]]
    assert (document, locator) in first


def test_a_paragraph_asked_for_in_its_own_words_is_the_first(answerer: Answerer, index: Index) -> None:
    """Each ninth paragraph's first forty words, as a reader would paste them."""
    asked = {}
    for ref in index.paragraphs[::9]:
        words = " ".join(ref.text.split()[:40])
        # What both drafts have word for word is found in either.
        if sum(words[:80] in other.text for other in index.paragraphs) == 1:
            asked[ref.row] = words
    retriever = answerer.retriever
    questions = [replace(analyse(words, index), places=(), scopes=()) for words in asked.values()]
    ranked = [
        retriever.rank(each, encoded) for each, encoded in zip(questions, retriever.encode(questions), strict=True)
    ]
    firsts = [hits[0].row for hits in ranked]
    assert len(asked) > 25
    assert firsts == list(asked)


def test_every_statement_passes_the_check_again_from_outside(answerer: Answerer, index: Index) -> None:
    def paragraphs(document: str, locator: Locator) -> list[Paragraph]:
        return [index.paragraphs[row].paragraph for row in index.rows(document, locator)]

    questions = [Asked(question) for question, _ in TOLD]
    for answer in answerer.answer_many(questions):
        check(answer, paragraphs)


def test_two_runs_give_the_same_answers(answerer: Answerer, index: Index, packaged_embedder: Embedder) -> None:
    again = Answerer(index, packaged_embedder)
    for question, _ in TOLD[:6]:
        one, other = (replace(each.answer(question), milliseconds={}) for each in (answerer, again))
        assert one == other


def test_symbols_and_titles_stand_in_the_citations(answerer: Answerer) -> None:
    cited = {
        question: answerer.answer(question).statements[-1].citations[0].text
        for question in (
            "What does paragraph 1 of the progress report say?",
            "What does paragraph 17 of the IRG report say?",
        )
    }
    assert list(cited.values()) == [
        "CAC/COSP/WG.2/2018/2, para. 1",
        "Draft report of the Implementation Review Group on its tenth session (29 May 2019), para. 17",
    ]


def test_paragraphs_that_do_not_exist_beside_others_are_told(answerer: Answerer) -> None:
    answer = answerer.answer("What do paragraphs 104-107 of the 2018 progress report say?")
    assert {str(each.citations[0].locator) for each in answer.statements} == {"104", "105"}
    assert answer.remark == "There is no paragraph 106 or 107 in Progress report on asset recovery mandates."
    assert answerer.answer("What does paragraph 104 of the 2018 progress report say?").remark is None
