"""The content of one page, turned so that most of its text runs from left to right."""

from collections import Counter
from collections.abc import Sequence

import pypdfium2_raw as pdfium

from index.readers.pdf.characters import PageCharacters, TurnedRun
from index.readers.pdf.drawings import drawn_on
from index.readers.pdf.geometry import Box, PageContent, Run


def read_page(document: object, number: int) -> PageContent:
    """The content of page `number` (from 1) of an open document; an empty page where pdfium cannot load it."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return PageContent(number, 0.0, 0.0, ())
    try:
        return _read(page, number)
    finally:
        pdfium.FPDF_ClosePage(page)


def _read(page: object, number: int) -> PageContent:
    width, height = _size(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        placed = PageCharacters(text_page).runs() if text_page else []
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
    turn = _Turn(_main_angle(placed), width, height)
    rules, frames, pictures = (tuple(turn.box(box) for box in boxes) for boxes in drawn_on(page))
    across, up = (height, width) if turn.angle in (90, 270) else (width, height)
    runs = tuple(turn.run(each) for each in placed)
    return PageContent(number, across, up, runs, rules, frames, pictures)


def _size(page: object) -> tuple[float, float]:
    """Width and height before the page is turned for display, since text and drawings are placed before that, too."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return (height, width) if pdfium.FPDFPage_GetRotation(page) % 2 else (width, height)


def _main_angle(placed: Sequence[Run | TurnedRun]) -> int:
    letters: Counter[int] = Counter()
    for each in placed:
        if isinstance(each, TurnedRun):
            letters[each.angle] += len(each.run.text)
    if not letters:
        return 0
    letters[0] = sum(len(each.text) for each in placed if isinstance(each, Run))
    return letters.most_common(1)[0][0]


class _Turn:
    """Turns places on a page so that text at `angle` runs from left to right."""

    def __init__(self, angle: int, width: float, height: float) -> None:
        self.angle = angle
        self._width = width
        self._height = height

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.angle == 90:
            return y, self._width - x
        if self.angle == 270:
            return self._height - y, x
        if self.angle == 180:
            return self._width - x, self._height - y
        return x, y

    def box(self, box: Box) -> Box:
        if not self.angle:
            return box
        one, other = self.point(box.left, box.bottom), self.point(box.right, box.top)
        return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))

    def run(self, placed: Run | TurnedRun) -> Run:
        if isinstance(placed, Run):
            if not self.angle:
                return placed
            placed = TurnedRun(placed, placed.left, placed.baseline, placed.right, placed.baseline, 0)
        run, x, y, end_x, end_y, angle = placed
        left, baseline = self.point(x, y)
        right, _ = self.point(end_x, end_y)
        return run._replace(left=left, right=max(left, right), baseline=baseline, turned=angle != self.angle)
