"""Numbers and dates of a sentence that do not stand in what it cites, or stand there of something else."""

import re
from collections.abc import Iterator, Sequence

from rag.answering.checks.figures import Figure, figures
from rag.proof.missing import Missing
from rag.proof.near import is_near, shared_with, shares_words
from rag.proof.source import Line, Source

# `(1)` and `1.` before an item of a list that the sentence is or holds.
_LIST_MARK = re.compile(r"(?:^|(?<=\s))(?:\(\d{1,2}\)|\d{1,2}[.)])(?=\s)")
# What may count things that a text only lists: `one speaker`, `the two drafts`.
_COUNTS = ("1", "1th", "2", "2th")
# How much a line with the figure must have of what is said, of what one with another has. Chosen on the tune questions.
_AS_MUCH = 0.7
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
        if not is_known and not _is_said(sentence, figure, sources, lines):
            yield sentence[figure.start : figure.end]


def _forms(figure: Figure, read: Sequence[Figure]) -> frozenset[str]:
    """What `figure` may come to in a text: the tenth session is session 10, `03/04/2025` is one of two days."""
    value = figure.value
    if figure.kind == "day":
        return frozenset(each.value for each in read if (each.start, each.kind) == (figure.start, figure.kind))
    if figure.kind == "ordinal":
        return frozenset((value, value.removesuffix("th")))
    return frozenset((value, f"{value}th")) if figure.kind == "number" else frozenset((value,))


def _is_said(sentence: str, figure: Figure, sources: Sequence[Source], lines: Sequence[Line]) -> bool:
    """Whether one of `lines`, which have the figure, has it of what the sentence says, and no other line says more.

    A small number in words may count what the text only lists, where the text has no other number of it.
    """
    counts = figure.in_words and figure.value in _COUNTS
    if not any(_is_said_in(sentence, figure, each) for each in lines):
        return counts and not _is_another_there(sentence, figure, sources)
    if counts:
        return True
    span = figure.start, figure.end
    said = max(shared_with(sentence, span, each.text) for each in lines)
    others = (line for each in sources for line in each.lines if line not in lines)
    return all(
        said >= _AS_MUCH * shared_with(sentence, span, each.text)
        for each in others
        if _has_another(sentence, figure, each)
    )


def _is_another_there(sentence: str, figure: Figure, sources: Sequence[Source]) -> bool:
    """Whether a line has another figure of the kind with the same words: that of its document's date is not meant."""
    return any(_has_another(sentence, figure, line) for each in sources for line in each.lines)


def _has_another(sentence: str, figure: Figure, line: Line) -> bool:
    span, either = (figure.start, figure.end), figure.kind in _OF_DATES
    return any(
        is_near(sentence, span, line.text, (each.start, each.end), either_side=either)
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
