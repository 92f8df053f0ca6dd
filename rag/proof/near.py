"""Whether something in a sentence has the same words around it as in the text that it was taken from."""

import re

from index.search.bm25 import terms
from index.sentences import Span

# Words of meaning on each side that are compared, in the sentence and in the text, of a figure and of a name; and the
# share of the words around a figure that is enough where nothing else can be meant. Chosen on the tune questions.
FIGURE_REACH = (2, 5)
NAME_REACH = (1, 3)
_ENOUGH, _WIDE = 0.25, 4
_CLAUSE = re.compile(r"[;:()–—“”\"]|,(?!\d)|\b(?:and|while|but|whereas)\b")
# Where another sentence could begin.
_PART = re.compile(r"[;:]\s|,\s(?=(?:and|while|but|whereas|which|who)\b)")


def _clauses(text: str) -> list[str]:
    """`text` cut where another thing can be said."""
    return _CLAUSE.split(text)


def sides(text: str, span: Span, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems of the words of meaning next to `span`, as many as `most` on each side, in its clause."""
    return terms(_clauses(text[: span[0]])[-1])[-most:], terms(_clauses(text[span[1] :])[0])[:most]


def shares_words(sentence: str, span: Span, text: str) -> bool:
    """Whether enough of the words around `span` in `sentence` stand in `text`, wherever."""
    before, after = sides(sentence, span, _WIDE)
    wanted = {*before, *after}
    return len(wanted & set(terms(text))) >= _ENOUGH * len(wanted)


def is_near(sentence: str, span: Span, text: str, place: Span, *, either_side: bool) -> bool:
    """Whether one of the words nearest to `span`, a figure in `sentence`, is near to `place` in `text`.

    It has to be on the same side unless `either_side` will do, as for a year, which a sentence may begin with. What is
    counted is the next word, or the one after where that only describes it.
    """
    own, there = FIGURE_REACH
    before, after = sides(sentence, span, own)
    earlier, later = terms(text[: place[0]])[-there:], terms(text[place[1] :])[:there]
    if not before and not after:
        return True
    if either_side:
        return not {*before, *after}.isdisjoint((*earlier, *later))
    if after:
        return after[0] in later or (len(after) > 1 and after[1] in later[:1])
    return not set(before).isdisjoint(earlier)


def shared_with(sentence: str, span: Span, text: str) -> int:
    """How many words of meaning `text` has of the part of `sentence` that `span` is in, without that itself."""
    start = max((each.end() for each in _PART.finditer(sentence, 0, span[0])), default=0)
    later = _PART.search(sentence, span[1])
    end = later.start() if later else len(sentence)
    own = {*terms(sentence[start : span[0]]), *terms(sentence[span[1] : end])} - {*terms(sentence[span[0] : span[1]])}
    return len(own & {*terms(text)})


def stands_between(before: tuple[str, ...], after: tuple[str, ...], text: str, place: Span) -> bool:
    """Whether what is at `place` in `text`, a name, has one of the words `before` before it or of `after` after it."""
    _, there = NAME_REACH
    return bool(
        set(before) & set(terms(text[: place[0]])[-there:]) or set(after) & set(terms(text[place[1] :])[:there])
    )
