"""The check that stands between an answer and its reader: every quotation is in the place that is cited for it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache

from index.displayed_lists import span_of_item
from index.document import Paragraph
from index.errors import FidelityError
from index.locator import Locator
from index.sentences import Span
from index.text.late_patterns import LatePattern
from rag.answer import EXTRACTIVE, Answer, Citation, Statement
from rag.citing.citation import cite_by_name, place_in_words
from rag.citing.quoted import source_text, stands_there

# The paragraphs at a locator: several where a document prints a number twice.
Lookup = Callable[[str, Locator], Sequence[Paragraph]]

_ADVICE = (
    "the answer was stopped; build the index again with 'pincite index' and report the question if that is no help"
)
# How many words of a quotation a message shows.
_SHOWN = 6

_TEXTS_KEPT = 1_024  # of a kilobyte or so; each quotation is looked at three times

_INVISIBLE = LatePattern("[\x00\u00ad\u200b\u2060\ufeff]")
_FOOTNOTE_MARK = LatePattern(r"(?<=\S)(?:<sup>[^<]{0,6}</sup>|[⁰¹²³⁴-⁹]+)")
# A hyphen at the end of a line: part of the word (`action-oriented`), a break in it (`docu-ment`) or one of two
# (`short- and long-term`). A text tells which only where it is not at the end of a line.
_LINE_END_HYPHEN = LatePattern(r"(?<=\w)[-‐][^\S\n]*\n\s*")
_BREAK = "\x00"


def check(answer: Answer, paragraphs_at: Lookup) -> None:
    """None where every quotation of `answer` stands where it is cited; FidelityError for the first that does not.

    `paragraphs_at` gives the paragraphs at a locator of a document; a quotation has to stand in one of them. One cited
    to a sub-item has to stand within that sub-item, one cited to a footnote in the footnote, and each at the characters
    that its citation names. In an extractive answer, and where a language model's sentence was replaced, the text of a
    statement is its quotations and nothing else.
    """
    for statement in answer.statements:
        if not statement.citations:
            raise FidelityError(f"a sentence cites nothing: {_begin(statement.text)!r}; {_ADVICE}")
        for citation in statement.citations:
            _check_citation(citation, paragraphs_at(citation.document, citation.locator.paragraph))
        if _is_quotation(answer, statement) and not _is_its_quotations(statement):
            raise FidelityError(f"a sentence is not what it quotes: {_begin(statement.text)!r}; {_ADVICE}")


def _is_quotation(answer: Answer, statement: Statement) -> bool:
    """Whether a statement is shown as a document's words: all of an extractive answer, others in a model's place."""
    return answer.mode == EXTRACTIVE or (statement.proof is not None and statement.is_verbatim)


def is_verbatim(quote: str, text: str) -> bool:
    """Whether `quote` stands in `text` word for word: white space, line-end hyphens and footnote marks aside.

    It has to begin and end where words and figures do (`6 per cent` is not in `16 per cent`); an empty one stands
    nowhere.
    """
    return next(_occurrences(_plain(quote), _plain(text)), None) is not None


def _check_citation(citation: Citation, paragraphs: Sequence[Paragraph]) -> None:
    if not paragraphs:
        raise FidelityError(f"{citation.document}, {citation.locator}: there is no such paragraph; {_ADVICE}")
    *others, last = paragraphs
    for paragraph in others:
        with suppress(FidelityError):
            return _check_in(citation, paragraph)
    return _check_in(citation, last)


def _check_in(citation: Citation, paragraph: Paragraph) -> None:
    where = f"{citation.document}, {citation.locator}"
    text = source_text(citation.note, paragraph)
    span = _span_of(citation, paragraph)
    if text is None or span is None:
        what = "sub-item" if citation.note is None else f"footnote {citation.note}"
        raise FidelityError(f"{where}: the paragraph has no such {what}; {_ADVICE}")
    if not _names_its_place(citation):
        raise FidelityError(f"{where}: it is cited as {citation.text!r}, which is another place; {_ADVICE}")
    if not citation.quote.strip():
        raise FidelityError(f"{where}: the quotation is empty; {_ADVICE}")
    start, end = span
    if not is_verbatim(citation.quote, text[start:end]):
        raise FidelityError(f"{where}: {_difference(citation.quote, text[start:end])}; {_ADVICE}")
    if not stands_there(citation, paragraph) or citation.start < start or citation.end > end:
        named = f"characters {citation.start} to {citation.end}"
        raise FidelityError(f"{where}: the quotation does not stand at {named}, as its citation says; {_ADVICE}")


def _names_its_place(citation: Citation) -> bool:
    """Whether the printed citation is that of the locator: the number that is shown is the one that was checked."""
    note = f", footnote {citation.note}" if citation.note is not None else ""
    if not citation.text.endswith(note):
        return False
    text = citation.text.removesuffix(note)
    if citation.symbol:
        return text == cite_by_name(citation.symbol, citation.locator)
    place = place_in_words(citation.locator)
    return text.endswith(f", {place}") if place else bool(text)


def _span_of(citation: Citation, paragraph: Paragraph) -> Span | None:
    """Where the text at a citation's place begins and ends; None where `paragraph` has no such place."""
    text, locator = source_text(citation.note, paragraph), citation.locator
    if text is None:
        return None
    if citation.note is not None or not locator.items:
        return 0, len(text)
    return span_of_item(paragraph, locator.items)


def _is_its_quotations(statement: Statement) -> bool:
    """Whether a statement's text is its quotations one after the other; one that several places have counts once."""
    quotes = dict.fromkeys(_one_line(each.quote) for each in statement.citations)
    return _one_line(statement.text) == " ".join(quotes)


def _one_line(text: str) -> str:
    return " ".join(_plain(text).replace(_BREAK, "-").split())


@lru_cache(maxsize=_TEXTS_KEPT)
def _plain(text: str) -> str:
    """`text` without footnote marks and invisible characters, with single spaces and a sign for line-end hyphens."""
    text = _FOOTNOTE_MARK.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return " ".join(_LINE_END_HYPHEN.sub(_BREAK, text).split())


def _occurrences(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the plain `quote` stands in the plain `text`, from its first character to after its last."""
    if not quote:
        return
    for start, end in _alike(quote, text):
        if not _cuts(text, start) and not _cuts(text, end):
            yield start, end


def _alike(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `text` has the letters of `quote`, from the first to after the last, whether they cut a word or not."""
    if _BREAK not in quote and _BREAK not in text:
        start = text.find(quote)
        while start >= 0:
            yield start, start + len(quote)
            start = text.find(quote, start + 1)
        return
    pattern = re.compile(_hyphen_pattern(quote))
    match = pattern.search(text)
    while match:
        yield match.span()
        match = pattern.search(text, match.start() + 1)


def _hyphen_pattern(quote: str) -> str:
    """A pattern of `quote` in which a line-end hyphen of either side is a hyphen, nothing, or a hyphen and a space."""
    pieces = []
    for i, letter in enumerate(quote):
        if letter == _BREAK:
            pieces.append(f"(?:- ?|{_BREAK})?")
        elif letter == "-":
            pieces.append(f"(?:-|{_BREAK})")
        elif letter == " " and quote[i - 1 : i] == "-":
            pieces.append(f"(?: |(?<={_BREAK}))")
        else:
            inside_word = letter.isalnum() and quote[i - 1 : i].isalnum() and i > 0
            pieces.append((f"{_BREAK}?" if inside_word else "") + re.escape(letter))
    return "".join(pieces)


def _cuts(text: str, at: int) -> bool:
    """Whether a quotation that begins or ends at `at` would cut a word or a figure (`3.5`, `1,000`) in two."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if before.isalnum() and after.isalnum():
        return True
    if before.isdigit() and re.match(r"[.,]\d", text[at : at + 2]):
        return True
    return after.isdigit() and bool(re.search(r"\d[.,]$", text[max(0, at - 2) : at]))


def _difference(quote: str, text: str) -> str:
    words = _plain(quote).split()
    plain = _plain(text)
    agreed, end = _agreement(words, plain)
    said = _shown(words[agreed:])
    if not agreed:
        return f"the quotation is not there, from its beginning {said!r} on"
    there = _shown(plain[end:].split())
    return (
        f"the quotation goes on {said!r} where the document has {there!r}"
        if there
        else f"the place ends before {said!r}"
    )


def _agreement(words: Sequence[str], text: str) -> tuple[int, int]:
    """How many words of a quotation `text` has in one place, and where they end there."""
    agreed, end = 0, 0
    for count in range(1, len(words) + 1):
        span = next(_occurrences(" ".join(words[:count]), text), None)
        if span is None:
            break
        agreed, end = count, span[1]
    return agreed, end


def _shown(words: Sequence[str]) -> str:
    return " ".join(words[:_SHOWN]).replace(_BREAK, "-") + (" …" if len(words) > _SHOWN else "")


def _begin(text: str) -> str:
    return _shown(text.split())
