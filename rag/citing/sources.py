"""What an answer cites: all places as one line of citations, and where the documents are published."""

from index.store import Index
from index.symbols import official_link
from rag.answer import Answer
from rag.citing.citation import cite_all


def sources(answer: Answer, index: Index) -> str:
    """The citations of `answer`, merged document by document; empty where it cites nothing.

    A footnote is a place within a place, which the merged form cannot name: each stands in full after the others.
    """
    cited = [each for statement in answer.statements for each in statement.citations]
    order = {each.document: None for each in cited}
    places = [
        (index.document(document), each.locator)
        for document in order
        for each in cited
        if each.document == document and each.note is None
    ]
    in_notes = (each.text for each in cited if each.note is not None)
    return "; ".join(dict.fromkeys(part for part in (cite_all(places), *in_notes) if part))


def official_addresses(answer: Answer) -> tuple[str, ...]:
    """Where the documents that `answer` cites are published, each once, in order; those without a symbol are not."""
    cited = (each.symbol for statement in answer.statements for each in statement.citations)
    return tuple(dict.fromkeys(filter(None, map(official_link, cited))))
