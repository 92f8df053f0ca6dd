"""Lines joined to pieces: the smallest stretches of a text that the parser gives one role to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from index.parser.lines import Layout, Line, begins_block, begins_page, ends_sentence, is_indented, layout_of
from index.parser.markup import SUPERSCRIPT_DIGITS, Dressing, collapse, plain, undress
from index.parser.recognisers import Kind, Mark, Recogniser, marks_of
from index.parser.seams import Vocabulary, join_all

_NUMBERED_NOTE = re.compile(
    rf"(?:[{SUPERSCRIPT_DIGITS}]+|<sup>\s*[0-9]+\s*</sup>|\[\^[0-9]+\]:?)\s*[^\s{SUPERSCRIPT_DIGITS},;.]"
    rf"|[{SUPERSCRIPT_DIGITS}]+$"
)
_STAR_NOTE = re.compile(r"(?P<stars>(?:\\?\*)+)\s+\S")
_STAR_MARK = re.compile(r"(?<=[\w)\]”’])(?P<stars>(?:\\?\*){1,3})$")
_MASTHEAD_LINES = 80
_LONGEST_NAME = 60
_NEARLY = 0.8
_RUN_TOGETHER = re.compile(r"(?:\*\*)?(?P<name>[^*]+)\*\*(?:\*\*)?(?P<title>[^*]+)(?P<close>\*\*)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together by their spacing, without mark-up.

    `fresh` tells that the spacing says something new begins here; where it is false the piece begins at a line that
    could be a mark's, and may turn out to go on from the piece before. `top` is true of a page's first line, `depth` is
    a Markdown heading's (0: none), `note` tells that it begins like a footnote's text, `full` that its last line is as
    long as the lines of the text are.
    """

    text: str
    first_line: int
    last_line: int
    fresh: bool = True
    top: bool = False
    depth: int = 0
    bold: bool = False
    bullet: bool = False
    note: bool = False
    full: bool = False
    page: int | None = None
    marks: tuple[Mark, ...] = ()

    def mark(self, kind: Kind) -> Mark | None:
        """The first mark of `kind` that the piece can be read as."""
        return next((mark for mark in self.marks if mark.kind is kind), None)

    def after(self, mark: Mark) -> str:
        """The text that follows `mark`."""
        return self.text[mark.end :].strip()


@dataclass(slots=True)
class _Draft:
    """A piece in the making."""

    line: Line
    last: Line
    dressing: Dressing
    fresh: bool
    top: bool
    note: bool
    texts: list[str] = field(default_factory=list)


def pieces_of(lines: Sequence[Line], vocabulary: Vocabulary, recognisers: Sequence[Recogniser]) -> tuple[Piece, ...]:
    """The pieces of `lines`, in order. Every line is in one; in two where a container's name and title run together."""
    layout, stars, width = layout_of(lines), _star_marks(lines), _usual_length(lines) * _NEARLY
    drafts: list[_Draft] = []
    for line in lines:
        for text in _split_run_together(line.text.strip(), recognisers):
            draft = _draft(line, text, stars)
            if not drafts or _begins(draft, drafts[-1], layout, width, recognisers):
                drafts.append(draft)
            else:
                drafts[-1].texts.append(_going_on(text))
                drafts[-1].last = line
    finished = (_finish(draft, vocabulary, recognisers) for draft in drafts)
    full = (len(draft.last.text.strip()) >= width for draft in drafts)
    return tuple(replace(piece, full=each) for piece, each in zip(finished, full, strict=True))


def _usual_length(lines: Sequence[Line]) -> int:
    """The length that one line in ten exceeds."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def is_rule(text: str) -> bool:
    """Whether a line holds no letter and no digit: `***`, `---`, a lone `-`."""
    return not any(character.isalnum() for character in text)


def _draft(line: Line, text: str, stars: frozenset[str]) -> _Draft:
    star = _STAR_NOTE.match(text)
    starred = star is not None and star["stars"].replace("\\", "") in stars
    note = starred or _NUMBERED_NOTE.match(text) is not None
    dressing = Dressing(text) if note else undress(text)
    return _Draft(line, line, dressing, fresh=True, top=line.after_form_feed, note=note, texts=[dressing.text])


def _begins(draft: _Draft, before: _Draft, layout: Layout, width: float, recognisers: Sequence[Recogniser]) -> bool:
    """Whether `draft`, which is one line yet, begins a piece; what it learns about its spacing is kept in it."""
    draft.fresh = _is_fresh(draft, before, layout) or _is_bare_name(before, recognisers)
    draft.top = begins_page(draft.line, layout)
    if draft.fresh or draft.note:
        return True
    if before.note:
        return False
    kinds = _kinds(draft, recognisers)
    draft.fresh = bool(kinds) and _is_short_heading(before, width, recognisers)
    return bool(kinds) if draft.top or draft.fresh else Kind.PARAGRAPH in kinds or Kind.ITEM in kinds


def _kinds(draft: _Draft, recognisers: Sequence[Recogniser]) -> set[Kind]:
    return {mark.kind for mark in marks_of(_spaced(plain(draft.dressing.text)), recognisers)}


def _is_bare_name(before: _Draft, recognisers: Sequence[Recogniser]) -> bool:
    """Whether the line before is a container's name and nothing else: what follows is its title."""
    if not before.fresh or len(before.texts) > 1 or len(before.texts[0]) > _LONGEST_NAME:
        return False
    text = _spaced(plain(before.dressing.text))
    return any(mark.kind is Kind.CONTAINER and mark.end == len(text) for mark in marks_of(text, recognisers))


def _is_short_heading(before: _Draft, width: float, recognisers: Sequence[Recogniser]) -> bool:
    """Whether the line before is a short numbered heading: a mark in the line below it begins something new."""
    text = before.texts[0]
    if not before.fresh or len(before.texts) > 1 or len(text) >= width or ends_sentence(text):
        return False
    return Kind.HEADING in _kinds(before, recognisers)


def _is_fresh(draft: _Draft, before: _Draft, layout: Layout) -> bool:
    if draft.dressing.depth or before.last is draft.line:
        return True
    if draft.line.gap <= (layout is Layout.DOUBLE_SPACED) and _leaves_bold_open(before.texts):
        return False
    if before.dressing.depth or is_rule(draft.texts[0]) or is_rule(before.texts[0]):
        return True
    return begins_block(draft.line, before.last, layout) or is_indented(draft.line, before.last, layout)


def _leaves_bold_open(texts: Sequence[str]) -> bool:
    return texts[0].startswith("**") and sum(text.count("**") for text in texts) % 2 == 1


def _going_on(text: str) -> str:
    """A line that goes on from the one before; of its signs only a block quotation's is one there."""
    return undress(text).text if text.startswith(">") else text


def _star_marks(lines: Sequence[Line]) -> frozenset[str]:
    """The runs of stars that mark a word near the beginning of the text, as in `provisional agenda*`."""
    found = (_STAR_MARK.search(line.text) for line in lines[:_MASTHEAD_LINES])
    return frozenset(match["stars"].replace("\\", "") for match in found if match)


def _split_run_together(text: str, recognisers: Sequence[Recogniser]) -> Iterator[str]:
    """`**Draft guideline 2****States should …**` as two texts, anything else as one."""
    match = _RUN_TOGETHER.fullmatch(text) if "**" in text else None
    name = match["name"].strip() if match else ""
    if match and any(mark.kind is Kind.CONTAINER and mark.end == len(name) for mark in marks_of(name, recognisers)):
        yield f"**{name}**"
        yield f"**{match['title'].strip()}{match['close'] or ''}"
    else:
        yield text


def _spaced(text: str) -> str:
    """`text` with single spaces; a tab after a number stays a tab, since it may be what sets the number off."""
    head, tab, tail = text.partition("\t")
    return f"{head.strip()}\t{collapse(tail)}" if tab and head.strip().isdigit() else collapse(text)


def _finish(draft: _Draft, vocabulary: Vocabulary, recognisers: Sequence[Recogniser]) -> Piece:
    raw = join_all(draft.texts, vocabulary)
    text = _spaced(plain(raw))
    return Piece(
        text=collapse(text),
        first_line=draft.line.number,
        last_line=draft.last.number,
        fresh=draft.fresh,
        top=draft.top,
        depth=draft.dressing.depth,
        bold=draft.dressing.bold or (raw.startswith("**") and raw.endswith("**") and raw.count("**") == 2),
        bullet=draft.dressing.bullet,
        note=draft.note,
        page=draft.line.page,
        marks=() if draft.note else marks_of(text, recognisers),
    )
