"""The runs of a page: characters that one drawing instruction sets, with their place, size and font.

Asking pdfium for every character would cost more than reading the page does, so the text is fetched whole, and places
are asked for at the ends of runs only: an instruction sets characters of one line in one font.
"""

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\r\n]+")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_BAR_CODE_NAME = re.compile(r"bar ?code|3 ?of ?9|code ?(?:39|128)", re.IGNORECASE)
# Font descriptor flags, ISO 32000-1, table 123: bit 7 italic, bit 19 force bold.
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
# Text rendering modes, ISO 32000-1, table 106.
_FILL_AND_STROKE = 2
_INVISIBLE = 3
_LONGEST_FONT_NAME = 256
_NO_CHARACTER = 0xFFFD
# Letters are this wide on average at most, in sizes of the font (capitals of a bold one); where they seem wider, there
# are gaps between words, of which those from the second figure on part columns.
_WIDEST_LETTERS, _WIDE_GAP = 0.62, 1.25


class Style(NamedTuple):
    """What a font's name and flags say of the letters set in it."""

    bold: bool = False
    italic: bool = False
    bar_code: bool = False


class PlacedRun(NamedTuple):
    """A run where the file puts it.

    `x`, `y` is where its first character stands, `end_x`, `end_y` the far corner of its last one, `angle` what it is
    turned by against the clock: 0, 90, 180 or 270 degrees. `size` is in points as it appears; `spaced` tells that a
    space of the file follows, and not one that pdfium puts where it sees a gap; `hidden` that it is drawn invisibly.
    """

    text: str
    x: float
    y: float
    end_x: float
    end_y: float
    angle: int
    size: float
    style: Style
    spaced: bool
    hidden: bool


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401
    """The function `name` of pdfium with addresses as plain numbers; making pointer objects takes most of a call.

    It keeps Python's lock, which is quicker to do than to undo for calls this short; pdfium knows no threads anyway.
    """
    place = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(place or 0)


_ADDRESS, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
_text_object = _function("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
_font_of = _function("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
_render_mode = _function("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
_font_size = _function("FPDFText_GetFontSize", _DOUBLE, _ADDRESS, _INT)
_matrix = _function("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
_char_box = _function("FPDFText_GetCharBox", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
_char_origin = _function("FPDFText_GetCharOrigin", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)


class _Numbers:
    """Where pdfium writes places: the sides of a box (left, right, bottom, top) or a point, and a matrix."""

    __slots__ = ("box", "matrix", "matrix_address", "sides")

    def __init__(self) -> None:
        self.box = (ctypes.c_double * 4)()
        self.matrix = (ctypes.c_float * 6)()
        first = ctypes.addressof(self.box)
        self.sides = tuple(first + 8 * place for place in range(4))
        self.matrix_address = ctypes.addressof(self.matrix)


@dataclass(slots=True)
class PageCharacters:
    """The characters of one loaded page. `text_page` is pdfium's; nothing of it may be used once it is closed."""

    text_page: Any
    text: str = field(init=False)
    _address: int | None = field(init=False)
    _styles: dict[int, Style] = field(init=False, default_factory=dict)
    _numbers: _Numbers = field(init=False, default_factory=_Numbers)

    def __post_init__(self) -> None:
        self._address = ctypes.cast(self.text_page, ctypes.c_void_p).value
        self.text = _text_of(self.text_page)

    def placed_runs(self) -> Iterator[PlacedRun]:
        """The runs of the page in the order of the file."""
        for line in _LINE.finditer(self.text):
            words = [match.span() for match in _WORD.finditer(self.text, line.start(), line.end())]
            if words:
                yield from self._runs_of(words)

    def _runs_of(self, words: list[tuple[int, int]]) -> Iterator[PlacedRun]:
        """The runs of a line of words, given by their first and last places."""
        address = self._address
        first, last = words[0][0], words[-1][1]
        handle = _text_object(address, first)
        if handle == _text_object(address, last - 1):
            yield from self._parted(handle, first, last, spaced=True)
            return
        handles = [_text_object(address, start) for start, _ in words[1:]]
        starts = [start for start, _ in words[1:]]
        for (_, end), following, start in zip(words, [*handles, None], [*starts, last], strict=True):
            if handle == following:
                continue
            for place in self._inner_ends(handle, first, end):
                yield from self._parted(handle, first, place, spaced=False)
                first, handle = place, _text_object(address, place)
            if handle != following:
                spaced = end < last and _text_object(address, end) is not None
                yield from self._parted(handle, first, end, spaced=spaced)
                first, handle = start, following

    def _inner_ends(self, handle: int | None, first: int, end: int) -> list[int]:
        """The places inside the last word before `end` where another instruction goes on; `handle` sets its first."""
        address = self._address
        if _text_object(address, end - 1) == handle:
            return []
        start = max(first, self.text.rfind(" ", first, end) + 1)
        handles = [_text_object(address, place) for place in range(start, end)]
        return [start + place for place in range(1, len(handles)) if handles[place] != handles[place - 1]]

    def _parted(self, handle: int | None, first: int, end: int, *, spaced: bool) -> Iterator[PlacedRun]:
        """The run from `first` to `end`, in parts where it has wide gaps inside, as a contents list set by one line."""
        run = self._placed(handle, first, end, spaced=spaced)
        if run.angle or run.end_x - run.x < _WIDEST_LETTERS * run.size * (end - first) or " " not in run.text:
            yield run
            return
        words = [match.span() for match in _WORD.finditer(self.text, first, end)]
        parts = [self._placed(handle, *word, spaced=True) for word in words]
        start = 0
        for place in range(1, len(parts) + 1):
            if place == len(parts) or parts[place].x - parts[place - 1].end_x > _WIDE_GAP * run.size:
                text = self.text[words[start][0] : words[place - 1][1]]
                ends = spaced if place == len(parts) else False
                yield parts[start]._replace(text=text, end_x=parts[place - 1].end_x, spaced=ends)
                start = place

    def _placed(self, handle: int | None, first: int, end: int, *, spaced: bool) -> PlacedRun:
        address, numbers = self._address, self._numbers
        box, sides = numbers.box, numbers.sides
        _matrix(address, first, numbers.matrix_address)
        cosine, sine, slant, scale, _, _ = numbers.matrix
        angle = 0 if cosine > abs(sine) else _angle(cosine, sine)
        _char_box(address, end - 1, *sides)
        left, right, bottom, top = box
        end_x = left if angle == 180 else right
        end_y = bottom if angle == 270 else top
        _char_origin(address, first, sides[0], sides[1])
        size = round(_font_size(address, first) * (math.hypot(slant, scale) if slant else abs(scale)), 1)
        mode = _render_mode(handle) if handle else 0
        style = self._style(handle)
        if mode == _FILL_AND_STROKE:
            style = style._replace(bold=True)
        text = self.text[first:end]
        return PlacedRun(text, box[0], box[1], end_x, end_y, angle, size, style, spaced, mode == _INVISIBLE)

    def _style(self, handle: int | None) -> Style:
        font = _font_of(handle) if handle else None
        if not font:
            return Style()
        known = self._styles.get(font)
        if known is None:
            known = self._styles[font] = _style_of(ctypes.cast(font, pdfium.FPDF_FONT))
        return known


def _text_of(text_page: object) -> str:
    """The characters of a page, as many as pdfium counts, so that places in it are pdfium's."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    units = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, units)
    text = bytes(units)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page, place) or _NO_CHARACTER) for place in range(count))


def _style_of(font: object) -> Style:
    name_bytes = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, name_bytes, _LONGEST_FONT_NAME)
    name = name_bytes.value.decode("utf-8", "replace")
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    return Style(
        bold=bool(flags & _FORCE_BOLD_FLAG) or _BOLD_NAME.search(name) is not None,
        italic=bool(flags & _ITALIC_FLAG) or _ITALIC_NAME.search(name) is not None,
        bar_code=_BAR_CODE_NAME.search(name) is not None,
    )


def _angle(cosine: float, sine: float) -> int:
    """The quarter turn nearest to a direction, in degrees."""
    if abs(sine) > abs(cosine):
        return 90 if sine > 0 else 270
    return 180 if cosine < 0 else 0
