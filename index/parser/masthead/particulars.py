"""The particulars above a text, each told by its wording: symbol, date, session, venue, agenda item, organ, author."""

import re
from collections.abc import Iterable
from enum import Enum

from index.language.english.language import ENGLISH
from index.readers.base import Line
from index.symbols import PART_OF_SYMBOL
from index.text.typography import collapse, ends_sentence


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


_WORDS = ENGLISH.masthead
_PART = r"[A-Z0-9](?:[A-Z0-9a-z.()]*[A-Z0-9a-z)])?"
_YEAR = r"(?:18|19|20)[0-9]{2}"
# What a symbol begins with: A, E, A.109, and of specialized agencies EB158, CL 180, 220 EX. The World Health Assembly
# calls resolutions and decisions WHA78.5, EB156.R7 and WHA78(12).
_SERIES = r"(?:[A-Z]{1,8}(?:[0-9]{1,3}|\.[0-9]{1,3})?|[A-Z]{1,5} [0-9]{1,4}|[0-9]{1,3} [A-Z]{1,2})"
SYMBOL = re.compile(
    rf"{_SERIES}(?:/{_PART})+(?:(?: [A-Z])? \((?:{_YEAR}|[IVXLC]+)\)| ?(?i:{PART_OF_SYMBOL}))?"
    rf"(?:[-–][A-Z]{{1,4}}(?:/{_PART})+)?"
    r"|[A-Z]{2,4}[0-9]{1,3}(?:\.R?[0-9]{1,3}|\([0-9]{1,3}\))"
)
# Between two columns, which a converter may have set one space apart: `General Assembly Distr.: General`,
_BETWEEN = re.compile(rf" {{3,}}|\t| (?={re.escape(_WORDS.distribution)})")
_LABELLED = re.compile(rf"({_any(_WORDS.labels)}) ({SYMBOL.pattern})")  # `United Nations A/80/1`
_MONTH = _any(ENGLISH.months)
# 4 April 2018   Date: 4 April 2018   [4 April 2018]   Wednesday, 4 April 2018, 10 a.m.
_DAY = rf"(?P<day>[0-9]{{1,2}}) (?P<month>{_MONTH}) (?P<year>{_YEAR})"
DATE = re.compile(
    rf"(?:Date: ?|\[|[A-Z][a-z]+day, )?{_DAY}"
    r"(?:\]|, [0-9 .:]+[ap]\.m\.)?"
)
# Adopted by the Security Council at its 9928th meeting, on 30 May 2025   Adopted on 4 December 2025
# Date of adoption of Views: 26 July 2025
ADOPTED = re.compile(
    rf"(?:(?:\w+ ){{0,2}}{_any(_WORDS.adopted)} [^.;]{{3,120}}?\bon|\W*{_WORDS.adopted_on}) {_DAY}\b", re.IGNORECASE
)
_DATES = re.compile(rf"[0-9]{{1,2}}(?:[-–]| and | to )[0-9]{{1,2}} {_MONTH} {_YEAR}")
_AND_OTHERS = r"(?:(?:, | and |/)\w+)*"
LANGUAGE = re.compile(
    rf"\[?(?:{_any(_WORDS.original)} ?: ?(?P<original>\w+){_AND_OTHERS}|(?P<only>\w+){_AND_OTHERS} only)\]?"
)
_SESSIONS = _any(_WORDS.sessions)
SESSION = re.compile(rf"(?:Resumed )?[\w-]+(?: [\w-]+){{0,2}} {_SESSIONS}(?: {_YEAR})?", re.IGNORECASE)
_VENUE = re.compile(rf"(?:[\w.’' -]+, )?[0-9]{{1,2}}\b.*\b{_MONTH}(?: {_YEAR}|\b.*)?|{_any(_WORDS.held)} .*")
AGENDA = re.compile(rf"(?:Agenda )?[Ii]tems? [0-9].*|.*\b{_any(_WORDS.agendas)}\b.*")
_ORGAN = re.compile(rf"\b(?:{_any(_WORDS.organs)}|{_any(word.upper() for word in _WORDS.organs)})\b")
# A name begins with its noun, `Special Committee on the Situation …`; a title comes to it later.
_FIRST_WORDS = 4
_NO_ORGAN_LATER = re.compile(rf"\b{_any(_WORDS.not_in_organs)}\b|:", re.IGNORECASE)
_NO_ORGAN = re.compile(rf"\b(?:{'|'.join(_WORDS.not_organs)})\b", re.IGNORECASE)
_BY = rf"(?: {_any(_WORDS.issued)})? {_any(_WORDS.authored)} (?:the )?"
_OFFICER = rf"{_any(_WORDS.papers)}(?: {_any(_WORDS.issued)} by|{_BY}{_any(_WORDS.authors)})\b.*"
_AUTHOR = re.compile(
    rf"{_any(_WORDS.papers)}{_BY}[A-Z][\w-]*(?: [\w-]+){{0,4}}|{_OFFICER}|Rapporteur.*|{_any(_WORDS.sub_titles)}"
)
# A title, and its author right below it in the same type: `Status of ratification Note by the Secretariat`
_AUTHOR_BELOW = re.compile(
    rf"(?P<title>\S+(?: \S+)+[\w)”’\"]) "
    rf"(?P<author>{_any(_WORDS.papers)}{_BY}(?:{_any(_WORDS.authors)}|(?:\w+ )?secretariat)(?: of \w+)?)"
)
_JOINING = frozenset(ENGLISH.resolutions.linking)
_CERTAIN_AUTHOR = re.compile(rf"{_OFFICER}|Rapporteur.*|{_any(_WORDS.sub_titles)}")
_SUB_TITLE = re.compile(_any(_WORDS.sub_titles))
SUPPLEMENT = r"(?:\S+ \S+ )?Supplement No\. [0-9]+.*"
"""A pattern for the last line of the masthead of an official record, above its title."""
_LABEL = re.compile(
    rf"{re.escape(_WORDS.distribution)}.*|{_any(_WORDS.labels)}(?:, {_YEAR}| [•·] .*)?|"
    rf"{SUPPLEMENT}|"
    rf"(?i:{_any(_WORDS.papers)}(?: No\.)?) {_YEAR}/[0-9]{{1,4}}|"
    rf"(?:\w+ )?{_any(ENGLISH.speakers.offices)}: .*"
)


class Particular(Enum):
    """The kinds of lines above a text other than its title."""

    SYMBOL = "symbol"
    DATE = "date"
    LANGUAGE = "language"
    AUTHOR = "author"
    LABEL = "label"
    SESSION = "session"
    VENUE = "venue"
    AGENDA = "agenda"
    ORGAN = "organ"


_CERTAIN = (
    (Particular.SYMBOL, SYMBOL),
    (Particular.DATE, DATE),
    (Particular.VENUE, _DATES),
    (Particular.LANGUAGE, LANGUAGE),
    (Particular.AUTHOR, _AUTHOR),
    (Particular.LABEL, _LABEL),
)
_LIKELY = ((Particular.SESSION, SESSION), (Particular.VENUE, _VENUE), (Particular.AGENDA, AGENDA))


def particular_of(text: str, *, inside_title: bool = False) -> Particular | None:
    """The kind of particular that `text` is; None where it may be a title, whose second line may look like an organ."""
    for particular, pattern in _CERTAIN:
        if pattern.fullmatch(text):
            return particular
    if not any(map(str.isalpha, text)):
        return Particular.LABEL
    if inside_title:
        return None
    if is_organ(text):
        return Particular.ORGAN
    return next((particular for particular, pattern in _LIKELY if pattern.fullmatch(text)), None)


def is_organ(text: str) -> bool:
    """Whether `text` is the name of an organ and nothing else."""
    match = _ORGAN.search(text)
    if match is None or not (text[:1].isupper() or text[:4].isdigit()) or ends_sentence(text):
        return False
    if _NO_ORGAN.search(text) or any(pattern.fullmatch(text) for pattern in (AGENDA, SESSION, _AUTHOR, _VENUE)):
        return False
    begins = len(text[: match.end()].split()) <= _FIRST_WORDS
    return begins or _NO_ORGAN_LATER.search(text) is None


def is_author(text: str) -> bool:
    """Whether `text` says who wrote or submitted the document and nothing else: `Report of the Secretary-General`."""
    return _CERTAIN_AUTHOR.fullmatch(text) is not None


def without_author(title: str | None) -> tuple[str | None, str | None]:
    """`title` and, taken from its end, what says whose document it is, where both are set as one: else None.

    >>> without_author("Status of ratification Note by the Secretariat")
    ('Status of ratification', 'Note by the Secretariat')
    """
    match = _AUTHOR_BELOW.fullmatch(title) if title else None
    # `Consideration of the` goes on with a report.
    ends = match["title"].split()[-1] if match else ""
    return (match["title"], match["author"]) if match and ends not in _JOINING else (title, None)


def is_sub_title(text: str) -> bool:
    """Whether `text` names a part of a document and no author, as lines there do: `Addendum`."""
    return _SUB_TITLE.fullmatch(text) is not None


def names_author(text: str) -> bool:
    """Whether `text` is whole and says whose document it is."""
    return is_author(text) and not is_sub_title(text)


def iso_date(match: re.Match[str]) -> str:
    """The date that `DATE` matched, in ISO 8601."""
    return f"{match['year']}-{ENGLISH.months.index(match['month']) + 1:02d}-{int(match['day']):02d}"


def is_bracketed(text: str) -> bool:
    """Whether `text` is a date or a language in brackets, which pages carry beside the text: `[Original: French]`."""
    return text[:1] == "[" and (DATE.fullmatch(text) is not None or LANGUAGE.fullmatch(text) is not None)


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language in which `text` names a language (`Original: English`); None for none."""
    match = LANGUAGE.fullmatch(text)
    if match is None:
        return None
    named = (match["original"] or match["only"]).lower()
    return next((code for code, names in _WORDS.languages if named in names), None)


def cells_of(line: Line) -> list[str]:
    """The columns of `line`, without the star of a footnote."""
    labelled = _LABELLED.fullmatch(collapse(line.text))
    columns = labelled.groups() if labelled else _BETWEEN.split(line.text)
    return [cell for column in columns if (cell := collapse(column).strip("*").strip())]
