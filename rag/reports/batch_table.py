"""A batch as a table: one row a question, the same columns for every format that has rows and columns."""

from index.text.wording import excerpt
from rag.answer import Answer, State
from rag.batches.batch_result import Batch, Entry
from rag.citing.citation import cite, name_of
from rag.citing.sources import sources
from rag.citing.tables import lines_of
from rag.quotations import quotations
from rag.reports.quotation import NEAREST_SHOWN

# The columns that every table has, in order; those that the questions carried follow.
COLUMNS = (
    "Number",
    "Id",
    "Section",
    "Question",
    "Status",
    "Answer",
    "Related passages",
    "What is missing",
    "Citations",
    "Quoted text",
    "Score",
    "Nearest paragraphs",
    "Documents asked",
    "Note",
    "Remark",
    "Problem",
    "Place",
)


Cell = str | float | None


def column_names(batch: Batch) -> tuple[str, ...]:
    """The names of all columns; a carried one that has the name of one of ours says so."""
    taken = {name.casefold() for name in COLUMNS}
    return (*COLUMNS, *(f"{name} (carried)" if name.casefold() in taken else name for name in batch.columns))


def table_row(entry: Entry, batch: Batch) -> tuple[Cell, ...]:
    """The row of `entry`, a cell for each of `column_names`."""
    carried = dict(entry.row.others)
    return (*_own(entry, batch), *(carried.get(name, "") for name in batch.columns))


def _own(entry: Entry, batch: Batch) -> tuple[Cell, ...]:
    row, answer = entry.row, entry.answer
    return (
        entry.number,
        row.id or "",
        row.section or "",
        row.text,
        entry.status.value,
        _sentences(answer, "answers", batch),
        _sentences(answer, "related", batch),
        " ".join(answer.checks) if answer else "",
        sources(answer, batch.index) if answer else "",
        _quotes(answer),
        round(answer.confidence, 2) if answer else None,
        _nearest(answer, batch),
        "; ".join(name_of(batch.index.document(each)) for each in entry.documents),
        row.note or "",
        entry.remark,
        entry.problem or "",
        f"{batch.source}, {row.place}",
    )


def _sentences(answer: Answer | None, state: State, batch: Batch) -> str:
    """The quotations of an answer that is in `state`, a line each, a table's rows too, words left out between marked.

    So what is only related never stands in the column of answers.
    """
    statements = answer.statements if answer and answer.state == state else ()
    lines = (f"{each.label} {line}" for each in quotations(statements) for line in lines_of(each, batch.index))
    return "\n".join(line.lstrip() for line in lines)


def _quotes(answer: Answer | None) -> str:
    if answer is None:
        return ""
    return "\n".join(f"{citation.text}: {citation.quote}" for each in answer.statements for citation in each.citations)


def _nearest(answer: Answer | None, batch: Batch) -> str:
    if answer is None or answer.answered:
        return ""
    refs = (batch.index.paragraphs[hit.row] for hit in answer.nearest)
    return "\n".join(f"{cite(ref.document, ref.locator)}: {excerpt(ref.text, NEAREST_SHOWN)}" for ref in refs)
