"""What there is here, for whoever greets or asks what can be asked: the documents, and questions to begin with."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from index.document import Document
from index.text.wording import excerpt
from rag.citing.citation import listed_name
from ui.app.addresses import ASK, DOCUMENTS, READ, AskAddress, ReadAddress
from ui.app.first_questions import first_questions, shelf
from ui.app.markup.macros import fill
from ui.app.markup.render import go, page

_html = partial(fill, "about")
_LONGEST = 120  # characters of a name: two lines
_SHOWN = 8  # documents by name: what is taken in at a glance


def about_html(documents: Sequence[Document]) -> Markup:
    """The newest of `documents` by name, a way to all of them, and questions that they can be asked."""
    newest = sorted(documents, key=lambda each: each.date or "", reverse=True)
    held = [go(excerpt(listed_name(each), _LONGEST), READ, ReadAddress(each.id).pairs()) for each in newest[:_SHOWN]]
    more = go(f"See all {len(newest)} documents", DOCUMENTS, ()) if len(newest) > _SHOWN else ""
    questions = [go(each, ASK, AskAddress(each).pairs()) for each in first_questions(documents)]
    return page(_html("about", shelf(documents), held, more, questions))
