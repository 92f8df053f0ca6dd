"""Whether an answer dates the treaty or the like whose date is asked for."""

from collections.abc import Sequence

from index.document import Document
from rag.answering.dating import date_asked, gives_date, is_named_in


def undated(question: str, quotes: Sequence[str], documents: Sequence[Document]) -> tuple[str, ...]:
    """A sentence where `question` asks for the date of a treaty or the like that none of `quotes` gives; else nothing.

    One that is among `documents`, those quoted, says of itself when it was made, and seldom by its name.
    """
    asked = date_asked(question)
    if asked is None or not any(is_named_in(each, asked) for each in (question, *quotes)):
        return ()
    if any(each.title.lower().startswith(asked.name.lower()) for each in documents):
        return ()
    if any(gives_date(each, asked, " ".join(quotes[:at])) for at, each in enumerate(quotes)):
        return ()
    return (f"None of these passages gives this date of “{asked.name}”.",)
