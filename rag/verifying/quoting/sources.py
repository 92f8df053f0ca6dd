"""The texts of an index that a quotation can come from, and where its words stand among them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from index.document import Document
from index.search.document_store import DocumentStore
from rag.verifying.quoting.usage import Piece, standing
from rag.verifying.quoting.words import Wording

_KEPT = 4_096  # texts whose words are kept: those of the documents that a draft is about
# Words that are looked for together where a quotation stands nowhere as it is: three are rarely shared by chance.
_RUN = 3
_MOST_RUNS = 40  # runs of a long quotation that are looked for, spread over it
_MOST_HITS = 200  # places where a run that stands everywhere is counted
_MOST_NEAREST = 4  # texts that a quotation is compared with word by word


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph at `row` or, where `note` is a mark, that footnote of it."""

    row: int
    note: str | None = None


class Sources:
    """Looks for quotations among the paragraphs and footnotes of `store`. Safe to share between threads."""

    def __init__(self, store: DocumentStore) -> None:
        self.store = store
        self.wording = lru_cache(_KEPT)(self._wording)

    def text(self, source: Source) -> str:
        """The text of a source."""
        paragraph = self.store.paragraphs[source.row].paragraph
        if source.note is None:
            return paragraph.text
        return next(each.text for each in paragraph.notes if each.mark == source.note)

    def document(self, source: Source) -> Document:
        """The document that a source is of."""
        return self.store.paragraphs[source.row].document

    def holding(self, pieces: Sequence[Piece]) -> Iterator[Source]:
        """The sources in which a quotation stands by UN usage, in the order of the index."""
        longest = max(pieces, key=lambda piece: sum(len(word.key) for word in piece.words))
        numbers = sorted({number for line in longest.lines for number in self._with_line(line)})
        for number in numbers:
            if standing(pieces, self.wording(self._all[number])) is not None:
                yield self._all[number]

    def nearest(self, pieces: Sequence[Piece]) -> list[Source]:
        """The sources that share most runs of words with a quotation, the nearest first; a few."""
        keys = [word.key for piece in pieces for word in piece.words]
        starts = range(0, max(1, len(keys) - _RUN + 1), max(1, len(keys) // _MOST_RUNS))
        shared: Counter[int] = Counter()
        for start in starts:
            shared.update(self._with_line(f" {' '.join(keys[start : start + _RUN])} ", _MOST_HITS))
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return [self._all[number] for number, _ in ranked[:_MOST_NEAREST]]

    def _wording(self, source: Source) -> Wording:
        return Wording(self.text(source))

    def _with_line(self, line: str, most: int | None = None) -> set[int]:
        """The numbers of the sources whose words have `line` among them, at most `most`."""
        found: set[int] = set()
        place = self._lines.find(line)
        while place >= 0 and (most is None or len(found) < most):
            number = bisect_right(self._starts, place) - 1
            found.add(number)
            # On from the next source: one place in each is enough.
            place = self._lines.find(line, self._starts[number + 1])
        return found

    @cached_property
    def _all(self) -> tuple[Source, ...]:
        return tuple(
            each
            for ref in self.store.paragraphs
            for each in (Source(ref.row), *(Source(ref.row, note.mark) for note in ref.paragraph.notes))
        )

    @cached_property
    def _each_line(self) -> list[str]:
        return [Wording(self.text(source)).line for source in self._all]

    @cached_property
    def _lines(self) -> str:
        return "\n".join(self._each_line)

    @cached_property
    def _starts(self) -> list[int]:
        """Where the words of each source begin in `_lines`, and where another one's would."""
        return list(accumulate((len(line) + 1 for line in self._each_line), initial=0))
