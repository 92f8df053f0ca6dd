"""Numbers and dates of a sentence that do not stand in what it cites, or stand there of something else."""

import re
from collections.abc import Iterator, Sequence

from rag.answering.checks.figures import Figure, figures
from rag.proof.missing import Missing
from rag.proof.near import is_near, shares_words
from rag.proof.source import Line, Source

# `(1)` and `1.` before an item of a list that the sentence is or holds.
_LIST_MARK = re.compile(r"(?:^|(?<=\s))(?:\(\d{1,2}\)|\d{1,2}[.)])(?=\s)")
_ONE = ("1", "1th")
# What may count things that a text only lists: `the two drafts`.
_COUNTS = (*_ONE, "2", "2th")
_SEVERAL = 2
_OF_DATES = ("year", "day")


def missing_figures(sentence: str, sources: Sequence[Source]) -> tuple[Missing, ...]:
    """The figures of `sentence` that no line of `sources` states of what the sentence says, in order."""
    bare = _LIST_MARK.sub(lambda match: " " * len(match[0]), sentence)
    return tuple(Missing("figure", each) for each in dict.fromkeys(_missing(bare, sources)))


def _missing(sentence: str, sources: Sequence[Source]) -> Iterator[str]:
    read = list(figures(sentence))
    known = frozenset[str]().union(*(each.about_values for each in sources))
    for figure in read:
        forms = _forms(figure, read)
        lines = [line for each in sources for line in each.lines if forms & line.values]
        is_dated = figure.kind == "year" and _is_another_there(sentence, figure, sources)
        is_known = bool(forms & known) and not is_dated
        if not is_known and not _is_said(sentence, figure, lines):
            yield sentence[figure.start : figure.end]


def _forms(figure: Figure, read: Sequence[Figure]) -> frozenset[str]:
    """What `figure` may come to in a text: the tenth session is session 10, `03/04/2025` is one of two days."""
    value = figure.value
    if figure.kind == "day":
        return frozenset(each.value for each in read if (each.start, each.kind) == (figure.start, figure.kind))
    if figure.kind == "ordinal":
        return frozenset((value, value.removesuffix("th")))
    return frozenset((value, f"{value}th")) if figure.kind == "number" else frozenset((value,))


def _is_said(sentence: str, figure: Figure, lines: Sequence[Line]) -> bool:
    """Whether one of `lines`, which have the figure, has it of what the sentence says."""
    if not lines or (figure.in_words and figure.value in _ONE):
        return figure.in_words and figure.value in _COUNTS
    return any(_is_said_in(sentence, figure, each) for each in lines)


def _is_another_there(sentence: str, figure: Figure, sources: Sequence[Source]) -> bool:
    """Whether a line has another figure of the kind with the same words: that of its document's date is not meant."""
    return any(
        is_near(sentence, (figure.start, figure.end), line.text, (each.start, each.end), either_side=True)
        for source in sources
        for line in source.lines
        for each in figures(line.text)
        if each.kind == figure.kind and each.value != figure.value
    )


def _is_said_in(sentence: str, figure: Figure, line: Line) -> bool:
    """Whether `line` has the figure among the same words, which matters where it has others of its kind."""
    span, there = (figure.start, figure.end), [each for each in figures(line.text) if each.kind == figure.kind]
    if len({each.value for each in there}) < _SEVERAL:
        return shares_words(sentence, span, line.text)
    return any(
        is_near(sentence, span, line.text, (each.start, each.end), either_side=figure.kind in _OF_DATES)
        for each in there
        if each.value == figure.value
    )
