"""What somebody said at a meeting, whole, as its verbatim record has it under the speaker's name."""

from collections.abc import Sequence

from index.language.english import ENGLISH
from index.language.english_sayings import SPEAKING
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answer import EXTRACTIVE
from rag.answering.lookups import as_they_stand
from rag.answering.speakers import asked_speaker, is_said_by, speaker_label
from rag.answering.writer import AnswerWriter, Draft, Evidence
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.question.words.acronyms import Glossary

_WORD = LatePattern(r"[a-z]+|\d+")
_NO_MATTER = ENGLISH.questions.asks_for_text | SPEAKING.record_words


class SpeechWriter:
    """Quotes what a speaker said at a meeting where a question asks for all of it; else `otherwise` writes."""

    mode = EXTRACTIVE

    def __init__(self, otherwise: AnswerWriter, glossary: Glossary) -> None:
        self._otherwise = otherwise
        self._glossary = glossary

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The paragraphs of the speaker, as they stand; the draft of the other writer where there are none."""
        speaker = None if question.places else speaker_of_a_speech(question.topic)
        documents = question.documents or evidence.documents
        if speaker and documents:
            forms = self._glossary.other_forms(speaker)
            if rows := _spoken(speaker, forms, documents, evidence.index):
                return Draft(
                    "answers", as_they_stand([NamedPlace(row) for row in rows], evidence.index), 1.0, intent="text"
                )
        return self._otherwise.write(question, evidence)


def speaker_of_a_speech(topic: str) -> str | None:
    """The speaker all of whose words are asked for; None where something of what was said is, or nobody's words."""
    speaker = asked_speaker(topic)
    if speaker is None:
        return None
    left = set(_WORD.findall(topic.replace(speaker, " ", 1).lower())) - _NO_MATTER
    return None if left else speaker


def _spoken(speaker: str, forms: Sequence[str], documents: Sequence[str], index: Index) -> list[int]:
    """The rows of records among `documents` (ids) that are words of `speaker`, who is called by `forms` too."""
    return [
        row
        for each in documents
        for row in index.rows_of(each)
        if index.paragraphs[row].locator.speaker and is_said_by("", "", speaker, speaker_label(index, row), forms)
    ]
