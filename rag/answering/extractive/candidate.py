"""A sentence that an answer may be made of."""

from dataclasses import dataclass, field

from index.store import ParagraphRef


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a ranked paragraph.

    `rank` is the paragraph's place among the hits, `place` the sentence's in its paragraph, both from 0.
    """

    # The hash of a paragraph would be one over its whole document.
    ref: ParagraphRef = field(hash=False)
    rank: int
    start: int
    end: int
    place: int = 0

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.ref.text[self.start : self.end]
