"""Who voted how, where a question asks for just that."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index
from rag.answerer import Answerer
from rag.answering.looked_up.votes import text_voted_on
from tests.support.answering import ALWAYS, quoted_whole
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of

FIRST = [
    "In favour: Albania, Chile, Sudan",
    "Peru, Zambia",
    "Against: South Sudan, Mali",
    "Abstaining: None",
    "Draft resolution A/79/L.64 was adopted by 5 votes to 2 (resolution 79/283).",
    "[Subsequently, the delegation of Mali informed the Secretariat that it had intended to abstain.]",
]
SECOND = [
    "In favour: Albania, Mali",
    "Against: Chile",
    "Abstaining: Peru",
    "Draft amendment A/79/L.6 was rejected by 2 votes to 1, with 1 abstention.",
    "[Subsequently, the delegation of Togo informed the Secretariat that it had intended to vote in favour.]",
]


def spoken(ordinal: int, text: str) -> Paragraph:
    return Paragraph(Locator(page="1", ordinal=ordinal, label="paragraph"), text)


def record(symbol: str, *texts: str) -> Document:
    return Document(symbol, "Meeting", tuple(spoken(at, each) for at, each in enumerate(texts, 1)), symbol=symbol)


THIRD = [
    "In favour: Albania, Chile",
    "Against: Mali",
    "Abstaining: Sudan",
    "Draft resolution A/79/L.9 was adopted by 2 votes to 1, with 1 abstention (resolution 79/290).",
]
EXPLAINED = ["Mr. Keita (Mali): Nets that are too fine catch young fish.", "Mali fishes elsewhere."]


@pytest.fixture(scope="module")
def fishing() -> Index:
    """Two votes under items of their own, of which the second text is called by its title and explained."""
    items: list[tuple[str, str, str | None]] = [(each, "Item 1", None) for each in FIRST]
    items += [
        (each, "Item 2", who)
        for each, who in [
            (
                "The President: We turn to draft resolution A/79/L.9, entitled “Sustainable fisheries and sea "
                "turtle conservation (STC)”.",
                "The President",
            ),
            *((each, None) for each in THIRD),
            *((each, "Mr. Keita") for each in EXPLAINED),
            ("Mr. Diaz (Chile): Mali votes as it likes.", "Mr. Diaz"),
        ]
    ]
    said = [
        Paragraph(Locator(page="1", ordinal=at, label="paragraph", speaker=who), text, headings=(item,))
        for at, (text, item, who) in enumerate(items, 1)
    ]
    return index_of(Document("A/79/PV.70", "Meeting", tuple(said), symbol="A/79/PV.70"))


@pytest.fixture(scope="module")
def index() -> Index:
    opened, spoke = (
        "The meeting was called to order.",
        "The President: Chile asked for votes on A/79/L.64 against hunger.",
    )
    return index_of(record("A/79/PV.64", opened, *FIRST, spoke, *SECOND, "The meeting rose."))


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Which countries voted against A/79/L.64?", [FIRST[2], *FIRST[4:]]),
        ("who voted in favour of resolution 79/283", [*FIRST[:2], *FIRST[4:]]),
        ("voting record A/79/L.6", SECOND),
        ("How did Sudan vote on A/79/L.64?", [FIRST[0], *FIRST[4:]]),
        ("How did Peru vote on A/79/L.64?", [FIRST[1], *FIRST[4:]]),
        ("Who abstained in A/79/PV.64?", [FIRST[3], *FIRST[4:], *SECOND[2:]]),
        ("Did any State abstain on A/79/L.64?", FIRST[3:]),
        ("Did Togo vote for A/79/L.6?", SECOND[3:]),
        ("Did Kenya vote for A/79/L.6?", []),
        ("Who voted on A/79/L.7?", []),
    ],
)
def test_the_lists_asked_for_are_quoted_with_what_came_of_the_vote(
    index: Index, question: str, quoted: list[str]
) -> None:
    assert "".join(quoted_whole(index, question)).replace(" ", "") == "".join(quoted).replace(" ", "")


@pytest.mark.parametrize(
    "question",
    [
        "Why did Chile vote against A/79/L.64?",
        "Who voted against hunger?",
        "What did Chile say of the vote?",
        "Who voted?",
    ],
)
def test_what_asks_for_something_else_is_not_taken_for_it(index: Index, question: str) -> None:
    assert quoted_whole(index, question) == []


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Which countries abstained on the fisheries resolution?", THIRD[2:]),
        ("was the resolution on sustainable fisheries adopted by consensus", THIRD[3:]),
        ("how many votes against the fishery text?", THIRD[3:]),
        ("who voted no on sustainable fisheries", [THIRD[1], THIRD[3]]),
        ("who voted against the STC text", [THIRD[1], THIRD[3]]),
        ("result of the vote: sustainable fisheries", THIRD[3:]),
        ("Why did Mali oppose the fisheries resolution?", EXPLAINED),
        ("explanation of vote of Mali", EXPLAINED),
        ("How did Mali vote on the fisheries resolution and why did it disagree?", EXPLAINED),
    ],
)
def test_a_text_is_known_by_its_title_and_a_vote_explained_by_the_state_that_cast_it(
    fishing: Index, question: str, quoted: list[str]
) -> None:
    assert "".join(quoted_whole(fishing, question)).replace(" ", "") == "".join(quoted).replace(" ", "")


@pytest.mark.parametrize(
    "question",
    [
        "Which countries abstained on the forestry resolution?",
        "Do fisheries workers have the right to vote?",
        "Why did Mali vote against the forestry resolution?",
        "What did Mali say of fisheries?",
        "Which fisheries support the resolution?",
    ],
)
def test_a_vote_on_another_matter_is_not_shown(fishing: Index, question: str) -> None:
    assert quoted_whole(fishing, question) == []


def test_passages_on_a_vote_on_another_matter_are_called_related(fishing: Index) -> None:
    answer = Answerer(fishing, FakeEmbedder(), ALWAYS).answer("Who voted against the forestry resolution?")
    assert answer.state == "related"
    assert "“forestry” is in none of these passages." in answer.checks


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Is it true that the forestry resolution was adopted by a recorded vote?", ["forestry"]),
        ("please confirm that Mali voted against the resolution", []),
        ("How did Mali vote on the forestry resolution, and what are the fees for boats?", ["forestry"]),
        ("Who voted in favour and who abstained on forestry?", ["forestry"]),
    ],
)
def test_only_what_calls_the_text_voted_on_has_to_be_told(question: str, named: list[str]) -> None:
    assert text_voted_on(question) == named


def test_what_is_called_by_a_short_form_is_said_once_to_be_missing(fishing: Index) -> None:
    answer = Answerer(fishing, FakeEmbedder(), ALWAYS).answer("Who voted against the FfD4 resolution?")
    assert answer.checks == ("“FfD4” is in none of these passages.",)


TAKEN = "At the request of the representative of Mali, a recorded vote was taken on draft resolution A/C.3/80/L.18."
SIDES = ("In favour: Albania, Chile.", "Against: Mali, Peru.", "Abstaining: Sudan.")
EXPLAINS = "Ms. Deng (Sudan), in explanation of vote, said that the text was vague. It had no deadline."
ADOPTED = "Draft resolution A/C.3/80/L.18 was adopted by 2 votes to 2, with 1 abstention."


@pytest.fixture(scope="module")
def summary() -> Index:
    """A summary record, which has the lists of a vote in the paragraph that says that it was taken."""
    heading = "Draft resolution A/C.3/80/L.18: Debt bondage"
    texts = ("Mr. Haddad (Lebanon) said that he was in favour.", " ".join((TAKEN, *SIDES)), ADOPTED, EXPLAINS)
    own = tuple(Paragraph(Locator(number=str(at)), text, headings=(heading,)) for at, text in enumerate(texts, 1))
    return index_of(Document("A/C.3/80/SR.47", "Summary record", own, symbol="A/C.3/80/SR.47"))


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Who voted against A/C.3/80/L.18?", [SIDES[1], ADOPTED]),
        ("How did Sudan vote on debt bondage?", [SIDES[2], ADOPTED]),
        ("Did Sudan vote against the debt bondage resolution?", [SIDES[2], ADOPTED]),
        ("did Chile support the resolution on debt bondage", [SIDES[0], ADOPTED]),
        ("Which countries voted against debt bondage in Sudan?", []),
        ("How many votes in favour did A/C.3/80/L.18 receive?", [ADOPTED]),
        ("Who asked for a vote on A/C.3/80/L.18?", []),
        ("Why did Sudan abstain on debt bondage?", EXPLAINS.replace(". It", ".|It").split("|")),
    ],
)
def test_lists_in_the_paragraph_of_a_summary_record_are_told_apart(
    summary: Index, question: str, quoted: list[str]
) -> None:
    assert quoted_whole(summary, question) == quoted


def test_who_wanted_a_vote_is_not_looked_for_among_the_words_of_a_text(summary: Index) -> None:
    answer = Answerer(summary, FakeEmbedder(), ALWAYS).answer("Who asked for a vote on debt bondage?")
    assert (answer.state, answer.checks) == ("answers", ())
