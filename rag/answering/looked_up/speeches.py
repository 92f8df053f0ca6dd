"""What somebody said at a meeting, whole, as its verbatim record has it under the speaker's name; and who spoke."""

import re
from collections.abc import Iterable, Sequence

from index.document import Document
from index.language.english.language import ENGLISH
from index.language.english.sayings import SPEAKING
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.extractive.compose import first_sentences
from rag.answering.looked_up.writer import looked_up, more_than_shown
from rag.answering.speakers import asked_speaker, is_said_by, speaker_label
from rag.answering.unweighed import as_they_stand
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.question.words.acronyms import Glossary
from rag.question.words.bare import bare_words

_ASKS_WHO = LatePattern(SPEAKING.asks_who, re.IGNORECASE)
_STATES = LatePattern(SPEAKING.states, re.IGNORECASE)
_MOST_SPEAKERS = 60  # more than speak at a meeting of three hours, at three minutes each
_MOST_REPORTED = 10  # paragraphs of what one speaker said that are quoted whole
_LOOKED_THROUGH = 100  # paragraphs with the speaker's name; in more than one document it is not told which is meant
_NO_MATTER = ENGLISH.questions.asks_for_text | SPEAKING.record_words


def whole_speech(question: QuestionAnalysis, evidence: Evidence, glossary: Glossary) -> Draft | None:
    """All that a speaker said at a meeting, as it stands; None where that is not asked for.

    Where the question names no document, at the one meeting where the speaker spoke.
    """
    documents = evidence.documents_for(question)
    # A question whose every word is in a name of its documents keeps them in its topic.
    is_uncut = question.topic == question.text
    named = [evidence.index.document(each) for each in question.documents if is_uncut]
    speaker = speaker_of_a_speech(question.topic, _words_of_names(named))
    if not speaker:
        return None
    forms = glossary.other_forms(speaker)
    documents = documents or _only_record(speaker, forms, evidence.index)
    if not documents:
        return None
    rows = _spoken(speaker, forms, documents, evidence.index) or _reported(speaker, forms, documents, evidence.index)
    shown = as_they_stand([NamedPlace(row) for row in rows], evidence.index)
    return looked_up(shown, intent="text")


def all_speakers(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """How the words of each who spoke at a meeting begin, in order; None where that is not asked for.

    Where countries are asked for, of those who spoke for one.
    """
    documents = evidence.documents_for(question)
    if not documents or not asks_for_speakers(question.topic):
        return None
    index, first = evidence.index, dict[str, int]()
    for row in (row for each in documents for row in index.rows_of(each)):
        if speaker := index.store.places.locator(row).speaker:
            first.setdefault(speaker, row)
    is_of_states = _STATES.search(question.topic) is not None
    rows = [row for row in first.values() if not is_of_states or "(" in (speaker_label(index, row) or "")]
    more = more_than_shown(rows, _MOST_SPEAKERS, "speaker")
    return looked_up(first_sentences(rows[:_MOST_SPEAKERS], index), remark=more, intent="text")


def asks_for_speakers(topic: str) -> bool:
    """Whether `topic` asks who spoke at a meeting, and nothing of what was said there."""
    return _ASKS_WHO.search(topic) is not None and not (
        set(bare_words(topic.lower())) - _NO_MATTER - SPEAKING.attendance_words
    )


def speaker_of_a_speech(topic: str, names: frozenset[str] = frozenset()) -> str | None:
    """The speaker all of whose words are asked for; None where something of what was said is, or nobody's words.

    `names` are words that `topic` may have because documents that it names are called so.
    """
    speaker = asked_speaker(topic)
    if speaker is None:
        return None
    left = set(bare_words(topic.replace(speaker, " ", 1).lower())) - _NO_MATTER - names
    return None if left else speaker


def _words_of_names(documents: Iterable[Document]) -> frozenset[str]:
    return frozenset(word for each in documents for name in each.names for word in bare_words(name.lower()))


def _spoken(speaker: str, forms: Sequence[str], documents: Sequence[str], index: Index) -> list[int]:
    """The rows of records among `documents` (ids) that are words of `speaker`, who is called by `forms` too."""
    return [
        row
        for each in documents
        for row in index.rows_of(each)
        if index.paragraphs[row].locator.speaker and is_said_by("", "", speaker, speaker_label(index, row), forms)
    ]


def _only_record(speaker: str, forms: Sequence[str], index: Index) -> tuple[str, ...]:
    """The id of the document in which `speaker` speaks, where no other is among the likeliest; else none."""
    likely = index.best_rows(" ".join((speaker, *forms)), _LOOKED_THROUGH)
    spoken = {row: next(iter(index.sentence_texts(row)), "") for row in likely}
    labels = {row: speaker_label(index, row) for row in likely}
    found = {
        index.paragraphs[row].document.id
        for row, sentence in spoken.items()
        if is_said_by(sentence, "", speaker, labels[row], forms)
    }
    return tuple(found) if len(found) == 1 else ()


def _reported(speaker: str, forms: Sequence[str], documents: Sequence[str], index: Index) -> list[int]:
    """The rows of reports among `documents` (ids) that begin with what `speaker` said; none where they are many.

    Of an organ that a whole report is about, something in particular is asked for.
    """
    rows = [row for each in documents for row in index.rows_of(each)]
    likely = index.rows_with(" ".join((speaker, *forms)), rows)
    found = [row for row in likely if is_said_by(next(iter(index.sentence_texts(row)), ""), "", speaker, forms=forms)]
    return found if len(found) <= _MOST_REPORTED else []
