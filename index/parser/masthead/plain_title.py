"""The title above a plain text, told by what its lines say and where they stand."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from index.language.english.language import ENGLISH
from index.parser.masthead.particulars import SUPPLEMENT, Particular, cells_of, particular_of
from index.parser.masthead.title_page import TITLE_NUMBER, is_adopted, reads_on
from index.readers.base import Line
from index.text.late_patterns import LatePattern
from index.text.typography import collapse

_FARTHEST_EDGE = 8  # characters; the text of a page begins 15 or so from its edge
# `Note by the Secretary-General submitted in accordance with`: what goes on is the occasion, not a title.
_SUBMITTED = LatePattern(rf"\b(?:{'|'.join(ENGLISH.masthead.submitted)})\b", re.IGNORECASE)
_SUPPLEMENT = re.compile(SUPPLEMENT)
# United Nations • New York, 2026
_IMPRINT = LatePattern(r"United Nations\W+\w.{2,40}\W(?:19|20)[0-9]{2}")
_SUBJECT = LatePattern(rf"(?:{'|'.join(ENGLISH.masthead.subject)}):\s+", re.IGNORECASE)
# Words that a line of a title begins with where it goes on from the one above.
_GOING_ON = frozenset(("and", "between", "concerning", "for", "of", "on"))
_ABOUT = 2  # characters, by which lines that begin at one place differ
_FRONT_MATTER = 12  # lines below a document's kind and author; of a masthead there are a date and a summary's title


def plain_title(blocks: Sequence[Sequence[Line]]) -> str | None:
    """The title in the lines above a text; a block of `blocks` is lines that stand together. None where there is none.

    It is the last lines that are no other particular, of those in bold or marked as a heading if there are any. What
    stands right below the number of an agenda item is the title of that. A resolution's has a number before it. Of a
    book it is what the document's kind and author stand below, since names, addresses and abbreviations come after
    them. Without any, the title is the line that names the document's kind and author. `Subject:` is no part of it.
    An official record has its title between the number of the supplement and the imprint. Above a text that has nothing
    else there either, it is the first line and not the last.
    """
    blocks = list(_together(blocks))
    found = _numbered_title(blocks) or _title_of_a_record(blocks) or _title_of_a_book(blocks)
    found = found or _last_title(_set_as_titles(blocks))
    label = _SUBJECT.match(found) if found else None
    return found[label.end() :] if found and label else found or _last_author(blocks)


def _together(blocks: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """`blocks`, those put together whose lines stand right below one another and read on."""
    begun: list[Line] = []
    for block in blocks:
        if begun and not (block and _goes_on(begun[-1], block[0])):
            yield begun
            begun = []
        begun.extend(block)
    if begun:
        yield begun


def _goes_on(above: Line, line: Line) -> bool:
    """Whether `line`, right below the one `above`, goes on with it."""
    if line.gap or line.begins_page or abs(line.indent - above.indent) > _ABOUT:
        return False
    said = (collapse(above.text), collapse(line.text))
    return not any(map(particular_of, said)) and reads_on(*said)


def _last_title(blocks: Sequence[Sequence[Line]]) -> str | None:
    found = [(above, block, title) for above, block in pairwise([(), *blocks]) if (title := _title_in(block))]
    displayed = [title for above, block, title in found if _is_displayed(block) and not _ends_with_agenda_item(above)]
    plain = [title for *_, title in found]
    if plain and not displayed and not _have_particulars(blocks):
        return _read_on(plain)
    return next(reversed(displayed or plain), None)


def _read_on(titles: Sequence[str]) -> str:
    """The first of `titles` with those below it that it goes on in: `Memorandum`, `between`, `the Fund`."""
    title = titles[0]
    for below in titles[1:]:
        if not reads_on(title, below) and below.split()[0].lower() not in _GOING_ON:
            break
        title += f" {below}"
    return title


def _have_particulars(blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether `blocks` say more than a title: an organ, a symbol, a date; a number alone may be anything."""
    told = {particular_of(cell) for block in blocks for line in block for cell in cells_of(line)}
    return bool(told - {None, Particular.LABEL})


def _last_author(blocks: Sequence[Sequence[Line]]) -> str | None:
    cells = [cell for block in blocks for line in block for cell in cells_of(line)]
    return next((cell for cell in reversed(cells) if particular_of(cell) is Particular.AUTHOR), None)


def _numbered_title(blocks: Sequence[Sequence[Line]]) -> str | None:
    """The title of a resolution that has its number, `73/7. Report of …`, where one says that it was adopted."""
    texts = [collapse(" ".join(line.text for line in block)) for block in blocks]
    if not any(map(is_adopted, texts)):
        return None
    return next((text[match.end() :] for text in texts if (match := TITLE_NUMBER.match(text))), None)


def _set_as_titles(blocks: Sequence[Sequence[Line]]) -> Sequence[Sequence[Line]]:
    """Of a printed page that a program made a text the first block that stands as a title does; else all `blocks`.

    `United Nations` and the title stand where the text begins, organ, session and agenda item at the page's edge.
    """
    margin = blocks[0][0].indent if blocks and blocks[0] else 0
    if margin < _FARTHEST_EDGE:
        return blocks
    set_in = (block for block in blocks[1:] if all(abs(line.indent - margin) <= _ABOUT for line in block))
    return next(([block] for block in set_in if _title_in(block)), blocks)


def _title_of_a_record(blocks: Sequence[Sequence[Line]]) -> str | None:
    """What stands between the number of a supplement and the imprint, its blocks parted by colons; else None."""
    texts = [[collapse(line.text) for line in block] for block in blocks]
    imprint = next((place for place, block in enumerate(texts) if _IMPRINT.fullmatch(block[0])), 0)
    number = next((place for place in range(imprint - 1, -1, -1) if _SUPPLEMENT.fullmatch(texts[place][-1])), imprint)
    title = ""
    for part in filter(None, map(_without_organ_and_meeting, texts[number + 1 : imprint])):
        goes_on = not title or reads_on(title, part)
        title += f" {part}" if goes_on else f": {part}"
    return title.strip() or None


def _without_organ_and_meeting(block: Sequence[str]) -> str:
    first = particular_of(block[0])
    if first in (Particular.SYMBOL, Particular.SESSION, Particular.VENUE, Particular.DATE):
        return ""
    return " ".join(block[1:] if first is Particular.ORGAN else block)


def _title_of_a_book(blocks: Sequence[Sequence[Line]]) -> str | None:
    """What stands above the author, in one block or in two, where more than a masthead comes after it; else None."""
    left = sum(map(len, blocks))
    for block, below in pairwise([*blocks, ()]):
        author = next((place for place, line in enumerate(block) if _is_author(line)), len(block))
        stands_below = author < len(block) or (below and _is_author(below[0]))
        if stands_below and left - author > _FRONT_MATTER and (title := _title_in(block[:author])):
            return title
        left -= len(block)
    return None


def _is_author(line: Line) -> bool:
    return particular_of(collapse(line.text)) is Particular.AUTHOR


def _title_in(block: Sequence[Line]) -> str:
    """What may be a title of the last columns of `block`; empty where most of it is something else."""
    adopted = next((place for place, line in enumerate(block) if place and is_adopted(line.text)), len(block))
    kept = block[:adopted]
    if kept and _is_author(kept[0]) and _SUBMITTED.search(kept[0].text):
        return ""
    if title := _begun_like_an_author(kept):
        return title
    parts: list[str] = []
    for line in kept:
        parts.extend(cell for cell in cells_of(line)[-1:] if _may_be_part(cell, inside_title=bool(parts)))
    return collapse(" ".join(parts)) if len(parts) * 2 >= len(kept) else ""


def _begun_like_an_author(block: Sequence[Line]) -> str:
    """The title that `block` begins with, whose first line alone would be an author: `Report of the International`."""
    following = list(takewhile(lambda line: _may_be_part(collapse(line.text), inside_title=True), block[1:]))
    if not following or not _is_author(block[0]):
        return ""
    return collapse(" ".join(line.text for line in (block[0], *following)))


def _may_be_part(cell: str, *, inside_title: bool) -> bool:
    if cell.lower() in ENGLISH.contents_columns or (not inside_title and cell[0] in "(["):
        return False
    return particular_of(cell, inside_title=inside_title) is None


def _is_displayed(block: Sequence[Line]) -> bool:
    return all(line.bold or line.heading for line in block)


def _ends_with_agenda_item(block: Sequence[Line]) -> bool:
    return bool(block) and any(particular_of(cell) is Particular.AGENDA for cell in cells_of(block[-1]))
