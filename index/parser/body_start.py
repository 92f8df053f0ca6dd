"""Where the masthead of a text ends."""

from collections.abc import Iterator, Sequence

from index.language.english.language import ENGLISH
from index.parser.blocks import Block
from index.parser.headings import setting_of
from index.parser.layout.layout import Layout
from index.parser.masthead.particulars import Particular, particular_of
from index.parser.numbering.numbered_blocks import NumberedBlocks
from index.parser.numbering.preamble import is_opening
from index.parser.paragraphs.records import opening_of
from index.parser.recognisers import COMMENT, Kind
from index.text.typography import ends_sentence

# Headings without a number that may stand above the first paragraph, where everything else is the masthead.
_FIRST_HEADINGS = frozenset(ENGLISH.first_headings)
_LONGEST_MASTHEAD_BLOCK = 700  # characters: a long title with its subtitle; text is what is longer
# Characters: `Adopted.` is a sentence, `Agenda item 3:` leads in to nothing.
_SHORTEST_SENTENCE, _SHORTEST_LEAD_IN = 8, 40


def body_start(layout: Layout, numbered: NumberedBlocks) -> Block | None:
    """The first block below the masthead, in a record that with which the meeting begins; None for nothing below it."""
    opening = opening_of(layout.running, numbered.paragraphs)
    if opening is not None:
        return opening
    start = next((block for block in layout.running if _begins_text(block, numbered)), None)
    return None if start is None else _first_section(list(layout.above(start)), start, numbered)


def _begins_text(block: Block, numbered: NumberedBlocks) -> bool:
    if block in numbered.paragraphs or block in numbered.containers or is_opening(block):
        return True
    if block in numbered.above_rules:
        return True
    has_number = any(mark.kind is Kind.HEADING and mark.recogniser.name != COMMENT for mark in block.marks)
    if block.is_heading_like():
        return has_number or block.text.lower() in _FIRST_HEADINGS
    return not has_number and _is_running_text(block.text) and not _names_agenda_item(block)


def _names_agenda_item(block: Block) -> bool:
    """Whether `block` is of the lines right below `Agenda item 3`, its title, in a text that is not laid out."""
    line, above = block.first_line, block.previous
    while above is not None and above.last_line + 1 == line and not block.is_laid_out:
        if particular_of(above.text) is Particular.AGENDA:
            return True
        line, above = above.first_line, above.previous
    return False


def _first_section(above: Sequence[Block], start: Block, numbered: NumberedBlocks) -> Block:
    """`start`, or the section headings right above it in a text of Markdown with a title above them.

    A masthead of the United Nations has such headings too (organ, session, title): there they are no sections.
    """
    if any(block.text.startswith(ENGLISH.masthead.distribution) for block in above):
        return _first_set_alike(above, start, numbered)
    depths = [block.depth for block in above]
    first = len(depths)
    while first and depths[first - 1] and (first == len(depths) or depths[first - 1] < depths[first]):
        first -= 1
    if first < len(depths) and not any(0 < depth < depths[first] for depth in depths[:first]):
        first += 1  # the outermost heading is the title
    return above[first] if first < len(above) else _first_set_alike(above, start, numbered)


def _first_set_alike(above: Sequence[Block], start: Block, numbered: NumberedBlocks) -> Block:
    """`start`, or the first of the lines right above it that are set as headings further down are.

    Something larger stays for a title. Above a resolution there are none, nor above a heading or what begins without a
    number: there stands the title of a bulletin, below the word `Bulletin`, or the State that a report is on.
    """
    if is_opening(start) or start not in numbered.paragraphs:
        return start
    below = {setting_of(block) for block in _from(start) if _may_be_section(block)} - {None}
    first = len(above)
    while first and _may_be_section(above[first - 1], page=start.page) and setting_of(above[first - 1]) in below:
        first -= 1
    section = setting_of(above[first]) if first < len(above) else None
    titles = [setting_of(block) for block in above[:first] if particular_of(block.text) is None]
    titled = section is not None and any(title is not None and title.stands_above(section) for title in titles)
    return above[first] if titled else start


def _from(start: Block) -> Iterator[Block]:
    block: Block | None = start
    while block is not None:
        yield block
        block = block.next


def _may_be_section(block: Block, *, page: int | None = None) -> bool:
    """Whether `block` may head a section without a number and is nothing of a masthead; on `page` if that is given."""
    if not (block.bold or block.set_apart) or block.marks or not block.is_heading_like():
        return False
    if page is not None and block.page != page:
        return False
    adopted = any(word in block.text.lower() for word in ENGLISH.masthead.adopted)
    return block.text[:1].isupper() and not adopted and particular_of(block.text) is None


def _is_running_text(text: str) -> bool:
    shortest = _SHORTEST_LEAD_IN if text.endswith(":") else _SHORTEST_SENTENCE
    ends = ends_sentence(text) or text.endswith(",")
    return len(text) > _LONGEST_MASTHEAD_BLOCK or (ends and len(text) >= shortest)
