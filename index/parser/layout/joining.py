"""Lines joined to blocks, by their spacing and by the marks they begin with."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.language.english.language import ENGLISH
from index.parser.blocks import FIRST_LINE_INDENT, Block, begins_with_bullet
from index.parser.layout.footnotes import encoded
from index.parser.layout.heading_type import with_heading_type
from index.parser.layout.hyphenation import Vocabulary, join_all
from index.parser.recognisers import RULE, Kind, Recogniser, marks_of
from index.readers.base import Line, Role, SourceText, Wrapping
from index.readers.text.wrapping import gap_inside_paragraphs
from index.text.typography import begins_in_lower_case, collapse, ends_sentence, is_rule

_LONGEST_NAME = 60  # characters of a name under a letter
_NEARLY = 0.8  # of the usual length of a line; a line that is longer was broken and goes on
# Blocks set in farther than this are signatures and dates on the right; the indents of their lines say nothing.
_SIGNATURE_INDENT = 20
# Points by which the letters of a heading and of the text below it differ at least, as between 10 and 12 points.
_OTHER_SIZE = 0.9
# `The Conference of the Parties`, `The Human Rights Council`
_ORGAN_SPEAKS = re.compile(
    rf"{ENGLISH.resolutions.article}(?:[A-Z][\w-]* ){{0,4}}(?:{'|'.join(ENGLISH.masthead.organs)})\b"
)
# What stands on a page beside the text: no line of the text goes on from it.
_BESIDE = frozenset((Role.HEADER, Role.TABLE, Role.FIGURE))


@dataclass(slots=True)
class _Draft:
    """A block in the making: its lines, and the texts of them with their raised marks."""

    lines: list[Line]
    texts: list[str]
    begins: bool = True
    top: bool = False
    kinds: frozenset[Kind] | None = None  # of the marks that its first line can be read as, once they were looked for

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    def take(self, line: Line) -> None:
        self.lines.append(line)
        self.texts.append(encoded(line))


def blocks_of(source: SourceText, vocabulary: Vocabulary, recognisers: Sequence[Recogniser]) -> tuple[Block, ...]:
    """The blocks of the lines of `source`, in order.

    Every line is in one; in two where a container's name and its title run together. Rows of tables, lines of figures
    and of page headers are each in a block of their own.
    """
    width = _usual_length(source.lines) * _NEARLY
    joiner = _Joiner(source.wrapping, width, _margin(source.lines), recognisers)
    drafts: list[_Draft] = []
    note: _Draft | None = None
    for line in source.lines:
        for part in _split_run_together(line, recognisers):
            if note is not None and part.role is Role.NOTE:
                part = _as_counted(part, note)
            if note is not None and part.role is Role.NOTE and part.opens_note is None:
                note.take(part)
                continue
            draft = _Draft([part], [encoded(part)], top=part.begins_page)
            if not drafts or joiner.begins(draft, drafts[-1]):
                drafts.append(draft)
            else:
                drafts[-1].take(part)
            if part.role is Role.NOTE:
                note = drafts[-1]
    return with_heading_type(
        [_finish(draft, vocabulary, recognisers, full=len(draft.last.text) >= width) for draft in drafts]
    )


class _Joiner:
    """Tells which lines begin a block."""

    def __init__(self, wrapping: Wrapping, width: float, margin: int, recognisers: Sequence[Recogniser]) -> None:
        self._wrapping = wrapping
        self._width = width
        self._recognisers = recognisers
        self._gap = gap_inside_paragraphs(wrapping)
        self._margin = margin

    def begins(self, draft: _Draft, before: _Draft) -> bool:
        """Whether `draft`, which is one line yet, begins a block; what it learns about its spacing is kept in it."""
        line = draft.first
        draft.begins = (
            self._is_set_off(draft, before) or self._is_bare_name(before) or self._is_name_in_bold(draft, before)
        )
        draft.top = self._begins_page(line)
        if draft.begins or line.opens_note is not None:
            return True
        if before.first.opens_note is not None:
            return False
        kinds = self._kinds(draft)
        draft.begins = bool(kinds) and self._is_short_heading(before)
        return bool(kinds) if draft.top or draft.begins else Kind.PARAGRAPH in kinds or Kind.ITEM in kinds

    def _is_set_off(self, draft: _Draft, before: _Draft) -> bool:
        line, last = draft.first, before.last
        if last.number == line.number or line.role in _BESIDE or last.role in _BESIDE:
            return True
        if (line.role is Role.BOX) != (last.role is Role.BOX):
            return True
        if line.continues and line.gap <= self._gap:
            return False
        if line.heading or before.first.heading or is_rule(draft.texts[0]) or is_rule(before.texts[0]):
            return True
        if self._wrapping is Wrapping.FLOWING or line.begins_page or line.gap > self._gap:
            return True
        return _is_of_another_size(line, last) or self._is_indented(line, before)

    def _is_indented(self, line: Line, before: _Draft) -> bool:
        """Whether `line` begins a paragraph that is set off by the indent of its first line alone."""
        text = before.last.text
        hangs = len(before.lines) == 1 and text[:1].isdigit()  # a number set out to the left of its text
        farthest = self._margin + _SIGNATURE_INDENT
        if self._wrapping is not Wrapping.WRAPPED or hangs or max(before.first.indent, line.indent) >= farthest:
            return False
        if self._names_organ_below_title(line, before):
            return True
        is_set_in = before.last.indent + FIRST_LINE_INDENT <= line.indent or self._is_below_indented(line, before)
        return is_set_in and line.text[:1].isupper() and (ends_sentence(text) or text.endswith(","))

    def _is_below_indented(self, line: Line, before: _Draft) -> bool:
        """Whether `line` and the one above, which is all of its paragraph (`The Assembly,`), are set in alike.

        A longer one may be of a list; below it begins what a participle does (`Recalling`).
        """
        if line.size is not None or len(before.lines) > 1:
            return False
        if min(before.first.indent, line.indent) < self._margin + FIRST_LINE_INDENT:
            return False
        words = (word for word in line.text.lower().split() if word not in ENGLISH.resolutions.adverbs)
        return self._is_short(before) or next(words, "").endswith(ENGLISH.resolutions.participle_endings)

    def _names_organ_below_title(self, line: Line, before: _Draft) -> bool:
        """Whether `line` begins a text with who speaks, right below its title: `The Conference of the Parties`."""
        is_set_in = line.indent >= before.last.indent + FIRST_LINE_INDENT
        return is_set_in and self._is_short(before) and _ORGAN_SPEAKS.match(line.text) is not None

    def _is_short(self, before: _Draft) -> bool:
        return len(before.lines) == 1 and len(before.texts[0]) * 2 < self._width

    def _begins_page(self, line: Line) -> bool:
        """Whether `line` is the first of a page, as a form feed or a missing blank line shows."""
        unspaced = self._wrapping is Wrapping.DOUBLE_SPACED and line.gap == 0 and line.indent > 0
        return line.begins_page or unspaced

    def _is_bare_name(self, before: _Draft) -> bool:
        """Whether the line before is a container's name and nothing else: what follows is its title."""
        if not before.begins or len(before.texts) > 1 or len(before.texts[0]) > _LONGEST_NAME:
            return False
        return _names_container(_spaced(before.texts[0]), self._recognisers)

    def _is_name_in_bold(self, draft: _Draft, before: _Draft) -> bool:
        """Whether `draft` is a container's name in bold below a line that is not, with no more space between."""
        if not draft.first.bold or before.last.bold or len(draft.texts[0]) > _LONGEST_NAME:
            return False
        return _names_container(_spaced(draft.texts[0]), self._recognisers)

    def _is_short_heading(self, before: _Draft) -> bool:
        """Whether the line before is a short numbered heading: a mark in the line below it begins something new."""
        text = before.texts[0]
        if not before.begins or len(before.texts) > 1 or len(text) >= self._width or ends_sentence(text):
            return False
        return Kind.HEADING in self._kinds(before)

    def _kinds(self, draft: _Draft) -> frozenset[Kind]:
        if draft.kinds is None:
            marks = marks_of(_spaced(draft.texts[0]), self._recognisers)
            draft.kinds = frozenset([mark.kind for mark in marks])
        return draft.kinds


def _as_counted(line: Line, note: _Draft) -> Line:
    """`line` as a further line of `note` where it seems to open another in the middle of a sentence.

    So it is with a line that begins with the day of a date: only the number that comes next opens a note there.
    """
    mark, before = line.opens_note, note.first.opens_note
    if mark is None or not mark.isdigit() or line.size is None or note.last.page != line.page or line.gap > 0:
        return line
    if ends_sentence(note.texts[-1]):
        return line
    expected = before is not None and before.isdigit() and int(mark) == int(before) + 1
    if expected and not line.text.startswith(ENGLISH.months):
        return line
    text = f"{mark} {line.text}"
    moved = tuple(replace(each, at=each.at + len(text) - len(line.text)) for each in line.note_marks)
    return replace(line, text=text, opens_note=None, note_marks=moved)


def _is_of_another_size(line: Line, last: Line) -> bool:
    sized = line.size is not None and last.size is not None and line.role is Role.TEXT and last.role is Role.TEXT
    return sized and abs((line.size or 0) - (last.size or 0)) >= _OTHER_SIZE


def _usual_length(lines: Sequence[Line]) -> int:
    """The length that one line in ten exceeds."""
    lengths = sorted(len(line.text) for line in lines if line.role is not Role.TABLE)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _margin(lines: Sequence[Line]) -> int:
    """How far in most lines of a plain text begin: converters of printed pages keep the page's margin."""
    indents = Counter(line.indent for line in lines if line.size is None)
    return indents.most_common(1)[0][0] if indents else 0


def _split_run_together(line: Line, recognisers: Sequence[Recogniser]) -> tuple[Line, ...]:
    """`Draft guideline 2States should …`, the title in bold of its own, as two lines; any other as it is.

    Two lines are also `Rule 101.1: The Controller shall …`, the name in bold and its text.
    """
    edge, rule_edge = _title_edge(line), _rule_edge(line, recognisers)
    if not edge and not rule_edge:
        return (line,)
    name, title = line.text[: edge or rule_edge].strip(), line.text[edge or rule_edge :].strip()
    if not title or not _names_container(name, recognisers):
        return (line,)
    at = len(line.text) - len(title)
    moved = tuple(replace(mark, at=mark.at - at) for mark in line.note_marks if mark.at >= at)
    return (
        replace(line, text=name, bold=True, note_marks=(), bold_spans=(), gap=line.gap if edge else max(line.gap, 1)),
        replace(line, text=title, bold=bool(edge), note_marks=moved, bold_spans=(), gap=0),
    )


def _rule_edge(line: Line, recognisers: Sequence[Recogniser]) -> int:
    """Where the text of a rule begins whose name alone is in bold before it; 0: none."""
    if len(line.bold_spans) != 1 or line.bold_spans[0][0] or line.bold_spans[0][1] >= len(line.text.rstrip()):
        return 0
    edge = line.bold_spans[0][1]
    if begins_in_lower_case(line.text[edge:]):
        return 0
    marks = marks_of(line.text[:edge].strip(), recognisers)
    return edge if any(mark.recogniser.name == RULE for mark in marks) else 0


def _title_edge(line: Line) -> int:
    """Where bold begins that goes on to the line's end, after words that are not bold or for themselves; 0: none."""
    spans = line.bold_spans
    if not spans or spans[-1][1] < len(line.text.rstrip()):
        return 0
    edge = spans[-1][0]
    return edge if spans[:-1] in ((), ((0, edge),)) else 0


def _names_container(text: str, recognisers: Sequence[Recogniser]) -> bool:
    """Whether `text` is a container's name and nothing else."""
    return any(mark.kind is Kind.CONTAINER and mark.end == len(text) for mark in marks_of(text, recognisers))


def _spaced(text: str) -> str:
    """`text` with single spaces; a tab after a number stays a tab, since it may be what sets the number off."""
    head, tab, tail = text.partition("\t")
    return f"{head.strip()}\t{collapse(tail)}" if tab and head.strip().isdigit() else collapse(text)


def _finish(draft: _Draft, vocabulary: Vocabulary, recognisers: Sequence[Recogniser], *, full: bool) -> Block:
    text = _spaced(join_all(draft.texts, vocabulary))
    first = draft.first
    is_note = first.opens_note is not None or first.role is Role.NOTE
    marked = not is_note and first.role not in _BESIDE
    return Block(
        text=text.replace("\t", " ").rstrip(),
        lines=tuple(draft.lines),
        begins=draft.begins,
        top=draft.top,
        depth=first.heading,
        bold=all([line.bold for line in draft.lines]),
        bullet=first.bullet or begins_with_bullet(draft.texts[0]),
        full=full,
        opens_note=(first.opens_note or "") if is_note else None,
        role=first.role,
        marks=marks_of(text, recognisers) if marked else (),
    )
