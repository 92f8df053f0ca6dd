"""The lines above a text that has been laid out: joined to entries by their setting, and which of them is the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.language import ENGLISH
from index.parser.masthead.particulars import Particular, is_author, is_bracketed, particular_of
from index.readers.base import Line
from index.text.typography import SOFT_HYPHEN, begins_in_lower_case, collapse, in_capitals

# Words that a line of a title may end with and no title; `meeting` ends that of a record.
_LINKING = frozenset((*ENGLISH.resolutions.linking, "between", "concerning", "from")) - {"meeting"}
_ADOPTED = ENGLISH.masthead.adopted
# How many lines of another column may stand between two lines of an organ's name.
_FARTHEST = 3
_IN_PARENTHESES = re.compile(r" ?\([^)]*\)")
# The parties of a case, on lines of their own or on one.
_CASE = re.compile(r"^(?P<one>[^.\n]{2,80})\sv\.\s(?P<other>[^.\n]{2,120})$", re.MULTILINE)
_FIRST_WORDS = 5  # a title may say later on who adopted what it is of
TITLE_NUMBER = re.compile(r"[0-9]+/[0-9A-Z]+\.\s+")
"""The number before the title of a resolution: `73/7. Report of …`."""
# `for the year ended 31`, `December 2025`
_DAY = re.compile(r"\b(?:[12]?[0-9]|3[01])$")
_MONTH = re.compile(rf"(?:{'|'.join(ENGLISH.months)})\b")
# What stands for itself on a line, whatever is set like it above and below.
_ALONE = frozenset(
    (
        Particular.SYMBOL, Particular.DATE, Particular.LANGUAGE, Particular.LABEL, Particular.SESSION,
        Particular.VENUE, Particular.AGENDA,
    )
)  # fmt: skip
# United Nations documents are set in 10 points, authors in 12, titles in 12 to 17, the organ at the head in 15 or more.
_RUNNING_TYPE, _TITLE_TYPE, _MASTHEAD_TYPE = 10.5, 13.5, 15.0
_OTHER_COLUMN = 35  # characters: a typed masthead's right column is set in by about 40, centred titles by less
_STARS = re.compile(r"[*†]+(?:, ?[*†]+)*,?$")


@dataclass(slots=True)
class Entry:
    """Lines that are set alike and read on from one to the next; `place` counts the lines above its last one."""

    text: str
    line: Line
    place: int
    page: int

    @property
    def particular(self) -> Particular | None:
        """The kind of particular that it is; None where it may be the title."""
        return _particular(self.line, self.text)


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The entries of `lines`, in order of their first lines; organs' names are put together across columns."""
    entries: list[Entry] = []
    for place, line in enumerate(lines):
        text = _STARS.sub("", collapse(line.text)).strip()
        if not text:
            continue
        before = next((each for each in reversed(entries) if _goes_on(each, text, lines, place)), None)
        if before is None:
            entries.append(Entry(text, line, place, line.page or 1))
        else:
            before.text, before.line, before.place = _read_together(before.text, text), line, place
    return entries


def _read_together(text: str, following: str) -> str:
    """Two lines as one; the hyphen with which a program broke a word is taken off."""
    broken = text.endswith(SOFT_HYPHEN) and begins_in_lower_case(following)
    return f"{text[:-1]}{following}" if broken else f"{text} {following}"


def title_of(entries: Sequence[Entry]) -> str | None:
    """The title among `entries`: the case of a judgment, else what is set largest below the masthead's particulars."""
    case = _case(entries)
    if case is not None:
        return case
    body = _below_masthead(entries)
    named = list(filter(_may_be_title, body))
    numbered = next((entry for entry in named if TITLE_NUMBER.match(entry.text)), None)
    if numbered is not None:
        return TITLE_NUMBER.sub("", numbered.text)
    named = [entry for entry in named if not is_adopted(entry.text)] or named
    displayed = _displayed(named)
    if displayed:
        return ": ".join(entry.text for entry in _read_on(displayed))
    return _plain_title(entries, body, named)


def _plain_title(entries: Sequence[Entry], body: Sequence[Entry], named: Sequence[Entry]) -> str | None:
    """The title where none of `named` is displayed: in a typescript the last above its author, else one in capitals.

    Further down, as in the contents of a record, there may be others in capitals. None where nothing may be a title.
    """
    typed = _is_typed(entries)
    author = next((place for place, entry in enumerate(body) if entry.particular is Particular.AUTHOR), 0)
    above = [entry for entry in body[:author] if typed and entry in named]
    capitals = [entry for entry in named if in_capitals(entry.text)]
    others = [entry for entry in body if entry.particular in (Particular.AUTHOR, Particular.SESSION)]
    found = (*above[-1:], *capitals[:1], *(named[-1:] if typed else ()), *others[-1:])
    return found[0].text if found else None


def _case(entries: Sequence[Entry]) -> str | None:
    """The name of the case that a judgment is on: the parties, which stand above and below `v.`; None for none.

    What they are (`(Applicant)`) may stand below each.
    """
    texts = (_IN_PARENTHESES.sub("", entry.text).strip() for entry in entries)
    match = _CASE.search("\n".join(filter(None, texts)))
    return f"{match['one']} v. {match['other']}" if match else None


def _is_typed(entries: Sequence[Entry]) -> bool:
    """Whether nothing is set larger or in bold, as in typescripts."""
    first = entries[0].line
    return all(not entry.line.bold and entry.line.size == first.size for entry in entries)


def is_adopted(text: str) -> bool:
    """Whether `text` says when another was adopted: `Resolution adopted by the Human Rights Council on 8 July 2025`."""
    return any(word in " ".join(text.lower().split()[:_FIRST_WORDS]) for word in _ADOPTED)


def _displayed(named: Sequence[Entry]) -> list[Entry]:
    """Those of `named` on the first page of any that are set larger than running text, or in bold."""
    found = [entry for entry in named if entry.line.bold or (entry.line.size or 0) > _RUNNING_TYPE]
    return [entry for entry in found if entry.page == found[0].page]


def _may_be_title(entry: Entry) -> bool:
    """Whether `entry` may be the title; an author's line may where it is set like one."""
    if entry.particular is Particular.AUTHOR:
        return not is_author(entry.text) or (entry.line.size or 0) >= _TITLE_TYPE
    return entry.particular is None and any(map(str.isalpha, entry.text)) and entry.text[:1] not in ("(", "[")


def _read_on(named: Sequence[Entry]) -> list[Entry]:
    """The entries set in the largest type, and the one below them where it goes on with the title."""
    largest = max((entry.line.size or 0, entry.line.bold) for entry in named)
    kept = [entry for entry in named if (entry.line.size or 0, entry.line.bold) == largest]
    below = named[named.index(kept[-1]) + 1 :]
    goes_on = below and below[0].line.bold and (below[0].line.size or 0) > _RUNNING_TYPE
    return [*kept, below[0]] if goes_on and below[0].particular is None else kept


def _below_masthead(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries below the lines that say who gets the document, when and in which language it was issued."""
    last = -1
    for place, entry in enumerate(entries):
        if entry.page != entries[0].page:
            break
        distribution = entry.text.lower().startswith(ENGLISH.masthead.distribution.lower().rstrip("r."))
        issued = entry.particular in (Particular.DATE, Particular.LANGUAGE) and not is_bracketed(entry.text)
        if distribution or (last >= 0 and issued):
            last = place
    return entries[last + 1 :]


def _particular(line: Line, text: str) -> Particular | None:
    """The kind of particular that `text`, set as `line` is, may be; in large type the name of an agenda is a title."""
    found = particular_of(text)
    large = (line.size or 0) > _RUNNING_TYPE and not any(map(str.isdigit, text))
    return None if found is Particular.AGENDA and large else found


def _goes_on(entry: Entry, text: str, lines: Sequence[Line], place: int) -> bool:
    """Whether `text` of the line at `place` goes on with `entry`.

    Then it is set alike, right below it or, in another column's company, near.
    """
    line, before, right_below = lines[place], entry.line, place == entry.place + 1
    if not _are_set_alike(before, line) or entry.particular in _ALONE:
        return False
    near = place - entry.place <= _FARTHEST and line.gap <= 1
    if near and reads_on(entry.text, text):
        return right_below or before.indent == line.indent
    if _particular(line, text) in _ALONE or _is_another_organ(entry, line, text):
        return False
    if line.gap == 0 and near and _is_in_column(before, line, lines[entry.place + 1 : place]):
        return True
    return near and before.indent == line.indent and _is_large(line) and _particular(line, text) is None


def _are_set_alike(before: Line, line: Line) -> bool:
    return (before.size, before.bold, before.page) == (line.size, line.bold, line.page)


def _is_large(line: Line) -> bool:
    return (line.size or 0) >= _MASTHEAD_TYPE


def _is_in_column(before: Line, line: Line, between: Sequence[Line]) -> bool:
    """Whether `line` stands in the column of `before`: right below it, or as far in, with another's lines `between`."""
    if not between:
        return line.indent - before.indent < _OTHER_COLUMN
    return before.indent == line.indent and all(other.indent - line.indent >= _OTHER_COLUMN for other in between)


def _is_another_organ(entry: Entry, line: Line, text: str) -> bool:
    """Whether `line` is an organ's name for itself, below another or among agenda items; in a title it is a part."""
    small = (line.size or 0) <= _RUNNING_TYPE and " " in text
    return particular_of(text) is Particular.ORGAN and (small or particular_of(entry.text) is Particular.ORGAN)


def reads_on(text: str, following: str) -> bool:
    """Whether `text` is incomplete without what follows it, or that without it."""
    if _DAY.search(text) and _MONTH.match(following):
        return True
    return text.split()[-1].lower() in _LINKING or begins_in_lower_case(following) or following[:1] == "("
