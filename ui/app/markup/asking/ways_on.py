"""What a reader can do next where there is no answer, each a link or a button that does it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from index.language.english.language import ENGLISH
from index.store import Index
from rag.answer import Answer
from rag.question.words.spelling import Spelling
from rag.searching.passages import SearchedWords
from rag.states import Tool, WayOn, ways_on
from ui.app.addresses import ASK, COMPARE, READ, SEARCH, AskAddress, CompareAddress, Filters, ReadAddress
from ui.app.markup.macros import fill
from ui.app.markup.render import go, page

_html = partial(fill, "ways_on")
# What the app has no page for is left out.
_ON_PAGES: tuple[Tool, ...] = ("reword", "widen", "found", "show", "compare")
# `How many countries` looks for no `many`.
_ASKING = ENGLISH.questions.also_english | ENGLISH.questions.not_in_names
_END = re.compile(r"[\s?!.,;:]+(?=\s|$)")

FURTHER = "further"
"""The key of the fold with the other paragraphs that were found."""


@dataclass(frozen=True, slots=True)
class OnPage:
    """What the page around an answer has: whether a link above leads to a comparison, whether more was found."""

    is_compared: bool = False
    has_further: bool = True


def ways_on_html(
    answer: Answer, asked: AskAddress, index: Index, spelling: Spelling | None = None, has: OnPage = OnPage()
) -> Markup:
    """The ways on from an `answer` that is none, to what was `asked`; nothing after an answer.

    A search for the question's words, as `spelling` corrects them, comes last.
    """
    ways = list(ways_on(answer, is_filtered=bool(asked.filters)))
    if not ways:
        return Markup("")
    done = [_way_on(way, answer, asked) for way in ways if way.tool in _ON_PAGES and not _is_elsewhere(way, has)]
    spelling = spelling or Spelling(index)
    return page(_html("ways_on", [*done, *_searched(_meant(asked, spelling), spelling, index)]))


def _is_elsewhere(way: WayOn, has: OnPage) -> bool:
    return (way.tool == "compare" and has.is_compared) or (way.tool == "found" and not has.has_further)


def _way_on(way: WayOn, answer: Answer, asked: AskAddress) -> Markup | str:
    """What can be done, as a link to where it is done if that is another page; a thread that was `asked` goes on."""
    match way.tool:
        case "widen":
            return go(way.words, ASK, replace(asked, filters=Filters()).pairs())
        case "show":
            return go(way.words, READ, ReadAddress(way.documents[0]).pairs())
        case "compare":
            return go(way.words, COMPARE, CompareAddress(*way.documents).pairs())
        case "found":
            return _html("unfold", way.words, FURTHER)
        case _:
            return _html("reword", way.words, answer.question)


def _meant(asked: AskAddress, spelling: Spelling) -> AskAddress:
    """The question with words of the documents in place of those that none of them has."""
    question = asked.question
    for each in spelling.errors(question):
        question = question.replace(each.word, each.meant, 1)
    return replace(asked, question=question)


def _searched(asked: AskAddress, spelling: Spelling, index: Index) -> Iterator[Markup]:
    """A search in the same documents for those words of the question that some passage has, and not nearly all."""
    said = _END.sub(" ", asked.question).split()
    held = [each for each in said if each.lower() not in _ASKING and spelling.is_known(each)]
    if words := str(SearchedWords.of(" ".join(held), index)):
        yield go(f"Search the passages for its words: {words}", SEARCH, AskAddress(words, asked.filters).pairs())
