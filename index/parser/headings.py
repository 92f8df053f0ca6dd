"""Which blocks are headings, and of what rank."""

import re
from collections.abc import Sequence

from index.parser.blocks import Block
from index.parser.numbering.numbered_blocks import NumberedBlocks
from index.parser.numbering.outline import Heading, Outline, Setting
from index.parser.numbering.preamble import is_opening, leads_in_decision
from index.parser.numbering.protocols import INSTRUMENT, is_instrument
from index.parser.paragraphs.paragraphs import ParagraphDraft
from index.parser.paragraphs.records import is_aside
from index.parser.paragraphs.unnumbered import is_signature
from index.parser.recognisers import DIVISIONS, RECOGNISERS, TEXT, Kind, Mark
from index.text.typography import begins_in_lower_case, ends_sentence

# "C." and "D." are Roman numerals that no text has chapters for.
_UNLIKELY_ROMAN = 50
_LONGEST_TITLE = 100  # characters of a title that is set like the text below it
_MOST_HEADINGS = (
    6  # one right below another, with no number and not in bold; most are a title in lines and its sections
)
_SHORTEST_CAPITALS = 8  # letters of a word; a heading of shorter ones may be an acronym


class Headings:
    """The headings among running blocks, told by mark-up, number, wording and what stands below."""

    def __init__(self, running: Sequence[Block], numbered: NumberedBlocks) -> None:
        self._numbered = numbered
        self._above_paragraph: set[Block] = set()
        self._above_text: set[Block] = set()
        self._of_many: set[Block] = set()
        self._look_below(running)

    def at(self, block: Block, outline: Outline, draft: ParagraphDraft | None) -> Heading | None:
        """The heading that `block` is, below `outline` and after the paragraph `draft`; None for none."""
        container = self._container_at(block, draft)
        if container is not None:
            return container
        above = outline.innermost
        if draft is None and above is not None and above.awaits_title and _reads_like_title(block):
            return above.title(block.text, block.depth)
        if self._is_text(block, outline, draft):
            return None
        mark = self._number_of(block, outline, draft)
        if mark is not None:
            return _numbered(block, mark)
        return self._unnumbered(block, outline, draft) if _is_marked_up(block) or not block.marks else None

    def is_of_many(self, block: Block) -> bool:
        """Whether `block` looks like a heading but is one of so many below one another that it is text."""
        return block in self._of_many

    def _container_at(self, block: Block, draft: ParagraphDraft | None) -> Heading | None:
        """The heading of a part whose numbering starts again, or of one that awaits its title."""
        if block in self._numbered.containers:
            return _container(block, self._numbered.containers[block])
        name = block.container_mark()
        if name is None or (draft is not None and draft.leads_in):
            return None
        style = name.recogniser
        return Heading(name.printed, style.rank, block.depth, style.name, name.order, awaits_title=True)

    def _is_text(self, block: Block, outline: Outline, draft: ParagraphDraft | None) -> bool:
        """Whether `block` goes on with the paragraph before it, is an entry of a list, or reads like no heading."""
        if block in self._numbered.listed or is_signature(block) or leads_in_decision(block):
            return True
        if draft is not None:
            if _is_entry(block, draft) or draft.list_goes_on_below(block) or (block.top and draft.is_cut_before(block)):
                return True
            if not draft.tail and not _is_marked_up(block):
                return True  # the text of a paragraph whose number stands on a line of its own
        return not (block.is_heading_like() or self._goes_on_headings(block, outline, draft))

    def _number_of(self, block: Block, outline: Outline, draft: ParagraphDraft | None) -> Mark | None:
        """The mark that makes `block` a numbered heading, None where none does."""
        marks = [mark for mark in block.marks if mark.kind is Kind.HEADING]
        running = [mark for mark in marks if _runs_on(mark, outline)]
        if block.mark(Kind.ITEM) is not None:
            if block not in self._above_paragraph:
                return None
            return next(iter(running or (marks if _is_set_off(block, draft) else ())), None)
        if _is_marked_up(block) or block in self._above_paragraph or block in self._above_text:
            return _likeliest(marks, running, outline)
        return None

    def _goes_on_headings(self, block: Block, outline: Outline, draft: ParagraphDraft | None) -> bool:
        """Whether `block`, whose spacing does not tell, has the number after the open heading's.

        So it is with a heading at the top of a page whose break the text no longer shows.
        """
        marks = [mark for mark in block.marks if mark.kind is Kind.HEADING and mark.order != (1,)]
        if block.begins or draft is None or not ends_sentence(draft.tail) or draft.list_goes_on(block):
            return False
        return any(_runs_on(mark, outline) for mark in marks) and block.reads_like_heading(block.text)

    def _unnumbered(self, block: Block, outline: Outline, draft: ParagraphDraft | None) -> Heading | None:
        above = outline.innermost
        if draft is None and above is not None and above.awaits_title:
            return above.title(block.text, block.depth)
        above_list = draft is None and outline.containers != () and _is_above_list(block)
        if above_list or (not is_aside(block) and self._heads(block, draft)):
            return Heading(block.text, depth=block.depth, setting=setting_of(block))
        return None

    def _heads(self, block: Block, draft: ParagraphDraft | None) -> bool:
        """Whether `block`, which has no number, is set as headings are or stands above what headings stand above."""
        leads_in = draft is not None and draft.leads_in and not _heads_text(block)
        complete = draft is None or ends_sentence(draft.tail)
        stands_above = block in self._above_paragraph or (complete and block in self._above_text)
        return block.depth > 0 or block.bold or (not leads_in and stands_above)

    def _look_below(self, running: Sequence[Block]) -> None:
        """Note which blocks stand, with nothing but headings between, above a numbered paragraph or running text.

        Names, or the cells of a table, one below another are no headings however short they are, but text.
        """
        paragraph = text = False
        alike: list[Block] = []
        for block in reversed(running):
            is_placed = block in self._numbered.paragraphs or block in self._numbered.containers
            if is_placed or _is_told_apart(block):
                alike = []
            else:
                alike.append(block)
            if len(alike) > _MOST_HEADINGS:
                many = alike if len(alike) == _MOST_HEADINGS + 1 else [block]
                self._above_paragraph.difference_update(many)
                self._above_text.difference_update(many)
                self._of_many.update(many)
                paragraph, text = False, True
                continue
            if paragraph:
                self._above_paragraph.add(block)
            if text:
                self._above_text.add(block)
            if is_placed:
                paragraph, text = True, False
            elif not block.is_heading_like():
                paragraph, text = False, block.is_sentence()


def _is_told_apart(block: Block) -> bool:
    """Whether `block` is no heading, or one that more than what stands below it tells."""
    has_number = any(mark.kind in (Kind.HEADING, Kind.CONTAINER) for mark in block.marks)
    return _is_marked_up(block) or has_number or not block.is_heading_like()


def setting_of(block: Block) -> Setting | None:
    """How `block` is set, None where that is not known or its depth says more."""
    size = block.lines[0].size if block.lines and not block.depth else None
    if size is None:
        return None
    capitals = block.text.isupper() and any(len(word) >= _SHORTEST_CAPITALS for word in re.split(r"\W+", block.text))
    return Setting(size, capitals, block.bold, not block.is_italic)


def _reads_like_title(block: Block) -> bool:
    """Whether `block`, however it is set, is a few words with text below them, as titles of articles are."""
    text = block.text
    if not block.begins or block.marks or block.bullet or len(text) > _LONGEST_TITLE or text[-1:] in ".:;,":
        return False
    return text[:1].isupper() and block.next is not None and not begins_in_lower_case(block.next.text)


def _heads_text(block: Block) -> bool:
    """Whether an organ begins to speak right below `block`, which is the title of what it says then."""
    return block.next is not None and (is_opening(block.next) or leads_in_decision(block.next))


def _is_marked_up(block: Block) -> bool:
    return block.depth > 0 or block.bold


def _is_entry(block: Block, draft: ParagraphDraft) -> bool:
    """Whether `block` begins with a mark of a list and belongs to a list of the paragraph before it, in bold or not."""
    if block.mark(Kind.ITEM) is None or block.depth:
        return False
    if draft.leads_in or draft.list_goes_on(block):
        return True
    return block.bold and ends_sentence(block.text) and draft.entry_mark(block) is not None


def _is_above_list(block: Block) -> bool:
    """Whether the first entry of a list stands right below `block`, which is set as headings are."""
    after = block.next
    first = after is not None and any(mark.kind is Kind.ITEM and mark.order == (1,) for mark in after.marks)
    return first and block.set_apart is True and not block.text.endswith(":")


def _is_set_off(block: Block, draft: ParagraphDraft | None) -> bool:
    return block.is_laid_out and block.begins and (draft is None or draft.has_ended)


def opening_heading(block: Block, container: str | None) -> Heading:
    """The heading that an organ's name is where it begins to speak; the head of `container` if a lead-in names one."""
    text = block.text.removesuffix(",").removesuffix(":")
    if container is None:
        return Heading(text)
    style = next(each for each in RECOGNISERS if each.name == TEXT)
    return Heading(text, style.rank, style=style.name, container=container)


def _container(block: Block, name: str) -> Heading:
    """The heading of a container: `Annex II`, whose title stands below it, or `II. Findings`, which has its own."""
    mark = block.mark(Kind.CONTAINER)
    if mark is not None:
        style = mark.recogniser
        return Heading(mark.printed, style.rank, block.depth, style.name, mark.order, name, awaits_title=True)
    mark = next((mark for mark in block.marks if mark.recogniser.restart_name is not None), None)
    if mark is not None:
        return _numbered(block, mark, name)
    style = INSTRUMENT if is_instrument(name) else next(each for each in RECOGNISERS if each.name == TEXT)
    alone = name.endswith(block.text)
    return Heading(block.text, style.rank, block.depth, style.name, container=name, awaits_title=alone)


def _numbered(block: Block, mark: Mark, container: str | None = None) -> Heading:
    """The heading `II. Findings`, or `Chapter II`, whose title stands below it."""
    style = mark.recogniser
    titled = style.name in DIVISIONS and not block.after(mark)
    return Heading(block.text, style.rank, block.depth, style.name, mark.order, container, awaits_title=titled)


def _runs_on(mark: Mark, outline: Outline) -> bool:
    above = outline.opened_as(mark.recogniser.name)
    return mark.order[:1] == (above.order[0] + 1,) if above is not None and above.order else mark.order == (1,)


def _likeliest(marks: Sequence[Mark], running: Sequence[Mark], outline: Outline) -> Mark | None:
    """The mark that goes on a numbering above, else one that begins one, else any: `I.` is one, or the ninth letter."""
    going_on = [mark for mark in running if outline.opened_as(mark.recogniser.name) is not None]
    likely = [mark for mark in marks if mark.order and mark.order[0] < _UNLIKELY_ROMAN]
    return next(iter([*going_on, *running, *likely, *marks]), None)
