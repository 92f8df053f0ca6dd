"""Sentences of a paragraph, as character spans.

`sentencex` proposes the boundaries; the rules below take back those that UN drafting makes it get wrong (`para. 5`,
`vol. II`, `the United States. for incoming`) and add those it misses (`the Pacific. ARIN-SA runs`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from index.document import Item, Paragraph

Span = tuple[int, int]

# Abbreviations that lead up to something and so never end a sentence.
_LEADING = re.compile(
    r"cf|e\.g|i\.e|eg|ie|viz|paras?|sects?|subsect|subparas?|vols?|nos|pp|ch|chaps?|arts|eds?|esp|approx|figs?|suppl|incl|"
    r"resp|vs|ca|mrs?|ms|dr|prof|messrs|mme|gen|col|capt|lt|sgt|st|hon|h\.e"
)
# The same where a number follows; `no` and `art` are words of their own as well.
_NUMBERED = re.compile(r"no|art|rev|add|corr|p|part|sess|annex|item|res|doc|op|amend|app|sec|eq|ref")
# `Annex A.` ends a sentence, `John A.` does not.
_LETTERED = re.compile(
    r"annex|appendix|schedule|section|part|group|category|table|option|model|type|class|list|level|tier|vitamin|and|or"
)
_ROMAN = re.compile(r"[IVXLC]+\b")
_INITIAL = re.compile(r"(?:^|[\s(\[“\"-])(?:[A-Z]\.[ -]?)*[A-Z]\.$")
_LAST_WORD = re.compile(r"([^\s(\[“\"]+?)[.!?]+[”’\"')\]]*\s*$")
# Words that begin a sentence and hardly ever a name: `in Washington, D.C. The Group`.
_ACRONYM = re.compile(r"[A-Z]\.[A-Z]\.$")
_STARTER = re.compile(r"(?:The|This|These|That|It|Its|In|At|On|For|With|They|He|She|Such|An?|Some|Several|However)\b")
_WORD_BEFORE_INITIAL = re.compile(r"([A-Za-z]+)\s+[A-Z]\.\s*$")
# Where a sentence can end: closing punctuation, then white space, then something that can begin one.
_CANDIDATE = re.compile(r"[.!?][”’\"')\]]*(\s+)(?=[“‘\"'(\[]?[A-ZÀ-ÖØ-Þ])")
_PLAIN_END = re.compile(r"(?:[a-zà-öø-ÿ]{2,}|[0-9]{2,}|[A-Z]{3,}|\)|\.[A-Z])[.!?][”’\"')\]]*$")
_OPENERS = {"(": ")", "[": "]", "“": "”"}
_CLOSERS = frozenset(_OPENERS.values())
# A quotation longer than this many characters is a text of its own and is cut at its sentences.
_QUOTATION = 400
_MARK = re.compile(r"(?:(?<=\s)|^)(?:\([A-Za-z0-9]{1,6}\)|(?:\d{1,3}|[ivxlc]{1,5}|[A-Za-z])[.)]|[-–—•●▪*])\s*$")
_FIGURE = re.compile(r"(?<![\w-])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]")  # in a cell, no year
_COLUMNS = 3  # of a table at least, below a head that stands across all; of two the other head may be empty
_LOOK_BACK = 48  # characters before a possible end: the longest abbreviation and the word before it
# What may stand before the first word of a sentence, and as much of that word as the rules look at.
_OPENING = re.compile(r"[“‘\"'(\[ ]*")
_LOOK_AHEAD = 12  # characters after it: quotation marks, brackets and a first letter
# Characters: beyond this a block is read in windows. The paragraphs of UN documents are shorter, and the sentences of
# provisions of up to 152,000 characters come out as they do from the whole.
_WINDOW = 20_000
# What the end of a window holds may go on beyond it: a longer quotation is rare.
_WINDOW_END = 2_000


def sentence_spans(text: str, items: Sequence[Item] = ()) -> tuple[Span, ...]:
    """The spans of the sentences of a paragraph's text, in order, together covering every non-space character.

    No span crosses the boundary of a displayed sub-item; a sub-item's printed mark belongs to its first span.
    """
    blocks = pairwise([0, *item_boundaries(text, items), len(text)])
    return tuple(span for start, end in blocks for span in _in_block(text, start, end))


def sentences_of(paragraph: Paragraph) -> tuple[Span, ...]:
    """The spans of the sentences of `paragraph`; of a table, each line is one: caption, heads, rows."""
    if paragraph.kind != "table":
        return sentence_spans(paragraph.text, paragraph.items)
    ends = accumulate(len(row) for row in paragraph.text.splitlines(keepends=True))
    rows = pairwise((0, *ends))
    return tuple((start, start + len(paragraph.text[start:end].rstrip())) for start, end in rows)


def heads_end(paragraph: Paragraph) -> int:
    """Where the caption and the heads of the columns of a table end in its text; 0 where `paragraph` is no table.

    The heads are the first row and, where that leaves the corner of the table empty, the rows after it that do too:
    `2023 | 2024` below `Audit | Investigation`. What stands across all columns (`Cases by category`) has one more row
    of heads below it, if that has no figures but years; and so have heads with a row of words between them and
    figures, if either leaves the corner empty.
    """
    if paragraph.kind != "table":
        return 0
    lines = paragraph.text.splitlines(keepends=True)
    first = paragraph.rows[0] if paragraph.rows else ()
    captions = next((place for place, line in enumerate(lines) if first and is_row(line, first)), 0)
    return sum(map(len, lines[: captions + _heads(paragraph.rows)]))


def _heads(rows: Sequence[Sequence[str]]) -> int:
    """How many of the first `rows` of a table are heads of its columns."""
    heads = 1
    while heads < len(rows) and not any(any(row[:1]) for row in rows[: heads + 1]):
        heads += 1
    if heads < len(rows) and not _figures(rows[heads]):
        across = sum(map(bool, rows[heads - 1])) == 1 and len(rows[heads]) >= _COLUMNS
        below = next((row for row in rows[heads + 1 :] if sum(map(bool, row)) > 1), ())
        corner = rows[heads - 1][0] and rows[heads][0]
        named = not corner and _figures(below) * 2 > sum(map(bool, below[1:]))
        heads += across or named
    return heads


def _figures(row: Sequence[str]) -> int:
    """How many cells of a `row` have a figure that is no year."""
    return sum(_FIGURE.search(cell) is not None for cell in row)


def is_row(line: str, cells: Sequence[str]) -> bool:
    """Whether `line`, of a table's text, is the row of these `cells`; captions and what stands below are none."""
    return line.replace("|", " ").split() == " ".join(cells).replace("|", " ").split()


def has_labels(table: Paragraph) -> bool:
    """Whether each line of `table` begins with what its other cells are: `Rapporteur: | Ms. A`."""
    return bool(table.rows) and all(cells[:1] and cells[0].endswith(":") for cells in table.rows)


def item_boundaries(text: str, items: Sequence[Item]) -> list[int]:
    """Where the displayed sub-items of a paragraph begin (at their printed marks) and end, in order, inside `text`."""
    places = {mark_start(text, item.start) for item in items} | {_past_space(text, item.end) for item in items}
    cuts = sorted(place for place in places if 0 < place < len(text))
    kept: list[int] = []
    for cut in cuts:
        previous = kept[-1] if kept else 0
        # `(a) (i) text`: the outer mark alone is no block of its own.
        if kept and _MARK.fullmatch(text[previous:cut].strip()):
            continue
        kept.append(cut)
    return kept


def mark_start(text: str, start: int) -> int:
    """Where the printed mark of the sub-item whose text begins at `start` begins."""
    window = max(0, start - 12)
    match = _MARK.search(text, window, start)
    return match.start() if match else start


def _past_space(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _in_block(text: str, start: int, end: int) -> Iterator[Span]:
    block = text[start:end]
    for left, right in pairwise([0, *_boundaries(block), len(block)]):
        piece = block[left:right]
        if stripped := piece.strip():
            begin = start + left + piece.index(stripped)
            yield begin, begin + len(stripped)


def _boundaries(block: str) -> list[int]:
    """Where sentences after the first begin in `block`."""
    if not _CANDIDATE.search(block):
        return []
    proposed = set(_proposed(block))
    missed = {
        m.end() for m in _CANDIDATE.finditer(block) if _PLAIN_END.search(block, max(0, m.start(1) - 24), m.start(1))
    }
    closed = _enclosures(block)
    return [
        at
        for at in sorted(proposed | missed)
        if _is_inside(block, at) and _ends_sentence(block, at) and not _within(at, closed)
    ]


def _is_inside(block: str, at: int) -> bool:
    """Whether a sentence of `block` may begin at `at`: not where only the mark of the paragraph stands before it."""
    return 0 < at < len(block) and not _MARK.fullmatch(block, 0, at)


def _proposed(block: str) -> Iterator[int]:
    """Where `sentencex` ends the sentences of `block`.

    From each quotation mark that nothing closes it reads on to the end, so that its time grows with the square of the
    length. A long block is therefore read in windows, each from the beginning of a sentence on.
    """
    import sentencex

    start = 0
    while start < len(block):
        window = block[start : start + _WINDOW]
        last = len(block) if start + _WINDOW >= len(block) else start + _WINDOW - _WINDOW_END
        ends = (start + each["end_index"] for each in sentencex.get_sentence_boundaries("en", window))
        told = [end for end in ends if end <= last]
        yield from told
        start = told[-1] if told else last


def _ends_sentence(block: str, at: int) -> bool:
    left = block[max(0, at - _LOOK_BACK) : at].rstrip()
    opening = _OPENING.match(block, at)
    begin = opening.end() if opening else at
    right = block[begin : begin + _LOOK_AHEAD]
    if not right or not left or right[0].islower() or right[0].isdigit():
        return False
    if left[-1] in ";:,":
        return False
    return not _is_abbreviation(left, right)


def leads_up_to_number(text: str) -> bool:
    """Whether `text` ends with an abbreviation that a number goes on: `para.`, `Supplement No.`."""
    match = _LAST_WORD.search(text[-_LOOK_BACK:])
    return match is not None and any(pattern.fullmatch(match[1].lower()) for pattern in (_LEADING, _NUMBERED))


def _is_abbreviation(left: str, right: str) -> bool:
    match = _LAST_WORD.search(left)
    if not match:
        return False
    word = match[1].lower()
    if _LEADING.fullmatch(word):
        return True
    if _NUMBERED.fullmatch(word) and _ROMAN.match(right):
        return True
    if not _INITIAL.search(left):
        return False
    if _ACRONYM.search(left) and _STARTER.match(right):
        return False
    before = _WORD_BEFORE_INITIAL.search(left)
    return not (before and _LETTERED.fullmatch(before[1].lower()))


def _enclosures(block: str) -> list[Span]:
    """The parentheses, brackets and short quotations of `block`, overlapping ones as one; an unclosed one is none."""
    opened: dict[str, list[int]] = {closer: [] for closer in _CLOSERS}
    pairs: list[Span] = []
    for place, character in enumerate(block):
        if character in _OPENERS:
            opened[_OPENERS[character]].append(place)
        elif opened.get(character):
            start = opened[character].pop()
            if character != "”" or place - start <= _QUOTATION:
                pairs.append((start, place))
    return _merged(sorted(pairs))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _within(at: int, spans: Sequence[Span]) -> bool:
    """Whether `at` lies inside one of the sorted, disjoint `spans`."""
    nearest = bisect_left(spans, (at, 0)) - 1
    return nearest >= 0 and at <= spans[nearest][1]
