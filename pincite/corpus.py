"""Indexed documents, to be asked, searched, read and compared, and to check drafts by."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path

from index.document import Document
from rag.answer import Answer
from rag.answerer import Answerer
from rag.answering.steps import Asked, Before
from rag.comparing.align import Alignment, align
from rag.lookup import find_document
from rag.passages import Passage, find_passage, search_passages
from rag.verifying.check import DraftChecker
from rag.verifying.files import verify_file
from rag.verifying.finding import CheckedDraft


class Corpus:
    """Indexed documents, to be asked, searched, read, compared and checked by. Safe to share between threads.

    `pincite.open` makes one. Documents are named by id (`progress-2018`) or symbol (`CAC/COSP/WG.2/2018/2`). Every
    method raises a QuestionError where no document is called so, and where a question is empty or too long.

    >>> corpus = pincite.open()
    """

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in order, with their paragraphs.

        >>> len(corpus.documents), corpus.documents[0].id
        (5, 'guidelines-2021')
        """
        return self._answerer.index.documents

    def ask(self, question: str, documents: Sequence[str] = (), *, after: Answer | None = None) -> Answer:
        """The answer to `question` from `documents`, from all if none are named.

        A question that goes on from another is read with it where that one's answer is given as `after`. Each statement
        is verbatim what it cites. `state` says whether it answers, is only related, or nothing was found; `nearest` has
        the nearest paragraphs then.

        >>> answer = corpus.ask("When was the Global Forum on Asset Recovery held?", ["progress-2018"])
        >>> for statement in answer.statements:
        ...     print(statement.text[:48], "…", [citation.text for citation in statement.citations])
        At the Anti-Corruption Summit, States also decid … ['CAC/COSP/WG.2/2018/2, para. 85']
        """
        before = Before.of(after) if after else None
        return self._answerer.answer(question, documents=self._ids(documents), before=before)

    def ask_many(self, questions: Iterable[str], documents: Sequence[str] = ()) -> Iterator[Answer]:
        """The answer to each of `questions`, in order, as it is ready; encoded together, which is faster.

        Up to 64 questions are taken before the first answer is there.

        >>> [answer.state for answer in corpus.ask_many(["What does CARIN stand for?", "Who won the cup in 1966?"])]
        ['answers', 'nothing']
        """
        named = tuple(self._ids(documents))
        return self._answerer.answer_many(Asked(each, named) for each in questions)

    def search(self, words: str, limit: int = 10, documents: Sequence[str] = ()) -> tuple[Passage, ...]:
        """At most `limit` paragraphs ranked for `words`, best first: those that an answer would be written from.

        Whether they answer is not judged. No more than twenty or so are ranked. ValueError where `limit` is below 1.

        >>> [passage.citation for passage in corpus.search("focal points", limit=2)]
        ['CAC/COSP/WG.2/2018/5, para. 37', 'CAC/COSP/WG.2/2018/2, para. 66']
        """
        return search_passages(self._answerer, words, limit, documents=self._ids(documents))

    def paragraph(self, citation: str) -> Passage:
        """The paragraph that `citation` names; of a sub-item, the paragraph that holds it.

        It may also be a `Passage.address`. LocatorError where it names no paragraph, or several.

        >>> passage = corpus.paragraph("CAC/COSP/WG.2/2018/5, para. 26")
        >>> passage.text[:48]
        'The first and oldest asset recovery inter-agency'
        >>> passage.url
        'https://docs.un.org/en/CAC/COSP/WG.2/2018/5'
        """
        return find_passage(self._answerer.index, citation)

    def compare(self, left: str, right: str) -> Alignment:
        """The paragraphs of two documents matched by what they say, the older one named first.

        >>> alignment = corpus.compare("info-sharing-2018", "guidelines-2021")
        >>> {kind: alignment.count(kind) for kind in ("same", "changed", "dropped", "added")}
        {'same': 0, 'changed': 22, 'dropped': 43, 'added': 18}
        """
        index = self._answerer.index
        return align(index, find_document(index, left).id, find_document(index, right).id)

    def verify(self, path: str | PathLike[str]) -> CheckedDraft:
        """What is found of the quotations and citations of the draft at `path`, a Word, PDF, HTML or text file.

        SourceError where it cannot be read, or is not in English. The draft is not changed.

        >>> with open("draft.txt", "w", encoding="utf-8") as draft:
        ...     _ = draft.write("It had “234 devoted focal points” (CAC/COSP/WG.2/2018/2, para. 66).")
        >>> for finding in corpus.verify("draft.txt").to_show:
        ...     print(finding.verdict, "|", finding.message, "|", finding.suggestion)
        altered | The words differ from CAC/COSP/WG.2/2018/2, para. 66. | 234 dedicated focal points
        """
        return verify_file(Path(path), self._checker).checked

    @cached_property
    def _checker(self) -> DraftChecker:
        return DraftChecker(self._answerer.index.store)

    def _ids(self, documents: Sequence[str]) -> Sequence[str]:
        return [find_document(self._answerer.index, each).id for each in documents]
