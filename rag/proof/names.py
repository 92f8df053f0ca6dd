"""Names, symbols and short forms of a sentence that do not stand in what it cites."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from index.language.english.language import ENGLISH
from index.search.bm25 import stop_words, terms
from index.symbols import symbol_key
from rag.answering.checks.figures import figures
from rag.answering.checks.named import Named, named_in, plain
from rag.proof.missing import Missing
from rag.proof.source import Source

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# What a sentence, or a title in quotation marks, begins with is no name for that.
_BEGINS = re.compile(r"(?:^|[.:;!?]\s+|[“\"‘(])[“\"‘'(]*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+[^\s.,;:)\]”\"']")
_MONTHS = {number: name.lower() for number, name in enumerate(ENGLISH.months, 1)}
_DAY = re.compile(r"--(\d\d)-\d\d")
_SHORT = dict(ENGLISH.checks.short_forms)
_LETTERS = 4  # that the forms of a name share: `Nigeria` and `Nigerian`
_ENDING = 3


def missing_names(sentence: str, sources: Sequence[Source], short_forms: Mapping[str, str]) -> tuple[Missing, ...]:
    """The names of `sentence` that neither `sources` nor what is known of them have, in order."""
    text = "\n".join(chain.from_iterable((each.text, each.about) for each in sources))
    held = _Names(text, short_forms)
    return tuple(Missing("name", each) for each in dict.fromkeys(_missing(sentence, held)))


class _Names:
    """What a text can be called to name."""

    def __init__(self, text: str, short_forms: Mapping[str, str]) -> None:
        self.text = text
        self.plain = plain(text)
        self.words = frozenset(_words(self.plain))
        self.stems = frozenset(terms(text))
        self.symbols = symbol_key(text)
        self.short_forms = short_forms
        days = (_DAY.fullmatch(each.value) for each in figures(text))
        self.months = frozenset(_MONTHS[int(each[1])] for each in days if each)
        long = (
            long for short, long in {**_SHORT, **short_forms}.items() if re.search(rf"\b{re.escape(short)}\b", text)
        )
        self.spelled = frozenset(_words(plain(" ".join(long))))

    def has_word(self, word: str) -> bool:
        """Whether the text has `word`, in another form too, or a date or a short form that stands for it."""
        key = plain(word).removesuffix("'s").rstrip("'")
        if key in self.words | self.months | self.spelled or key.removesuffix("s") in self.words:
            return True
        if set(terms(word)) & self.stems:
            return True
        # `Kyrgyz` and `Kyrgyzstan`, `Nigerian` and `Nigeria`
        least = max(_LETTERS, len(key) - _ENDING)
        return any(each[:least] == key[:least] for each in self.words if len(each) >= least) and len(key) > _LETTERS

    def has_short(self, short: str) -> bool:
        """Whether the text has the short form, or what it stands for."""
        bare = short.replace("-", "").removesuffix("s")
        if bare.lower() in plain(self.text.replace("-", "")):
            return True
        long = self.short_forms.get(short) or self.short_forms.get(short.removesuffix("s")) or _SHORT.get(short)
        return long is not None and plain(long) in self.plain


def _missing(sentence: str, held: _Names) -> Iterator[str]:
    for match in _ADDRESS.finditer(sentence):
        if plain(match[0]).rstrip("/") not in held.plain:
            yield match[0]
    rest = _ADDRESS.sub(lambda match: "·" * len(match[0]), sentence)
    known = list[str]()
    for named in named_in(rest):
        if _has_named(named, held):
            known.append(plain(named.words))
        elif named.kind in ("symbol", "resolution", "acronym"):
            yield named.words
    yield from _missing_words(rest, held, " ".join(known))


def _has_named(named: Named, held: _Names) -> bool:
    if named.kind == "symbol":
        return any(symbol_key(each) in held.symbols for each in named.forms)
    if named.kind == "acronym":
        return any(held.has_short(each) for each in named.forms)
    if named.kind == "country":
        return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", held.plain) for each in named.forms)
    # Figures are held against the text elsewhere.
    return named.kind in ("figure", "year", "period", "resolution")


def _missing_words(sentence: str, held: _Names, known: str) -> Iterator[str]:
    """Words with a capital that no text has; small words and what is `known` under another name are none."""
    for match in _WORD.finditer(sentence):
        word = match[0]
        if not word[0].isupper() or word.lower() in stop_words() or len(word) == 1:
            continue
        begins = _BEGINS.search(sentence[: match.start()]) is not None
        if begins and not _goes_on(sentence[match.end() :]):
            continue
        if not held.has_word(word) and plain(word).removesuffix("'s") not in known:
            yield word


def _goes_on(after: str) -> bool:
    """Whether a name goes on after its first word, so that this is of the name: `Egmont Group`, not `Speakers said`."""
    return re.match(r"\s[A-Z][\w-]", after) is not None


def _words(text: str) -> list[str]:
    found = _WORD.findall(text)
    return [*found, *(part for each in found for part in re.split("[-'’]", each))]
