"""Names of a sentence that stand in the very place of another name, where the sentence has the words of its text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.search.bm25 import stop_words, terms
from rag.proof.exchanged import called
from rag.proof.missing import Missing
from rag.proof.source import Source
from rag.proof.words import Word, words_of

# The words next to what differs, on both sides together, that must be the text's own for the place to be the same;
# and the most words that differ there. Chosen on the tune questions.
_BESIDE = 4
_MOST = 9
# A line that has so many of the words of the nearest line may be what the sentence was taken from as well.
_NEARLY = 0.8


@dataclass(frozen=True, slots=True)
class _Aligned:
    """A line laid beside the sentence: its words, the stretches that differ or not, and how many words are the same."""

    words: tuple[Word, ...]
    stretches: Sequence[tuple[str, int, int, int, int]]
    same: int


def replaced_names(sentence: str, sources: Sequence[Source], short_forms: Mapping[str, str]) -> tuple[Missing, ...]:
    """The names of `sentence` in whose place the line nearest to it has another name, in order."""
    own = words_of(sentence)
    lines = [_aligned(own, words_of(line.text)) for each in sources for line in each.lines]
    if not lines:
        return ()
    most = max(each.same for each in lines)
    near = [each for each in lines if each.same >= _NEARLY * most]
    known = frozenset(word.text for each in lines for word in each.words[1:] if word.text[0].isupper())
    nearest = next(each for each in near if each.same == most)
    found = dict.fromkeys(_replaced(own, nearest, near, known, short_forms))
    return tuple(Missing("name", each) for each in found)


def _aligned(own: Sequence[Word], line: tuple[Word, ...]) -> _Aligned:
    matcher = SequenceMatcher(None, [each.key for each in line], [each.key for each in own], autojunk=False)
    stretches = matcher.get_opcodes()
    return _Aligned(line, stretches, sum(end - start for kind, start, end, _, _ in stretches if kind == "equal"))


def _replaced(
    own: Sequence[Word],
    nearest: _Aligned,
    near: Sequence[_Aligned],
    known: frozenset[str],
    short_forms: Mapping[str, str],
) -> Iterator[str]:
    for at, (kind, start, end, first, last) in enumerate(nearest.stretches):
        if kind != "replace" or max(end - start, last - first) > _MOST or _beside(nearest, at) < _BESIDE:
            continue
        mine, theirs = _name(own, first, last, known), _name(nearest.words, start, end, known)
        if not mine or not theirs or set(terms(mine)) & set(terms(theirs)):
            continue
        there = " ".join(word.text for word in nearest.words[start:end])
        if not called(mine, short_forms).search(there) and not _stands_so(own, first, last, near):
            yield mine


def _beside(line: _Aligned, at: int) -> int:
    """How many words next to a stretch are the same in both."""
    around = (*line.stretches[max(0, at - 1) : at], *line.stretches[at + 1 : at + 2])
    return sum(end - start for kind, start, end, _, _ in around if kind == "equal")


def _name(words: Sequence[Word], start: int, end: int, known: frozenset[str]) -> str:
    """The words of a name among `words[start:end]`; the first word of a text is of one where it is elsewhere too."""
    return " ".join(
        word.text
        for at, word in enumerate(words[start:end], start)
        if word.text[0].isupper()
        and word.key not in stop_words()
        and (at > 0 or word.text in known or (word.text.isupper() and len(word.text) > 1))
    )


def _stands_so(own: Sequence[Word], first: int, last: int, lines: Sequence[_Aligned]) -> bool:
    """Whether one of `lines` has the words `own[first:last]` with one of the words of meaning next to them."""
    keys = [each.key for each in own]
    before, after = keys[first - 1 : first], keys[last : last + 1]
    for line in lines:
        theirs = [each.key for each in line.words]
        for at in range(len(theirs) - (last - first) + 1):
            end = at + last - first
            if theirs[at:end] != keys[first:last]:
                continue
            if _same(before, theirs[max(0, at - 1) : at]) or _same(after, theirs[end : end + 1]):
                return True
    return False


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one) and one == other and one[0] not in stop_words()
