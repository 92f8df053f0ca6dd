"""Tables of contents: lists of headings with page numbers, which name parts of the document and are none."""

import re
from collections.abc import Iterator, Sequence

from index.language.english.language import ENGLISH
from index.parser.blocks import Block
from index.readers.base import Role
from index.text.typography import ends_sentence

_COLUMNS = "|".join(ENGLISH.contents_columns)
_TITLE = re.compile(rf"(?:{'|'.join(ENGLISH.contents)})(?: (?:{_COLUMNS}))*", re.IGNORECASE)
_COLUMN_HEADS = re.compile(rf"(?:{_COLUMNS})(?: (?:{_COLUMNS}))*", re.IGNORECASE)
_LEADER = re.compile(r"(?:\. ?){4,}|…{2,}")
_PAGE = r"(?:[0-9]{1,3}|[ivxl]{1,6})"
_NUMBERED = re.compile(rf"(?:\S.* )?{_PAGE}")
_LONGEST_ENTRY = 300  # characters: a heading's, with its page
# The most lines of an entry, or of headings between entries, that have no page number of their own.
_LONGEST_BREAK = 8
_SHORTEST_SENTENCE = 120  # characters; a longer one that ends with a full stop is text, and the contents are over


def contents(blocks: Sequence[Block]) -> frozenset[Block]:
    """The blocks of tables of contents, from the title (`Contents`) to the last entry with a page number.

    Lists of annexes and the like that fill the rest of that page belong to it too.
    """
    return frozenset(block for part in _parts(blocks) for block in part)


def _parts(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    place = 0
    while place < len(blocks):
        end = _end(blocks, place) if _TITLE.fullmatch(blocks[place].text) else place
        if end > place:
            yield blocks[place:end]
        place = max(end, place + 1)


def _end(blocks: Sequence[Block], title: int) -> int:
    """The place after the contents titled at `title`; `title` where there are none."""
    end, without = title, 0
    page, plain = blocks[title].page, True  # plain: entries on this page need no dots before their page numbers
    for place in range(title + 1, len(blocks)):
        block = blocks[place]
        if block.role is Role.HEADER or block.opens_note is not None:
            continue
        if block.page != page:
            page, plain = block.page, _COLUMN_HEADS.fullmatch(block.text) is not None
        if _is_entry(block, leader=not plain):
            end, without = place + 1, 0
        elif not _COLUMN_HEADS.fullmatch(block.text):
            without += 1
        if without > _LONGEST_BREAK:
            break
    return _rest_of_page(blocks, end) if end > title else title


def _rest_of_page(blocks: Sequence[Block], end: int) -> int:
    """The place after the page that holds the entry before `end`, where nothing but lists follows on it."""
    page = blocks[end - 1].page
    place = end
    while place < len(blocks) and blocks[place].page == page and page is not None:
        text = blocks[place].text
        if len(text) > _SHORTEST_SENTENCE and ends_sentence(text) and blocks[place].opens_note is None:
            return end
        place += 1
    return place


def _is_entry(block: Block, *, leader: bool) -> bool:
    """Whether `block` is an entry: by its dots or, where no `leader` of dots is asked for, by the number at its end."""
    if len(block.text) > _LONGEST_ENTRY:
        return False
    numbered = not leader and _NUMBERED.fullmatch(block.text) is not None
    return numbered or _LEADER.search(block.text) is not None
