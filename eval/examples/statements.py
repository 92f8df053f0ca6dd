"""Statements that a model learns proof from: `python -m eval.examples.statements FILES… --index FOLDER --output FILE`.

Whoever read a paragraph wrote what it proves and, close to that, what it does not. Each is laid beside the stretch of
the paragraph that a model reads. Other statements come by themselves: a sentence of the
paragraph proves itself; what one paragraph proves, the next does not, nor what two say together; nor is anything proved
when a name in it is exchanged for another, or when what is said of one thing is said of another.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from eval.examples.made_wrong import crossed, exchanged
from eval.examples.stretch import stretch
from eval.gold.gold import lines_of
from eval.made_file import make_file
from index.embedding.base import Embedder
from index.embedding.registry import load_embedder
from index.errors import GoldError
from index.locator import Locator
from index.search.bm25 import terms
from index.store import Index
from rag.proof.source import source_at
from rag.proof.support import SupportReader, SupportWeights
from rag.reader.train.examples import Statement, write_line

FAITHFUL = "faithful"
"""The kind of a statement that is proved."""
# A paragraph with more of a statement's words may well prove it too.
_TOO_LIKE = 0.7
_NEAREST = 12  # paragraphs among which the nearest other one is looked for
_FIRST_WORDS = (6, 60)  # of a sentence that proves itself


@dataclass(frozen=True, slots=True)
class Stated:
    """A paragraph with what it proves, `yes`, and what it does not, `no`, each with the kind of what is wrong."""

    document: str
    locator: str
    split: str
    yes: tuple[str, ...]
    no: tuple[tuple[str, str], ...]


def read_stated(path: Path) -> Iterator[Stated]:
    """What was written on paragraphs in a JSON Lines file; GoldError says what is wrong with one."""
    for number, line in lines_of(path):
        try:
            record = json.loads(line)
            no = tuple((str(kind), str(said)) for kind, said in record["no"])
            yes = tuple(str(each) for each in record["yes"])
            if not yes:
                raise ValueError("it lacks a sentence that is proved")
            yield Stated(record["document"], record["locator"], record["split"], yes, no)
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}:{number}: no statements ({error}); mend the line") from None


class StatementMaker:
    """Lays statements beside the paragraphs of `index`; the same `seed` makes the same."""

    def __init__(self, index: Index, embedder: Embedder, seed: int = 1) -> None:
        self._index = index
        self._support = SupportReader(embedder, index.store.short_forms, SupportWeights())
        self._random = Random(seed)

    def statements(self, stated: Sequence[Stated]) -> Iterator[Statement]:
        """Those of all paragraphs that the index holds."""
        found = [(each, self._index.row(each.document, Locator.parse(each.locator))) for each in stated]
        held = [(each, row) for each, row in found if row is not None]
        for at, (each, row) in enumerate(held):
            yield from self._of_one(each, row)
            if at and held[at - 1][0].split == each.split:
                yield from self._of_two(held[at - 1], (each, row))

    def _of_two(self, one: tuple[Stated, int], other: tuple[Stated, int]) -> Iterator[Statement]:
        """What two paragraphs say, together and crossed."""
        (first, row), (second, here) = one, other
        both = _both(first.yes[0], second.yes[0])
        yield self._made(both, (here,), "two paragraphs", second.split)
        yield self._made(both, (row, here), FAITHFUL, second.split)
        for said, by in zip(first.yes, second.yes, strict=False):
            if (wrong := crossed(said, by)) is not None:
                yield self._made(wrong, (row, here), "crossed", second.split)

    def _of_one(self, stated: Stated, row: int) -> Iterator[Statement]:
        yield from (self._made(each, (row,), FAITHFUL, stated.split) for each in stated.yes)
        yield from (self._made(said, (row,), kind, stated.split) for kind, said in stated.no)
        text = self._index.paragraphs[row].text
        wrong = (exchanged(each, text, self._random) for each in stated.yes)
        yield from (self._made(each, (row,), "exchanged", stated.split) for each in wrong if each is not None)
        said = self._random.choice(stated.yes)
        if (other := self._nearest(said, row)) is not None:
            yield self._made(said, (other,), "other paragraph", stated.split)
        own = [line.text for line in source_at(row, self._index).lines]
        fewest, most = _FIRST_WORDS
        if whole := [each for each in own if fewest <= len(each.split()) <= most]:
            yield self._made(self._random.choice(whole), (row,), FAITHFUL, stated.split)

    def _nearest(self, said: str, row: int) -> int | None:
        """The other paragraph that has most of a statement's words without having nearly all."""
        wanted = set(terms(said))
        for other in self._index.lexical.search(said, _NEAREST).rows:
            held = wanted & set(terms(self._index.paragraphs[int(other)].text))
            if other != row and len(held) <= _TOO_LIKE * len(wanted):
                return int(other)
        return None

    def _made(self, said: str, rows: Sequence[int], kind: str, split: str) -> Statement:
        sources = [source_at(row, self._index) for row in rows]
        source = stretch(sources, self._support.rests(said, sources))
        return Statement(said, source, kind == FAITHFUL, kind, split)


def _both(first: str, second: str) -> str:
    """One sentence of two."""
    return f"{first.rstrip('.')}, and {second[:1].lower()}{second[1:]}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the statements to the file that is named."""
    parser = ArgumentParser(prog="python -m eval.examples.statements", description="Make statements for a reader.")
    make_file(parser, _lines, arguments)


def _lines(files: Sequence[Path], index: Index) -> tuple[Sequence[str], str]:
    stated = [each for path in files for each in read_stated(path)]
    lines = [write_line(each) for each in StatementMaker(index, load_embedder()).statements(stated)]
    return lines, f"{len(lines)} statements on {len(stated)} paragraphs"


if __name__ == "__main__":
    main()
