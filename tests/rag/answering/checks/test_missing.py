"""What a question names that the passages quoted and what is known of their documents do not hold."""

from dataclasses import replace

import pytest

from index.document import Document
from index.locator import Locator
from index.search.short_forms import short_forms
from index.store import Index
from rag.answering.checks.missing import missing_from, sentences_of
from tests.support.papers import index_of, numbered, paragraph

REPORT = Document(
    "report-2018",
    "Report of the International Law Commission",
    (
        paragraph("1", "The Financial Action Task Force (FATF) met five times on 28 January 2017.", "Vienna meetings"),
        paragraph(
            "2", "Resolution 7/1 was adopted at the twelfth session, by 3 per cent.", notes={"1": "A/RES/73/190."}
        ),
        paragraph("3", "A panellist from Brazil, Ms. Concepción Escobar Hernández, spoke of the ARIN-SA."),
        paragraph(
            "4", "1 July 2016 to 30 June 2017. The United Kingdom abstained. The universal periodic review went on."
        ),
        *(paragraph(str(number), "Puerto Rico voted.") for number in range(5, 12)),
        *(paragraph(str(number), "Judges decide.") for number in range(12, 30)),
    ),
    symbol="CAC/COSP/2018/2",
    date="2018-04-04",
    session="Forty-third session",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, Document("other", "Other", numbered("Women vote in Peru in 1999.")))


def missing(question: str, index: Index, *places: int) -> list[str]:
    forms = short_forms(ref.text for ref in index.paragraphs)
    # The paragraphs are numbered from 1 and the rows from 0.
    return [each.words for each in missing_from(question, [place - 1 for place in places], index, forms)]


@pytest.mark.parametrize(
    ("question", "place", "expected"),
    [
        ("What does resolution 76/999 request?", 2, ["76/999"]),
        ("What does resolution 7/1 request?", 2, []),
        ("What does resolution 73/190 request?", 2, []),
        ("What does A/RES/73/190 request?", 2, []),
        ("What does A/RES/76/999 request?", 2, ["A/RES/76/999"]),
        ("What does CAC/COSP/2018/2 say?", 4, []),
        ("Did it meet 5 times?", 1, []),
        ("Did it meet 6 times?", 1, ["6"]),
        ("What happened on January 28, 2017?", 1, []),
        ("What happened on 28/01/2017?", 1, []),
        ("What happened on 29 January 2017?", 1, ["29 January"]),
        ("What happened in 2016?", 1, ["2016"]),
        ("What did the 2018 report say?", 1, []),
        ("What was adopted at the 12th session?", 2, []),
        ("What was adopted at the thirteenth session?", 2, ["thirteenth"]),
        ("What was adopted at the 43rd session?", 2, []),
        ("Was it 3%?", 2, []),
        ("Did Brazil ratify it?", 4, ["Brazil"]),
        ("Did the Brazilians speak?", 3, []),
        ("Why did the British abstain?", 4, []),
        ("What did Ms. Escobar Hernandez say?", 3, []),
        ("What did Mr. Aurescu say?", 3, ["Aurescu"]),
        ("Who is FATF?", 1, []),
        ("What did the Financial Action Task Force do?", 1, []),
        # Elsewhere in the document: what a name of several words means is said otherwise where it comes again.
        ("What did the Financial Action Task Force do?", 4, []),
        ("What did the Camden Recovery Network do?", 4, ["Camden Recovery Network"]),
        ("What happened at COP26?", 1, ["COP26"]),
        # Texts write `article 7, paragraph 4`.
        ("What does Article 7.4 say?", 2, []),
        ("What does Article 29.4 say?", 2, ["29.4"]),
        ("Who is ARINSA?", 3, []),
        ("What is the UPR?", 4, []),
        ("What did the ILC do?", 4, []),
        ("What did GRECO do?", 4, ["GRECO"]),
        ("What happened in Vienna in 2017?", 1, []),
        # A financial period is told by the days that bound it; a resolution is not.
        ("Who abstained in 2016/17?", 4, []),
        ("Who abstained in 2017/18?", 4, ["2017/18"]),
        ("Who abstained from resolution 2016/17?", 4, ["2016/17"]),
    ],
)
def test_what_no_passage_holds_is_missing(index: Index, question: str, place: int, expected: list[str]) -> None:
    assert missing(question, index, place) == expected


def test_one_passage_of_several_is_enough(index: Index) -> None:
    assert missing("Did Brazil meet 5 times?", index, 1, 4) == ["Brazil"]
    assert missing("Did Brazil meet 5 times?", index, 1, 3) == []


def test_what_a_document_is_about_is_not_repeated_in_every_paragraph(index: Index) -> None:
    assert missing("How did Puerto Rico decide?", index, 20) == []
    assert missing("How did the Camden Network decide?", index, 20) == ["Camden Network"]


def test_who_speaks_is_told_where_the_speech_begins() -> None:
    record = Document(
        "record",
        "Record",
        tuple(
            replace(
                paragraph(str(number), text), locator=Locator(ordinal=number, label="paragraph", page="1", speaker=who)
            )
            for number, who, text in (
                (1, "Mr. Pita", "Mr. Pita (Peru): We agree."),
                (2, "Mr. Pita", "Forests grow."),
                (3, "Ms. Roe", "Ms. Roe (Chile): We do not."),
                *((number, "Ms. Roe", "Seas rise.") for number in range(4, 15)),
            )
        ),
    )
    held = index_of(record)
    assert missing("Why did the Peruvians say that forests grow?", held, 2) == []
    assert missing("Why did Chile say that forests grow?", held, 2) == ["Chile"]


def test_a_sentence_says_what_is_missing_in_the_words_of_the_question(index: Index) -> None:
    forms: dict[str, str] = {}
    assert sentences_of(missing_from("What do resolution 76/999 and GRECO say?", [1], index, forms)) == (
        "“76/999” is in none of these passages.",
        "“GRECO” is in none of these passages.",
    )


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("Which networks are there in addition to CARIN?", []),
        ("Who spoke apart from Peru and the Republic of Chile in Vienna?", []),
        ("Other than WHO, which bodies work with UNESCO?", ["UNESCO"]),
        ("In addition to judges, who spoke of CARIN?", ["CARIN"]),
    ],
)
def test_what_a_question_leaves_out_need_not_be_there(question: str, lacking: list[str], index: Index) -> None:
    assert missing(question, index, 1) == lacking
