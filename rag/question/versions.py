"""Documents that a question sets side by side: two versions of one text, or what was said in two years."""

import re
from collections.abc import Iterable, Sequence

from index.document import Document
from index.language.english.language import ENGLISH
from index.search.held_documents import held_documents
from index.text.late_patterns import LatePattern
from rag.question.naming import NamedDocument

_COMPARES = LatePattern(ENGLISH.questions.compares, re.IGNORECASE)
_COMPARES_VERSIONS = LatePattern(ENGLISH.questions.compares_versions, re.IGNORECASE)
_VERSIONS = LatePattern(ENGLISH.questions.versions, re.IGNORECASE)
# A year that stands alone, not one of `2018–2019`.
_YEAR = LatePattern(r"(?<![\w/–-])(?:19|20)\d\d(?![\w/–-])")


def sides_compared(
    question: str, named: Sequence[NamedDocument], documents: Sequence[Document]
) -> tuple[tuple[Document, ...], ...]:
    """The sides that `question` compares, each one document or those of one year; empty where it compares nothing.

    Documents named and years given are sides. Where they make fewer than two and the question speaks of drafts or
    versions, so are the documents that are versions of one text.
    """
    years = years_given(question)
    versions = _VERSIONS.search(question) is not None
    compares = _compares(question, versions=versions)
    if not compares and len(years) < 2 and len(named) < 2:
        return ()
    by_id = held_documents(documents).by_id
    mentioned = [by_id[each.document] for each in named]
    if compares and versions and (family := versions_of_one_text(documents, mentioned)):
        return tuple((each,) for each in family)
    sides = [(each,) for each in mentioned] + _sides_of_years(years, mentioned, documents)
    return tuple(sides) if len(sides) > 1 else ()


def years_given(question: str) -> list[str]:
    """The years that stand in `question`, each once, in its order."""
    return list(dict.fromkeys(_YEAR.findall(question)))


def _compares(question: str, *, versions: bool) -> bool:
    """Whether `question` sets things side by side; where it speaks of `versions`, more words do."""
    return bool(_COMPARES.search(question) or (versions and _COMPARES_VERSIONS.search(question)))


def _sides_of_years(
    years: Sequence[str], mentioned: Sequence[Document], documents: Sequence[Document]
) -> list[tuple[Document, ...]]:
    """A side for each of `years` of which there are documents, none of them mentioned or of an earlier side."""
    sides: list[tuple[Document, ...]] = []
    taken = list(mentioned)
    for year in years:
        side = _of_year(year, documents)
        if side and not any(each in taken for each in side):
            sides.append(side)
            taken += side
    return sides


def numbered(parts: Iterable[str]) -> frozenset[str]:
    """Those of `parts` that have a number: `draft guideline 4`, not `annex`."""
    return frozenset(part for part in parts if part[-1:].isdigit())


def versions_of_one_text(documents: Sequence[Document], among: Sequence[Document] = ()) -> tuple[Document, ...]:
    """Those of `documents` with the same parts, oldest first, `among` them; empty where there are no two."""
    held = held_documents(documents)
    for document in among or documents:
        family = held.sharing(numbered(held.parts(document)))
        if len(family) > 1 and all(each in family for each in among):
            return tuple(sorted(family, key=lambda each: (each.date or "", each.id)))
    return ()


def families(documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """`documents` with versions of one text together, oldest first; what is newest comes first."""
    newest = sorted(documents, key=lambda each: (each.date or "", each.id), reverse=True)
    found: list[tuple[Document, ...]] = []
    for each in newest:
        if not any(each in family for family in found):
            found.append(versions_of_one_text(documents, (each,)) or (each,))
    return tuple(found)


def _of_year(year: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    return tuple(held_documents(documents).of_year(year))
