"""A checked draft as HTML: what has to be looked at, what is in order, the documents that are not held."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from index.text.wording import counted, excerpt
from rag.verifying.finding import CheckedDraft, Finding, Verdict, place_in_draft, summary
from ui.app.addresses import READ, ReadAddress
from ui.app.markup.macros import fill, joined
from ui.app.markup.render import copy_button, go, page

_html = partial(fill, "checked")
# Characters of a text that is shown to be compared: a paragraph of ten lines.
_SHOWN = 700
# Findings that are drawn at once: a page of more takes a browser seconds. The files have all of them.
MOST_SHOWN = 200
_UNSURE = "It is not sure that this citation belongs to these words."


def checked_html(checked: CheckedDraft, *, whole: bool) -> Markup:
    """What was found in a draft; what is in order only if the `whole` is wanted."""
    wrong = counted(len(checked.wrong), "finding")
    findings = checked.findings if whole else checked.to_show
    head = _html(
        "head", f"{wrong} to correct or decide" if checked.wrong else "Nothing wrong was found", summary(checked)
    )
    cards = [_card(each) for each in findings[:MOST_SHOWN]]
    left = len(findings) - len(cards)
    more = (
        _html("more", f"{counted(left, 'more finding')}: see the workbook or the Word file") if left > 0 else Markup("")
    )
    return page(head, joined(*cards), more, _not_held(checked), kind="pc-checked")


def _card(finding: Finding) -> Markup:
    kind = "pc-wrong" if finding.is_wrong else "pc-right" if finding.verdict in _IN_ORDER else "pc-hint"
    return _html(
        "card",
        finding.verdict.value,
        kind,
        place_in_draft(finding),
        excerpt(finding.said, _SHOWN),
        finding.citation,
        finding.message if finding.is_sure else f"{finding.message} {_UNSURE}".strip(),
        _compared(finding),
        _suggestion(finding),
        _links(finding),
    )


_IN_ORDER = (Verdict.VERBATIM, Verdict.IN_ORDER)


def _compared(finding: Finding) -> Markup:
    """The words that differ or, where none are marked, the text that was compared."""
    if finding.changes:
        return _html("changes", [(each.style, each.text) for each in finding.changes])
    if finding.compared and finding.is_wrong:
        return _html("compared", excerpt(finding.compared, _SHOWN))
    return Markup("")


def _suggestion(finding: Finding) -> Markup:
    if not finding.suggestion:
        return Markup("")
    words = excerpt(finding.suggestion, _SHOWN)
    return _html("suggestion", words, copy_button(finding.suggestion, f"Copy the suggestion: {words}"))


def _links(finding: Finding) -> Markup:
    links: list[Markup] = []
    if finding.document and finding.locator:
        pairs = ReadAddress(finding.document, finding.locator).pairs()
        links.append(go(finding.found_at, READ, pairs, kind="pc-cite", aria_label=f"Open {finding.found_at}"))
    if finding.url:
        links.append(_html("official", finding.url))
    return joined(*links)


def _not_held(checked: CheckedDraft) -> Markup:
    rows: Sequence[tuple[str, int, str | None]] = [(each.symbol, each.times, each.url) for each in checked.not_held]
    return _html("not_held", rows) if rows else Markup("")
