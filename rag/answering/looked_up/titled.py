"""Who bears a title that is set beside a name: `the President of Peru, Ana Diaz`, `Ms. Diaz, President of Peru`."""

import re
from collections.abc import Iterable, Iterator

from index.language.english.checks import TITLE_ASKED
from index.language.english.language import ENGLISH
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.extractive.compose import Place, in_given_order
from rag.answering.looked_up.writer import looked_up
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary

_ASKED = LatePattern(TITLE_ASKED, re.IGNORECASE)
_WORD = LatePattern(r"[^\W_]+(?:[-’'][^\W_]+)*")
_SMALL = ENGLISH.checks.small_words
_SHORT_FORMS = dict(ENGLISH.checks.short_forms)
_LOOKED_THROUGH = 100  # paragraphs with most of the words
_LEAST_WORDS = 2  # there are presidents of many things
_MOST_NAMES = 2  # who bore it one after another; more are several people with such a title
_PART = r"[A-Z][\w’'-]+"
_NAME = rf"(?:{ENGLISH.checks.titles} )?{_PART}(?: (?:{ENGLISH.checks.particles} |[A-Z]\. )?{_PART}){{1,5}}"
# Before a title stands the end of another as well: `the President of the Assembly, the Minister of …`.
_WITH_MR = rf"(?:Mr|Mrs|Ms|Dr|Prof)\.? {_PART}(?: (?:{ENGLISH.checks.particles} |[A-Z]\. )?{_PART}){{0,5}}"


def titled(question: QuestionAnalysis, evidence: Evidence, glossary: Glossary) -> Draft | None:
    """The first sentence with each name beside which the title that is asked for stands; None where none does, or many.

    Who bore it formerly does not.
    """
    asked, index = _ASKED.search(question.topic), evidence.index
    words = [each for each in _WORD.findall(asked["title"]) if each.lower() not in _SMALL] if asked else []
    if asked is None or len(words) < _LEAST_WORDS:
        return None
    query = glossary.spell_out(asked["title"])
    likely = index.best_rows(query, _LOOKED_THROUGH, evidence.documents_for(question))
    found = dict[str, Place]()
    for name, place in _named(sorted(likely), _beside(words, glossary), index):
        found.setdefault(name, place)
    return looked_up(in_given_order(found.values(), index)) if len(found) <= _MOST_NAMES else None


def _beside(words: Iterable[str], glossary: Glossary) -> re.Pattern[str]:
    """A pattern of the title of `words`, each in any of its forms, with the name before or after it."""
    small = rf"(?: (?:{'|'.join(sorted(_SMALL))}))* "
    title = rf"(?i:{small.join(_forms(each, glossary) for each in words)})"
    return re.compile(
        rf"(?<![\w-])(?<!former )(?<!then ){title}, (?P<after>{_NAME})(?=[,;.)]| and\b| \()"
        rf"|(?P<before>{_WITH_MR})(?:, | \()(?:the )?{title}(?!\w)"
    )


def _forms(word: str, glossary: Glossary) -> str:
    forms = {word, *glossary.other_forms(word), _SHORT_FORMS.get(word, word)}
    return rf"(?:{'|'.join(re.escape(each) for each in sorted(forms))})"


def _named(rows: Iterable[int], beside: re.Pattern[str], index: Index) -> Iterator[tuple[str, Place]]:
    """The last word of each name that stands beside a title at `rows`, and the place of the sentence."""
    for row in rows:
        text = index.paragraphs[row].text
        for at, (start, end) in enumerate(index.sentence_spans(row)):
            for match in beside.finditer(text, start, end):
                name = (match["after"] or match["before"]).split()[-1]
                if name not in ENGLISH.checks.generic_names:
                    yield name, (row, at)
