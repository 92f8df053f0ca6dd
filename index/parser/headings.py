"""Which pieces are headings, and of what rank."""

from collections.abc import Sequence

from index.parser.lines import ends_sentence
from index.parser.manuscript import Manuscript
from index.parser.outline import Heading, Outline
from index.parser.paragraphs import ParagraphDraft
from index.parser.pieces import Piece
from index.parser.recognisers import Kind, Mark
from index.parser.selection import Selection

# "C." and "D." are Roman numerals that no text has chapters for.
_UNLIKELY_ROMAN = 50
# Headings without a number that may stand above the first paragraph, where everything else is the masthead.
_FIRST_HEADINGS = frozenset("introduction background summary overview preamble".split())
_LONGEST_MASTHEAD_BLOCK = 700
_DISTRIBUTION = "Distr."
_SHORTEST_SENTENCE, _SHORTEST_LEAD_IN = 8, 40


class Headings:
    """The headings of a manuscript, told by mark-up, number, wording and what stands below."""

    def __init__(self, manuscript: Manuscript, selection: Selection) -> None:
        self._manuscript = manuscript
        self._selection = selection
        self._above_paragraph: set[int] = set()
        self._above_text: set[int] = set()
        self._look_below()

    def at(self, place: int, outline: Outline, draft: ParagraphDraft | None) -> Heading | None:
        """The heading that the piece at `place` is, below `outline` and after the paragraph `draft`; None for none."""
        piece = self._manuscript.pieces[place]
        if place in self._selection.containers:
            return _container(piece, self._selection.containers[place])
        name = self._manuscript.container_mark(place)
        if name is not None and not (draft is not None and draft.leads_in):
            style = name.recogniser
            return Heading(name.printed, style.rank, piece.depth, style.name, name.order, awaits_title=True)
        heading_like = self._manuscript.is_heading_like(place) or self._goes_on_headings(place, outline, draft)
        if place in self._selection.listed or not heading_like:
            return None
        dressed = piece.depth > 0 or piece.bold
        if draft is not None and not draft.tail and not dressed:
            return None  # the text of a paragraph whose number stands on a line of its own
        mark = self._number_of(place, outline, draft)
        if mark is not None:
            style = mark.recogniser
            return Heading(piece.text, style.rank, piece.depth, style.name, mark.order)
        return self._bare(place, piece, outline, draft) if dressed or not piece.marks else None

    def _number_of(self, place: int, outline: Outline, draft: ParagraphDraft | None) -> Mark | None:
        """The mark that makes the piece at `place` a numbered heading, None where none does."""
        piece = self._manuscript.pieces[place]
        marks = [mark for mark in piece.marks if mark.kind is Kind.HEADING]
        running = [mark for mark in marks if _runs_on(mark, outline)]
        if any(mark.kind is Kind.ITEM for mark in piece.marks):
            listed = draft is not None and (draft.leads_in or draft.list_goes_on(piece))
            return running[0] if running and not listed and place in self._above_paragraph else None
        if not (piece.depth or piece.bold or place in self._above_paragraph or place in self._above_text):
            return None
        return _likeliest(marks, running, outline)

    def _goes_on_headings(self, place: int, outline: Outline, draft: ParagraphDraft | None) -> bool:
        """Whether the piece at `place`, whose spacing does not tell, has the number after the open heading's.

        So it is with a heading at the top of a page whose break the text no longer shows.
        """
        piece = self._manuscript.pieces[place]
        marks = [mark for mark in piece.marks if mark.kind is Kind.HEADING and mark.order != (1,)]
        if piece.fresh or draft is None or not ends_sentence(draft.tail) or draft.list_goes_on(piece):
            return False
        runs_on = any(_runs_on(mark, outline) for mark in marks)
        return runs_on and self._manuscript.reads_like_heading(place, piece.text)

    def _bare(self, place: int, piece: Piece, outline: Outline, draft: ParagraphDraft | None) -> Heading | None:
        above = outline.innermost
        if draft is None and above is not None and above.awaits_title:
            return above.title(piece.text, piece.depth)
        leads_in = draft is not None and draft.leads_in
        complete = draft is None or ends_sentence(draft.tail)
        dressed = piece.depth > 0 or piece.bold
        if dressed or (not leads_in and (place in self._above_paragraph or (complete and place in self._above_text))):
            return Heading(piece.text, depth=piece.depth)
        return None

    def _look_below(self) -> None:
        """Note which pieces stand, with nothing but headings between, above a numbered paragraph or running text."""
        paragraph = text = False
        for place in reversed(self._manuscript.words):
            if paragraph:
                self._above_paragraph.add(place)
            if text:
                self._above_text.add(place)
            if place in self._selection.paragraphs or place in self._selection.containers:
                paragraph, text = True, False
            elif not self._manuscript.is_heading_like(place):
                paragraph, text = False, self._manuscript.is_sentence(place)


def body_start(manuscript: Manuscript, selection: Selection) -> int:
    """The place of the first piece below the masthead."""
    above: list[int] = []
    for place in manuscript.words:
        if _begins_text(manuscript, selection, place):
            return _first_section(manuscript, above, place)
        above.append(place)
    return len(manuscript.pieces)


def _begins_text(manuscript: Manuscript, selection: Selection, place: int) -> bool:
    piece = manuscript.pieces[place]
    if place in selection.paragraphs or place in selection.containers:
        return True
    numbered = any(mark.kind is Kind.HEADING for mark in piece.marks)
    if manuscript.is_heading_like(place):
        return numbered or piece.text.lower() in _FIRST_HEADINGS
    return not numbered and _is_running_text(piece.text)


def _first_section(manuscript: Manuscript, above: Sequence[int], start: int) -> int:
    """`start`, or the place of the section headings right above it in a text of Markdown with a title above them.

    A masthead of the United Nations has such headings too (organ, session, title): there they are no sections.
    """
    pieces = [manuscript.pieces[place] for place in above]
    if any(piece.text.startswith(_DISTRIBUTION) for piece in pieces):
        return start
    depths = [piece.depth for piece in pieces]
    first = len(depths)
    while first and depths[first - 1] and (first == len(depths) or depths[first - 1] < depths[first]):
        first -= 1
    if first < len(depths) and not any(0 < depth < depths[first] for depth in depths[:first]):
        first += 1  # the outermost heading is the title
    return above[first] if first < len(above) else start


def _is_running_text(text: str) -> bool:
    shortest = _SHORTEST_LEAD_IN if text.endswith(":") else _SHORTEST_SENTENCE
    ends = ends_sentence(text) or text.endswith(",")
    return len(text) > _LONGEST_MASTHEAD_BLOCK or (ends and len(text) >= shortest)


def _container(piece: Piece, name: str) -> Heading:
    """The heading of a container: `Annex II`, whose title stands below it, or `II. Findings`, which has its own."""
    mark = piece.mark(Kind.CONTAINER)
    if mark is not None:
        style = mark.recogniser
        return Heading(mark.printed, style.rank, piece.depth, style.name, mark.order, name, awaits_title=True)
    mark = next(mark for mark in piece.marks if mark.recogniser.restart_name is not None)
    return Heading(piece.text, mark.recogniser.rank, piece.depth, mark.recogniser.name, mark.order, name)


def _runs_on(mark: Mark, outline: Outline) -> bool:
    above = outline.opened_as(mark.recogniser.name)
    return mark.order == (1,) if above is None else mark.order[:1] == (above.order[0] + 1,)


def _likeliest(marks: Sequence[Mark], running: Sequence[Mark], outline: Outline) -> Mark | None:
    """The mark that goes on a numbering above, else one that begins one, else any: `I.` is one, or the ninth letter."""
    going_on = [mark for mark in running if outline.opened_as(mark.recogniser.name) is not None]
    likely = [mark for mark in marks if mark.order and mark.order[0] < _UNLIKELY_ROMAN]
    return next(iter([*going_on, *running, *likely, *marks]), None)
