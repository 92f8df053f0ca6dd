"""The sentences of a reply proved, cited anew, replaced by the documents' words or left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.search.bm25 import terms
from index.store import Index
from rag.answer import ProofKind, SentenceProof, Statement
from rag.answering.extractive.compose import best_first
from rag.proof.prove import Proof, Prover
from rag.proof.source import Source, source_at
from rag.proof.support import Rest
from rag.writing.citing import citations_of
from rag.writing.marks import Written

# How many other paragraphs a sentence is held against where what it cites does not say it. A setting to ablate.
_TRIED = 4
# The least chance that another paragraph says what a sentence says for it to be cited in the place of its own: of wrong
# marks on the tune questions 189 of 193 are mended so, and of sentences spoiled otherwise 10 in place of 49 are let in.
_SURE_ELSEWHERE = 0.9
# Of the words of meaning of a sentence, how many the lines of a document must have to stand in its place, and a
# paragraph that is cited beside others to be cited still. Chosen on the tune questions.
_SAME = 0.5
_SAYS_IT_TOO = 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a sentence: the statements that are shown, none where it is left out; marks of no paragraph.

    It is shown as one statement, or what the documents say in its place as one or several.
    """

    written: Written
    statements: tuple[Statement, ...]
    unknown: tuple[int, ...] = ()

    @property
    def kind(self) -> ProofKind | None:
        """What came of it; None where it is left out."""
        proof = self.statements[0].proof if self.statements else None
        return proof.kind if proof else None


class SentenceProver:
    """Proves sentences that cite the paragraphs at `rows` of `index` by their place in it, from 1."""

    def __init__(self, prover: Prover, index: Index, rows: Sequence[int]) -> None:
        self._prover = prover
        self._index = index
        self._sources: Mapping[int, Source] = {mark: source_at(row, index) for mark, row in enumerate(rows, 1)}

    def outcome(self, written: Written) -> Outcome:
        """What comes of `written`."""
        known = tuple(each for each in written.marks if each in self._sources)
        unknown = tuple(each for each in written.marks if each not in self._sources)
        found = self._hold(written, known)
        if found.proved:
            return Outcome(written, (self._statement(written, known, found),), unknown)
        for mark in self._others(written, known):
            if self._prover.proves(written.text, [self._sources[mark]]):
                other = self._hold(written, [mark])
                if other.support.chance >= _SURE_ELSEWHERE:
                    return Outcome(written, (self._statement(written, [mark], other),), unknown)
        return Outcome(written, self._in_place_of(written, known, found), unknown)

    def _hold(self, written: Written, marks: Sequence[int]) -> Proof:
        return self._prover.hold(written.text, [self._sources[each] for each in marks])

    def _others(self, written: Written, known: tuple[int, ...]) -> Iterator[int]:
        """What the sentence may have meant to cite: another paragraph, those with most words first."""
        wanted = set(terms(written.text))
        shared = {mark: len(wanted & set(terms(source.text))) for mark, source in self._sources.items()}
        best = sorted((each for each in shared if shared[each]), key=lambda mark: (-shared[mark], mark))
        for mark in best[: _TRIED + len(known)]:
            if (mark,) != known:
                yield mark

    def _statement(self, written: Written, marks: Sequence[int], proof: Proof) -> Statement:
        """The sentence with citations of what it rests on, and of what else it cites that says it too."""
        rests = list(proof.support.rests)
        for at in {*range(len(marks))} - {each.source for each in rests}:
            alone = self._hold(written, [marks[at]]).support
            if alone.words >= _SAYS_IT_TOO:
                rests += [Rest(at, each.line, each.words) for each in alone.rests[:1]]
        shown = tuple(dict.fromkeys(marks[each.source] for each in rests))
        kind: ProofKind = "proved" if set(shown) <= set(written.marks) else "re-cited"
        cited = "".join(f"[{each}]" for each in written.marks) if set(shown) != set(written.marks) else None
        placed = [(self._row(marks[each.source]), each.line) for each in rests]
        return Statement(
            written.text, citations_of(placed, self._index), SentenceProof(kind, proof.support.chance, cited)
        )

    def _in_place_of(self, written: Written, known: Sequence[int], proof: Proof) -> tuple[Statement, ...]:
        """What the documents say of what the sentence says: the lines that it rests on, of what it cites if those do.

        With what they lean on, as in an answer that quotes; nothing where they have too few of its words.
        """
        marks, support = tuple(known), proof.support
        if support.words < _SAME:
            marks = tuple(self._sources)
            support = self._hold(written, marks).support
        if support.words < _SAME:
            return ()
        missing = tuple(each.said for each in proof.missing)
        own = SentenceProof("replaced", proof.support.chance, None, written.text, missing)
        placed = [(self._row(marks[each.source]), each.line) for each in support.rests]
        said = [(row, self._index.sentence_spans(row).index(line.span)) for row, line in placed if line.note is None]
        notes = citations_of([each for each in placed if each[1].note is not None], self._index)
        stated = (*best_first(said, self._index), *(Statement(each.quote, (each,)) for each in notes))
        return tuple(replace(each, proof=own) for each in stated)

    def _row(self, mark: int) -> int:
        row = self._sources[mark].row
        if row is None:
            raise ValueError(f"the text with the mark {mark} is in no index")
        return row
