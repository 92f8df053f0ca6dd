"""A Word file as a draft: its paragraphs, cells and notes, each with the paragraph of the file that it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from index.errors import SourceError
from index.text.numerals import roman_numeral
from rag.verifying.draft import Block, BlockKind, Draft, DraftNote
from rag.verifying.word_comments.markup import MarkedParagraph, MarkedPart, NoteReference, W
from rag.verifying.word_comments.package import WordPackage
from rag.verifying.word_comments.part_reader import marked_part

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,4})\.\s")
_QUOTED_STYLE = re.compile(r"quot|block\s?text", re.I)
_HEADING_STYLE = re.compile(r"heading|title|^h\d", re.I)
# Twentieths of a point: half an inch. A paragraph that is set in as far as that on both sides by itself is a quotation
# where the one before it ends with a colon.
_SET_IN = 720
# Fewer paragraphs that begin with numbers in a row can be a list.
_FEWEST_NUMBERED = 3
_MARKS_OF_ENDNOTES = 39  # beyond it they are printed in figures here


@dataclass(frozen=True, slots=True)
class WordDraft:
    """A draft that was read from a Word file, and the paragraph of its text that each block is."""

    draft: Draft
    package: WordPackage
    part: MarkedPart
    paragraphs: tuple[MarkedParagraph, ...]


def read_word_draft(package: WordPackage) -> WordDraft:
    """The draft in a Word file; SourceError where its parts are damaged or hold no text."""
    part = marked_part(package.parts[package.document], package.name)
    styles = _style_names(package)
    notes = _NoteReader(package)
    made: list[tuple[Block, MarkedParagraph]] = []
    for number, paragraph in enumerate(_with_text(part.paragraphs), start=1):
        before = made[-1][0].text if made else ""
        kind = _kind(paragraph, styles.get(paragraph.style, paragraph.style), before)
        block = Block(paragraph.text, _place(paragraph, number), kind, tuple(notes.of(paragraph)))
        made.append((block, paragraph))
    if not made:
        raise SourceError(f"{package.name}: the file has no text; there is nothing to check")
    blocks = _with_numbers([block for block, _ in made], [paragraph for _, paragraph in made])
    return WordDraft(Draft(package.name, blocks), package, part, tuple(paragraph for _, paragraph in made))


def _with_text(paragraphs: Sequence[MarkedParagraph]) -> Iterator[MarkedParagraph]:
    return (each for each in paragraphs if each.text.strip())


def _place(paragraph: MarkedParagraph, number: int) -> str:
    if paragraph.table is not None:
        return f"table {paragraph.table[0]}, row {paragraph.table[1]}"
    return f"paragraph {number}"


def _kind(paragraph: MarkedParagraph, style: str, before: str) -> BlockKind:
    if paragraph.table is not None:
        return "cell"
    if _QUOTED_STYLE.search(style):
        return "quote"
    if paragraph.is_heading or _HEADING_STYLE.search(style):
        return "heading"
    is_set_in = min(paragraph.indents) >= _SET_IN and before.rstrip().endswith(":")
    return "quote" if is_set_in else "text"


def _with_numbers(blocks: Sequence[Block], paragraphs: Sequence[MarkedParagraph]) -> tuple[Block, ...]:
    """`blocks` with the numbers that they print, where the paragraphs of the file are numbered so and in a row."""
    numbers = [_NUMBERED.match(each.text) if each.kind == "text" else None for each in blocks]
    printed = [int(match["number"]) for match in numbers if match]
    in_a_row = len(printed) >= _FEWEST_NUMBERED and printed == list(range(printed[0], printed[0] + len(printed)))
    if not in_a_row or any(each.is_numbered for each in paragraphs):
        return tuple(blocks)
    return tuple(
        replace(block, number=match["number"], place=f"para. {match['number']}") if match else block
        for block, match in zip(blocks, numbers, strict=True)
    )


class _NoteReader:
    """Gives the notes of paragraphs, numbered as they are met."""

    def __init__(self, package: WordPackage) -> None:
        self._texts = {kind: _note_texts(package, f"{kind}s") for kind in ("footnote", "endnote")}
        self._counts = {"footnote": count(1), "endnote": count(1)}

    def of(self, paragraph: MarkedParagraph) -> Iterator[DraftNote]:
        """The notes that `paragraph` refers to, in order."""
        for reference in paragraph.notes:
            text = self._texts[reference.kind].get(reference.identity, "").strip()
            yield DraftNote(self._mark(reference, paragraph), reference.at, text)

    def _mark(self, reference: NoteReference, paragraph: MarkedParagraph) -> str:
        if reference.has_own_mark:
            return paragraph.text[reference.at : reference.at + 1] or "*"
        number = next(self._counts[reference.kind])
        is_roman = reference.kind == "endnote" and number <= _MARKS_OF_ENDNOTES
        return roman_numeral(number) if is_roman else str(number)


def _note_texts(package: WordPackage, kind: str) -> Mapping[str, str]:
    """The texts of the notes of a file by the identity that it knows them by."""
    name = package.targets.get(kind)
    if name is None:
        return {}
    texts: dict[str, str] = {}
    for paragraph in marked_part(package.parts[name], package.name).paragraphs:
        if paragraph.note is not None:
            texts[paragraph.note] = f"{texts.get(paragraph.note, '')} {paragraph.text}".strip()
    return texts


def _style_names(package: WordPackage) -> dict[str, str]:
    """The names of the styles of a file by their ids."""
    from xml.etree.ElementTree import ParseError, fromstring

    name = package.targets.get("styles")
    if name is None:
        return {}
    try:
        styles = fromstring(package.parts[name]).iter(f"{{{W}}}style")
    except ParseError:
        return {}
    value = f"{{{W}}}val"
    found = ((each.get(f"{{{W}}}styleId", ""), each.find(f"{{{W}}}name")) for each in styles)
    return {id: named.get(value, id) for id, named in found if named is not None}
