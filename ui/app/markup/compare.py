"""Two documents side by side as HTML: dropped words struck through on the left, added words underlined on the right."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from index.document import Document
from index.store import ParagraphRef
from rag.citing.citation import name_of
from rag.comparing.align import Alignment, Match, Part
from rag.comparing.word_diff import Span
from ui.app.addresses import READ, ReadAddress
from ui.app.markup.comparison import Run, citation_of, marked_titles, marked_words, part_name, runs, summary
from ui.app.markup.macros import fill, joined
from ui.app.markup.paragraphs.bodies import paragraph_body
from ui.app.markup.render import contents, go, marked, page

_html = partial(fill, "compare")


def alignment_html(alignment: Alignment, *, only_changes: bool) -> Markup:
    """All parts of an alignment; `only_changes` leaves out what has the same words in both."""
    parts = [_part(part, i, alignment, only_changes=only_changes) for i, part in enumerate(alignment.parts)]
    names = name_of(alignment.left), name_of(alignment.right)
    return page(_html("overview", summary(alignment), *names), *parts, kind="pc-compare")


def row_id(place: str, alignment: Alignment) -> str:
    """The id of the row in which a paragraph stands that is cited as `place`, the later document's first; or empty."""
    matches = [match for part in alignment.parts for match in part.matches]
    sides = [*((match, match.right) for match in matches), *((match, match.left) for match in matches)]
    found = (match for match, refs in sides if any(str(ref.locator) == place for ref in refs))
    return next(map(_row_id, found), "")


def parts_html(alignment: Alignment) -> Markup:
    """Links to the parts of an alignment; empty where there is only one."""
    if len(alignment.parts) < 2:
        return Markup("")
    lines = [(part_name(part.left) or part_name(part.right), f"part-{i}", "") for i, part in enumerate(alignment.parts)]
    return page(contents(lines, "Parts"))


def _part(part: Part, number: int, alignment: Alignment, *, only_changes: bool) -> Markup:
    names = list(dict.fromkeys(name for name in (part_name(part.left), part_name(part.right)) if name))
    rows = [_run(run, alignment) for run in runs(part) if not (only_changes and run.kind == "same")]
    return _html("part", " → ".join(names), f"part-{number}", _titles(part), rows)


def _titles(part: Part) -> Markup:
    words = marked_titles(part)
    if words is None or part.left_title is None or part.right_title is None:
        return Markup("")
    left = marked(part.left_title, words.left[0], element="del")
    right = marked(part.right_title, words.right[0], element="ins")
    return _html("row", _html("title", left), _html("title", right), "pc-titles")


def _run(run: Run, alignment: Alignment) -> Markup:
    if run.kind in ("changed", "same"):
        match = run.matches[0]
        words = marked_words(match)
        left = _side(alignment.left, match.left, words.left, "del")
        right = _side(alignment.right, match.right, words.right, "ins")
        return _html("row", left, right, f"pc-{run.kind}", _row_id(match))
    return _one_sided(run, alignment.left if run.kind == "dropped" else alignment.right)


def _one_sided(run: Run, document: Document) -> Markup:
    """Paragraphs of one document only; a long run is folded under a line that names it."""
    body = _side(document, run.refs, [()] * len(run.refs), "del")
    if run.is_long:
        body = _html("folded", f"{len(run.refs)} paragraphs only here: {citation_of(document, run.refs)}", body)
    else:
        body = _html("only_here", body)
    sides = (body, Markup("")) if run.kind == "dropped" else (Markup(""), body)
    return _html("row", *sides, f"pc-{run.kind}", _row_id(run.matches[0]))


def _row_id(match: Match) -> str:
    """The id of the row of a match, by the first paragraph in it."""
    return f"row-{(*match.right, *match.left)[0].row}"


def _side(document: Document, refs: Sequence[ParagraphRef], spans: Sequence[tuple[Span, ...]], element: str) -> Markup:
    return joined(*(_paragraph(document, ref, marks, element) for ref, marks in zip(refs, spans, strict=True)))


def _paragraph(document: Document, ref: ParagraphRef, marks: Sequence[Span], element: str) -> Markup:
    citation = citation_of(document, [ref])
    pairs = ReadAddress.of(document.id, ref.locator).pairs()
    number = go(ref.locator.number or "¶", READ, pairs, kind="pc-number", aria_label=f"{citation}. Open it.")
    return _html("paragraph", number, paragraph_body(ref.paragraph, marks, element=element))
