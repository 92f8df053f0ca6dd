"""Documents that count differently what a question asks for: the later stands first, and that is said."""

from collections.abc import Mapping, Sequence

from index.locator import Locator
from rag.answer import Statement
from rag.answering.checks.figures import values
from rag.answering.checks.named import NAMES, Named, holds_phrase, named_in, plain
from rag.answering.key_words import counted_figures

Place = tuple[str, Locator]


def differing(question: str, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], str | None]:
    """`statements`, those of later documents first where documents count differently, and a sentence that says so.

    Compared are figures that stand before what `question` wants to have counted, in what is quoted of a paragraph with
    all that it names. As they are, and None, where fewer than two dated documents have one, where one has several, and
    where they do not differ.
    """
    counts = _counts(question, statements)
    if len({values(figure) for figure in counts.values()}) < len(counts) or len(counts) < 2:
        return tuple(statements), None
    later_first = sorted(counts, reverse=True)
    years = [date[:4] for date in later_first]
    shown = years if len(set(years)) == len(years) else later_first
    told = ", ".join(f"{counts[date]} ({when})" for date, when in zip(later_first, shown, strict=True))
    ordered = sorted(statements, key=lambda each: each.citations[0].date or "", reverse=True)
    return tuple(ordered), f"The documents give different figures: {told}."


def _place(statement: Statement) -> Place:
    citation = statement.citations[0]
    return citation.document, citation.locator.paragraph


def _holds(text: str, named: Sequence[Named]) -> bool:
    """Whether `text` has all that is `named`: figures of two armed groups tell nothing of a third."""
    return all(any(_has(text, form, each) for form in each.forms) for each in named)


def _has(text: str, form: str, named: Named) -> bool:
    if named.kind == "acronym":
        return holds_phrase(text, form)  # `WHO` is not `who`
    return holds_phrase(plain(text), plain(form))


def _counts(question: str, statements: Sequence[Statement]) -> Mapping[str, str]:
    """The figure that each document gives, by the document's date; none where one that gives any has not just one."""
    found: dict[str, set[str]] = {}
    quoted: dict[Place, str] = {}
    for statement in statements:
        quoted[_place(statement)] = f"{quoted.get(_place(statement), '')} {statement.text}"
    named = [each for each in named_in(question) if each.kind in NAMES]
    for statement in statements:
        citation = statement.citations[0]
        figures = counted_figures(question, statement.text)
        if figures and _holds(quoted[_place(statement)], named):
            if citation.date is None:
                return {}
            found.setdefault(citation.date, set()).update(figures)
    if any(len(figures) > 1 for figures in found.values()):
        return {}
    return {date: figure for date, (figure,) in found.items()}
