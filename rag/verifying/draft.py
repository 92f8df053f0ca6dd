"""What a draft is made of: paragraphs and cells in order, each with its place and the notes that hang on it."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["text", "quote", "cell", "heading"]


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A footnote or endnote that hangs on a block before the character `at` of its text; `mark` as printed.

    `is_placed` is False where the format does not tell where in the block the mark stands; `at` is its end then.
    """

    mark: str
    at: int
    text: str
    is_placed: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a cell of a table or a quotation set apart.

    `place` says where it stands in words (`para. 12`, `paragraph 3`, `table 2, row 4`). `number` is the paragraph
    number that it prints, None without one. `text` is without note marks.
    """

    text: str
    place: str
    kind: BlockKind = "text"
    notes: tuple[DraftNote, ...] = ()
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is checked; `name` is that of its file."""

    name: str
    blocks: tuple[Block, ...]
