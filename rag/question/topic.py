"""What a question is about, once the words that only say where to look are taken out."""

import re
from collections.abc import Sequence

from index.document import Document
from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern
from rag.citing.find import FoundLocators
from rag.question.naming import NamedDocument
from rag.question.scopes import Half
from rag.question.words.bare import bare_words

# What is left of "what does paragraph 65 say" once the place is taken out, and of "how do the two drafts differ".
_ASKS_FOR_TEXT = ENGLISH.questions.asks_for_text
_COMPARING = LatePattern(ENGLISH.questions.comparing_words)
# What a question wants to know of a place is its matter even where the document's title has the same words.
_ABOUT = LatePattern(ENGLISH.questions.matter, re.IGNORECASE)


def topic_of(question: str, named: Sequence[NamedDocument], found: Sequence[FoundLocators | Half]) -> str:
    """`question` without the characters that name documents, places and halves of resolutions."""
    spans = sorted([(each.start, each.end) for each in named] + [(each.start, each.end) for each in found])
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(question[at:start])
        at = max(at, end)
    return " ".join(" ".join([*pieces, question[at:]]).split())


def only_compares(topic: str, sides: Sequence[Sequence[Document]]) -> bool:
    """Whether `topic` does nothing but set the sides of a comparison against each other."""
    words = bare_words(topic.lower())
    return bool(sides) and all(word in _ASKS_FOR_TEXT or _COMPARING.fullmatch(word) for word in words)


def words_about(topic: str, named: Sequence[Document]) -> list[str]:
    """The words of `topic` that are about something, those that merely describe a document of `named` left out."""
    described = " ".join(text for each in named for text in (*each.names, each.body, each.session, each.date) if text)
    matter = " ".join(match["matter"] for match in _ABOUT.finditer(topic))
    known = _ASKS_FOR_TEXT | (set(bare_words(described.lower())) - set(bare_words(matter.lower())))
    return [word for word in bare_words(topic.lower()) if word not in known]
