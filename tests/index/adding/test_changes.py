"""Whatever comes, changes and goes: an index of parts says what one built of the same documents at once does."""

from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from index.build import build_index
from index.folder.added import read_manifest
from index.folder.load import load_index
from index.manifest import BuildSettings
from index.search.base import Hits
from index.search.filter import EVERYTHING, Filter
from index.store import Index
from rag.answerer import Answerer
from tests.support.fakes import FakeEmbedder
from tests.support.growing import APPROXIMATE, BYTES, HALVES, NONE, WHOLE, built, updater

WORDS = (
    "asset bank court falcon Group harbour island judge kite lemon market network officer police quota river State "
    "treaty union vote women youth zebra anti-corruption Anti-Corruption"
).split()
FORMS = ("the Financial Intelligence Unit (FIU)", "a Family Income Union (FIU)", "the World Water Week (WWW)")
QUESTIONS = [
    "banks and courts",
    "women vote on an island",
    "What is the FIU?",
    "falcons",
    "paragraph 2 of d3",
    "A/70/4",
]


def text_of(random: Random) -> str:
    """A document of one to five paragraphs under headings, some of which explain a short form."""
    lines = []
    if random.random() < 0.5:
        lines += [f"A/70/{random.randrange(9)}", ""]
    for number in range(1, random.randrange(2, 7)):
        if random.random() < 0.4:
            lines += [f"## {random.choice(WORDS).capitalize()} of {random.choice(WORDS)}", ""]
        said = random.choices(WORDS, k=random.randrange(4, 13))
        form = f", and {random.choice(FORMS)}" if random.random() < 0.3 else ""
        lines += [f"{number}. The {' '.join(said[:-2])}{form}. It {' '.join(said[-2:])}.", ""]
    return "\n".join(lines)


def change(random: Random, papers: Path) -> None:
    """One to three documents come, change or go; one at least stays."""
    for _ in range(random.randrange(1, 4)):
        there = sorted(papers.iterdir())
        if random.random() < 0.4 and len(there) > 1:
            random.choice(there).unlink()
        else:
            (papers / f"d{random.randrange(12)}.md").write_text(text_of(random), encoding="utf-8")


def found(hits: Hits) -> list[tuple[int, object]]:
    pairs = sorted(zip(hits.rows.tolist(), hits.scores.tolist(), strict=True))
    return [(row, pytest.approx(score, rel=1e-4, abs=1e-5)) for row, score in pairs]


def as_built(index: Index, settings: BuildSettings) -> Index:
    """An index of the same documents that never held another, nor has parts."""
    return build_index(
        [replace(each, paragraphs=tuple(each.paragraphs)) for each in index.documents],
        FakeEmbedder(),
        settings=settings,
    )


def assert_same(index: Index, whole: Index) -> None:
    """That whatever can be asked of `index` is what `whole` says."""
    ours, theirs = index.store, whole.store
    assert [(ref.row, ref.document.id, ref.paragraph) for ref in index.paragraphs] == [
        (ref.row, ref.document.id, ref.paragraph) for ref in whole.paragraphs
    ]
    assert index.manifest.counts == whole.manifest.counts
    assert ours.short_forms == theirs.short_forms
    assert ours.word_counts == theirs.word_counts
    assert ours.vocabulary.words == theirs.vocabulary.words
    assert ours.vocabulary.compounds == theirs.vocabulary.compounds
    assert set(ours.places.locators) == set(theirs.places.locators)
    assert set(ours.places.headings) == set(theirs.places.headings)
    assert {finding.document for finding in index.findings} <= {each.id for each in index.documents}
    for ref in index.paragraphs:
        assert index.rows(ref.document.id, ref.locator) == whole.rows(ref.document.id, ref.locator)
        assert ours.places.headings_above(ref.row) == theirs.places.headings_above(ref.row)
        assert index.sentence_spans(ref.row) == whole.sentence_spans(ref.row)
        for read in ("passages", "sentences", "tokens"):
            own, other = getattr(index.dense, read)([ref.row]), getattr(whole.dense, read)([ref.row])
            assert (own is None) == (other is None)
            if own is not None:
                assert np.array_equal(own.vectors, other.vectors)
                assert np.array_equal(own.spans, other.spans)
    count = len(index.paragraphs)
    vectors = FakeEmbedder().encode(QUESTIONS).vectors
    for where in (EVERYTHING, Filter(documents=frozenset(each.id for each in index.documents[::2]))):
        for one, other in zip(
            index.dense.search(vectors, count, where), whole.dense.search(vectors, count, where), strict=True
        ):
            assert found(one) == found(other)
        for question in QUESTIONS:
            assert found(index.lexical.search(question, count, where)) == found(
                whole.lexical.search(question, count, where)
            )
    for stem in ("bank", "women", "fiu", "nowhere"):
        assert index.lexical.idf(stem) == whole.lexical.idf(stem)


_MORE = [pytest.param(seed, 8, marks=pytest.mark.slow) for seed in range(5, 25)]


@pytest.mark.parametrize(("seed", "times"), [*((seed, 3) for seed in range(5)), *_MORE])
def test_after_any_changes_all_is_found_as_in_an_index_built_without_what_went(
    tmp_path: Path, seed: int, times: int
) -> None:
    random, settings = Random(seed), (WHOLE, BYTES, HALVES, NONE, APPROXIMATE)[seed % 5]
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(8):
        (papers / f"d{number}.md").write_text(text_of(random), encoding="utf-8")
    folder = built(papers, tmp_path / "index", settings)
    for _ in range(times):
        change(random, papers)
        updater(folder).update()
        index = load_index(folder)
        assert {each.id for each in index.documents} == {each.stem for each in papers.iterdir()}
        assert read_manifest(folder) == index.manifest
        whole = as_built(index, settings)
        assert_same(index, whole)
    ours, theirs = Answerer(index, FakeEmbedder()), Answerer(whole, FakeEmbedder())
    for question in QUESTIONS:
        one, other = ours.answer(question), theirs.answer(question)
        assert (one.state, one.statements) == (other.state, other.statements)
        assert [each.row for each in one.evidence] == [each.row for each in other.evidence]
