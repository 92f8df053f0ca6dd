"""The rules, frames and pictures drawn on a page, which tell footnotes, tables, boxes and figures apart from text."""

import ctypes
import math
from collections.abc import Iterator, Sequence

import pypdfium2_raw as pdfium

from index.readers.pdf.bindings import object_kind, page_object
from index.readers.pdf.geometry import Box

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
_CORNERS = 4
_ROUNDING = 0.05  # points
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
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and (lines := _lines_of(handle) or _border_of(handle)):
            rules.extend(lines)
        elif min(box.width, box.height) < _SMALLEST_PICTURE:
            continue
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPath_CountSegments(handle) <= _RECTANGLE_SEGMENTS:
            frames.extend([box] if _shows(handle) else [])
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


def _border_of(path: object) -> list[Box]:
    """The sides of a border that is painted as what lies between two rectangles; none for other paths."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not _RECTANGLE_SEGMENTS < count <= 2 * _RECTANGLE_SEGMENTS or not _is_filled(path):
        return []
    parts: list[list[tuple[float, float]]] = []
    for kind, point, _ in _segments(path, count):
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            parts.append([])
        elif kind != pdfium.FPDF_SEGMENT_LINETO:
            return []
        if not parts:
            return []
        parts[-1].append(point)
    if len(parts) != 2 or not all(map(_is_rectangle, parts)):
        return []
    inner, outer = sorted((_around(part) for part in parts), key=lambda box: box.width * box.height)
    sides = (
        Box(outer.left, outer.bottom, inner.left, outer.top),
        Box(inner.right, outer.bottom, outer.right, outer.top),
        Box(outer.left, outer.bottom, outer.right, inner.bottom),
        Box(outer.left, inner.top, outer.right, outer.top),
    )
    if not all(-_ROUNDING <= min(side.width, side.height) <= _THICKEST_RULE for side in sides):
        return []
    return [side for side in sides if min(side.width, side.height) > _ROUNDING]


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    box = _around(points)
    corners = ((abs(x - box.left), abs(x - box.right), abs(y - box.bottom), abs(y - box.top)) for x, y in points)
    return len(points) >= _CORNERS and all(
        min(left, right) <= _ROUNDING and min(bottom, top) <= _ROUNDING for left, right, bottom, top in corners
    )


def _around(points: Sequence[tuple[float, float]]) -> Box:
    return Box(
        min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
    )


def _segments(path: object, count: int) -> Iterator[tuple[int, tuple[float, float], bool]]:
    """Of each of the `count` segments of a path its kind, where it ends on the page, and whether it closes a figure."""
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
        yield pdfium.FPDFPathSegment_GetType(segment), point, bool(pdfium.FPDFPathSegment_GetClose(segment))


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
