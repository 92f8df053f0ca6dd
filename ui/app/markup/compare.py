"""Two documents side by side as HTML: dropped words struck through on the left, added words underlined on the right."""

from collections.abc import Sequence

from index.document import Document
from index.store import ParagraphRef
from rag.citing.citation import name_of
from rag.comparing.align import Alignment, Part
from rag.comparing.word_diff import Span
from ui.app.addresses import READ, ReadAddress
from ui.app.markup.comparison import Run, citation_of, marked_titles, marked_words, part_name, runs, summary
from ui.app.markup.render import go, marked, page, paragraph_body, tag, text


def alignment_html(alignment: Alignment, *, only_changes: bool) -> str:
    """All parts of an alignment; `only_changes` leaves out what has the same words in both."""
    parts = [_part(part, i, alignment, only_changes=only_changes) for i, part in enumerate(alignment.parts)]
    return page(tag("p", text(summary(alignment)), class_="pc-quiet"), _names(alignment), *parts, kind="pc-compare")


def parts_html(alignment: Alignment) -> str:
    """Links to the parts of an alignment; empty where there is only one."""
    if len(alignment.parts) < 2:
        return ""
    lines = [
        tag(
            "li",
            tag("a", text(part_name(part.left) or part_name(part.right)), href=f"#part-{i}", data_scroll=f"part-{i}"),
        )
        for i, part in enumerate(alignment.parts)
    ]
    return page(tag("nav", tag("ul", "".join(lines)), class_="pc-contents", aria_label="Parts"))


def _names(alignment: Alignment) -> str:
    sides = [(alignment.left, "pc-left"), (alignment.right, "pc-right")]
    return tag(
        "div", "".join(tag("p", text(name_of(each)), class_=side) for each, side in sides), class_="pc-row pc-names"
    )


def _part(part: Part, number: int, alignment: Alignment, *, only_changes: bool) -> str:
    names = list(dict.fromkeys(name for name in (part_name(part.left), part_name(part.right)) if name))
    heading = tag("h2", text(" → ".join(names)), id=f"part-{number}", tabindex="-1")
    rows = [_run(run, alignment) for run in runs(part) if not (only_changes and run.kind == "same")]
    return tag("section", heading + _titles(part) + "".join(rows), class_="pc-part")


def _titles(part: Part) -> str:
    words = marked_titles(part)
    if words is None or part.left_title is None or part.right_title is None:
        return ""
    left = marked(part.left_title, words.left[0], element="del")
    right = marked(part.right_title, words.right[0], element="ins")
    return _row(tag("h3", left), tag("h3", right), "pc-titles")


def _run(run: Run, alignment: Alignment) -> str:
    if run.kind in ("changed", "same"):
        match = run.matches[0]
        words = marked_words(match)
        left = _side(alignment.left, match.left, words.left, "del")
        right = _side(alignment.right, match.right, words.right, "ins")
        return _row(left, right, f"pc-{run.kind}")
    return _one_sided(run, alignment.left if run.kind == "dropped" else alignment.right)


def _one_sided(run: Run, document: Document) -> str:
    """Paragraphs of one document only; a long run is folded under a line that names it."""
    body = _side(document, run.refs, [()] * len(run.refs), "del")
    if run.is_long:
        count = f"{len(run.refs)} paragraphs only here: {citation_of(document, run.refs)}"
        body = tag("details", tag("summary", text(count)) + body)
    else:
        body = tag("p", "Only here", class_="pc-only") + body
    return _row(body, "", "pc-dropped") if run.kind == "dropped" else _row("", body, "pc-added")


def _side(document: Document, refs: Sequence[ParagraphRef], spans: Sequence[tuple[Span, ...]], element: str) -> str:
    return "".join(_paragraph(document, ref, marks, element) for ref, marks in zip(refs, spans, strict=True))


def _paragraph(document: Document, ref: ParagraphRef, marks: Sequence[Span], element: str) -> str:
    citation = citation_of(document, [ref])
    pairs = ReadAddress.of(document.id, ref.locator).pairs()
    number = ref.locator.number or "¶"
    head = go(text(number), READ, pairs, kind="pc-number", aria_label=f"{citation}. Open it.")
    return tag(
        "div",
        head + tag("div", paragraph_body(ref.paragraph, marks, element=element), class_="pc-text"),
        class_="pc-para",
    )


def _row(left: str, right: str, kind: str) -> str:
    return tag(
        "div", tag("div", left, class_="pc-left") + tag("div", right, class_="pc-right"), class_=f"pc-row {kind}"
    )
