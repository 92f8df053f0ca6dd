"""What a question names and a passage that answers it must hold: figures, symbols, countries, people, short forms."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern
from rag.answering.checks.figures import Figure, figures
from rag.citing.mentions.base import Mention
from rag.citing.mentions.table import mentions

NamedKind = Literal["figure", "year", "period", "symbol", "resolution", "country", "person", "name", "acronym"]

NAMES: frozenset[NamedKind] = frozenset({"acronym", "country", "name", "person"})
"""What a passage is not about that does not have it; a figure or a year may be asked about and not held."""

_CHECKS = ENGLISH.checks
_PLACES = ("paragraph", "container", "page", "section", "footnote")
_QUESTIONS_KEPT = 64  # each is asked about before it is answered and after
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


def _named(names: Iterable[str]) -> str:
    """A pattern for any of `names`, the longest first, with a plural or possessive ending."""
    return "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))


_BY_NAME: dict[str, frozenset[str]] = {}
for _forms in _CHECKS.countries:
    for _form in _forms:
        # `Congo` names two countries, and a passage on either will do.
        _BY_NAME[_form] = _BY_NAME.get(_form, frozenset()) | frozenset(each.lower() for each in _forms)
_COUNTRY = LatePattern(
    rf"(?<![\w-])(?:(?P<other>{_named(_CHECKS.not_countries)})|(?P<country>{_named(_BY_NAME)}))s?(?:'s?)?(?![\w-])"
)
_ACRONYM = LatePattern(r"(?<![\w/.&])(?=[\w-]*[A-Z][\w-]*[A-Z\d])[A-Z][A-Za-z]*[\d-]*[A-Z\d][A-Z\d-]*s?(?![\w/])")
_WORD = r"[A-Z][\w'-]*[a-z]\w*"
_NAME = LatePattern(rf"(?P<title>\b{_CHECKS.titles} )?(?P<name>{_WORD}(?: (?:{_CHECKS.particles} )?{_WORD})*)")
_EVENT = LatePattern(rf"\s+(?:[\w-]+\s+){{0,3}}?(?:{_CHECKS.events})\b", re.IGNORECASE)
_BOUND = LatePattern(rf"\b{_CHECKS.bounds}\s*$", re.IGNORECASE)
_PERIOD = LatePattern(r"(?P<first>(?:19|20)[0-9]{2})/(?:19|20)?(?P<last>[0-9]{2})")
_LANGUAGE = LatePattern(_CHECKS.languages)
_PROVISION = LatePattern(rf"\b{ENGLISH.references.provisions}\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a question names, in its words; a passage that holds one of `forms` holds it.

    `forms` are plain words (`plain`), of a figure its value and of a short form itself. A `period` is financial
    (`2024/25`), unless it is called a resolution.
    """

    kind: NamedKind
    words: str
    forms: frozenset[str]


def plain(text: str) -> str:
    """`text` in small letters, without accents, its apostrophes alike."""
    small = text.translate(_APOSTROPHES).lower()
    if small.isascii():
        return small
    decomposed = unicodedata.normalize("NFKD", small)
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def holds_phrase(text: str, phrase: str) -> bool:
    """Whether `text` has the words of `phrase`, in the same letters, or its plural: no part of longer words."""
    # Most texts do not have the letters at all, and a pattern for each phrase takes a while to be compiled.
    return phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}(?:'?s)?(?!\w)", text) is not None


def is_bound(before: str) -> bool:
    """Whether a year that follows on `before` bounds a time only, as in `after 2012`: no text needs to repeat it."""
    return _BOUND.search(before) is not None


@lru_cache(maxsize=_QUESTIONS_KEPT)
def named_in(question: str) -> tuple[Named, ...]:
    """What `question` names, each once; places of documents (`para. 5`) are not among it."""
    text = question.translate(_APOSTROPHES)
    rest, found = _without_mentions(text)
    for read in (_countries, _acronyms, _names):
        rest, own = read(rest)
        found += own
    found += [each for figure in figures(rest) if (each := _figure(figure, rest))]
    return tuple(dict.fromkeys(found))


def _without_mentions(text: str) -> tuple[str, list[Named]]:
    """`text` with blanks for what it mentions by symbol or number, and what must be found again of that."""
    found: list[Named] = []
    for each in mentions(text):
        if each.kind == "symbol":
            found.append(Named("symbol", each.labels[0], frozenset((each.labels[0],))))
        elif each.number:
            found.append(_resolution(each))
        elif each.kind not in _PLACES:
            continue
        text = blanked(text, each.start, each.end)
    return text, found


def _resolution(mention: Mention) -> Named:
    number = mention.number.split(" ")[0].split("(")[0]
    return Named("resolution", mention.number, frozenset((number,)))


def country_spans(text: str) -> list[tuple[int, int]]:
    """Where the names of countries stand in `text`, in order."""
    return [match.span("country") for match in _COUNTRY.finditer(text.translate(_APOSTROPHES)) if match["country"]]


def country_names(text: str) -> list[frozenset[str]]:
    """All names, in plain words, of each country that stands in `text`, in order."""
    named = (named_in(text[start:end]) for start, end in country_spans(text))
    return [frozenset[str]().union(*(each.forms for each in found)) for found in named]


def without_countries(text: str) -> str:
    """`text` with a mark for each letter of the names of countries."""
    for span in country_spans(text):
        text = blanked(text, *span)
    return text


def _countries(text: str) -> tuple[str, list[Named]]:
    found = []
    for match in _LANGUAGE.finditer(text):
        text = blanked(text, *match.span())
    for match in _COUNTRY.finditer(text):
        if name := match["country"]:
            found.append(Named("country", name, frozenset(map(plain, _BY_NAME[name]))))
        text = blanked(text, *match.span())
    return text, found


def _acronyms(text: str) -> tuple[str, list[Named]]:
    found = []
    for match in _ACRONYM.finditer(text):
        if match[0] not in _CHECKS.generic_acronyms and not text.isupper():
            found.append(Named("acronym", match[0], frozenset((match[0],))))
        text = blanked(text, *match.span())
    return text, found


def _names(text: str) -> tuple[str, list[Named]]:
    """People, by their titles or by two names or more; what a sentence begins with is no name."""
    found = []
    for match in _NAME.finditer(text):
        words = match["name"].replace("'s", "").split(" ")
        if not match.start() and not match["title"]:
            words = words[1:]
        own = [each for each in words if each not in _CHECKS.generic_names | _CHECKS.regions]
        # `Native American` and `Mid East` may be said otherwise.
        if own and words[-1] not in _CHECKS.regions and (len(words) > 1 or match["title"]):
            kind: NamedKind = "person" if match["title"] else "name"
            found.append(Named(kind, " ".join(words), frozenset((plain(own[-1]),))))
    return text, found


def _figure(figure: Figure, text: str) -> Named | None:
    words = text[figure.start : figure.end]
    if figure.kind == "ordinal" and not _EVENT.match(text[figure.end :]):
        return None
    if figure.kind == "number" and figure.in_words:
        return None
    if figure.kind == "year" and is_bound(text[: figure.start]):
        return None
    if figure.kind == "fraction":
        period = _as_period(words)
        return Named("period", words, period) if period else Named("resolution", words, frozenset((figure.value,)))
    kind: NamedKind = "year" if figure.kind == "year" else "figure"
    return Named(kind, words, _values(figure, text[: figure.start]))


def _as_period(words: str) -> frozenset[str]:
    """How texts write the financial period that `2024/25` is, also by the days that bound it; nothing for no period."""
    match = _PERIOD.fullmatch(words)
    if match is None or int(match["last"]) != (int(match["first"]) + 1) % 100:
        return frozenset()
    first, last = match["first"], str(int(match["first"]) + 1)
    # The financial period of peacekeeping begins on 1 July (General Assembly resolution 49/233 A).
    short = {f"{first}{dash}{end}" for dash in "/-–" for end in (last, last[2:])}
    return frozenset({f"{first} to 30 june {last}", *short})


def _values(figure: Figure, before: str) -> frozenset[str]:
    """What `figure` comes to in the texts: `CMA 4` is the fourth session, `Article 6.2` is article 6, paragraph 2."""
    value = figure.value
    if figure.kind == "ordinal":
        return frozenset((value, value.removesuffix("th")))
    if figure.kind == "number":
        whole = value.split(".")[0]
        return frozenset((value, f"{value}th", *((whole,) if _PROVISION.search(before) else ())))
    return frozenset((value,))


def blanked(text: str, start: int, end: int) -> str:
    """`text` with a mark for each of its characters from `start` to `end`."""
    return text[:start] + "·" * (end - start) + text[end:]
