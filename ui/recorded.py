"""Answers as other programs are given them, read back to be shown."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from index.errors import LocatorError, QuestionError
from index.locator import Locator
from index.store import Index
from rag.answer import Answer, Citation, Hit, Statement
from ui.render import page, tag, text
from ui.render_answer import answer_html


def recorded_answer(record: Mapping[str, Any], index: Index) -> Answer:
    """The answer that `record`, an object of the contract, tells of; QuestionError where a document is gone."""
    statements = tuple(
        Statement(each["text"], tuple(_citation(cited, index) for cited in each["citations"]))
        for each in record["statements"]
    )
    # Of a batch; its records tell which of the places that the question names do not exist.
    told = record.get("batch", {}).get("remark")
    return Answer(
        question=record["question"],
        answered=bool(record["answered"]),
        statements=statements,
        evidence=tuple(_hits(record["evidence"], index)),
        nearest=tuple(_hits(record["nearest"], index)),
        mode=record["mode"],
        model=record["model"],
        index=record["index"],
        confidence=float(record.get("confidence") or 0.0),
        milliseconds=record["milliseconds"],
        id=record.get("id"),
        reason=None if record["answered"] else told,
        remark=told if record["answered"] else None,
    )


def recorded_html(record: Mapping[str, Any], index: Index) -> str:
    """The answer of `record` with links into the documents; as plain text where one of them is gone."""
    try:
        return answer_html(recorded_answer(record, index), index)
    except (QuestionError, LocatorError):
        lines = [
            tag("p", text(f"{each['text']} ({'; '.join(cited['citation'] for cited in each['citations'])})"))
            for each in record["statements"]
        ]
        return page(tag("section", "".join(lines), class_="pc-answer"))


def _citation(record: Mapping[str, Any], index: Index) -> Citation:
    document = index.document(record["document"])
    locator = Locator.parse(record["locator"])
    return Citation(document.id, record["symbol"], locator, record["citation"], record["quote"])


def _hits(records: Iterable[Mapping[str, Any]], index: Index) -> Iterator[Hit]:
    """The paragraphs found, those left out that the index no longer holds."""
    for record in records:
        locator = Locator.parse(record["locator"])
        row = index.row(record["document"], locator)
        if row is not None:
            yield Hit(row, record["document"], locator, float(record["score"]))
