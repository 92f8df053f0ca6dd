"""What a reader of a comparison is shown: blocks of matches, long one-sided runs as one block, words that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.document import Document
from index.store import ParagraphRef
from index.text.wording import counted
from rag.citing.citation import cite_all, name_of
from rag.comparing.align import Alignment, Kind, Match, Part
from rag.comparing.matching import Containers
from rag.comparing.word_diff import WordDiff, word_diff
from rag.question.versions import versions_of_one_text

# More paragraphs in a row that are in one document only are named and not shown, unless asked for.
LONG_RUN = 3
# Below this share of common words nearly all of both texts would be marked, which helps nobody.
_WORTH_MARKING = 0.2
_MAIN_TEXT = "Main text"


@dataclass(frozen=True, slots=True)
class Run:
    """Matches of one kind that follow one another; only those of `dropped` and `added` are more than one."""

    kind: Kind
    matches: tuple[Match, ...]

    @property
    def is_long(self) -> bool:
        """Whether there are too many paragraphs to show unasked."""
        return len(self.matches) > LONG_RUN

    @property
    def refs(self) -> tuple[ParagraphRef, ...]:
        """The paragraphs of a run that is in one document only."""
        return tuple(ref for match in self.matches for ref in (*match.left, *match.right))


def runs(part: Part) -> Iterator[Run]:
    """The matches of a part, those in one document only taken together."""
    for kind, group in groupby(part.matches, key=lambda match: match.kind):
        matches = tuple(group)
        if kind in ("dropped", "added"):
            yield Run(kind, matches)
        else:
            yield from (Run(kind, (match,)) for match in matches)


def marked_words(match: Match) -> WordDiff:
    """The words to mark in a match; none where the two sides have hardly a word in common."""
    words = match.words()
    if words.shared >= _WORTH_MARKING:
        return words
    return WordDiff(((),) * len(match.left), ((),) * len(match.right), words.shared)


def marked_titles(part: Part) -> WordDiff | None:
    """The words that differ between a part's titles, if both documents give it one."""
    if part.left_title is None or part.right_title is None:
        return None
    return word_diff([part.left_title], [part.right_title])


def part_name(containers: Containers | None) -> str:
    """The name of a part as a heading: `Main text`, `Draft guideline 4`; empty for None."""
    if containers is None:
        return ""
    name = ", ".join(containers) or _MAIN_TEXT
    return name[:1].upper() + name[1:]


def citation_of(document: Document, refs: Sequence[ParagraphRef]) -> str:
    """The merged citation of some paragraphs of a document."""
    return cite_all([(document, ref.locator) for ref in refs])


def summary(alignment: Alignment) -> str:
    """One sentence that counts what was found."""
    matched = alignment.count("same") + alignment.count("changed")
    return (
        f"{counted(matched, 'match', 'matches')}, {alignment.count('same')} of them with the same words; "
        f"{counted(alignment.count('dropped'), 'paragraph')} only in {name_of(alignment.left)}, "
        f"{alignment.count('added')} only in {name_of(alignment.right)}."
    )


def likely_pair(documents: Sequence[Document], one: Document | None = None) -> tuple[Document, Document]:
    """The two of `documents` to compare first, the older first: versions of one text, or else the oldest.

    `one` is one of them, if it is settled. There must be two documents at least.
    """
    oldest = sorted(documents, key=_age)
    family = versions_of_one_text(documents, [one] if one else []) or oldest
    first = one or family[0]
    older, newer = sorted([first, next(each for each in family if each.id != first.id)], key=_age)
    return older, newer


def _age(document: Document) -> tuple[str, str]:
    return document.date or "", document.id
