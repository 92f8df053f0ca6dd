"""An answer to take away: as plain text that pastes well, as Markdown, and one citation alone."""

import re
from collections.abc import Iterator

from index.store import Index
from rag.answer import Answer
from rag.citing.citation import cite, place_in_words
from rag.citing.sources import sources
from rag.citing.tables import lines_of
from rag.quotations import Group, groups
from rag.states import MISSING, NEAREST, UNJUDGED, explanation, headline

_TO_CHECK = "; related passage, to check"
_LINE_BREAK = "  \n"  # two spaces at its end have a line broken there
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]<>#|$~])")


def plain_text(answer: Answer, index: Index) -> str:
    """The question, each sentence with its citation in parentheses, and the sources, without any mark-up."""
    blocks = ["\n".join(lines) for lines in _blocks(answer, index)]
    return "\n\n".join([answer.question, *blocks]) + "\n"


def markdown(answer: Answer, index: Index) -> str:
    """The same as Markdown, in which nothing that a document holds is mark-up."""
    return f"# {as_markdown(answer.question)}\n\n{markdown_answer(answer, index)}"


def markdown_answer(answer: Answer, index: Index) -> str:
    """The same without the question, a paragraph a line; a sentence's line ends with its citation in parentheses.

    Rows of a table stand on lines of their own.
    """
    return "\n\n".join(as_markdown(line) for block in _blocks(answer, index) for line in block) + "\n"


def as_markdown(words: str) -> str:
    """`words` with every character that Markdown would read as a mark made to stand for itself, and every line."""
    return _MARKDOWN_MARKS.sub(r"\\\1", words).replace("\n", _LINE_BREAK)


def group_lines(group: Group, index: Index) -> Iterator[tuple[str, str, str]]:
    """Label, words and citation of each line of a group: first its sentences, without a label, then its items.

    Rows of a table are words of several lines. Items have the citation's short form (`para. 65 (a)`), as the line
    before them names the document; without such a line they have it in full.
    """
    for each in group.quotations:
        short = place_in_words(each.citation.locator) if each.label and group.sentences else each.where
        yield each.label, "\n".join(lines_of(each, index)), short


def _blocks(answer: Answer, index: Index) -> Iterator[list[str]]:
    """What was found, in blocks of lines: the state where it is no answer, a group each, the sources; the nearest.

    Each related passage says that it is one, so that it does wherever it is pasted.
    """
    if state := [*filter(None, [headline(answer)]), *explanation(answer)]:
        yield state
    if answer.checks:
        yield [f"{MISSING}: {' '.join(answer.checks)}"]
    aside = _TO_CHECK if answer.state == "related" else ""
    for group in groups(answer.statements):
        lines = group_lines(group, index)
        yield [" ".join(filter(None, [label, words, f"({where}{aside})"])) for label, words, where in lines]
    if answer.statements:
        yield [f"Sources: {sources(answer, index)}", *([answer.remark] if answer.remark else [])]
    if answer.nearest:
        yield [f"{NEAREST}. {UNJUDGED}"]
    for hit in answer.nearest:
        ref = index.paragraphs[hit.row]
        yield [f"{ref.text} ({cite(ref.document, ref.locator)})"]
