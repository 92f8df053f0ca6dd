"""The rules, frames and pictures drawn on a page, which tell footnotes, tables, boxes and figures apart from text."""

import ctypes
import math
from collections.abc import Iterator, Sequence

import pypdfium2_raw as pdfium

from index.readers.pdf.bindings import object_kind, page_object
from index.readers.pdf.geometry import Box, around

# A straight line is at most this thick, in points; the thickest rule of a UN masthead has 3.
_THICKEST_RULE = 4.0
# Rules shorter than this are the corner pieces that Word draws where borders meet, and dots.
_SHORTEST_RULE = 4.0
# Borders are drawn a cell at a time; pieces this near to one another are one rule.
_JOIN_WITHIN = 1.5
# A picture or a frame has at least this width and height; smaller ones are bullets, arrows, check marks.
_SMALLEST_PICTURE = 24.0
# A page is read as one without drawings where it holds more instructions than this (maps, engineering drawings).
_MOST_DRAWINGS = 4_000
_RECTANGLE_SEGMENTS = 5  # a move, three lines and the closing one
# Of 255, for each of red, green and blue.
_WHITE = 250
# A grid of 100 rows and 20 columns has 121 lines of two segments.
_MOST_SEGMENTS = 1_000


def drawn_on(page: object) -> tuple[list[Box], list[Box], list[Box]]:
    """The rules, the frames (rectangles) and the pictures of a loaded page, as the file places them."""
    rules: list[Box] = []
    frames: list[Box] = []
    pictures: list[Box] = []
    for kind, handle, box in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_PATH and min(box.width, box.height) <= _THICKEST_RULE:
            rules.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and (lines := _lines_of(handle)):
            rules.extend(lines)
        elif min(box.width, box.height) < _SMALLEST_PICTURE:
            continue
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPath_CountSegments(handle) <= _RECTANGLE_SEGMENTS:
            frames.extend([box] if _shows(handle) else [])
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_border(handle):
            frames.append(box)
        elif kind != pdfium.FPDF_PAGEOBJ_FORM:
            pictures.append(box)
    return joined_rules(rules), frames, pictures


def _objects(page: object) -> Iterator[tuple[int, object, Box]]:
    count = pdfium.FPDFPage_CountObjects(page)
    sides = tuple(ctypes.c_float() for _ in range(4))
    text = pdfium.FPDF_PAGEOBJ_TEXT
    seen = 0
    for number in range(count):
        kind = object_kind(page_object(page, number))
        if kind == text:
            continue
        handle = pdfium.FPDFPage_GetObject(page, number)
        seen += 1
        if seen > _MOST_DRAWINGS:
            return
        if pdfium.FPDFPageObj_GetBounds(handle, *sides):
            box = Box(*(side.value for side in sides))
            if math.isfinite(sum(box)):
                yield kind, handle, box


def _lines_of(path: object) -> list[Box]:
    """The level and upright lines of a path that is made of such lines alone, as a table's grid is; none for others."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not _RECTANGLE_SEGMENTS < count <= _MOST_SEGMENTS or _is_filled(path):
        return []
    lines: list[Box] = []
    before = start = (0.0, 0.0)
    for kind, point, closes in _segments(path, count):
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            before = start = point
            continue
        for end in [point, start] if closes else [point]:
            if kind != pdfium.FPDF_SEGMENT_LINETO or (abs(end[0] - before[0]) > 1.0 < abs(end[1] - before[1])):
                return []
            lines.append(_between(before, end))
            before = end
    return lines


def _is_border(path: object) -> bool:
    """Whether a path is what lies between two rectangles, one near inside the other: so some programs draw borders."""
    count = pdfium.FPDFPath_CountSegments(path)
    if count != 2 * _RECTANGLE_SEGMENTS or not _is_filled(path):
        return False
    points = [point for _, point, _ in _segments(path, count)]
    inner, outer = sorted(
        (around([_between(point, point) for point in half]) for half in (points[:5], points[5:])),
        key=lambda box: box.width,
    )
    sides = (inner.left - outer.left, outer.right - inner.right, inner.bottom - outer.bottom, outer.top - inner.top)
    return all(0.0 <= side <= _THICKEST_RULE for side in sides)


def _segments(path: object, count: int) -> Iterator[tuple[int, tuple[float, float], bool]]:
    """Kind and end of the `count` segments of a path, as the file places them, and whether each closes its shape."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        closes = bool(pdfium.FPDFPathSegment_GetClose(segment))
        yield pdfium.FPDFPathSegment_GetType(segment), point, closes


def _between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def _is_filled(path: object) -> bool:
    fill, _ = _draw_mode(path)
    return bool(fill != pdfium.FPDF_FILLMODE_NONE)


def _shows(path: object) -> bool:
    """Whether a path has an outline or is filled with a colour that can be told from white paper."""
    fill, is_outlined = _draw_mode(path)
    if is_outlined or fill == pdfium.FPDF_FILLMODE_NONE:
        return is_outlined
    colours = tuple(ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, *colours):
        return True
    return min(colour.value for colour in colours[:3]) < _WHITE


def _draw_mode(path: object) -> tuple[int, bool]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return fill.value, bool(stroke.value)


def joined_rules(pieces: Sequence[Box]) -> list[Box]:
    """Level and upright rules, pieces that touch end to end joined; the shortest are left out."""
    level = [piece for piece in pieces if piece.height <= piece.width]
    upright = [_turned(piece) for piece in pieces if piece.height > piece.width]
    joined = _joined(level) + [_turned(rule) for rule in _joined(upright)]
    return [rule for rule in joined if max(rule.width, rule.height) >= _SHORTEST_RULE]


def _turned(box: Box) -> Box:
    return Box(box.bottom, box.left, box.top, box.right)


def _joined(pieces: list[Box]) -> list[Box]:
    """Pieces of level rules at one height, those that touch joined."""
    found: list[Box] = []
    for piece in sorted(pieces, key=lambda each: (round(each.top), each.left, each.right)):
        last = found[-1] if found else None
        if last and abs(last.top - piece.top) <= _JOIN_WITHIN and piece.left <= last.right + _JOIN_WITHIN:
            bottom, top = min(last.bottom, piece.bottom), max(last.top, piece.top)
            found[-1] = Box(last.left, bottom, max(last.right, piece.right), top)
        else:
            found.append(piece)
    return found
