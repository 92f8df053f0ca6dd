"""What a sentence brings together that its texts keep apart: the beginning of one fact, the end of another."""

import re
from collections.abc import Iterator, Sequence

from rag.proof.missing import Missing
from rag.proof.source import Source
from rag.proof.words import Word, words_of

# Words in a row that a sentence has from one text, and words of its own where it goes over to another one. Chosen on
# the tune questions.
_RUN = 3
_GAP = 1
_SHOWN = 4  # words on each side of the place
# Where a sentence may go over to something else: after it another fact begins.
_ANOTHER = re.compile(r"[,;:()–—]|\b(?:and|while|but|whereas|which|who|that|or)\b", re.IGNORECASE)


def joined_facts(sentence: str, sources: Sequence[Source]) -> tuple[Missing, ...]:
    """The places where `sentence` goes over from the words of one source to those of another in the midst of a clause.

    A sentence may tell what several paragraphs say one after the other; one that has its subject from one of them and
    what is said of it from another tells what none says.
    """
    if len(sources) == 1:
        return ()
    words = words_of(sentence)
    return tuple(Missing("support", each) for each in dict.fromkeys(_joints(sentence, words, _taken(words, sources))))


def _taken(words: Sequence[Word], sources: Sequence[Source]) -> list[frozenset[int]]:
    """For each word the sources that have it in a row with its neighbours."""
    taken: list[frozenset[int]] = [frozenset()] * len(words)
    keys = [each.key for each in words]
    for number, source in enumerate(sources):
        theirs = [each.key for each in words_of(source.text)]
        runs = {tuple(theirs[at : at + _RUN]) for at in range(len(theirs) - _RUN + 1)}
        for at in range(len(keys) - _RUN + 1):
            if tuple(keys[at : at + _RUN]) in runs:
                taken[at : at + _RUN] = [each | {number} for each in taken[at : at + _RUN]]
    return taken


def _joints(sentence: str, words: Sequence[Word], taken: Sequence[frozenset[int]]) -> Iterator[str]:
    for last in range(len(words)):
        following = next((at for at in range(last + 1, min(last + 2 + _GAP, len(words))) if taken[at]), None)
        if following is None or not taken[last] or taken[last] & taken[following]:
            continue
        if not _ANOTHER.search(sentence[words[last].end : words[following].start]):
            start, end = max(0, last - _SHOWN + 1), min(len(words), following + _SHOWN)
            yield sentence[words[start].start : words[end - 1].end]
