"""Answers as other programs are given them, read back to be shown."""

from collections.abc import Mapping
from typing import Any

from index.errors import LocatorError, QuestionError
from index.store import Index
from rag.answer_json import read_answer
from ui.app.markup.answer import answer_html
from ui.app.markup.render import page, tag, text


def recorded_html(record: Mapping[str, Any], index: Index) -> str:
    """The answer of `record`, an object of the contract, with links into the documents.

    As plain text, sentence by sentence, where a document is gone or does not have the words any more.
    """
    try:
        return answer_html(read_answer(record, index), index)
    except (QuestionError, LocatorError):
        lines = [
            tag("p", text(f"{each['text']} ({'; '.join(cited['citation'] for cited in each['citations'])})"))
            for each in record["statements"]
        ]
        return page(tag("section", "".join(lines), class_="pc-answer"))
