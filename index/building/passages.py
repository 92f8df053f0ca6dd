"""Passages: what is embedded. A paragraph is one passage; one too long for the model is split inside itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from index.document import Item, Paragraph
from index.sentences import Span, item_boundaries, mark_start, sentence_spans

# The splitter looks for these marks, put into a copy of the text; they come from the private use area.
_MARKS = tuple(map(chr, range(0xE000, 0xF8FF)))
_CLAUSE = r"(?<=[;:,])\s"
_WORD = r"\s"
_CHARACTER = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one paragraph: its row among all paragraphs of the index, and a character span of its text."""

    paragraph: int
    start: int
    end: int


def passages_of(
    paragraphs: Iterable[Paragraph], count_tokens: Callable[[str], int], max_tokens: int
) -> Iterator[Passage]:
    """The passages of `paragraphs`, in order; at least one a paragraph."""
    for row, paragraph in enumerate(paragraphs):
        for start, end in split_paragraph(paragraph.text, paragraph.items, count_tokens, max_tokens):
            yield Passage(row, start, end)


def split_paragraph(
    text: str, items: Sequence[Item], count_tokens: Callable[[str], int], max_tokens: int
) -> tuple[Span, ...]:
    """The spans of the passages of a paragraph: they follow one another and lose no character.

    A paragraph that the model reads whole is one passage. A longer one is cut before a list's lead-in or after the
    list, else between sub-items, sentences, clauses, words, characters, whichever comes first and makes the pieces fit.
    """
    if count_tokens(text) <= max_tokens:
        return ((0, len(text)),)
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    special = count_tokens("")
    marks = _unused_marks(text)
    unmark = str.maketrans("", "", "".join(marks))

    def length(piece: str) -> int:
        # A piece of length nothing (a space, a mark) would be carried over into the next passage and stand there twice.
        return max(1, count_tokens(piece.translate(unmark)) - special) if piece else 0

    splitter = RecursiveCharacterTextSplitter(
        separators=[*marks, _CLAUSE, _WORD, _CHARACTER],
        is_separator_regex=True,
        keep_separator="start",
        strip_whitespace=False,
        chunk_size=max(1, max_tokens - special),
        chunk_overlap=0,
        length_function=length,
    )
    pieces = splitter.split_text(_marked(text, items, marks))
    return _spans([piece.translate(unmark) for piece in pieces])


def _unused_marks(text: str) -> tuple[str, str, str]:
    """Three characters that `text` does not hold: for the edge of a list, of a sub-item and of a sentence."""
    used = set(text)
    block, item, sentence = [mark for mark in _MARKS if mark not in used][:3]
    return block, item, sentence


def _marked(text: str, items: Sequence[Item], marks: tuple[str, str, str]) -> str:
    """`text` with a mark before each place it may be cut, the strongest where several meet."""
    block, item, sentence = marks
    sentences = sentence_spans(text, items)
    cuts = dict.fromkeys((start for start, _ in sentences), sentence)
    cuts |= dict.fromkeys(item_boundaries(text, items), item)
    cuts |= dict.fromkeys(_list_edges(text, items, sentences), block)
    places = sorted(place for place in cuts if 0 < place < len(text))
    edges = [0, *places, len(text)]
    return "".join(chain.from_iterable((cuts.get(a, "") if a else "", text[a:b]) for a, b in pairwise(edges)))


def _list_edges(text: str, items: Sequence[Item], sentences: Sequence[Span]) -> Iterator[int]:
    """Where the lead-in sentence of each list begins, and where what follows the list does."""
    inside = [(mark_start(text, item.start), item.end) for item in items]
    was_item, previous = False, 0
    for start, _ in sentences:
        is_item = any(first <= start < last for first, last in inside)
        if is_item and not was_item:
            yield previous
        elif was_item and not is_item:
            yield start
        was_item, previous = is_item, start


def _spans(pieces: Sequence[str]) -> tuple[Span, ...]:
    """The spans of consecutive `pieces`; white space alone goes with the piece before it."""
    spans: list[Span] = []
    place = 0
    for piece in pieces:
        end = place + len(piece)
        if spans and not piece.strip():
            spans[-1] = (spans[-1][0], end)
        elif piece:
            spans.append((place, end))
        place = end
    return tuple(spans)
