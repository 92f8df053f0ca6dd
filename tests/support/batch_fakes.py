"""An answerer for batches whose answers can be worked out by eye."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import sleep

from index.build import build_index
from index.document import Document
from index.errors import FidelityError
from index.locator import Locator
from index.store import Index
from rag.answer import Answer, Hit, Statement
from rag.answering.extractive.footnotes import quoted_note
from rag.answering.steps import Asked
from rag.batches.batch import BatchOptions, run_batch
from rag.batches.batch_result import Entry
from rag.batches.questions.row import QuestionRow
from rag.citing.quoted import quoted
from tests.support.fakes import FakeEmbedder

_WORD = re.compile(r"\w+")
REPORT, GUIDE = "report-2018", "guide"
TOLD = "A/1 is dated 4 April 2018."
LACKS = "“76/999” is in none of these passages."


NOW = "2026-03-01T10:00:00+00:00"
"""When the batches of tests begin, unless they say otherwise."""


def small_index(documents: tuple[Document, ...]) -> Index:
    """The index of the two small documents of the fixtures, in memory."""
    return build_index(documents, FakeEmbedder())


def with_gap(statement: Statement) -> Statement:
    """`statement` after words that were left out."""
    return replace(statement, citations=tuple(replace(each, gap=True) for each in statement.citations))


@dataclass
class FakeAnswerer:
    """Answers by the first word of a question.

    `Who` and whatever is not named here: the first paragraph of the report. `List`: its list, lead-in and item (a).
    `Gap`: its lead-in and item (b). `Both`: the report and the guide. `Related`: its list, which is only related and
    lacks LACKS. `None`: no answer. `Told`: TOLD, which no paragraph says. `Bad`: FidelityError.
    `Broken`: a mistake of the program.
    `asked` remembers every question; after `stops_after` of them comes Ctrl-C; each takes `seconds`.
    """

    index: Index
    settings: object = "plain"
    reader: None = None
    stops_after: int | None = None
    seconds: float = 0
    asked: list[Asked] = field(default_factory=list)

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        for each in questions:
            if self.stops_after is not None and len(self.asked) >= self.stops_after:
                raise KeyboardInterrupt
            sleep(self.seconds)
            self.asked.append(each)
            yield self._answer(each)

    def _answer(self, asked: Asked) -> Answer:
        kind = _WORD.match(asked.text)[0]  # type: ignore[index]
        if kind == "Bad":
            raise FidelityError("the quotation is not there")
        if kind == "Broken":
            raise LookupError("no such row")
        statements = self._statements(kind)
        hits = tuple(
            Hit(ref.row, ref.document.id, ref.locator, 1 / (1 + ref.row), {"dense": 0.1})
            for ref in self.index.paragraphs
        )
        return Answer(
            question=asked.text,
            answered=bool(statements),
            statements=statements,
            evidence=hits,
            nearest=() if statements or kind == "Told" else hits[:2],
            mode="extractive",
            model="fake",
            index=self.index.fingerprint,
            confidence=0.75 if statements else 0.2,
            milliseconds={"retrieve": 1.25, "answer": 2.0},
            id=asked.id,
            reason={"Nowhere": "There is no paragraph 9.", "Told": TOLD}.get(kind),
            remark="There is no paragraph 99." if kind == "Partly" else None,
            related=kind == "Related",
            intent="document" if kind == "Told" else "facts",
            checks=(LACKS,) if kind == "Related" else (),
        )

    def _statements(self, kind: str) -> tuple[Statement, ...]:
        one, two = Locator(number="1"), Locator(number="2")
        first = self._statement(REPORT, one, "Networks exist.")
        if kind in ("None", "Nowhere", "Told"):
            return ()
        if kind in ("List", "Related"):
            item = self._statement(REPORT, two.item("a"), "Share information;")
            return self._statement(REPORT, two, "States should:"), item
        if kind == "Note":
            return first, quoted_note(self.index.paragraphs[0], self.index.paragraphs[0].paragraph.notes[0])
        if kind == "Gap":
            last = self._statement(REPORT, two.item("b"), "Return assets.")
            return self._statement(REPORT, two, "States should:"), with_gap(last)
        if kind == "Both":
            other = self._statement(GUIDE, Locator(("draft guideline 1",), "1"), "Freeze assets early.")
            return first, self._statement(REPORT, one, "Banks cooperate."), other
        return (first,)

    def _statement(self, document: str, locator: Locator, quote: str) -> Statement:
        row = self.index.row(document, locator)
        assert row is not None
        ref = self.index.paragraphs[row]
        start = ref.text.index(quote)
        return Statement(quote, (quoted(ref, (start, start + len(quote)), locator.items),))


def rows(*questions: str) -> list[QuestionRow]:
    """The rows of a list of `questions`, a line each."""
    return [QuestionRow(f"line {number}", text) for number, text in enumerate(questions, start=1)]


def run(
    answerer: FakeAnswerer,
    questions: Sequence[QuestionRow],
    journal: Path,
    remarks: list[str] | None = None,
    **how: object,
) -> list[Entry]:
    """The entries of a batch of `questions` whose journal is `journal`; `remarks` gets what is remarked."""
    options = BatchOptions("q.txt", **({"begun": NOW} | how))  # type: ignore[arg-type]
    with run_batch(
        questions, answerer, journal, options, remark=(remarks if remarks is not None else []).append
    ) as batch:
        return list(batch.entries())
