"""A page of a PDF file as a picture, with a paragraph framed on it; drawn in a process of its own."""

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import SourceError
from index.readers.processes.bounded import ProcessLimits, Work, run_bounded

# Pixels a point: a page of A4 is some 1,100 pixels high, in which footnotes can be read.
_SCALE = 1.3
_FRAME = (11, 90, 143)  # the colour of links in the app
_WIDTH, _MARGIN = 2, 5  # pixels of the line, and between it and the letters
# Words at the beginning by which a paragraph is found: pages break lines elsewhere, and hyphens may be gone.
_FIRST_WORDS, _FEWEST = 8, 2
_LIMITS = ProcessLimits(seconds=10, wall_seconds=20, output_bytes=16 * 1024 * 1024)


@dataclass(frozen=True, slots=True)
class FramedPage:
    """A page as a PNG file, and where its frame is: left, top, right and bottom as shares of the page; None without."""

    png: bytes
    frame: tuple[float, float, float, float] | None


def framed_page(path: Path, page: int, text: str) -> FramedPage:
    """The picture of `page` (from 1) of the PDF file at `path`, the paragraph that begins with the words `text` framed.

    Nothing is framed where the page does not hold them. SourceError where the page cannot be drawn.
    """
    arguments = (str(path), str(page), text)
    work = Work("index.readers.page_image.framed:drawn", arguments, str(path), "open it in a PDF viewer")
    for picture in run_bounded(work, _LIMITS):
        left, top, right, bottom = picture["frame"] or (0.0,) * 4
        return FramedPage(base64.b64decode(picture["png"]), (left, top, right, bottom) if picture["frame"] else None)
    raise SourceError(f"{path}: page {page} cannot be drawn; open it in a PDF viewer")


def drawn(path: str, page: str, text: str) -> Iterator[dict[str, Any]]:
    """The picture as a value; the work of the process that draws it."""
    import pypdfium2
    from PIL import ImageDraw

    try:
        with pypdfium2.PdfDocument(path) as document:
            sheet = document[int(page) - 1]
            image = sheet.render(scale=_SCALE).to_pil().convert("RGB")
            box = _box_of(sheet, text)
    except (pypdfium2.PdfiumError, IndexError, OSError) as error:
        raise SourceError(f"{path}: page {page} cannot be drawn ({error}); open it in a PDF viewer") from error
    shares = None
    if box is not None:
        width, height = image.size
        left, bottom, right, top = (edge * _SCALE for edge in box)
        frame = (left - _MARGIN, height - top - _MARGIN, right + _MARGIN, height - bottom + _MARGIN)
        ImageDraw.Draw(image).rectangle(frame, outline=_FRAME, width=_WIDTH)
        shares = [edge / of for edge, of in zip(frame, (width, height, width, height), strict=True)]
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    yield {"png": base64.b64encode(file.getvalue()).decode(), "frame": shares}


def _box_of(sheet: Any, text: str) -> tuple[float, float, float, float] | None:  # noqa: ANN401 - pypdfium2 has no types
    """Left, bottom, right and top of the paragraph that begins with `text`, as far as the page holds it; or None."""
    letters = sheet.get_textpage()
    words = text.split()
    for count in range(min(_FIRST_WORDS, len(words)), min(_FEWEST, max(len(words), 1)) - 1, -1):
        found = letters.search(" ".join(words[:count])).get_next()
        if found is not None:
            most = _length_of(text, letters.get_text_range(found[0]))
            boxes = [letters.get_rect(each) for each in range(letters.count_rects(found[0], most))]
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            return min(lefts), min(bottoms), max(rights), max(tops)
    return None


def _length_of(text: str, following: str) -> int:
    """How many characters of `following` hold as many letters as `text` has; a line may end in two that are none."""
    left = sum(not each.isspace() for each in text)
    for at, each in enumerate(following):
        if left == 0:
            return at
        left -= not each.isspace()
    return len(following)
