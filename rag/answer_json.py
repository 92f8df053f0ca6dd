"""Answers as the JSON objects that other programs rely on, and read back from them.

`"contract"` is the version of that form, which only grows. `"state"` is `answers`, `related` where the statements are
only about what was asked, or `nothing`, `"confidence"` the estimated chance, 0 to 1, that the documents answer,
`"reason"` why there is no answer where that is known, `"remark"` which of the places named do not exist where others
do, `"checks"` what of the question is in none of the passages, `"intent"` what the question wants.

Of a citation, `"start"` and `"end"` are the characters of the paragraph's text, or of its footnote's where `"note"`
gives that one's mark, as `pincite show --json` has them; `"gap"` is true where sentences before it were left out that
it follows on from, `"context"` names what stands before the paragraph where the sentence cannot be read without it
(`these measures`) and the answer does not show it, else it is null. `"date"`, `"page"` and `"url"`, the document's
official address, are null where they are not known.

Of a statement, `"text"` is what is shown, `"quote"` the verbatim words that it rests on, the same in an answer that
only quotes. `"proof"` is how a language model's sentence was held against them: `"kind"` `proved`, `re-cited` or
`replaced` by the document's words, `"support"` the chance that they say it, `"cited"` the marks that the model wrote
where others are shown, `"was"` and `"missing"` what it wrote and what of that is not there; else its kind is
`verbatim`. `"leads"` is true of the sentence that most likely answers, and of those it cannot be read without, where
that is known, `"completes"` of one that is there only because its paragraph is quoted whole. `"writer"` is
`extractive` or `llm`, `"language_model"` what one that was asked came to, or null.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import lru_cache
from typing import Any

from index.document import Document
from index.errors import QuestionError
from index.locator import Locator
from index.store import Index
from index.symbols import official_link
from rag.answer import Answer, Citation, Hit, ModelRun, SentenceProof, State, Statement
from rag.citing.citation import cite
from rag.citing.quoted import cited_row

CONTRACT = 2

_Found = tuple[int, int, str | None]
"""The characters of a quotation, and the mark of the footnote that they count in, if any."""

_read_locator = lru_cache(maxsize=65_536)(Locator.parse)
"""`Locator.parse`, remembered: the answers of a batch name the same paragraphs again and again."""


def answer_object(answer: Answer) -> dict[str, object]:
    """The object that `pincite ask --json` prints and `pincite batch` writes one a line."""
    return {
        "contract": CONTRACT,
        "question": answer.question,
        "id": answer.id,
        "answered": answer.answered,
        "state": answer.state,
        "confidence": round(float(answer.confidence), 4),
        "reason": answer.reason,
        "remark": answer.remark,
        "intent": answer.intent,
        "checks": list(answer.checks),
        "statements": [
            {
                "text": each.text,
                "quote": each.quote,
                "proof": proof_object(each.proof),
                "leads": each.leads,
                "completes": each.completes,
                "citations": [_citation(citation) for citation in each.citations],
            }
            for each in answer.statements
        ],
        "evidence": _hits(answer.evidence),
        "nearest": _hits(answer.nearest),
        "mode": answer.mode,
        "writer": answer.mode,
        "language_model": asdict(answer.language_model) if answer.language_model else None,
        "model": answer.model,
        "reader": answer.reader,
        "index": answer.index,
        "milliseconds": {name: round(value) for name, value in answer.milliseconds.items()},
    }


def answer_line(answer: Answer) -> str:
    """`answer_object` as one line of JSON, letters of all scripts as they are."""
    return json.dumps(answer_object(answer), ensure_ascii=False)


def read_answer(record: Mapping[str, Any], index: Index) -> Answer:
    """The answer that `answer_object` made `record` of, of this version of the contract or an earlier one.

    QuestionError where it cites what `index` does not hold; paragraphs that were only found are left out then.
    """
    statements = tuple(
        Statement(
            each["text"],
            tuple(_citation_from(cited, index) for cited in each["citations"]),
            read_proof(each.get("proof")),
            each.get("leads", False),
            each.get("completes", False),
        )
        for each in record["statements"]
    )
    answered = bool(record["answered"])
    # Before version 2, only a batch told of places that do not exist.
    told = record.get("batch", {}).get("remark")
    return Answer(
        question=record["question"],
        answered=answered,
        statements=statements if "contract" in record else tuple(_with_gaps(statements, index)),
        evidence=tuple(_hits_from(record["evidence"], index)),
        nearest=tuple(_hits_from(record["nearest"], index)),
        mode=record["mode"],
        model=record["model"],
        index=record["index"],
        confidence=float(record.get("confidence") or 0.0),
        milliseconds=record["milliseconds"],
        id=record.get("id"),
        reason=record.get("reason", None if answered else told),
        remark=record.get("remark", told if answered else None),
        related=state_of(record) == "related",
        checks=tuple(record.get("checks", ())),
        intent=record.get("intent", "facts"),
        reader=record.get("reader"),
        language_model=ModelRun(**run) if (run := record.get("language_model")) else None,
    )


def state_of(record: Mapping[str, Any]) -> State:
    """The state of the answer that `answer_object` made `record` of, of any version of the contract."""
    if not record["answered"]:
        return "nothing"
    return "related" if record.get("state") == "related" else "answers"


VERBATIM = "verbatim"
"""The proof of a sentence that is what it quotes."""


def proof_object(proof: SentenceProof | None) -> dict[str, object]:
    """The proof of a sentence as JSON: its kind, `verbatim` where no language model wrote it, and what it came to."""
    if proof is None:
        return {"kind": VERBATIM, "support": 1.0, "cited": None, "was": None, "missing": []}
    return {**asdict(proof), "support": round(proof.support, 4), "missing": list(proof.missing)}


def read_proof(record: Mapping[str, Any] | None) -> SentenceProof | None:
    """The proof that `proof_object` made `record` of; None for a sentence that no language model wrote."""
    if record is None or record["kind"] == VERBATIM:
        return None
    return SentenceProof(record["kind"], record["support"], record["cited"], record["was"], tuple(record["missing"]))


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "document": citation.document,
        "symbol": citation.symbol,
        "title": citation.title,
        "date": citation.date,
        "url": official_link(citation.symbol),
        "locator": str(citation.locator),
        "citation": citation.text,
        "page": citation.page,
        "note": citation.note,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "gap": citation.gap,
        "context": citation.context,
    }


def _hits(hits: Sequence[Hit]) -> list[dict[str, object]]:
    return [
        {"document": hit.document, "locator": str(hit.locator), "score": round(float(hit.score), 4)} for hit in hits
    ]


def _citation_from(record: Mapping[str, Any], index: Index) -> Citation:
    document, locator = index.document(record["document"]), _read_locator(record["locator"])
    start, end, note = _place_of(record) if "start" in record else _searched(record, document, locator, index)
    citation = Citation(
        document.id,
        record["symbol"],
        locator,
        record["citation"],
        record["quote"],
        start,
        end,
        document.title,
        document.date,
        note=note,
        gap=record.get("gap", False),
        context=record.get("context"),
    )
    row = cited_row(citation, index)
    if row is None:
        raise QuestionError(f"{record['citation']} does not have the words quoted any more; ask the question again")
    return replace(citation, page=index.paragraphs[row].paragraph.page)


def _place_of(record: Mapping[str, Any]) -> _Found:
    return record["start"], record["end"], record["note"]


def _searched(record: Mapping[str, Any], document: Document, locator: Locator, index: Index) -> _Found:
    """Where the words of a citation of version 1, which does not say so, stand; at 0 where they stand nowhere."""
    for row in index.rows(document.id, locator):
        paragraph = index.paragraphs[row].paragraph
        for mark, text in ((None, paragraph.text), *((note.mark, note.text) for note in paragraph.notes)):
            start = text.find(record["quote"])
            if start >= 0 and record["citation"] == cite(document, locator, mark):
                return start, start + len(record["quote"]), mark
    return 0, 0, None


def _with_gaps(statements: Iterable[Statement], index: Index) -> Iterator[Statement]:
    """`statements` of version 1, which does not say where words were left out, with that said."""
    before: Citation | None = None
    for each in statements:
        first, *others = each.citations
        gap = before is not None and _is_gap(before, first, index)
        yield replace(each, citations=(replace(first, gap=gap), *others))
        before = each.citations[-1]


def _is_gap(one: Citation, other: Citation, index: Index) -> bool:
    """Whether both quote one paragraph, and between them it has more than the mark of a list item."""
    row = cited_row(other, index)
    if row is None or row != cited_row(one, index) or one.note is not None or other.note is not None:
        return False
    between = index.paragraphs[row].text[one.end : other.start]
    return other.start < one.end or len(between.split()) > 1 + len(other.locator.items)


def _hits_from(records: Iterable[Mapping[str, Any]], index: Index) -> Iterator[Hit]:
    for record in records:
        locator = _read_locator(record["locator"])
        row = index.row(record["document"], locator)
        if row is not None:
            yield Hit(row, record["document"], locator, float(record["score"]))
