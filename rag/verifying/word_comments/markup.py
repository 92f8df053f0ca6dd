"""What a part of a Word file holds: its paragraphs, with the place of every letter in the bytes of the part."""

from dataclasses import dataclass, field

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of Word's elements (ISO/IEC 29500-1)."""


@dataclass(slots=True)
class Run:
    """A run of letters in one setting, from the byte `start` to `end`; `name` is what its element is called.

    `properties` are the bytes of its setting. `outer_end` is where the child of the paragraph ends that holds it: the
    run itself, a link, an insertion.
    """

    start: int
    name: bytes
    end: int = 0
    properties: bytes = b""
    outer_end: int = 0
    is_hidden: bool = False


@dataclass(slots=True)
class TextElement:
    """An element of letters in a run: where it begins, what it is called, whether it keeps its spaces, its letters."""

    start: int
    name: bytes
    keeps_spaces: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Letters of a paragraph from the character `start` on, and the byte where they begin.

    `element` is None where they are a sign of their own, such as a tab; `is_literal` is whether the bytes are the
    letters themselves, not an entity.
    """

    start: int
    text: str
    byte: int
    run: Run
    element: TextElement | None
    is_literal: bool


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A reference to a note, before the character `at` of a paragraph; `identity` is that of the note in the file."""

    kind: str
    identity: str
    at: int
    run: Run
    has_own_mark: bool


@dataclass(slots=True)
class MarkedParagraph:
    """A paragraph: its text with tracked changes accepted, and where its letters are.

    `style` is its style's id; `indents` how far it is set in on the left and right by itself, in twentieths of a point.
    `ordinal` counts the paragraph elements of the part before it, those that are left out too. `table` is the numbers
    of the table and row that it stands in.
    `anchor` is the paragraph outside that a text box hangs on. `note` is the identity of the note that it is of.
    """

    ordinal: int
    text: str = ""
    style: str = ""
    indents: tuple[int, int] = (0, 0)
    is_heading: bool = False
    table: tuple[int, int] | None = None
    anchor: "MarkedParagraph | None" = None
    note: str | None = None
    runs: list[Run] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """The paragraphs of a part, and whether `w` is short for the namespace of Word's elements in all of it."""

    data: bytes
    paragraphs: tuple[MarkedParagraph, ...]
    has_usual_prefix: bool
