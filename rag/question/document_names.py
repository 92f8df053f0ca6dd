"""Documents as people name them in a column: by id, symbol or title."""

from collections.abc import Iterable

from index.document import Document
from index.store import Index


def resolved_documents(index: Index, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the documents that `names` name, in the order of the index, each once.

    A name is an id, a symbol, a title or another name of the document, in any case; QuestionError where it is none.
    """
    wanted = {_resolved(index, name) for name in names}
    return tuple(document.id for document in index.documents if document.id in wanted)


def _resolved(index: Index, name: str) -> str:
    plain = name.casefold()
    named = [document.id for document in index.documents if plain in _names(document)]
    # Where nobody has that name, or several documents do, the index tells which ids there are.
    return named[0] if len(named) == 1 else index.document(name).id


def _names(document: Document) -> set[str]:
    names = (document.id, document.symbol, *document.names)
    return {name.casefold() for name in names if name}
