"""Which paragraphs a search may find."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.document import Document


@dataclass(frozen=True, slots=True)
class Filter:
    """A paragraph may be found where all that is given holds; None asks for nothing.

    `documents` are ids, `bodies` and `languages` as the documents name theirs. `since` and `until` are dates in ISO
    8601 or the beginnings of such, both included (`2019` until the end of that year); a document without a date passes
    neither. `rows` are paragraphs of the index. Whoever searches applies it while searching: applied to what was found,
    it would leave fewer than were asked for.
    """

    documents: frozenset[str] | None = None
    since: str | None = None
    until: str | None = None
    bodies: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    rows: frozenset[int] | None = None

    @classmethod
    def of_documents(cls, ids: Iterable[str]) -> "Filter":
        """The filter that lets through the documents with these ids, all of them where there is none."""
        return cls(documents=frozenset(ids) or None)

    @property
    def asks_for_documents(self) -> bool:
        """Whether it keeps some documents out."""
        return any(each is not None for each in (self.documents, self.since, self.until, self.bodies, self.languages))

    def admits(self, document: Document) -> bool:
        """Whether paragraphs of `document` may be found, as far as `rows` has them."""
        return (
            (self.documents is None or document.id in self.documents)
            and (self.bodies is None or document.body in self.bodies)
            and (self.languages is None or document.language in self.languages)
            and self._admits_date(document.date)
        )

    def _admits_date(self, date: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if date is None:
            return False
        return (self.since is None or date >= self.since) and (
            self.until is None or date[: len(self.until)] <= self.until
        )


EVERYTHING = Filter()
"""The filter that keeps nothing out."""
