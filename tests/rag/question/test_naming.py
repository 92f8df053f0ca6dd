"""Which documents a question names, and with which of its characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from rag.question.naming import named_documents

REPORT = Document(
    id="progress-2018",
    title="Progress report on the implementation of the mandates",
    paragraphs=(),
    symbol="CAC/COSP/WG.2/2018/2",
    date="2018-04-04",
    also_known_as=("progress report", "2018 progress report"),
)
DRAFT = Document(
    id="guidelines-2021",
    title="Revised draft non-binding guidelines",
    paragraphs=(),
    date="2021-06-28",
    also_known_as=("revised draft", "draft guidelines"),
)
OLDER = Document(
    id="info-sharing-2018",
    title="Timely sharing of information",
    paragraphs=(),
    symbol="CAC/COSP/WG.2/2018/5",
    short_title="Background document",
    date="2018-04-05",
    also_known_as=("draft guidelines", "2018 draft guidelines"),
)
GROUP = Document(
    id="irg-2019", title="Draft report", paragraphs=(), date="2019-05-29", also_known_as=("2019 IRG report",)
)
LEAFLET = Document(id="leaflet", title="Leaflet", paragraphs=())
ALL = (REPORT, DRAFT, OLDER, GROUP, LEAFLET)


def named(question: str) -> list[str]:
    return [each.document for each in named_documents(question, ALL)]


def words(question: str) -> list[str]:
    return [question[each.start : each.end] for each in named_documents(question, ALL)]


@pytest.mark.parametrize(
    ("question", "document", "said"),
    [
        ("What does CAC/COSP/WG.2/2018/2 say?", "progress-2018", "CAC/COSP/WG.2/2018/2"),
        ("what does cac/cosp/wg.2/2018/2, para. 65 say?", "progress-2018", "cac/cosp/wg.2/2018/2"),
        ("progress-2018: what about APEC?", "progress-2018", "progress-2018"),
        ("Does the progress report on the implementation of the mandates mention it?", "progress-2018",
         "progress report on the implementation of the mandates"),
        ("What is in the background document?", "info-sharing-2018", "background document"),
        ("the Revised Draft", "guidelines-2021", "Revised Draft"),
        ("What does the 2018 progress report say?", "progress-2018", "2018 progress report"),
        ("What does the 2019 report say?", "irg-2019", "2019 report"),
        ("What does the report of May 2019 say?", "irg-2019", "report of May 2019"),
        ("What do the 2021 guidelines say?", "guidelines-2021", "2021 guidelines"),
        ("What do the guidelines of 2021 say?", "guidelines-2021", "guidelines of 2021"),
        ("What do the guidelines in 2021 say?", "guidelines-2021", "guidelines in 2021"),
        ("and the leaflet?", "leaflet", "leaflet"),
    ],
)  # fmt: skip
def test_a_document_is_named_by_symbol_id_title_its_other_names_or_kind_and_year(
    question: str, document: str, said: str
) -> None:
    assert named(question) == [document]
    assert words(question) == [said]


def test_words_that_tell_nothing_of_a_document_do_not_keep_it_from_being_named() -> None:
    assert named("What does the main 2019 report say?") == ["irg-2019"]


def test_a_record_is_named_by_the_number_of_its_meeting_where_no_other_has_it() -> None:
    first = Document("first", "Forests", (), symbol="A/79/PV.64")
    others = (Document("later", "Boats", (), symbol="A/79/PV.641"), Document("summary", "Talks", (), "A/C.1/79/SR.7"))
    again = Document("again", "Mines", (), symbol="A/80/PV.64")
    assert [each.document for each in named_documents("Who spoke at the 64th meeting?", (first, *others))] == ["first"]
    assert [each.document for each in named_documents("7th Meeting: end", (first, *others))] == ["summary"]
    assert named_documents("Who spoke at the 64th meeting?", (first, again)) == ()


def test_a_longer_name_beats_a_kind_and_year_that_share_words_with_it() -> None:
    law = Document("law", "Report of the Law Commission", (), date="2019-01-01")
    forests = Document("forests", "Report on forests", (), date="2019-01-01")
    found = named_documents("What does the 2019 report of the Law Commission say?", (law, forests))
    assert [each.document for each in found] == ["law"]


@pytest.mark.parametrize(
    "question",
    [
        "What does the report say?",  # which one?
        "What happened in 2018?",  # a year is no name
        "What does CAC/COSP/WG.2/2018/25 say?",  # another document
        "What does X/CAC/COSP/WG.2/2018/2 say?",
        "What progress did reports describe?",
        "What does the 2017 report say?",  # none of that year
        "What did leaflets say?",
        "In 2019, what did the report of the Secretary say?",
        "What does the 2019 forestry report say?",  # of nothing that this one is about
        "What does the climate law report of 2019 say?",
        "",
    ],
)
def test_what_is_not_quite_a_name_names_nothing(question: str) -> None:
    assert named(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "What did the two documents of 2018 say about guidelines?",
        "Did the report speak about 2018?",
        "Were there any guidelines in force and was 2018 mentioned?",
        "2018 was when the guidelines began",
    ],
)
def test_a_year_and_a_kind_with_a_verb_or_subject_between_are_no_name(question: str) -> None:
    assert named(question) == []


def test_a_longer_name_beats_the_shorter_one_inside_it() -> None:
    # `draft guidelines` alone names both drafts; inside `2018 draft guidelines` it is part of a longer name.
    assert named("the draft guidelines") == ["guidelines-2021", "info-sharing-2018"]
    assert named("the 2018 draft guidelines") == ["info-sharing-2018"]
    assert named("the 2018 progress report") == ["progress-2018"]


def test_documents_stand_in_the_order_of_their_first_mention_each_once() -> None:
    question = (
        "Compare the revised draft with the background document: is the revised draft stricter than "
        "CAC/COSP/WG.2/2018/5?"
    )
    assert named(question) == ["guidelines-2021", "info-sharing-2018"]


def test_a_year_elsewhere_in_the_question_tells_documents_of_one_name_apart() -> None:
    assert named("What did the draft guidelines say on reciprocity in 2021?") == ["guidelines-2021"]
    assert named("In 2018, what did the draft guidelines say?") == ["info-sharing-2018"]
    assert named("What did the draft guidelines say in 2018 and in 2021?") == ["guidelines-2021", "info-sharing-2018"]
    assert named("What did the draft guidelines say in 1999?") == ["guidelines-2021", "info-sharing-2018"]


def test_only_documents_handed_in_can_be_named() -> None:
    assert named_documents("the progress report", [DRAFT]) == ()
    assert named_documents("the progress report", []) == ()


@given(
    st.lists(st.sampled_from("the draft guidelines report 2018 2019 of progress CAC/COSP/WG.2/2018/2 say , ?".split()))
)
def test_each_document_is_named_once_in_reading_order(said: list[str]) -> None:
    found = named_documents(" ".join(said), ALL)
    assert len({each.document for each in found}) == len(found)
    assert sorted(found, key=lambda each: each.start) == list(found)
    assert all(0 <= each.start < each.end <= len(" ".join(said)) for each in found)


def test_a_name_that_too_many_documents_share_names_none_unless_a_year_tells_them_apart() -> None:
    alike = [Document(f"r-{n}", "Annual overview", (), date=f"{1970 + n}-01-01") for n in range(51)]
    assert len(named_documents("What does the annual overview say?", alike[:50])) == 50
    assert named_documents("What does the annual overview say?", alike) == ()
    found = named_documents("What does the annual overview of 2001 say?", alike)
    assert [each.document for each in found] == ["r-31"]
