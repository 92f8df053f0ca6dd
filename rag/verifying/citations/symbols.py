"""Symbols that a draft writes wrongly: as no symbol is written, or nearly as that of a document that is held."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.symbols import each_symbol, is_symbol, symbol_key

# What a symbol can look like with a space too many or strokes the wrong way round: `A/RES/ 73/6`, `A\RES\73\6`.
_WRITTEN = re.compile(
    r"(?<![\w/\\.])[A-Z]{1,8}"
    r"(?:\s?[/\\]\s?(?:[A-Z][A-Za-z]{0,7}\.?[0-9]*(?:\.[0-9]+)*|[0-9OIl][A-Za-z0-9.-]*))+(?![\w/\\])"
)
# The first elements of the main series of symbols (ST/LIB/SER.B/5/Rev.5); others are those of the documents held.
_SERIES = frozenset("A S E T ST TD DP CAC CCPR CEDAW CAT CRC CRPD CERD HRI ICCD FCCC UNEP JIU LC NPT BWC".split())
_FIGURE_LETTERS = str.maketrans("OIl", "011")
# `19O` is meant to be 190; `CONF.67` has an O of its own.
_MISREAD = re.compile(r"(?=\D*\d)[0-9OIl]+")
_NOTHING_BUT_SIGNS = re.compile(r"[^0-9A-Z]+")
# How the symbols of series that are cited most go on (ST/LIB/SER.B/5/Rev.5); what begins so and goes on otherwise is
# written wrongly.
_FORMS = (
    (
        "A/RES/",
        re.compile(r"A/RES/(?:(?:ES-|S-)?\d{1,3}/\d{1,4}(?:\s?[A-Z])?|\d{1,4}\s?[A-Z]?\s?\([A-Z-]+\))(?:/\w.*)?"),
    ),
    ("A/HRC/RES/", re.compile(r"A/HRC/RES/(?:S-)?\d{1,3}/\d{1,3}")),
    ("S/RES/", re.compile(r"S/RES/\d{1,4}(?:\s?\(\d{4}\))?")),
    ("E/RES/", re.compile(r"E/RES/\d{4}/\d{1,3}")),
)


@dataclass(frozen=True, slots=True)
class Repair:
    """What a draft writes at `text[start:end]` in place of the symbol `meant`."""

    start: int
    end: int
    written: str
    meant: str


class HeldSymbols:
    """The symbols of the documents held, to be compared with those that a draft writes."""

    def __init__(self, symbols: Iterable[str | None]) -> None:
        self._all = tuple(dict.fromkeys(each for symbol in symbols for each in each_symbol(symbol)))
        self._series = _SERIES | {each.split("/")[0] for each in self._all}
        self._by_letters = {_letters(each): each for each in self._all}

    def repaired(self, text: str) -> tuple[str, tuple[Repair, ...]]:
        """`text` with symbols that have spaces or strokes the wrong way round written rightly, and these.

        It is as long as it was: what a symbol loses in length stands as spaces after it.
        """
        repairs: list[Repair] = []
        pieces: list[str] = []
        end = 0
        for match in _WRITTEN.finditer(text):
            meant = _plainly(match[0])
            if meant != match[0] and is_symbol(meant) and meant.split("/")[0] in self._series:
                repairs.append(Repair(*match.span(), match[0], meant))
                pieces += [text[end : match.start()], meant.ljust(len(match[0]))]
                end = match.end()
        return "".join([*pieces, text[end:]]), tuple(repairs)

    def same_letters(self, symbol: str) -> str | None:
        """The symbol held with the letters and figures of `symbol` and other signs between them, or None."""
        held = self._by_letters.get(_letters(symbol))
        return held if held is not None and symbol_key(held) != symbol.replace(" ", "") else None

    def is_of_a_series(self, symbol: str) -> bool:
        """Whether `symbol` begins, in capitals, as those of a series do; a path of an address does not."""
        return symbol.upper().split("/")[0] in self._series

    def near(self, symbol: str) -> tuple[str, ...]:
        """The symbols held that differ from `symbol` by one figure or letter, or by two that changed places."""
        key = symbol_key(symbol)
        return tuple(each for each in self._all if _is_one_slip(key, symbol_key(each)))


def is_malformed(symbol: str) -> bool:
    """Whether `symbol` begins like those of a series of which it cannot be."""
    begun = next((form for begins, form in _FORMS if symbol.upper().startswith(begins)), None)
    return begun is not None and begun.fullmatch(symbol) is None


def _plainly(written: str) -> str:
    """A symbol without spaces, its strokes one way, with figures where letters that look like them stand among some."""
    first, *others = re.sub(r"\s", "", written).replace("\\", "/").split("/")
    figures = (each.translate(_FIGURE_LETTERS) if _MISREAD.fullmatch(each) else each for each in others)
    return "/".join([first, *figures])


def _letters(symbol: str) -> str:
    return _NOTHING_BUT_SIGNS.sub("", symbol_key(symbol))


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter was changed, left out, put in or exchanged with its neighbour between the two."""
    if one == other or abs(len(one) - len(other)) > 1 or one[:2] != other[:2]:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, its = one[start:], other[start:]
    changed = rest[1:] == its[1:]
    exchanged = rest[:2] == its[1::-1] and rest[2:] == its[2:]
    return any((changed, exchanged, rest[1:] == its, rest == its[1:]))


def near_misses(symbol: str, held: HeldSymbols) -> Iterator[str]:
    """The symbols held that `symbol` may stand for, the likeliest first."""
    if same := held.same_letters(symbol):
        yield same
    yield from held.near(symbol)
