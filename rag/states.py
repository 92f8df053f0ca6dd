"""The three states of an answer in the words that people read, wherever an answer is shown.

That nothing was found is all that is known of the third: the documents may hold an answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from rag.answer import Answer, State

Tool = Literal["reword", "widen", "found", "show", "compare", "brief"]
"""What somebody goes on with: other words, all documents, the other paragraphs found, a document, two of them side by
side, all that is said on a theme."""


@dataclass(frozen=True, slots=True)
class StateWords:
    """How a state is called: `name` in a table, `counted` after a number, `title` over what is shown.

    `sign` stands before the words, so that colour need not tell one state from another.
    """

    name: str
    counted: str
    title: str
    sign: str


STATES: Mapping[State, StateWords] = MappingProxyType(
    {
        "answers": StateWords("answered", "answered", "Answer", "✓"),
        "related": StateWords(
            "related passages to check",
            "with related passages to check",
            "Related passages: check whether they answer",
            "?",
        ),
        "nothing": StateWords(
            "nothing found", "with nothing found", "Nothing was found that clearly answers the question.", "–"
        ),
    }
)
RELATED_MEANS = "They are the nearest to what was asked. That they answer it is not established."
PARTLY_PROVED = "Each sentence is proved, or is the document's own. A part of the answer that could not be is missing."
RELATED_NOTE = "Related passages are no answers: that they answer what was asked is not established."
OTHER_LANGUAGE = "The question seems to be in another language; questions are read in English only."
FRAGMENT = (
    "The question does not say what it is about: ask it whole, as in “Who is to report to the Council, and by when?”"
)
MISSING = "What is missing"
NEAREST = "The nearest paragraphs"
UNJUDGED = "They are what the search ranks first. Whether they answer the question was not judged."


@dataclass(frozen=True, slots=True)
class WayOn:
    """What somebody can do where there is no answer: the words that say so, with which tool, to which documents."""

    tool: Tool
    words: str
    documents: tuple[str, ...] = ()


def headline(answer: Answer) -> str:
    """What is said first: why nothing was found where that is known, else the state's title; nothing over an answer."""
    if answer.state == "nothing" and answer.reason:
        return answer.reason
    return "" if answer.state == "answers" else STATES[answer.state].title


def explanation(answer: Answer) -> tuple[str, ...]:
    """What is said under the headline, a sentence or two each."""
    if answer.state == "answers":
        return ()
    reason = (answer.reason,) if answer.reason else ()
    if answer.state == "related":
        run = answer.language_model
        is_partly_proved = run and not run.failure and run.replaced + run.left_out
        return (*reason, PARTLY_PROVED if is_partly_proved and not answer.checks else RELATED_MEANS)
    return (STATES["nothing"].title,) if reason and not answer.is_told else ()


def ways_on(answer: Answer, *, is_filtered: bool = False) -> tuple[WayOn, ...]:
    """What can be done next, what helps most often first; nothing after an answer or what is told instead of one.

    `is_filtered` says that only some documents were asked.
    """
    if answer.state == "answers" or answer.is_told:
        return ()
    return tuple(_ways_on(answer, is_filtered=is_filtered))


def _ways_on(answer: Answer, *, is_filtered: bool) -> Iterator[WayOn]:
    found = tuple(dict.fromkeys(hit.document for hit in answer.evidence))
    if answer.intent == "change" and len(found) > 1:
        yield WayOn("compare", "Put the two documents found first side by side", found[:2])
    if answer.intent in ("text", "summary") and found:
        yield WayOn("show", "Look at the document found first and its headings", found[:1])
    if answer.intent in ("list", "summary", "search"):
        yield WayOn("brief", "Gather all that the documents say on a theme")
    if is_filtered:
        yield WayOn("widen", "Ask all documents: only some were asked")
    if answer.reason == OTHER_LANGUAGE:
        yield WayOn("reword", "Ask in English")
        return
    yield WayOn("reword", "Ask in other words, as the documents would put it")
    if answer.evidence:
        yield WayOn("found", "Look through the other paragraphs that were found")
