"""Where a question went that wants no answer but a tool, in one line with the way there."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from index.store import Index
from rag.answer import Answer
from rag.answering.document_data import NAMED_OF_ALL
from rag.citing.citation import short_name
from rag.question.analyse import QuestionAnalysis, analyse
from rag.question.intent import overview_theme
from rag.question.versions import versions_of_one_text
from rag.question.words.acronyms import Glossary
from rag.question.words.spelling import Spelling
from rag.question.words.wording import wording_of
from rag.searching.passages import SearchedWords
from ui.app.addresses import (
    BATCH,
    COMPARE,
    READ,
    SEARCH,
    AskAddress,
    CompareAddress,
    Filters,
    Pairs,
    ReadAddress,
)
from ui.app.markup.macros import fill
from ui.app.markup.render import go, page

_html = partial(fill, "route")
_TOOLS = ("search", "summary", "change", "document")
_Told = tuple[str, Sequence[Markup]]


def route_html(answer: Answer, index: Index, documents: Sequence[str] = ()) -> Markup:
    """What the question of `answer` was taken for and where that is done; nothing for a plain question.

    `documents` are the ids of those that it was asked of, all if empty.
    """
    if answer.intent not in _TOOLS and not overview_theme(answer.question):
        return Markup("")
    meant = wording_of(answer.question, Spelling(index), Glossary.of(index.store.short_forms))
    question = analyse(meant.text, index, documents)
    words, ways = _told(answer, question, index) if answer.intent in _TOOLS else _overview(question, documents)
    return page(_html("line", words, ways)) if ways else Markup("")


def _overview(question: QuestionAnalysis, documents: Sequence[str]) -> _Told:
    """A question for an overview of a theme, which is answered by sentences like any other."""
    theme = overview_theme(question.topic)
    if not theme:
        return "", []
    brief = _brief(theme, question.documents or documents)
    return "You asked for an overview.", [go(f"Gather what the documents say on {theme}, as a brief", BATCH, brief)]


def _brief(theme: str, documents: Sequence[str]) -> Pairs:
    """The address of a brief on `theme`, of `documents` or of all."""
    return (("theme", theme), *(("doc", each) for each in documents))


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
            summed_up = [index.document(each) for each in question.documents]
            ways = [go(f"Open {short_name(each)}", READ, ReadAddress(each.id).pairs()) for each in summed_up]
            ways += [
                go("Gather what it says, as a brief", BATCH, _brief(each.short_title or each.title, (each.id,)))
                for each in summed_up[:1]
            ]
            return "You asked what a document is about. These are sentences of its own.", ways
        case "document":
            ways = [
                go(f"Open {short_name(each)}", READ, ReadAddress(each.id).pairs())
                for each in map(index.document, question.documents[:NAMED_OF_ALL])
            ]
            return "You asked about documents themselves: no paragraph is quoted for that.", ways
        case "change" if compared := _compared(answer, question, index):
            words = "Compare the two, side by side" + (", at this place" if compared.place else "")
            return "You asked what is different.", [go(words, COMPARE, compared.pairs())]
        case _:
            return "", []


def _compared(answer: Answer, question: QuestionAnalysis, index: Index) -> CompareAddress | None:
    """The two documents, the older first, at the place in the later one that the answer quotes.

    They are those that the question compares, else versions of one text among the sides that it has; None without two.
    """
    rows = frozenset().union(*question.scopes)
    asked = [each for each in index.documents if index.rows_of(each.id).start in rows]
    pair = question.compared or tuple(each.id for each in versions_of_one_text(asked)[-2:])
    if len(pair) < 2:
        return None
    left, right = pair
    cited = [each for statement in answer.statements for each in statement.citations]
    place = next((str(each.locator.paragraph) for each in reversed(cited) if each.document == right), "")
    return CompareAddress(left, right, place)
