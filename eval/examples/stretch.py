"""What a model reads of the texts that a sentence cites."""

from collections.abc import Iterator, Sequence

from rag.proof.source import Source
from rag.proof.support import Rest

# Some 200 word pieces, which leaves a fifth of what the model reads for the sentence.
LONGEST = 900
_LEFT_OUT = " … "


def stretch(sources: Sequence[Source], rests: Sequence[Rest]) -> str:
    """The lines of `sources` in their order: all, or where those have more than LONGEST characters the best.

    These are the ones that the sentence rests on, and then what follows and precedes them. Empty without sources.
    """
    lengths = {(at, place): len(line.text) for at, each in enumerate(sources) for place, line in enumerate(each.lines)}
    taken: set[tuple[int, int]] = set()
    left = LONGEST
    for each in _by_worth(sources, rests):
        if each not in taken and (lengths[each] <= left or not taken):
            taken.add(each)
            left -= lengths[each]
    return "".join(_joined(sources, sorted(taken)))[: 2 * LONGEST]


def _by_worth(sources: Sequence[Source], rests: Sequence[Rest]) -> Iterator[tuple[int, int]]:
    """The places of all lines, as (source, line): those rested on, their neighbours, then the others in order."""
    best = [(each.source, sources[each.source].lines.index(each.line)) for each in rests]
    yield from best
    everywhere = [(at, place) for at, each in enumerate(sources) for place in range(len(each.lines))]
    for at, place in best:
        yield from (each for each in ((at, place + 1), (at, place - 1)) if each in everywhere)
    yield from everywhere


def _joined(sources: Sequence[Source], taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    before: tuple[int, int] | None = None
    for at, place in taken:
        if before is not None:
            yield " " if before == (at, place - 1) or before[0] != at else _LEFT_OUT
        yield sources[at].lines[place].text
        before = at, place
