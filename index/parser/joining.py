"""Lines joined to blocks, by their spacing and by the marks they begin with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from index.parser.blocks import Block, begins_with_bullet
from index.parser.hyphenation import Vocabulary, join_all
from index.parser.recognisers import Kind, Recogniser, marks_of
from index.readers.base import Line, Role, SourceText, Wrapping
from index.readers.wrapping import gap_inside_paragraphs
from index.typography import collapse, ends_sentence, is_rule, raised

_LONGEST_NAME = 60
_NEARLY = 0.8
_FIRST_LINE_INDENT = 3


@dataclass(slots=True)
class _Draft:
    """A block in the making: its lines, and the texts of them with their raised numbers."""

    lines: list[Line]
    texts: list[str]
    begins: bool = True
    top: bool = False
    kinds: set[Kind] = field(default_factory=set)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


def blocks_of(source: SourceText, vocabulary: Vocabulary, recognisers: Sequence[Recogniser]) -> tuple[Block, ...]:
    """The blocks of the lines of `source`, in order.

    Every line is in one; in two where a container's name and its title run together.
    """
    width = _usual_length(source.lines) * _NEARLY
    joiner = _Joiner(source.wrapping, width, recognisers)
    drafts: list[_Draft] = []
    for line in source.lines:
        for part in _split_run_together(line, recognisers):
            draft = _Draft([part], [_with_raised_numbers(part)], top=part.begins_page)
            if not drafts or joiner.begins(draft, drafts[-1]):
                drafts.append(draft)
            else:
                drafts[-1].texts += draft.texts
                drafts[-1].lines += draft.lines
    return tuple(_finish(draft, vocabulary, recognisers, full=len(draft.last.text) >= width) for draft in drafts)


class _Joiner:
    """Tells which lines begin a block."""

    def __init__(self, wrapping: Wrapping, width: float, recognisers: Sequence[Recogniser]) -> None:
        self._wrapping = wrapping
        self._width = width
        self._recognisers = recognisers
        self._gap = gap_inside_paragraphs(wrapping)

    def begins(self, draft: _Draft, before: _Draft) -> bool:
        """Whether `draft`, which is one line yet, begins a block; what it learns about its spacing is kept in it."""
        line = draft.first
        if line.role is Role.NOTE and line.opens_note is None and before.first.role is Role.NOTE:
            return False
        draft.begins = self._is_set_off(draft, before) or self._is_bare_name(before)
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
        if line.heading or last is line or last.number == line.number:
            return True
        if line.continues and line.gap <= self._gap:
            return False
        if before.first.heading or is_rule(draft.texts[0]) or is_rule(before.texts[0]):
            return True
        if self._wrapping is Wrapping.FLOWING or line.begins_page or line.gap > self._gap:
            return True
        return self._is_indented(line, before)

    def _is_indented(self, line: Line, before: _Draft) -> bool:
        """Whether `line` begins a paragraph that is set off by the indent of its first line alone."""
        text = before.texts[-1]
        return (
            self._wrapping is Wrapping.WRAPPED
            and line.indent >= before.last.indent + _FIRST_LINE_INDENT
            and line.text[:1].isupper()
            and (ends_sentence(text) or text.endswith(","))
        )

    def _begins_page(self, line: Line) -> bool:
        """Whether `line` is the first of a page, as a form feed or a missing blank line shows."""
        unspaced = self._wrapping is Wrapping.DOUBLE_SPACED and line.gap == 0 and line.indent > 0
        return line.begins_page or unspaced

    def _is_bare_name(self, before: _Draft) -> bool:
        """Whether the line before is a container's name and nothing else: what follows is its title."""
        if not before.begins or len(before.texts) > 1 or len(before.texts[0]) > _LONGEST_NAME:
            return False
        return _names_container(_spaced(before.texts[0]), self._recognisers)

    def _is_short_heading(self, before: _Draft) -> bool:
        """Whether the line before is a short numbered heading: a mark in the line below it begins something new."""
        text = before.texts[0]
        if not before.begins or len(before.texts) > 1 or len(text) >= self._width or ends_sentence(text):
            return False
        return Kind.HEADING in self._kinds(before)

    def _kinds(self, draft: _Draft) -> set[Kind]:
        if not draft.kinds:
            draft.kinds = {mark.kind for mark in marks_of(_spaced(draft.texts[0]), self._recognisers)}
        return draft.kinds


def _usual_length(lines: Sequence[Line]) -> int:
    """The length that one line in ten exceeds."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _split_run_together(line: Line, recognisers: Sequence[Recogniser]) -> Iterator[Line]:
    """`Draft guideline 2States should …`, where bold begins or ends in between, as two lines; any other as it is."""
    edges = set(line.bold_edges)
    edge = edges.pop() if len(edges) == 1 else 0
    name, title = line.text[:edge].strip(), line.text[edge:].strip()
    if edge and title and _names_container(name, recognisers):
        at = len(line.text) - len(title)
        moved = tuple(replace(mark, at=mark.at - at) for mark in line.note_marks if mark.at >= at)
        yield replace(line, text=name, bold=True, note_marks=(), bold_edges=())
        yield replace(line, text=title, bold=True, note_marks=moved, bold_edges=(), gap=0)
    else:
        yield line


def _names_container(text: str, recognisers: Sequence[Recogniser]) -> bool:
    """Whether `text` is a container's name and nothing else."""
    return any(mark.kind is Kind.CONTAINER and mark.end == len(text) for mark in marks_of(text, recognisers))


def _with_raised_numbers(line: Line) -> str:
    """The line's text with its raised numbers in their places, as superscripts."""
    parts: list[str] = []
    end = 0
    for place, mark in enumerate(line.note_marks):
        beside = place > 0 and mark.at == line.note_marks[place - 1].at
        parts += [line.text[end : mark.at], "," if beside else "", raised(mark.mark)]
        end = mark.at
    return "".join((*parts, line.text[end:])) if parts else line.text


def _spaced(text: str) -> str:
    """`text` with single spaces; a tab after a number stays a tab, since it may be what sets the number off."""
    head, tab, tail = text.partition("\t")
    return f"{head.strip()}\t{collapse(tail)}" if tab and head.strip().isdigit() else collapse(text)


def _finish(draft: _Draft, vocabulary: Vocabulary, recognisers: Sequence[Recogniser], *, full: bool) -> Block:
    text = _spaced(join_all(draft.texts, vocabulary))
    first = draft.first
    is_note = first.opens_note is not None or first.role is Role.NOTE
    return Block(
        text=collapse(text),
        lines=tuple(draft.lines),
        begins=draft.begins,
        top=draft.top,
        depth=first.heading,
        bold=all(line.bold for line in draft.lines),
        bullet=first.bullet or begins_with_bullet(draft.texts[0]),
        full=full,
        opens_note=(first.opens_note or "*") if is_note else None,
        marks=() if is_note else marks_of(text, recognisers),
    )
