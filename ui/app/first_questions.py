"""What the first page says of the documents that are held, and questions to begin with."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from index.document import Document
from index.language.english.language import ENGLISH
from index.text.wording import counted
from rag.citing.citation import name_of
from ui.app.filtering import year_of

# Questions on the documents that pincite comes with.
_PACKAGED = frozenset({"guidelines-2021", "info-sharing-2018", "progress-2018"})
_ON_PACKAGED = (
    "In how many States parties are there central authorities for mutual legal assistance?",
    "What could a receiving State do with information transmitted to it?",
    "What does the Global Focal Point Initiative do?",
    "How do the 2018 and 2021 draft guidelines differ on contact points?",
)
_MOST = 4
# `II. Action taken`, `A. Networks`: the number is no part of what is asked.
_HEADING = re.compile(r"^(?:[IVXLC]+|[A-Z]|\d+)\.\s+(?P<words>\S.{8,80})$")


def shelf(documents: Sequence[Document]) -> str:
    """What is held, in a line: `5 documents of 2018 to 2021, 273 paragraphs`."""
    years = sorted(year for each in documents if (year := year_of(each)) is not None)
    span = "" if not years else f" of {years[0]}" if years[0] == years[-1] else f" of {years[0]} to {years[-1]}"
    paragraphs = counted(sum(len(each.paragraphs) for each in documents), "paragraph")
    return f"{counted(len(documents), 'document')}{span}, {paragraphs}"


def first_questions(documents: Sequence[Document]) -> tuple[str, ...]:
    """Up to four questions that `documents` can be asked, by what they are called and what their headings say."""
    if {each.id for each in documents} >= _PACKAGED:
        return _ON_PACKAGED
    newest = sorted(documents, key=lambda each: each.date or "", reverse=True)
    return tuple(islice(_questions(newest), _MOST))


def _questions(newest: Sequence[Document]) -> Iterator[str]:
    """The gist of the newest, then what one after the other says under its first heading."""
    yield from (f"Summarize {name_of(each)}" for each in newest[:1])
    for each in newest:
        found = (_HEADING.match(heading) for paragraph in each.paragraphs for heading in paragraph.headings[-1:])
        told = (match["words"] for match in found if match and match["words"].lower() not in ENGLISH.first_headings)
        if words := next(told, None):
            yield f"What does {name_of(each)} say on {_within(words, each)}?"


def _within(heading: str, document: Document) -> str:
    """`heading` as it stands in a sentence: its first word small, unless the text has it with a capital there too."""
    first = re.split(r"\W", heading, maxsplit=1)[0]
    inside = re.compile(rf"(?<=[a-z,] ){first}\b")
    is_name = not first[1:].islower() or any(inside.search(each.text) for each in document.paragraphs)
    return heading if is_name else f"{heading[:1].lower()}{heading[1:]}"
