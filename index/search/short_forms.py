"""Short forms that the documents themselves explain, such as `Financial Action Task Force (FATF)`.

The matching rule is Schwartz and Hearst's, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 2003: read the short form from its end, each letter must occur in order in
the words before the parenthesis, the first letter at the start of a word. A name begins with a capital; a term in
small letters, such as `nationally determined contributions (NDCs)`, must have each letter at the start of a word.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from index.language.english.sayings import SHORT_FORMS

_SHORT = r"[A-Z][A-Za-z0-9&-]{1,9}"
_OPEN, _CLOSE = "[“‘\"']?", "[”’\"']?"
_ARTICLE = f"(?:{SHORT_FORMS.article})?"
# `Name (FATF)`, `Name (“FATF”)`, `Name (hereinafter “FATF”)`, `Name (FATF; see para. 3)`
_BRACKETED = re.compile(
    rf"\((?:{SHORT_FORMS.announced} )?{_ARTICLE}{_OPEN}(?P<short>{_SHORT}){_CLOSE}(?=[;,)])[^()]{{0,80}}\)"
)
# `Name, or FATF,`
_ALSO = re.compile(rf"{SHORT_FORMS.also} {_ARTICLE}{_OPEN}(?P<short>{_SHORT}){_CLOSE}(?![\w-])")
# `FATF (Name)`, `FATF, the Name,`
_SHORT_FIRST = re.compile(
    rf"(?<![\w-])(?P<short>{_SHORT}){_CLOSE}"
    rf"(?: \({_ARTICLE}{_OPEN}(?P<inside>[^()“”]{{4,120}}){_CLOSE}\)"
    rf"|, {_ARTICLE}(?P<after>[A-Z][^,;.()]{{4,120}})[,;.])"
)
# What every short form has, so that most paragraphs need not be read for the rest.
_TWO_CAPITALS = re.compile(r"[A-Z][a-z0-9&-]{0,8}[A-Z]")
_LEAST_CAPITALS = 0.4  # of the letters of a short form: `StAR`, not `Al-Shabaab`
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
# The end of a sentence, or an explanation of its own.
_NO_NAME = re.compile(r"[()“”]|[.:;!?] ")
_PIECE = re.compile(r"[^\W_]+")
# Characters before a parenthesis that are read: a short form of ten letters has at most fifteen words before it, and
# the fifteen longest words in a row of the five documents have 170 characters.
_WINDOW = 400


def short_forms(texts: Iterable[str]) -> dict[str, str]:
    """Short form -> the long form that the texts most often give it."""
    return most_given(short_form_counts(texts))


def short_form_counts(texts: Iterable[str]) -> dict[str, dict[str, int]]:
    """Short form -> each long form that the texts give it, and how often they do."""
    counts: dict[str, dict[str, int]] = {}
    for text in texts:
        for short, long in _pairs(text):
            forms = counts.setdefault(short, {})
            forms[long] = forms.get(long, 0) + 1
    return counts


def added_up(
    ours: Mapping[str, Mapping[str, int]], theirs: Mapping[str, Mapping[str, int]]
) -> dict[str, dict[str, int]]:
    """The counts of `ours` and of `theirs` together."""
    return {short: dict(Counter(ours.get(short, {})) + Counter(theirs.get(short, {}))) for short in {**ours, **theirs}}


def taken_off(
    ours: Mapping[str, Mapping[str, int]], theirs: Mapping[str, Mapping[str, int]]
) -> dict[str, dict[str, int]]:
    """The counts of `ours` without those of `theirs`."""
    left = {short: dict(Counter(forms) - Counter(theirs.get(short, {}))) for short, forms in ours.items()}
    return {short: forms for short, forms in left.items() if forms}


def most_given(counts: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Short form -> the long form that it is given most often by `counts`, of equal ones the shortest.

    That does not depend on the order of the texts.
    """
    return {
        short: min(forms, key=lambda long: (-forms[long], len(long), long)) for short, forms in sorted(counts.items())
    }


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Short forms and the names that `text` says they stand for, as often as it says so."""
    if not _TWO_CAPITALS.search(text):
        return
    for pattern in (_BRACKETED, _ALSO):
        for match in pattern.finditer(text):
            if _is_short(match["short"]) and (long := _long_form(match["short"], _window(text, match.start()))):
                yield match["short"], long
    for match in _SHORT_FIRST.finditer(text):
        short, name = match["short"], match["inside"] or match["after"]
        if _is_short(short) and _explains(short, name, in_brackets=match["inside"] is not None):
            yield short, name


def _explains(short: str, name: str, *, in_brackets: bool) -> bool:
    """Whether `name`, which follows `short`, is what it stands for."""
    if in_brackets:
        return _long_form(short, name) == name
    # Between commas stand the entries of lists as well, in which letters occur in order by chance.
    return _initials_start(short, name) == 0


def _is_short(form: str) -> bool:
    capitals, letters = sum(map(str.isupper, form)), sum(map(str.isalpha, form))
    return capitals > 1 and capitals >= _LEAST_CAPITALS * letters


def _window(text: str, end: int) -> str:
    """The whole words of `text` before `end` that a name may be made of."""
    start = max(0, end - _WINDOW)
    while 0 < start < end and text[start - 1].isalnum():
        start += 1
    return text[start:end]


def _long_form(short: str, before: str) -> str | None:
    """The words at the end of `before` that `short` stands for, or None."""
    words = list(_WORD.finditer(before))[-min(len(short) + 5, len(short) * 2) :]
    if not words:
        return None
    window = before[words[0].start() :].rstrip(" ,”’\"'")
    place = _name_start(short, window)
    if place is None:
        place = _initials_start(short, window)
    if place is None:
        return None
    long = window[place:]
    if _NO_NAME.search(long):
        return None
    return long if len(long) > len(short) and len(_WORD.findall(long)) > 1 else None


def _name_start(short: str, window: str) -> int | None:
    """Where in `window` the name that ends it and that `short` stands for begins with a capital, if it does."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    place = len(window)
    for i in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and not _fits(window, place, letters[i], starts_word=i == 0):
            place -= 1
        if place < 0:
            return None
    return place


def _fits(window: str, place: int, letter: str, *, starts_word: bool) -> bool:
    if window[place].lower() != letter:
        return False
    # A name starts with a capital: `Organization of American States (OAS)` does not start at `of`.
    return not starts_word or (window[place].isupper() and (place == 0 or not window[place - 1].isalnum()))


def _initials_start(short: str, window: str) -> int | None:
    """Where in `window` the words that end it begin whose first letters are those of `short`, if there are such.

    Small words and what follows a hyphen may be left out: `land use, land-use change and forestry (LULUCF)`.
    """
    letters = [letter.lower() for letter in _without_plural(short) if letter.isalnum()]
    for word in reversed(list(_PIECE.finditer(window))):
        if word[0][0].lower() == letters[-1]:
            letters.pop()
            if not letters:
                return word.start()
        elif word[0].lower() not in SHORT_FORMS.unsaid and window[word.start() - 1 : word.start()] != "-":
            return None
    return None


def _without_plural(short: str) -> str:
    """A short form in the singular: `SDG` of `SDGs`."""
    return short.removesuffix("s") if len(short) > 2 else short
