"""A thread of questions as HTML: the answers before the last one, what can be done with it, the list of threads."""

from functools import partial

from markupsafe import Markup

from ui.app.markup.macros import fill
from ui.app.markup.render import page

_html = partial(fill, "thread")
EARLIER_LEVEL = 3
"""The level of headings in an answer that stands under its question."""


def turn_id(number: int) -> str:
    """The id of the heading of a question of a thread, counted from 0."""
    return f"question-{number}"


def drawn_id(number: int) -> str:
    """The id of what is drawn last of the answer to a question of a thread, counted from 0."""
    return f"answered-{number}"


def earlier_html(question: str, answer: Markup, number: int, asked_of: str = "") -> Markup:
    """A question that was asked before the last one, and its `answer`, whose headings are of EARLIER_LEVEL.

    `asked_of` says of what it was asked, where that is something else than of the last one.
    """
    return page(_html("earlier", question, turn_id(number), answer, asked_of))


def tools_html() -> Markup:
    """Buttons that copy the address of the thread and put a star on it; what they do stands in the app's scripts."""
    return _html("tools")


def threads_html() -> Markup:
    """The place where a browser lists the threads that it keeps."""
    return page(_html("threads"))


def drawn_html(number: int) -> Markup:
    """What says that the answer to a question of a thread is drawn whole."""
    return page(_html("drawn", drawn_id(number)))
