"""Footnotes that answer: a link, a source, the names that a sentence only counts, or what a term means."""

import re
from collections.abc import Iterable, Sequence

from index.document import Note
from index.language.english.language import ENGLISH
from index.store import ParagraphRef
from index.text.late_patterns import LatePattern
from rag.answer import Statement
from rag.answering.checks.named import country_names, country_spans, plain
from rag.answering.extractive.asked_for import AskedFor
from rag.answering.writer import Draft, Evidence
from rag.citing.quoted import quoted_footnote
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.question.words.acronyms import Glossary

# What a question asks for -> what the footnote that gives it looks like.
_WANTED = tuple(
    (LatePattern(asked, re.IGNORECASE), LatePattern(given)) for asked, given in ENGLISH.questions.notes_wanted
)
_SYMBOL = LatePattern(r"[A-Z]+(?:/[\w.]+){2,}")
_LISTED = 4  # countries of a note that lists them
_LOOKED_THROUGH = 10  # the paragraphs that evidence is measured by; a note explains a word of the one that it is to


def answering_notes(question: QuestionAnalysis, refs: Iterable[ParagraphRef]) -> tuple[Statement, ...]:
    """The footnotes of the paragraphs `refs` that give what `question` asks for, quoted whole."""
    given = [pattern for asked, pattern in _WANTED if asked.search(question.text)]
    if question.answer_type is AnswerType.SYMBOL:
        given.append(_SYMBOL)
    countries = country_names(question.topic)
    return tuple(
        quoted_note(ref, note)
        for ref in {ref.row: ref for ref in refs}.values()
        for note in ref.paragraph.notes
        if any(pattern.search(note.text) for pattern in given) or _settles(note, countries, ref)
    )


def _settles(note: Note, countries: Sequence[frozenset[str]], ref: ParagraphRef) -> bool:
    """Whether `note` tells of a country that is asked about, and its paragraph does not: `Did Slovenia comment?`.

    It names the country, or lists others.
    """
    said, noted = plain(ref.text), plain(note.text)
    lists = len(country_spans(note.text)) >= _LISTED
    return any(
        (lists or any(each in noted for each in names)) and not any(each in said for each in names)
        for names in countries
    )


def notes_marked(marks: Iterable[str], refs: Iterable[ParagraphRef]) -> tuple[Statement, ...]:
    """The footnotes with `marks` of the paragraphs `refs`, quoted whole."""
    wanted = frozenset(marks)
    return tuple(quoted_note(ref, note) for ref in refs for note in ref.paragraph.notes if note.mark in wanted)


def quoted_note(ref: ParagraphRef, note: Note) -> Statement:
    """The text of a footnote, cited to the paragraph that carries its mark: `…, para. 3, footnote 1`."""
    return Statement(note.text, (quoted_footnote(ref, note),))


def term_in_a_note(question: QuestionAnalysis, evidence: Evidence, glossary: Glossary) -> Draft | None:
    """The footnote of one of the best paragraphs that defines the term asked for; None where a paragraph itself does.

    None too where none of them does, or a question asks for no term.
    """
    asked_for = AskedFor.by(question.text, glossary)
    if asked_for.term is None:
        return None
    index, rows = evidence.index, [hit.row for hit in evidence.hits[:_LOOKED_THROUGH]]
    if any(asked_for.defines(sentence) == 1 for row in rows for sentence in index.sentence_texts(row)):
        return None
    refs = [index.paragraphs[row] for row in rows]
    found = (
        quoted_note(ref, note) for ref in refs for note in ref.paragraph.notes if asked_for.defines(note.text) == 1
    )
    note = next(found, None)
    return None if note is None else Draft("answers", (note,), 1.0, intent="text")
