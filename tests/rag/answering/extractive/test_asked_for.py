"""Sentences of the sort that a question asks for: definitions of its term, words of its speaker."""

from index.document import Document
from index.store import Index
from rag.answering.extractive.asked_for import AskedFor
from rag.answering.extractive.candidate import Candidate
from rag.question.words.acronyms import Glossary
from tests.support.papers import index_of, numbered

GLOSSARY = Glossary.of({"CARIN": "Camden Asset Recovery Inter-Agency Network"})
TEXTS = (
    "The Camden Asset Recovery Inter-Agency Network is an informal network of practitioners.",
    "States used CARIN often.",
    "The representative of Chile said that networks help.",
    "A speaker from Peru recalled that Chile had many networks.",
)


def sentences() -> tuple[Index, list[Candidate]]:
    index = index_of(Document("paper", "A paper", numbered(*TEXTS)))
    return index, [Candidate(index.paragraphs[row], row, 0, len(text)) for row, text in enumerate(TEXTS)]


def test_a_definition_by_the_long_form_defines_the_short_one() -> None:
    _, found = sentences()
    assert AskedFor.by("What is CARIN?", GLOSSARY).defining(found) == [1.0, 0.0, 0.0, 0.0]


def test_what_defines_stands_first_and_all_else_as_it_was_chosen() -> None:
    _, (defines, uses, says, recalls) = sentences()
    chosen = (says, uses, defines, recalls)
    assert AskedFor.by("What is CARIN?", GLOSSARY).defining_first(chosen) == [defines, says, uses, recalls]
    assert AskedFor.by("Who used CARIN?", GLOSSARY).defining_first(chosen) == list(chosen)


def test_what_the_speaker_said_speaks_for_a_sentence_and_what_another_said_against_it() -> None:
    index, found = sentences()
    said = AskedFor.by("What did Chile say about networks?", GLOSSARY).saying(found, index)
    assert said[2] == 1.0
    assert said[3] == -1.0


def test_where_the_speaker_says_nothing_who_said_the_rest_does_not_matter() -> None:
    index, found = sentences()
    assert AskedFor.by("What did Ghana say about networks?", GLOSSARY).saying(found, index) == [0.0] * 4


def test_other_questions_ask_for_neither() -> None:
    index, found = sentences()
    wanted = AskedFor.by("When was it founded?", GLOSSARY)
    assert wanted.defining(found) == wanted.saying(found, index) == [0.0] * 4
