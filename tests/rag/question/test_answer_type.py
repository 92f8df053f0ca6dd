"""What kind of thing a question asks for, and whether a sentence holds one."""

import pytest

from rag.question.answer_type import POINTED, AnswerType, answer_type_of, holds

MONEY, SHARE, NUMBER, DATE = AnswerType.MONEY, AnswerType.SHARE, AnswerType.NUMBER, AnswerType.DATE
PERSON, PLACE, COUNTRY, SYMBOL = AnswerType.PERSON, AnswerType.PLACE, AnswerType.COUNTRY, AnswerType.SYMBOL
NAME, LIST = AnswerType.NAME, AnswerType.LIST
REASON, OTHER = AnswerType.REASON, AnswerType.OTHER

ASKED = [
    (MONEY, "How much money was returned to Kyrgyzstan?"),
    (MONEY, "How many US dollars were transferred?"),
    (MONEY, "What was the budget of the Initiative?"),
    (MONEY, "What did the conference cost?"),
    (MONEY, "How much was transferred to the Government?"),
    (MONEY, "What was returned, in US dollars?"),
    (MONEY, "What is the global value of the confiscated assets in Italy?"),
    (MONEY, "What are the frozen assets worth?"),
    (SHARE, "What share of countries has enacted specific legislation?"),
    (SHARE, "Which percentage of countries has legislation?"),
    (SHARE, "How much of what was stolen ever comes back?"),
    (NUMBER, "In how many States parties are there central authorities?"),
    (NUMBER, "What is the number of dedicated focal points?"),
    (NUMBER, "How large is the Egmont Group?"),
    (NUMBER, "How often do the networks meet?"),
    (DATE, "When was the GlobE Network launched?"),
    (DATE, "In which year was the Camden network established?"),
    (DATE, "Since what time, or since what meeting, has it been so?"),
    (DATE, "What is the deadline for comments?"),
    (DATE, "arms embargo end date"),
    (DATE, "How long is the mandate of the Panel extended?"),
    (PERSON, "What is the name of the President of the Conference?"),
    (PERSON, "Who chairs the meeting?"),
    (PERSON, "And who heads the Division for Treaty Affairs?"),
    (SYMBOL, "What is the symbol of the draft guidelines on management?"),
    (SYMBOL, "Under which document symbol was the workplan issued?"),
    (SYMBOL, "What is the document number of the workplan?"),
    (SYMBOL, "Which resolution established the Working Group?"),
    (SYMBOL, "In what General Assembly resolution was this said?"),
    (REASON, "Why was the network launched?"),
    (REASON, "For what reasons were requests refused?"),
    (REASON, "What is the main purpose of IACCC?"),
    (COUNTRY, "Which country hosts the secretariat?"),
    (COUNTRY, "What State prosecuted the case?"),
    (COUNTRY, "Whose delegation proposed a dispute mediation mechanism?"),
    (PLACE, "Where was the seventh Conference held?"),
    (PLACE, "In which city does Europol sit?"),
    (LIST, "List the regional networks."),
    (LIST, "Please name the focus countries of the Global Forum."),
    (LIST, "What are the three main themes?"),
    (LIST, "What kinds of assistance are relevant?"),
    (LIST, "Could you give examples of tools?"),
    (LIST, "Which countries froze assets administratively?"),
    (LIST, "Which special investigative techniques were mentioned?"),
    (NAME, "Who supports the Global Focal Point Initiative?"),
    (NAME, "Whose secretariat sits with Europol?"),
    (NAME, "Which body set up the database?"),
    (NAME, "What regional asset recovery network did it join?"),
    (OTHER, "How does the Network work?"),
    (OTHER, "Is there a definition of vast quantities of assets?"),
    (OTHER, "Summarize the discussion on safe havens."),
    (OTHER, ""),
]


@pytest.mark.parametrize(("kind", "question"), ASKED)
def test_a_question_tells_what_kind_of_thing_it_asks_for(kind: AnswerType, question: str) -> None:
    assert answer_type_of(question) is kind
    assert answer_type_of(question.upper()) is kind


def test_every_kind_has_a_question() -> None:
    assert {kind for kind, _ in ASKED} == set(AnswerType)


@pytest.mark.parametrize(
    "question",
    [
        "What does the Global Focal Point Initiative do?",
        "What does the report say on training?",
        "What was agreed by the meeting?",
        "What has the secretariat prepared?",
        "What is this called?",
        "Which progress has it made?",
    ],
)
def test_a_verb_that_ends_like_a_plural_asks_for_no_list(question: str) -> None:
    assert answer_type_of(question) is OTHER


def test_lists_reasons_and_the_rest_are_open_and_all_else_is_pointed() -> None:
    assert set(AnswerType) - POINTED == {LIST, REASON, OTHER}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (MONEY, "approximately 4.6 million US dollars were transferred"),
        (MONEY, "the confiscated assets in Italy (to date €25 billion)"),
        (SHARE, "Approximately 20 per cent of countries had enacted it."),
        (SHARE, "The vast majority of countries did not."),
        (SHARE, "a tiny fraction of hidden proceeds"),
        (SHARE, "some 40% of cases"),
        (NUMBER, "Central authorities in 129 States parties"),
        (NUMBER, "an additional seven States"),
        (NUMBER, "Most networks meet at least once a year."),
        (NUMBER, "held its first through eleventh meetings annually in Vienna"),
        (NUMBER, "On 7 December 2017, with 46 experts representing 24 States"),
        (DATE, "The Network was launched in 2013."),
        (DATE, "The meeting is held in June."),
        (PERSON, "Mr. John Brandolino, the Director"),
        (PERSON, "H.E. Mr. Hamad Al Kaabi"),
        (SYMBOL, "the workplan (CAC/COSP/WG.2/2018/4)"),
        (SYMBOL, "In its resolution 7/1, the Conference"),
        (LIST, "Nigeria, Sri Lanka, Tunisia and Ukraine were the focus countries."),
        (REASON, "in order to strengthen ties"),
        (OTHER, "Anything at all"),
    ],
)
def test_a_sentence_holds_the_kind_of_thing(kind: AnswerType, sentence: str) -> None:
    assert holds(kind, sentence)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (MONEY, "The assets were transferred."),
        (SHARE, "Some countries had enacted legislation."),
        (DATE, "The Group may wish to meet."),
        (PERSON, "The President recalled the resolution."),
        (SYMBOL, "cash and/or property"),
        (SYMBOL, "In the same resolution, the Conference urged States."),
        (LIST, "It was so decided."),
        (REASON, "It was so decided."),
    ],
)
def test_a_sentence_without_such_a_thing_holds_none(kind: AnswerType, sentence: str) -> None:
    assert not holds(kind, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Group met on 4 May 2018 in Vienna.",
        "It was held from 20 to 22 March 2018.",
        "It met on 24 and 25 August 2017 and from 6–10 September.",
        "In its resolution 7/1, the Conference said so.",
        "See resolutions 3/3, 4/4 and 5/3.",
        "Under resolution 71/208, para. 17, that holds.",
        "By article 46, paragraphs 4 and 5, of chapter IV it does.",
        "See CAC/COSP/WG.2/2018/5.",
        "The G-20 uses I-24/7.",
        "One of the contact points left.",
        "One speaker agreed, as they told one another.",
        "It serves target 16.4 of the 2030 Agenda.",
        "So says recommendation 40, and draft guideline 4 (a).",
        "Article 78 of directive No. 02/2015/CM/UEMOA applies.",
    ],
)
def test_dates_resolutions_articles_and_symbols_count_nothing(sentence: str) -> None:
    assert not holds(NUMBER, sentence)


def test_a_name_counts_where_the_question_does_not_give_it_itself() -> None:
    asked = "Where did the Global Forum meet?"
    assert holds(PLACE, "The Global Forum was held in Washington, D.C. from 4 to 6 December.", asked)
    assert not holds(PLACE, "The Global Forum was held with the Global Forum of last year.", asked)
    assert not holds(PLACE, "Vienna hosted it.", asked)  # a capital at the beginning of a sentence tells nothing
    assert holds(COUNTRY, "It was hosted by Ethiopia.", "Which country hosted it?")
    assert holds(NAME, "It is housed by the Judicial Agency.", "Who houses it?")
    assert not holds(NAME, "It is housed by the judicial agency.", "Who houses it?")
