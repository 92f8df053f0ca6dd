"""A brief on a theme as HTML: its points by sub-theme, each quoted and cited, with what became of it later."""

from functools import partial

from markupsafe import Markup

from index.text.wording import counted
from rag.briefs.themes import Brief, Point
from ui.app.markup.asking.sentences import parts_html
from ui.app.markup.macros import fill
from ui.app.markup.render import citation_link, page

_html = partial(fill, "brief")


def brief_html(brief: Brief) -> Markup:
    """The points of `brief` under the names of its sub-themes; that nothing was found where there are none."""
    points = sum(len(each.points) for each in brief.subthemes)
    if not points:
        return page(_html("nothing", brief.theme))
    parts = [(each.name, [_point(point, brief) for point in each.points]) for each in brief.subthemes]
    return page(_html("brief", counted(points, "point"), counted(len(brief.documents), "document"), parts))


def _point(point: Point, brief: Brief) -> tuple[Markup, list[tuple[str, Markup]]]:
    """What a paragraph says, and its versions in later documents."""
    versions = []
    for version in point.versions:
        ref = brief.index.paragraphs[version.row]
        words = "Repeated in" if version.same else "Changed in"
        versions.append((words, citation_link(ref.document, ref.locator)))
    return parts_html(point.statements, brief.index), versions
