"""Where a question went that wants no answer but a tool, in one line with the way there."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from index.store import Index
from rag.answer import Answer
from rag.citing.citation import title_with_date
from rag.question.analyse import QuestionAnalysis, analyse
from rag.searching.passages import SearchedWords
from ui.app.addresses import COMPARE, DOCUMENTS, READ, SEARCH, AskAddress, CompareAddress, Filters, ReadAddress
from ui.app.markup.macros import fill
from ui.app.markup.render import go, page

_html = partial(fill, "route")
_TOOLS = ("search", "summary", "change", "about")
_Told = tuple[str, Sequence[Markup]]


def route_html(answer: Answer, index: Index, documents: Sequence[str] = ()) -> Markup:
    """What the question of `answer` was taken for and where that is done; nothing for a plain question.

    `documents` are the ids of those that it was asked of, all if empty.
    """
    if answer.intent not in _TOOLS:
        return Markup("")
    words, ways = _told(answer, analyse(answer.question, index, documents), index)
    return page(_html("line", words, ways)) if ways else Markup("")


def _told(answer: Answer, question: QuestionAnalysis, index: Index) -> _Told:
    match answer.intent:
        case "search":
            pairs = AskAddress(
                str(SearchedWords.of(question.searched, index)), Filters(documents=question.documents)
            ).pairs()
            return "You asked for every mention. The first are shown here.", [
                go("All of them, with counts", SEARCH, pairs)
            ]
        case "summary":
            return "You asked what a document is about. These are sentences of its own.", [
                go(f"Open {title_with_date(index.document(each))}", READ, ReadAddress(each).pairs())
                for each in question.documents
            ]
        case "change" if question.compared:
            return "You asked what is different.", [
                go("Compare the two, side by side, at this place", COMPARE, _compared(answer, question).pairs())
            ]
        case "about":
            return "You asked what there is here.", [go("See the documents", DOCUMENTS, ())]
        case _:
            return "", []


def _compared(answer: Answer, question: QuestionAnalysis) -> CompareAddress:
    """The two documents, the older first, at the place in one of them that the answer quotes."""
    left, right = question.compared
    cited = [each for statement in answer.statements for each in statement.citations]
    place = next((str(each.locator.paragraph) for each in reversed(cited) if each.document == right), "")
    return CompareAddress(left, right, place)
