"""What the routes answer from: the index that lies in the folder now, as many questions at once as processors."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from os import cpu_count
from typing import TypeVar

from anyio import CapacityLimiter
from anyio.to_thread import run_sync

from index.errors import PinciteError
from rag.answerer import Answerer
from rag.verifying.check import DraftChecker
from ui.api.errors import detail_of, service_error
from ui.api.metrics import Metrics
from ui.api.models.answers import Answer
from ui.api.question_log import QuestionLog
from ui.app.services.index_holder import IndexHolder

logger = logging.getLogger(__name__)

MOST_WAITING = 500  # requests: at ten answers a second the last one waits fifty seconds
_SOON = 2  # seconds in which a model is loaded, mostly

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """An answerer, and the checker of drafts by its index."""

    answerer: Answerer
    checker: DraftChecker


class Desk:
    """Works on the index of `holder`, at most `at_once` requests at a time in the order they came.

    More at once would slow each other down. Runs on one event loop; what is worked on runs in threads.
    """

    def __init__(
        self, holder: IndexHolder, metrics: Metrics, questions: QuestionLog | None = None, at_once: int | None = None
    ) -> None:
        self.metrics = metrics
        self._questions = questions
        self.problem: PinciteError | None = None
        self._holder = holder
        self._limiter = CapacityLimiter(at_once or cpu_count() or 1)
        self._waiting = 0
        self._is_loaded = False
        # Of the index now, and of the one before it, which requests may still be at work on.
        self._opened = lru_cache(2)(_opened)

    def load(self) -> None:
        """Load the index and the models; `problem` says why where that cannot be done."""
        try:
            opened = self._opened(self._holder.refresh())
            # The first check of a draft would wait for the words of all paragraphs.
            opened.checker.quotations.anywhere("one two three")
            self._is_loaded, self.problem = True, None
        except PinciteError as error:
            self.problem = error
            logger.warning("%s", error)

    def load_beside(self) -> None:
        """Load in a thread, so that the server says meanwhile that it is not ready."""
        threading.Thread(target=self.load, name="pincite-load", daemon=True).start()

    def opened(self) -> Opened:
        """What is answered from now; ServiceError with the status 503 until it is loaded."""
        if not self._is_loaded:
            if self.problem is not None:
                raise service_error("NotReady", 503, detail_of(self.problem).message)
            raise service_error("NotReady", 503, "the index is being loaded; try again", _SOON)
        return self._opened(self._holder.answerer())

    def note(self, answer: Answer) -> None:
        """Count an answer, and keep its question where questions are kept."""
        self.metrics.answered(answer.state)
        if self._questions is not None:
            self._questions.keep(answer)

    @property
    def newer_problem(self) -> PinciteError | None:
        """Why a newer index in the folder is not used; None where there is none."""
        return self._holder.problem

    async def work(self, task: Callable[[Opened], T]) -> T:
        """What `task` makes of the index, in its turn; ServiceError where that is not loaded or too many wait."""
        opened = self.opened()
        if self._waiting >= MOST_WAITING:
            raise service_error("TooBusy", 503, "too many requests wait; try again later", _SOON)
        self._waiting += 1
        self.metrics.waiting.set(self._waiting)
        try:
            return await run_sync(partial(task, opened), limiter=self._limiter)
        finally:
            self._waiting -= 1
            self.metrics.waiting.set(self._waiting)


def _opened(answerer: Answerer) -> Opened:
    return Opened(answerer, DraftChecker(answerer.index.store))
