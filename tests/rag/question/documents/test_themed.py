"""Documents that a question calls by their theme, organ or symbol and what they are."""

import pytest

from index.document import Document
from rag.question.documents.themed import with_themed
from rag.question.naming import named_documents
from tests.support.papers import numbered

TEXT = numbered("Others were heard.")
FISH = Document("fish", "Measures on coastal fisheries", TEXT, symbol="HIJ/REP/2020/4", date="2020-05-01")
MINES = Document("mines", "Report on deep-sea mining", TEXT, body="Standing Committee on Minerals", date="2020-03-01")
BOARD = Document("board", "Annual report", TEXT, body="Executive Board of the Seabed Office and of the Coastal Fund")
WHALES = Document("whales", "Hunting of whales", TEXT, symbol="A/RES/75/2")
SEALS = Document("seals", "Declaration on seals", TEXT, symbol="A/RES/75/3")
TALKS = Document("n7", "New talks (May 2021)", TEXT)
SHORT_FORMS = {"DSM": "deep-sea mining"}


def named(question: str) -> list[tuple[str, str]]:
    held = (FISH, MINES, BOARD, WHALES, SEALS, TALKS)
    found = with_themed(question, named_documents(question, held), held, SHORT_FORMS)
    return [(each.document, question[each.start : each.end]) for each in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Does the fisheries report mention quotas?", [("fish", "fisheries report")]),
        ("What is new in this coastal fisheries paper?", [("fish", "coastal fisheries paper")]),
        ("quotas in the Secretary-General's fisheries report", [("fish", "fisheries report")]),
        ("What does the HIJ review recommend?", [("fish", "HIJ review")]),
        ("Who spoke according to the DSM report?", [("mines", "DSM report")]),
        ("Who chaired, in the Standing Committee report?", [("mines", "Standing Committee report")]),
        ("para. 1 HIJ report", [("fish", "HIJ report")]),
        ("What does the hunting resolution demand?", [("whales", "hunting resolution")]),
        ("quotas in the seals declaration", [("seals", "seals declaration")]),
        ("SG's report on deep-sea mining: quotas?", [("mines", "report on deep-sea mining")]),
        ("What did the review of measures on fisheries with quotas say", [("fish", "review of measures on fisheries")]),
        # of all that are of 2020
        ("What does the 2020 mining report say?", [("mines", "2020 mining report")]),
        (
            "Compare the fisheries report and the mining study.",
            [("fish", "fisheries report"), ("mines", "mining study")],
        ),
    ],
)
def test_what_one_document_alone_is_called_names_it(question: str, expected: list[tuple[str, str]]) -> None:
    assert named(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Does the whaling report mention quotas?",  # none is on whaling
        "What does the report on whales in the north say?",
        "What does the report on mining say?",  # one word may be on anything
        "What does the fisheries and whaling report say?",
        "What does the Coastal Fund report say?",  # one of several organs of a board
        "Which fisheries reports were asked for?",
        "What do the fisheries and whaling reports say?",
        "What is said on the report on fisheries of the Council?",
        "Was the mining note verbale answered?",
        "What does the new report say?",  # one is on new talks
        "What does the May 2021 report say?",  # one says so in its title
        "What did the mining report of the World Bank say?",  # another that is spoken of
        "Has any HIJ report been read?",
        "What does the fisheries resolution demand?",  # a report is none
        "Does the hunting resolution 76/1 name quotas?",  # its number says which is meant
    ],
)
def test_what_none_or_several_may_be_called_names_none(question: str) -> None:
    assert named(question) == []


def test_a_name_of_its_own_is_kept() -> None:
    assert named("What does the annual report say?") == [("board", "annual report")]


def test_the_only_document_need_not_be_named() -> None:
    assert with_themed("What does the fisheries report say?", (), (FISH,), {}) == ()
