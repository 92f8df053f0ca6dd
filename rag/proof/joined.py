"""What a sentence brings together that its text keeps apart: the beginning of one fact, the end of another."""

from collections.abc import Iterator, Sequence

from index.search.bm25 import terms
from rag.proof.missing import Missing
from rag.proof.near import clauses
from rag.proof.source import Source

# Words of meaning on each side of a joint, chosen on the tune questions.
_REACH = 3


def joined_facts(sentence: str, sources: Sequence[Source]) -> tuple[Missing, ...]:
    """The places in `sentence` on whose two sides are words that no two sentences in a row of `sources` have together.

    Words that no source has are passed over: what they say is looked at elsewhere.
    """
    windows = [window for each in sources for window in _windows(each)]
    known = frozenset[str]().union(*windows)
    found = dict.fromkeys(joint for clause in clauses(sentence) for joint in _joints(clause, windows, known))
    return tuple(Missing("support", each) for each in found)


def _joints(clause: str, windows: Sequence[frozenset[str]], known: frozenset[str]) -> Iterator[str]:
    words = [each for each in terms(clause) if each in known]
    for at in range(1, len(words)):
        left, right = set(words[max(0, at - _REACH) : at]), set(words[at : at + _REACH])
        if not any(left & each and right & each for each in windows):
            yield " ".join(clause.split())


def _windows(source: Source) -> Iterator[frozenset[str]]:
    """The stems of each line with the one before it, and with what is known of the source."""
    about, before = frozenset(terms(source.about)), frozenset[str]()
    for line in source.lines:
        own = frozenset(terms(line.text))
        yield own | before | about
        before = own
