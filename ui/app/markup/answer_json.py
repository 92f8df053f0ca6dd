"""Answers as other programs are given them, read back to be shown."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from index.errors import LocatorError, QuestionError
from index.store import Index
from rag.answer_json import read_answer
from ui.app.markup.answer import answer_html, plain_answer_html


def answer_json_html(record: Mapping[str, Any], index: Index, *, level: int) -> Markup:
    """The answer of `record`, an object of the contract, with links into the documents; `level` as in `answer_html`.

    As plain text, sentence by sentence, where a document is gone or does not have the words any more.
    """
    try:
        return answer_html(read_answer(record, index), index, level=level)
    except (QuestionError, LocatorError):
        bare = read_answer({**record, "statements": [], "evidence": [], "nearest": []}, index)
        lines = [
            f"{each['text']} ({'; '.join(cited['citation'] for cited in each['citations'])})"
            for each in record["statements"]
        ]
        return plain_answer_html(bare, lines, level=level)
