"""A Word file as a draft: its paragraphs, cells and notes, each with the paragraph of the file that it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from index.errors import SourceError
from index.readers.processes.bounded import ProcessLimits, Work, run_bounded
from index.text.numerals import roman_numeral
from rag.verifying.draft import Block, BlockKind, Draft, DraftNote
from rag.verifying.word_comments.markup import MarkedParagraph, MarkedPart, NoteReference, W
from rag.verifying.word_comments.package import WordPackage
from rag.verifying.word_comments.part_reader import marked_part

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,4})\.\s")
_GENERATED = re.compile(r"(?P<number>\d{1,4})\.?")
_QUOTED_STYLE = re.compile(r"quot|block\s?text", re.I)
_HEADING_STYLE = re.compile(r"heading|title|^h\d", re.I)
# Twentieths of a point: half an inch. A paragraph that is set in as far as that on both sides by itself is a quotation
# where the one before it ends with a colon.
_SET_IN = 720
# Fewer paragraphs that begin with numbers in a row can be a list.
_FEWEST_NUMBERED = 3
# For the lists of a draft: one of 2,800 pages takes two.
_SECONDS = 30
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
    paragraphs = tuple(paragraph for _, paragraph in made)
    blocks = _with_numbers([block for block, _ in made], paragraphs, _generated(package))
    return WordDraft(Draft(package.name, blocks), package, part, paragraphs)


def _generated(package: WordPackage) -> Sequence[str]:
    """What Word prints before the paragraphs of a file by itself; nothing where it has no lists or they are damaged."""
    if "numbering" not in package.targets:
        return ()
    work = Work("index.readers.word.printed_numbers:printed_numbers", (str(package.path),), package.name, "")
    try:
        return tuple(run_bounded(work, ProcessLimits(seconds=_SECONDS, wall_seconds=3 * _SECONDS)))
    except SourceError:
        # Numbers are needed only to check what a draft says of its own paragraphs; the rest can be checked without.
        return ()


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


def _with_numbers(
    blocks: Sequence[Block], paragraphs: Sequence[MarkedParagraph], generated: Sequence[str]
) -> tuple[Block, ...]:
    """`blocks` with the numbers that they print, typed or `generated` by Word, where these are all in a row."""
    numbers = [_number(each, paragraph, generated) for each, paragraph in zip(blocks, paragraphs, strict=True)]
    printed = [int(each) for each in numbers if each]
    in_a_row = len(printed) >= _FEWEST_NUMBERED and printed == list(range(printed[0], printed[0] + len(printed)))
    if not in_a_row:
        return tuple(blocks)
    return tuple(
        replace(block, number=number, place=f"para. {number}") if number else block
        for block, number in zip(blocks, numbers, strict=True)
    )


def _number(block: Block, paragraph: MarkedParagraph, generated: Sequence[str]) -> str | None:
    """The number of a paragraph of the text as it is printed; None where it has none or is none of the text."""
    if block.kind != "text" or paragraph.anchor is not None:
        return None
    own = generated[paragraph.ordinal] if paragraph.ordinal < len(generated) else ""
    match = _GENERATED.fullmatch(own) if own else _NUMBERED.match(block.text)
    return match["number"] if match else None


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
