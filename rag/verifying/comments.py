"""The comment on each finding, as it stands in the checked Word file."""

from collections.abc import Iterator

from index.text.wording import excerpt
from rag.verifying.finding import UNSURE, CheckedDraft, Finding, Verdict
from rag.verifying.word_comments.write import Style, WordComment

# Characters of a paragraph that a comment shows: about ten lines of Word's margin.
_SHOWN = 500
_Line = tuple[tuple[Style, str], ...]


def comments_on(checked: CheckedDraft, *, verbatim: bool = False) -> tuple[WordComment, ...]:
    """A comment on each finding that a reader has to see, in order; on quotations that are `verbatim` too if asked."""
    shown = [*checked.to_show]
    if verbatim:
        shown = [each for each in checked.findings if each.verdict is not Verdict.NOT_HELD]
    return tuple(WordComment(each.block, each.start, each.end, tuple(_lines(each)), each.note) for each in shown)


def _lines(finding: Finding) -> Iterator[_Line]:
    where: tuple[tuple[Style, str], ...] = (("plain", f" (note {finding.note})"),) if finding.note else ()
    message: tuple[tuple[Style, str], ...] = (("plain", f". {finding.message}"),) if finding.message else ()
    name = finding.verdict.value
    yield (("strong", f"{name[:1].upper()}{name[1:]}"), *where, *message)
    if finding.changes:
        yield _changes(finding)
    elif finding.compared and finding.verdict in (Verdict.ALTERED, Verdict.NOT_THERE):
        yield (("plain", f"{finding.found_at}: “{excerpt(finding.compared, _SHOWN)}”"),)
    if finding.suggestion:
        yield (("plain", "Suggestion: "), ("strong", excerpt(finding.suggestion, _SHOWN)))
    if not finding.is_sure:
        yield (("plain", UNSURE),)
    if finding.url:
        yield (("plain", finding.url),)


def _changes(finding: Finding) -> _Line:
    stretches: list[tuple[Style, str]] = []
    for each in finding.changes:
        if stretches:
            stretches.append(("plain", " "))
        stretches.append((each.style, each.text))
    return tuple(stretches)
