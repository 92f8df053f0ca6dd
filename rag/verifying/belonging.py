"""Which citation a quotation has; the rules are written down with examples in docs/verifying.md.

In a sentence the citation that follows a quotation, in brackets or under the mark of a note, goes before one that leads
to it (`In paragraph 4, the Assembly …`). A quotation without one of its own takes that of the next quotation in its
sentence, then that of the sentence before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.language import ENGLISH
from rag.verifying.citations.resolve import Citation
from rag.verifying.quoting.quotations import Quotation
from rag.verifying.reading import ReadBlock
from rag.verifying.statements import Group, Statement

# Between a quotation and a citation that follows it at once.
_AT_ONCE = re.compile(rf"[\s.,;:!?”\"’(\[]*(?:{ENGLISH.drafts.see}\s+)?(?:in\s+)?", re.I)


@dataclass(frozen=True, slots=True)
class Belonging:
    """The citations of a quotation; none where it has none. `is_sure` is whether a rule gives them without a doubt."""

    citations: tuple[Citation, ...] = ()
    is_sure: bool = True


def belonging(
    quotation: Quotation, statement: Statement, read: ReadBlock, before: Sequence[Statement] = ()
) -> Belonging:
    """What is cited for `quotation` in `statement`; `before` are the statements of the block before that one."""
    for groups in _ranked(quotation, statement, read.block.text):
        if groups:
            return _of(_with_places(groups, statement))
    for earlier in reversed(before):
        if earlier.groups:
            return Belonging(earlier.groups[-1].citations, is_sure=False)
    return Belonging()


def set_apart(
    statements: Sequence[Statement], leading: Sequence[Statement], following: Sequence[Statement]
) -> Belonging:
    """What is cited for a block that is set apart as a quotation: in or under it, before it, or right after it."""
    own = [group for each in statements for group in each.groups]
    if own:
        return _of(own[-1])
    if leading and leading[-1].groups:
        return _of(_last_with_places(leading[-1].groups))
    if following and following[0].groups and following[0].groups[0].in_brackets and following[0].groups[0].start <= 1:
        return _of(following[0].groups[0])
    return Belonging()


def of_the_row(statements: Sequence[Statement]) -> Belonging:
    """What is cited for a quotation in a cell that cites nothing: what the other cells of its row cite, once."""
    groups = [group for each in statements for group in each.groups]
    return _of(groups[0]) if len(groups) == 1 else Belonging()


def _of(group: Group) -> Belonging:
    return Belonging(group.citations, group.is_placed and all(each.is_sure for each in group.citations))


def _ranked(quotation: Quotation, statement: Statement, text: str) -> list[Group | None]:
    """The group that each rule gives, the strongest rule first; None where a rule gives none."""
    after = [each for each in statement.groups if each.start >= quotation.end]
    near = [each for each in after if _is_next(quotation, each, statement)]
    own = [each for each in near if each.in_note or each.in_brackets or _is_at_once(text, quotation, each)]
    return [
        _first(own),
        _leading(quotation, statement),
        _first([each for each in near if not _leads(each, statement)]),
        _first(after),
    ]


def _leading(quotation: Quotation, statement: Statement) -> Group | None:
    """The last group in the text before a quotation."""
    leading = [each for each in statement.groups if each.start < quotation.start and not each.in_note]
    return max(leading, key=lambda each: each.start, default=None)


def _is_next(quotation: Quotation, group: Group, statement: Statement) -> bool:
    """Whether no other quotation stands between a quotation and a group after it."""
    return not any(quotation.end <= each.start < group.start for each in statement.quotations if not each.is_title)


def _leads(group: Group, statement: Statement) -> bool:
    """Whether a quotation stands after a group."""
    return any(each.start > group.start for each in statement.quotations if not each.is_title)


def _first(groups: Sequence[Group]) -> Group | None:
    return min(groups, key=lambda each: each.start, default=None)


def _is_at_once(text: str, quotation: Quotation, group: Group) -> bool:
    return _AT_ONCE.fullmatch(text, quotation.outer[1], group.start) is not None


def _with_places(group: Group, statement: Statement) -> Group:
    """`group`, or where it names no paragraph another of the statement that names one of the same document."""
    if group.names_places:
        return group
    documents = {_named(each) for each in group.citations}
    others = [each for each in statement.groups if each.names_places]
    same = [each for each in others if any(_named(citation) in documents for citation in each.citations)]
    return same[0] if len(same) == 1 else group


def _named(citation: Citation) -> str:
    return citation.document.id if citation.document else citation.symbol or citation.written


def _last_with_places(groups: Sequence[Group]) -> Group:
    return next((each for each in reversed(groups) if each.names_places), groups[-1])
