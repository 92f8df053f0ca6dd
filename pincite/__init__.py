"""pincite for programs: questions about United Nations documents, answered with cited paragraphs.

>>> import pincite
>>> corpus = pincite.open()
>>> answer = corpus.ask("How many focal points take part in the Global Focal Point Initiative?")
>>> answer.statements[0].citations[0].text
'CAC/COSP/WG.2/2018/2, para. 66'

What goes wrong and can be mended is a `PinciteError`, whose text says how; a ValueError is a mistake in the program.
"""

from importlib import import_module
from os import PathLike, fspath
from typing import TYPE_CHECKING

from index.errors import IndexFolderError, LocatorError, ModelError, PinciteError, QuestionError, SourceError
from index.storage.addresses import place_of
from ui.paths import FAST, READING, index_folder, model_name, reader_name

if TYPE_CHECKING:
    from index.document import Document, Paragraph
    from pincite.corpus import Corpus
    from rag.answer import Answer, Citation, Statement
    from rag.comparing.align import Alignment
    from rag.passages import Passage
    from rag.verifying.finding import CheckedDraft, Finding

__all__ = (
    "Alignment",
    "Answer",
    "CheckedDraft",
    "Citation",
    "Corpus",
    "Document",
    "Finding",
    "IndexFolderError",
    "LocatorError",
    "ModelError",
    "Paragraph",
    "Passage",
    "PinciteError",
    "QuestionError",
    "SourceError",
    "Statement",
    "open",
)

# Where the types are. They are imported when they are wanted: `python -m pincite` has settings to make before numpy is.
_TYPES = {
    "Alignment": "rag.comparing.align",
    "Answer": "rag.answer",
    "CheckedDraft": "rag.verifying.finding",
    "Citation": "rag.answer",
    "Corpus": "pincite.corpus",
    "Document": "index.document",
    "Finding": "rag.verifying.finding",
    "Paragraph": "index.document",
    "Passage": "rag.passages",
    "Statement": "rag.answer",
}


def open(index: str | PathLike[str] | None = None, *, profile: str | None = None) -> "Corpus":
    """The documents of the index in the folder `index`, or at such an address in Milvus, ready to be asked.

    It is `$PINCITE_INDEX`, or `.pincite/index` under the current folder, unless given. The profile `reading` has a
    model read the paragraphs with the question; `fast` answers by similarity alone, sooner and surely less often. It
    is `$PINCITE_PROFILE`, or `reading`, unless given. `$PINCITE_MODEL` and `$PINCITE_READER` name other models, as they
    do for the command line; all of these may stand in `pincite.toml` as well. IndexFolderError and ModelError say what
    to run where there is no index or no model.

    >>> corpus = pincite.open(".pincite/index", profile="fast")
    >>> corpus.documents[0].id
    'guidelines-2021'
    """
    from pincite.corpus import Corpus
    from rag.open_answerer import open_answerer

    if profile not in (None, READING, FAST):
        raise ValueError(f"no profile {profile!r}; there are {READING!r} and {FAST!r}")
    folder = index_folder() if index is None else place_of(fspath(index))
    return Corpus(open_answerer(folder, model=model_name(), reader=reader_name(profile)))


if not TYPE_CHECKING:  # a type checker would take every name for one that is there

    def __getattr__(name: str) -> object:
        """One of the types that `__all__` names."""
        if name not in _TYPES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found: object = getattr(import_module(_TYPES[name]), name)
        return found
