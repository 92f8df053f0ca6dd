"""Documents that a question sets side by side: two versions of one text, or what was said in two years."""

import re
from collections.abc import Sequence

from index.document import Document
from rag.question.naming import NamedDocument

# Words that set things side by side, and words that do so only where versions of a text are spoken of.
_COMPARES = re.compile(
    r"\b(?:differ(?:s|ed|ent|ences?)?|compar(?:e|ed|ing|ison)|versus|vs|contrast\w*|unlike|changed?|changes|dropped|removed|"
    r"replaced|evolv\w+|agree|originally)\b",
    re.IGNORECASE,
)
# `between two drafts` compares them, `coordination between two networks` does not.
_COMPARES_VERSIONS = re.compile(
    r"\b(?:still|now|moved|became|added|earlier|later|what (?:is|was) new|in both)\b"
    r"|\b(?:both|two|between)(?: [\w-]+){0,2}? (?:drafts?|versions?|texts?|wordings?|revisions?)\b",
    re.IGNORECASE,
)
_VERSIONS = re.compile(r"\b(?:drafts?|versions?|revis\w+|texts?|wordings?)\b", re.IGNORECASE)
# A year that stands alone, not one of `2018–2019`.
_YEAR = re.compile(r"(?<![\w/–-])(?:19|20)\d\d(?![\w/–-])")


def sides_compared(
    question: str, named: Sequence[NamedDocument], documents: Sequence[Document]
) -> tuple[tuple[Document, ...], ...]:
    """The sides that `question` compares, each one document or those of one year; empty where it compares nothing.

    Documents named and years given are sides. Where they make fewer than two and the question speaks of drafts or
    versions, so are the documents that are versions of one text.
    """
    by_id = {each.id: each for each in documents}
    years = list(dict.fromkeys(_YEAR.findall(question)))
    versions = _VERSIONS.search(question) is not None
    compares = _COMPARES.search(question) or (versions and _COMPARES_VERSIONS.search(question))
    if not compares and len(years) < 2 and len(named) < 2:
        return ()
    sides: list[tuple[Document, ...]] = [(by_id[each.document],) for each in named]
    if compares and versions:
        named_already = [each for side in sides for each in side]
        if family := versions_of_one_text(documents, named_already):
            return tuple((each,) for each in family)
    sides += [side for year in years if (side := _of_year(year, documents)) and not _held(side, sides)]
    return tuple(sides) if len(sides) > 1 else ()


def parts_of(document: Document) -> frozenset[str]:
    """The numbered parts of `document` that have a numbering of their own (`draft guideline 4`)."""
    return frozenset(part for each in document.paragraphs for part in each.locator.containers if part[-1:].isdigit())


def versions_of_one_text(documents: Sequence[Document], among: Sequence[Document] = ()) -> tuple[Document, ...]:
    """Those of `documents` with the same parts, oldest first, `among` them; empty where there are no two."""
    for document in among or documents:
        parts = parts_of(document)
        family = [each for each in documents if parts and len(parts_of(each) & parts) > len(parts) / 2]
        if len(family) > 1 and all(each in family for each in among):
            return tuple(sorted(family, key=lambda each: (each.date or "", each.id)))
    return ()


def _of_year(year: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    return tuple(each for each in documents if (each.date or "").startswith(year))


def _held(side: Sequence[Document], sides: Sequence[Sequence[Document]]) -> bool:
    return any(each in other for each in side for other in sides)
