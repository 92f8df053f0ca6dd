"""What a document's masthead tells: symbol, date, body, session, title, language."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.language.english import ENGLISH
from index.readers.base import Line
from index.typography import collapse, ends_sentence


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


_WORDS = ENGLISH.masthead
_PART = r"[A-Z0-9](?:[A-Z0-9a-z.()]*[A-Z0-9a-z)])?"
_SYMBOL = re.compile(rf"[A-Z]{{1,6}}(?:/{_PART})+(?: \((?:19|20)[0-9]{{2}}\))?(?:[-–][A-Z]{{1,4}}(?:/{_PART})+)?")
_MONTH = _any(ENGLISH.months)
_DATE = re.compile(rf"(?:Date: ?)?(?P<day>[0-9]{{1,2}}) (?P<month>{_MONTH}) (?P<year>(?:19|20)[0-9]{{2}})")
_DATES = re.compile(rf"[0-9]{{1,2}}(?:[-–]| and | to )[0-9]{{1,2}} {_MONTH} (?:19|20)[0-9]{{2}}")
_LANGUAGE = re.compile(rf"{_any(_WORDS.original)} ?: ?(?P<original>\w+)|(?P<only>\w+) only")
_SESSION = re.compile(rf"(?:Resumed )?[\w-]+(?: [\w-]+){{0,2}} {_any(_WORDS.sessions)}", re.IGNORECASE)
_VENUE = re.compile(rf"(?:[\w.’' -]+, )?[0-9]{{1,2}}\b.*\b{_MONTH}(?: (?:19|20)[0-9]{{2}}|\b.*)?")
_AGENDA = re.compile(rf"(?:Agenda )?[Ii]tems? [0-9].*|.*\b{_any(_WORDS.agendas)}\b.*")
_ORGAN = re.compile(rf"\b{_any(_WORDS.organs)}\b")
_NO_ORGAN = re.compile(rf"\b{_any(_WORDS.not_organs)}\b", re.IGNORECASE)
_AUTHOR = re.compile(
    rf"{_any(_WORDS.papers)}(?: {_any(_WORDS.issued)})? {_any(_WORDS.authored)} (?:the )?[A-Z][\w-]*(?: [\w-]+){{0,4}}"
    rf"|Rapporteur.*|{_any(_WORDS.sub_titles)}"
)
_OTHER = re.compile(rf"{re.escape(_WORDS.distribution)}.*|{_any(_WORDS.labels)}|\S+ \S+ Supplement No\. [0-9]+")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the lines above the text tell; None where they do not. `date` is ISO 8601."""

    symbol: str | None = None
    date: str | None = None
    body: str | None = None
    session: str | None = None
    title: str | None = None
    language: str | None = None


def read_masthead(blocks: Sequence[Sequence[Line]]) -> Masthead:
    """What the lines above a document's text tell of it; `blocks` are those that stand together.

    Nothing is guessed: a symbol or a date stands on a line of its own, or alone in a column of one.
    """
    cells = [cell for block in blocks for line in block for cell in _cells(line)]
    return Masthead(
        symbol=next((cell for cell in cells if _SYMBOL.fullmatch(cell)), None),
        date=next((_iso(match) for cell in cells if (match := _DATE.fullmatch(cell))), None),
        body=_body(cells),
        session=next((cell for cell in cells if _SESSION.fullmatch(cell)), None),
        title=_title(blocks),
        language=_language(cells),
    )


def printed_symbol(lines: Sequence[Line]) -> str | None:
    """The symbol that stands on one of `lines`, alone or in a column of its own; not in a footnote."""
    cells = (cell for line in lines if line.opens_note is None and line.text[:1] != "*" for cell in _cells(line))
    return next((cell for cell in cells if _SYMBOL.fullmatch(cell)), None)


def _cells(line: Line) -> list[str]:
    """The columns of a line, without the star of a footnote."""
    return [cell for column in re.split(r" {3,}|\t", line.text) if (cell := collapse(column).strip("*").strip())]


def _iso(match: re.Match[str]) -> str:
    return f"{match['year']}-{ENGLISH.months.index(match['month']) + 1:02d}-{int(match['day']):02d}"


def _body(cells: Sequence[str]) -> str | None:
    """The most particular organ, which comes last: a working group after the conference that set it up."""
    organs = [cell for cell in cells if _is_organ(cell)]
    return organs[-1] if organs else None


def _is_organ(cell: str) -> bool:
    return (
        _ORGAN.search(cell) is not None
        and cell[:1].isupper()
        and not ends_sentence(cell)
        and not _NO_ORGAN.search(cell)
        and not any(pattern.fullmatch(cell) for pattern in (_AGENDA, _SESSION, _AUTHOR, _VENUE))
    )


def _title(blocks: Sequence[Sequence[Line]]) -> str | None:
    """The last lines that are nothing else; failing that, what names the kind and the author of the document."""
    titles: list[str] = []
    for block in blocks:
        told: list[str] = []
        for line in block:
            told.extend(cell for cell in _cells(line)[-1:] if not _is_particular(cell, inside_title=bool(told)))
        if told and len(told) * 2 >= len(block):
            titles.append(collapse(" ".join(told)))
    if titles:
        return titles[-1]
    authors = [cell for block in blocks for line in block for cell in _cells(line) if _AUTHOR.fullmatch(cell)]
    return authors[-1] if authors else None


def _is_particular(cell: str, *, inside_title: bool) -> bool:
    """Whether `cell` is something other than a title; the second line of one may look like an organ's name."""
    patterns = (_SYMBOL, _DATE, _DATES, _LANGUAGE, _AUTHOR, _OTHER)
    if any(pattern.fullmatch(cell) for pattern in patterns) or not any(map(str.isalpha, cell)):
        return True
    if inside_title:
        return False
    return _is_organ(cell) or any(pattern.fullmatch(cell) for pattern in (_SESSION, _VENUE, _AGENDA))


def _language(cells: Sequence[str]) -> str | None:
    for cell in cells:
        if match := _LANGUAGE.fullmatch(cell):
            named = (match["original"] or match["only"]).lower()
            return next((code for code, names in _WORDS.languages if named in names), None)
    return None
