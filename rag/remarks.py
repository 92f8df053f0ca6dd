"""What is said beside an answer: places that do not exist, texts that are superseded, corrected or uncertain."""

from collections.abc import Iterator, Sequence

from index.document import Document
from index.store import Index
from rag.answer import Statement


def remarks(statements: Sequence[Statement], missing: str | None, index: Index) -> str | None:
    """What is to be said beside `statements`, as sentences; None where there is nothing, or no statement.

    `missing` names the places of the question that do not exist.
    """
    if not statements:
        return None
    cited = dict.fromkeys(citation.document for statement in statements for citation in statement.citations)
    said = [f"There is no {missing}."] if missing else []
    for document in map(index.document, cited):
        said += _of_document(document, index)
    return " ".join(said) or None


def _of_document(document: Document, index: Index) -> Iterator[str]:
    name = document.symbol or document.title
    related = index.related(document.id)
    if later := related.superseded_by:
        yield f"{name} is superseded by {later.symbol}."
    if related.corrigenda:
        yield f"{name} is corrected by {', '.join(str(each.symbol) for each in related.corrigenda)}."
    if document.recognised:
        yield f"{name} was read by a machine from a scan; compare the wording with the original."
