"""The quotations in a block of a draft: between quotation marks, or the whole of a block that is set apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.language.english.language import ENGLISH
from index.sentences import Span
from rag.verifying.draft import Block

_OPENING = {"“": "”", "„": "“”", "«": "»", "‟": "”"}
# A straight mark opens after white space, a bracket or a dash, and closes elsewhere.
_BEFORE_OPENING = re.compile(r"[\s(\[{—–‘'-]")
_WORDS = re.compile(r"[^\W_]+")
_TITLE_BEFORE = re.compile(rf"(?:{ENGLISH.drafts.before_titles})\s*:?\s*[(\[]?$", re.I)
_LOOK_BACK = 60  # characters before a quotation that tell a title
# A block that is set apart can end with its citation in brackets, after the end of its last sentence.
_TAIL = re.compile(r"(?<=[.”\"’…!?;])\s*[(\[][^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]\.?\s*$")
_NUMBER = re.compile(r"^\s*(?:\d{1,4}|[ivx]{1,6}|[a-z])?[.)]?\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a draft quotes, at `text[start:end]` of the block, without the marks around them.

    `outer` is where they stand with their marks; `words` is how many there are. `is_title` is whether they are the name
    of something; `is_block` whether they are set apart.
    """

    start: int
    end: int
    outer: Span
    words: int
    is_title: bool = False
    is_block: bool = False


def quotations_in(block: Block, following: Block | None = None) -> tuple[Quotation, ...]:
    """The quotations in `block`, in order; `following` is the block after it, in which one may go on."""
    if block.kind == "quote":
        return _set_apart(block.text)
    text = block.text
    marked = list(marked_spans(text))
    if (open_end := _left_open(text, marked)) is not None and following is not None and _begins_quoted(following.text):
        marked.append((open_end, len(text)))
    return tuple(_quotation(text, start, end) for start, end in marked)


def _set_apart(text: str) -> tuple[Quotation, ...]:
    tail = _TAIL.search(text)
    end = tail.start() if tail else len(text)
    start = 0
    while start < end and (text[start].isspace() or text[start] in '“"'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '”"'):
        end -= 1
    words = len(_WORDS.findall(text[start:end]))
    return (Quotation(start, end, (start, end), words, is_block=True),) if words else ()


def _quotation(text: str, start: int, end: int) -> Quotation:
    """The quotation whose opening mark stands at `start` and closing mark before `end`."""
    closed = end - 1 if _is_closing(text, start, end - 1) else end
    before = text[max(0, start - _LOOK_BACK) : start]
    words = len(_WORDS.findall(text[start + 1 : closed]))
    return Quotation(start + 1, closed, (start, end), words, is_title=_TITLE_BEFORE.search(before) is not None)


def _is_closing(text: str, start: int, place: int) -> bool:
    return place > start and (text[place] in _OPENING.get(text[start], text[start]))


def marked_spans(text: str) -> Iterator[Span]:
    """Where the outermost quotations begin and end, their marks included."""
    start, depth, opening = -1, 0, ""
    for place, letter in enumerate(text):
        if letter not in '“”„«»‟"':
            continue
        if start < 0:
            if _opens(text, place):
                start, depth, opening = place, 1, letter
            continue
        depth = _depth(text, place, opening, depth)
        if depth == 0:
            yield start, place + 1
            start = -1


def _depth(text: str, place: int, opening: str, depth: int) -> int:
    """How many quotations of the kind of `opening` are open after the mark at `place`."""
    letter = text[place]
    if letter in _OPENING.get(opening, opening) and not (letter == '"' and _opens(text, place)):
        return depth - 1
    return depth + 1 if letter == opening and letter != '"' else depth


def _opens(text: str, place: int) -> bool:
    letter = text[place]
    if letter in _OPENING:
        return True
    return letter == '"' and (place == 0 or _BEFORE_OPENING.match(text[place - 1]) is not None)


def _left_open(text: str, marked: Sequence[Span]) -> int | None:
    """Where a quotation begins that the text does not close and that is all of it; None where there is none."""
    if marked:
        return None
    place = next((place for place, letter in enumerate(text) if letter in _OPENING or letter == '"'), None)
    return place if place is not None and _NUMBER.match(text[:place]) else None


def _begins_quoted(text: str) -> bool:
    return text.lstrip()[:1] in ("“", '"', "«")
