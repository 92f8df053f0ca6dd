"""What a language model is writing, as HTML that nobody takes for an answer: it was not checked."""

from functools import partial

from markupsafe import Markup

from rag.writing.marks import sentences_so_far
from ui.app.markup.macros import fill
from ui.app.markup.render import page

_html = partial(fill, "unchecked")


def unchecked_html(question: str, reply: str, model: str) -> Markup:
    """`question` with the sentences of `reply`, what `model` has written so far; or that it has written none yet."""
    return page(_html("unchecked", question, sentences_so_far(reply), model))
