"""The regions of a page that pictures and charts take up: words in them are not sentences of the document."""

from collections.abc import Sequence

from index.readers.pdf.geometry import Box, PageContent

# A picture that takes up more than this share of its page lies behind the text: a scan, a coloured page.
_BACKGROUND = 0.6
# Labels reach out of the shapes that they belong to by this much, in points.
_MARGIN = 3.0


def figures_of(page: PageContent) -> list[Box]:
    """The regions of the pictures on `page`, each with the largest frame around it."""
    most = _BACKGROUND * page.width * page.height
    frames = [frame for frame in page.frames if _area(frame) < most]
    found: list[Box] = []
    for picture in page.pictures:
        if _area(picture) < most and not any(_is_within(picture, known) for known in found):
            found.append(_framed(picture, frames).grown(_MARGIN))
    return found


def _framed(picture: Box, frames: Sequence[Box]) -> Box:
    around = [frame for frame in frames if _is_within(picture, frame)]
    return max(around, key=_area, default=picture)


def _is_within(inner: Box, outer: Box) -> bool:
    return outer.holds(inner.left, inner.bottom) and outer.holds(inner.right, inner.top)


def _area(box: Box) -> float:
    return box.width * box.height
