"""A manuscript read from top to bottom: what each piece is, and the paragraphs that come of it."""

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum

from index.document import Note, Paragraph
from index.locator import Locator
from index.parser.audit import Numbered, Oddity, oddities
from index.parser.headings import Headings
from index.parser.lines import begins_in_lower_case, ends_sentence
from index.parser.manuscript import Manuscript
from index.parser.outline import Outline
from index.parser.paragraphs import ParagraphDraft
from index.parser.pieces import Piece
from index.parser.recognisers import Kind, Mark
from index.parser.selection import Selection

_SHOWN = 80
_FARTHEST_STRAY = 10  # above the highest number that runs on; a number beyond that is a year or a quantity


class Role(Enum):
    """What a piece of the text is."""

    MASTHEAD = "masthead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    DROPPED = "dropped"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a manuscript gave; `roles` has one for each of its pieces."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    roles: tuple[Role, ...]
    oddities: tuple[Oddity, ...]


def read(manuscript: Manuscript, selection: Selection, start: int) -> Reading:
    """What `manuscript` is below its masthead, which ends before the piece at `start`.

    `selection` says which pieces are numbered paragraphs and containers. A text that is nothing but heading-like lines
    is read as paragraphs: they are all it says.
    """
    reading = _read(_Reader(manuscript, selection, Headings(manuscript, selection)), manuscript, start)
    if reading.paragraphs or not manuscript.words:
        return reading
    return _read(_Reader(manuscript, selection, None), manuscript, 0)


def _read(reader: "_Reader", manuscript: Manuscript, start: int) -> Reading:
    for place, piece in enumerate(manuscript.pieces):
        reader.step(place, piece, above=place < start)
    return reader.finish()


class _Reader:
    """The state of reading: the headings above, the paragraph in the making, what has been found."""

    def __init__(self, manuscript: Manuscript, selection: Selection, headings: Headings | None) -> None:
        self._manuscript = manuscript
        self._selection = selection
        self._headings = headings  # None: no piece is a heading
        self._highest = max((_first(manuscript.pieces[place]) for place in selection.paragraphs), default=0)
        self._outline = Outline()
        self._draft: ParagraphDraft | None = None
        self._paragraphs: list[Paragraph] = []
        self._ordinals: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._numbers: list[Numbered] = []
        self._numbered_scopes: set[tuple[str, ...]] = set()
        self._oddities: list[Oddity] = []
        self._roles: list[Role] = []
        self._notes: list[Note] = list(manuscript.footnotes.starred)
        self._heading_notes: list[Note] = []

    def step(self, place: int, piece: Piece, *, above: bool) -> None:
        """Give the piece at `place` its role; `above` tells that it stands above the text."""
        if piece.note:
            role = Role.NOTE
            self._keep_adrift(place, piece)
        elif place in self._manuscript.furniture:
            role = Role.DROPPED
        elif above:
            role = Role.MASTHEAD
            self._notes += self._manuscript.footnotes.by_piece.get(place, ())
        else:
            role = self._read(place, piece)
        self._roles.append(role)

    def finish(self) -> Reading:
        """What has been read."""
        self._close()
        self._name_lone_paragraphs()
        self._notes += self._heading_notes
        found = [*self._oddities, *oddities(self._numbers)]
        if not self._numbers:
            found.append(
                Oddity("unnumbered", 1, "no numbered paragraphs; they are counted: unnumbered 1, unnumbered 2 …")
            )
        return Reading(
            paragraphs=tuple(self._paragraphs),
            notes=tuple(self._notes),
            roles=tuple(self._roles),
            oddities=tuple(sorted(found, key=lambda oddity: oddity.line)),
        )

    def _read(self, place: int, piece: Piece) -> Role:
        mark = piece.mark(Kind.PARAGRAPH)
        if mark is not None and place in self._selection.paragraphs:
            containers = self._selection.paragraphs[place]
            self._outline.keep(len(containers))
            self._begin(place, Locator(containers, mark.printed), mark)
            return Role.PARAGRAPH
        heading = self._headings.at(place, self._outline, self._draft) if self._headings is not None else None
        if heading is None:
            return self._text(place, piece)
        self._close()
        self._outline.open(heading)
        container = piece.mark(Kind.CONTAINER)
        if heading.awaits_title and container is not None and (title := piece.after(container)):
            self._outline.open(heading.title(title))
        self._heading_notes += self._manuscript.footnotes.by_piece.get(place, ())
        return Role.HEADING

    def _text(self, place: int, piece: Piece) -> Role:
        """The role of a piece that is neither a numbered paragraph's beginning nor a heading."""
        draft = self._draft
        number = piece.mark(Kind.PARAGRAPH)
        if number is not None and place in self._selection.listed:
            self._report_list(number, piece)
        elif number is not None and piece.fresh and self._is_stray(number):
            self._begin(place, Locator(self._outline.containers, number.printed), number, stray=True)
            return Role.PARAGRAPH
        if draft is None or self._begins_unnumbered(piece):
            return self._begin_unnumbered(place, piece)
        mark = draft.entry_mark(piece)
        if mark is not None:
            self._add_entry(draft, mark, piece)
        elif self._is_unfinished(draft, piece):
            draft.go_on(piece, piece.text)
        elif self._is_out_of_place(place, piece) and not draft.leads_in:
            return self._leave_out(piece)
        else:
            draft.add(piece)
        draft.notes += self._manuscript.footnotes.by_piece.get(place, ())
        return Role.PARAGRAPH

    def _report_list(self, mark: Mark, piece: Piece) -> None:
        if self._draft is not None and mark.order == (1,) and not self._draft.leads_in:
            what = f"a list numbered from 1 inside {self._draft.locator} is kept as its text"
            self._oddities.append(Oddity("out of order", piece.first_line, what))

    def _is_unfinished(self, draft: ParagraphDraft, piece: Piece) -> bool:
        """Whether `piece` goes on a sentence that a line or a page end has cut."""
        if not piece.fresh:
            return True
        if ends_sentence(draft.tail):
            return False
        if any(mark.kind is Kind.ITEM for mark in piece.marks):
            draft.end_list()
        return True

    def _is_out_of_place(self, place: int, piece: Piece) -> bool:
        """Whether `piece` is a heading of nothing, or a number alone, in a text that has numbered paragraphs."""
        if not self._selection.paragraphs or piece.marks or not piece.fresh:
            return False
        return self._manuscript.is_heading_like(place) or not any(map(str.isalpha, piece.text))

    def _leave_out(self, piece: Piece) -> Role:
        shown = piece.text if len(piece.text) <= _SHOWN else f"{piece.text[:_SHOWN]}…"
        self._oddities.append(Oddity("unplaced", piece.first_line, f"belongs to no paragraph: {shown}"))
        return Role.UNPLACED

    def _is_stray(self, mark: Mark) -> bool:
        """Whether a number that does not run on begins a paragraph all the same, and not a line of the one before."""
        draft = self._draft
        if not self._selection.paragraphs or mark.order[0] > self._highest + _FARTHEST_STRAY:
            return False
        if draft is None:
            return True
        return ends_sentence(draft.tail)

    # Paragraphs

    def _begin(self, place: int, locator: Locator, mark: Mark, *, stray: bool = False) -> None:
        piece = self._manuscript.pieces[place]
        self._start(place, piece, locator, piece.after(mark))
        continues = place in self._selection.continuing
        self._numbers.append(Numbered(locator, mark.order, piece.first_line, continues, stray))
        self._numbered_scopes.add(locator.containers)

    def _begins_unnumbered(self, piece: Piece) -> bool:
        """Whether `piece` begins a paragraph of its own after one that has no number either."""
        draft = self._draft
        if draft is None or draft.locator.number is not None or not piece.fresh or piece.bullet:
            return False
        if any(mark.kind is Kind.ITEM for mark in piece.marks) and draft.entry_mark(piece) is not None:
            return False
        goes_on = not ends_sentence(draft.tail) and begins_in_lower_case(piece.text)
        return not goes_on and not draft.leads_in

    def _begin_unnumbered(self, place: int, piece: Piece) -> Role:
        containers = self._outline.containers
        if self._draft is None and self._is_out_of_place(place, piece):
            return self._leave_out(piece)
        if containers in self._numbered_scopes:
            what = "a paragraph without a number stands between numbered ones"
            self._oddities.append(Oddity("unnumbered", piece.first_line, what))
        self._close()
        ordinals = self._ordinals[containers]
        ordinals.append(len(self._paragraphs))
        self._start(place, piece, Locator(containers, ordinal=len(ordinals)), piece.text)
        return Role.PARAGRAPH

    def _start(self, place: int, piece: Piece, locator: Locator, text: str) -> None:
        self._close()
        draft = ParagraphDraft(
            locator, self._outline.headings, self._manuscript.vocabulary, piece.first_line, piece.page
        )
        draft.go_on(piece, text)
        draft.notes += [*self._heading_notes, *self._manuscript.footnotes.by_piece.get(place, ())]
        self._heading_notes = []
        self._draft = draft

    def _add_entry(self, draft: ParagraphDraft, mark: Mark, piece: Piece) -> None:
        if draft.lacks_before(mark):
            what = f"sub-items are missing before ({mark.printed}) in paragraph {draft.locator}"
            self._oddities.append(Oddity("missing", piece.first_line, what))
        draft.add_entry(mark, piece)

    def _close(self) -> None:
        if self._draft is not None:
            self._paragraphs.append(self._draft.finish())
            self._draft = None

    def _keep_adrift(self, place: int, piece: Piece) -> None:
        note = self._manuscript.footnotes.adrift.get(place)
        if note is None:
            return
        what = f"footnote {note.mark} has no mark in the text; it is kept with the paragraph before it"
        self._oddities.append(Oddity("unplaced", piece.first_line, what))
        if self._draft is not None:
            self._draft.notes.append(note)
        elif self._paragraphs:
            last = self._paragraphs[-1]
            self._paragraphs[-1] = replace(last, notes=(*last.notes, note))
        else:
            self._notes.append(note)

    def _name_lone_paragraphs(self) -> None:
        """Let a container's only paragraph, if it has no number, go by the container's name alone."""
        for containers, places in self._ordinals.items():
            if containers and len(places) == 1 and containers not in self._numbered_scopes:
                lone = self._paragraphs[places[0]]
                name = Locator(containers)
                items = tuple(replace(item, locator=name.item(*item.locator.items)) for item in lone.items)
                self._paragraphs[places[0]] = replace(lone, locator=name, items=items)


def _first(piece: Piece) -> int:
    mark = piece.mark(Kind.PARAGRAPH)
    return mark.order[0] if mark is not None else 0
