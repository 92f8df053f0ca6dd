"""The server: six tools that read the documents of one index, and change nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from index.errors import PinciteError
from index.store import Index
from rag.answer_json import answer_object
from rag.answerer import Answerer
from rag.citing.citation import name_of
from rag.comparing.align import align
from rag.comparing.align_json import alignment_object
from rag.lookup import find_document
from rag.passages import find_passage, search_passages
from rag.verifying.by_itself import check_citation, check_quotation
from rag.verifying.check import DraftChecker
from rag.verifying.finding_json import checked_object
from ui.mcp.results import Fetched, Results, fetched, results

FOUND = 10  # results of a search, as many as a page of most search engines has
_NAMED = 12  # documents that the instructions name; of more the errors name the likeliest
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_INSTRUCTIONS = (
    "Answers from documents of the United Nations. Every sentence of an answer is verbatim and cited to its paragraph: "
    "quote it unchanged and give its citation as it stands. An answer whose state is `related` is only about what was "
    "asked, and `nothing` says that nothing was found, not that nothing is there."
)


class Tools:
    """The tools; their docstrings are what the language model is told of them."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._checker = DraftChecker(answerer.index.store)

    def search(self, query: str) -> Results:
        """Find the paragraphs of United Nations documents that are nearest to a question or some words, best first.

        Read one whole with `fetch`. Whether they answer is not judged; `ask` does that.
        """
        with _told():
            return results(search_passages(self._answerer, query, FOUND))

    def fetch(self, id: str) -> Fetched:
        """Read a whole paragraph, by the id that `search` gave or by a citation: `CAC/COSP/WG.2/2018/2, para. 65`."""
        with _told():
            return fetched(find_passage(self._answerer.index, id))

    def ask(self, question: str, documents: Sequence[str] = ()) -> dict[str, Any]:
        """Answer a question in English with sentences of the documents, each with its citation and official address.

        `documents` are ids or symbols of the only documents to look in. `state` is `answers`, `related` where the
        statements are only about what was asked and somebody has to check them (`checks` says what of the question is
        in none of them), or `nothing`. Read around a citation with `fetch`: its id is `document`, `#` and `locator`.
        """
        with _told():
            only = [find_document(self._answerer.index, each).id for each in documents]
            return answer_object(self._answerer.answer(question, documents=only))

    def compare(self, left: str, right: str) -> dict[str, Any]:
        """Compare two documents, named by id or symbol, paragraph by paragraph: same, changed, dropped or added.

        The older one is `left`. `only_here` are the characters of a text that the other side lacks.
        """
        with _told():
            index = self._answerer.index
            return alignment_object(align(index, find_document(index, left).id, find_document(index, right).id))

    def verify_quote(self, quotation: str, citation: str = "") -> dict[str, Any]:
        """Check that words stand verbatim where `citation` says; without one, look for where they stand.

        The first of the `findings` is on the quotation: its `verdict` is `verbatim`, `altered` (`changes` marks the
        words added and removed), `stands elsewhere` and so on, `message` says what is wrong, `suggestion` what to
        write, `compared` is the paragraph. The others are on the citation. `wrong` counts those that say an error.
        """
        with _told():
            return checked_object(check_quotation(self._checker, quotation, citation))

    def verify_citation(self, citation: str) -> dict[str, Any]:
        """Check that a citation (`CAC/COSP/WG.2/2018/2, para. 65 (c)`) names a document and a place that there are.

        Each of the `findings` has a `verdict`: `in order` (`compared` is the paragraph), `no such place`, `wrong
        symbol`, `superseded`, `citation form` with a `suggestion`, or `document not held`, which is no error.
        """
        with _told():
            return checked_object(check_citation(self._checker, citation))


def make_server(answerer: Answerer) -> MCPServer[Any]:
    """The server that answers from the index of `answerer`."""
    server: MCPServer[Any] = MCPServer(
        "pincite",
        title="pincite: United Nations documents",
        instructions=f"{_INSTRUCTIONS}\n\n{_holdings(answerer.index)}",
        version=version("pincite"),
        log_level="WARNING",
    )
    tools = Tools(answerer)
    verifying = (tools.verify_quote, tools.verify_citation)
    for each in (tools.search, tools.fetch, tools.ask, tools.compare, *verifying):
        server.add_tool(each, annotations=_READS, structured_output=True)
    return server


def _holdings(index: Index) -> str:
    named = "; ".join(f"{each.id} ({name_of(each)})" for each in index.documents[:_NAMED])
    more = len(index.documents) - _NAMED
    return f"The documents: {named}" + (f"; and {more} more." if more > 0 else ".")


@contextmanager
def _told() -> Iterator[None]:
    """What a person could mend, the language model is told."""
    try:
        yield
    except PinciteError as error:
        raise ToolError(str(error)) from error
