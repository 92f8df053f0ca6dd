"""The runs of a page: characters that one drawing instruction sets, with their place, size and font.

Asking pdfium for every character would cost more than reading the page does, so the text is fetched whole, and places
are asked for at the ends of runs only: an instruction sets characters of one line in one font.
"""

import ctypes
import math
import re
from typing import NamedTuple

import pypdfium2_raw as pdfium

from index.readers.letters import is_odd, mended
from index.readers.pdf.bindings import (
    char_box,
    char_matrix,
    char_origin,
    font_of,
    font_size,
    render_mode,
    text_object,
)
from index.readers.pdf.geometry import Run

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
_LONGEST_FONT_NAME = 256  # bytes; a name in PDF has 127 at most (ISO 32000-1, annex C)
_NO_CHARACTER = 0xFFFD  # U+FFFD, the replacement character
# Letters of no size are taken to have this one, in points.
_SMALLEST = 0.1
# Letters are this wide on average at most, in sizes of the font (capitals of a bold one); where they seem wider, there
# are gaps between words, of which those from the second figure on part columns.
_WIDEST_LETTERS, _WIDE_GAP = 0.62, 1.25


class Style(NamedTuple):
    """What a font's name and flags say of the letters set in it."""

    bold: bool = False
    italic: bool = False
    bar_code: bool = False


class TurnedRun(NamedTuple):
    """A run that does not run to the right, where the file puts it; `run` has its text and how its letters are set.

    `x`, `y` is where its first character stands, `end_x`, `end_y` the far corner of its last one, `angle` what it is
    turned by against the clock: 90, 180 or 270 degrees.
    """

    run: Run
    x: float
    y: float
    end_x: float
    end_y: float
    angle: int


class PageCharacters:
    """The characters of one loaded page. `text_page` is pdfium's; nothing of it may be used once it is closed."""

    def __init__(self, text_page: object) -> None:
        self.text = _text_of(text_page)
        self._page = text_page
        self._odd = is_odd(self.text)
        self._styles: dict[int, Style] = {}
        self._sizes: dict[tuple[float, float, float], float] = {}
        # Where pdfium writes places: the sides of a box (left, right, bottom, top) or a point, and a matrix.
        self._box = (ctypes.c_double * 4)()
        self._sides = tuple(ctypes.byref(self._box, ctypes.sizeof(ctypes.c_double) * place) for place in range(4))
        self._matrix = (ctypes.c_float * 6)()

    def runs(self) -> list[Run | TurnedRun]:
        """The runs of the page in the order of the file."""
        found: list[Run | TurnedRun] = []
        text = self.text
        for line in _LINE.finditer(text):
            whole = line[0]
            bare = whole.strip()
            if bare:
                first = line.start() + len(whole) - len(whole.lstrip())
                self._add_line(first, first + len(bare), found)
        return found

    def _add_line(self, first: int, last: int, found: list[Run | TurnedRun]) -> None:
        """Adds the runs of a line of characters."""
        page, text = self._page, self.text
        handle, final = text_object(page, first), text_object(page, last - 1)
        while handle != final:
            following, its = self._following(handle, first, last - 1, final)
            end = first + len(text[first:following].rstrip())
            # A space that pdfium puts where it sees a gap belongs to no instruction.
            spaced = end < following and text_object(page, end) is not None
            self._add(handle, first, end, found, spaced=spaced)
            if end < following and isinstance(run := found[-1], Run):
                found[-1] = run._replace(gapped=True)
            first, handle = following, its
        self._add(handle, first, last, found, spaced=True)

    def _following(self, handle: int | None, low: int, high: int, final: int | None) -> tuple[int, int | None]:
        """The place of the first character seen after `low` that another instruction than `handle` sets, and which.

        `handle` sets the character at `low`, and `final` the one at `high`. What an instruction sets stands together,
        so the place is found by halving.
        """
        page, text = self._page, self.text
        while high - low > 1:
            middle = (low + high) // 2
            seen = middle
            while seen < high and text[seen].isspace():
                seen += 1
            if seen == high:
                seen = low + len(text[low:middle].rstrip()) - 1
            if seen == low:
                break
            found = text_object(page, seen)
            if found == handle:
                low = seen
            else:
                high, final = seen, found
        return high, final

    def _add(self, handle: int | None, first: int, end: int, found: list[Run | TurnedRun], *, spaced: bool) -> None:
        """Adds the run from `first` to `end`, in parts where it has wide gaps inside, as lists of contents have."""
        run = self._run(handle, first, end, spaced=spaced)
        found.append(run)
        if isinstance(run, TurnedRun) or run.right - run.left < _WIDEST_LETTERS * run.size * (end - first):
            return
        words = [match.span() for match in _WORD.finditer(self.text, first, end)]
        parts = [part for word in words if isinstance(part := self._run(handle, *word, spaced=False), Run)]
        if len(parts) < 2 or len(parts) != len(words):
            return
        found.pop()
        start = 0
        for place in range(1, len(parts) + 1):
            if place == len(parts) or parts[place].left - parts[place - 1].right > _WIDE_GAP * run.size:
                words_text = " ".join(part.text for part in parts[start:place])
                is_last = place == len(parts)
                found.append(
                    parts[start]._replace(text=words_text, right=parts[place - 1].right, spaced=spaced and is_last)
                )
                start = place

    def _run(self, handle: int | None, first: int, end: int, *, spaced: bool) -> Run | TurnedRun:
        page, box, matrix = self._page, self._box, self._matrix
        one, two, three, four = self._sides
        char_matrix(page, first, matrix)
        size = self._size(font_size(page, first), matrix[2], matrix[3])
        char_box(page, end - 1, one, two, three, four)
        right = box[1]
        bold, italic, bar_code = self._style(handle)
        mode = render_mode(handle) if handle else 0
        bold = bold or mode == _FILL_AND_STROKE
        text = self.text[first:end]
        if self._odd:
            text = mended(text)
        cosine, sine = matrix[0], matrix[1]
        if cosine > abs(sine):
            char_origin(page, first, one, two)
            left, baseline = box[0], box[1]
            if not math.isfinite(left + right + baseline + size):
                left = right = baseline = 0.0
                size = _SMALLEST
            hidden = mode == _INVISIBLE
            return Run(text, left, max(left, right), baseline, size, bold, italic, bar_code, spaced, hidden, False)
        angle = _angle(cosine, sine)
        end_x, end_y = (box[0] if angle == 180 else right), (box[2] if angle == 270 else box[3])
        char_origin(page, first, one, two)
        run = Run(text, 0.0, 0.0, 0.0, size, bold, italic, bar_code, spaced, mode == _INVISIBLE, True)
        place = (box[0], box[1], end_x, end_y)
        return TurnedRun(run, *(place if math.isfinite(sum(place) + size) else (0.0,) * 4), angle)

    def _size(self, of_font: float, across: float, up: float) -> float:
        """The size in points of letters of size `of_font` that a matrix makes larger upwards by `across` and `up`."""
        known = self._sizes.get((of_font, across, up))
        if known is None:
            known = max(_SMALLEST, round(of_font * math.hypot(across, up), 1))
            self._sizes[of_font, across, up] = known
        return known

    def _style(self, handle: int | None) -> Style:
        font = font_of(handle) if handle else None
        if not font:
            return _PLAIN
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
    return 180


_PLAIN = Style()
