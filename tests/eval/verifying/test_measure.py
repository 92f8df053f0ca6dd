"""Drafts made with known errors: the same for the same seed, found as they should be, files left as they were."""

from random import Random
from zipfile import BadZipFile

import pytest

from eval.verifying.drafts import made_draft, spans, with_superseded
from eval.verifying.errors import MAKERS, error_item
from eval.verifying.item import EXPECTED, NOTE
from eval.verifying.material import Material
from eval.verifying.measure import Score, Size, Tally, is_left_as_it_was, measure, score_record, score_text
from index.document import Document
from index.search.document_store import DocumentStore
from rag.verifying.finding import Verdict
from tests.support.drafts import store_of


@pytest.fixture(scope="module")
def store(corpus: tuple[Document, ...]) -> DocumentStore:
    return store_of(corpus)


@pytest.fixture(scope="module")
def material(store: DocumentStore) -> Material:
    return Material(store.documents)


@pytest.mark.slow
def test_the_same_seed_makes_the_same_file(store: DocumentStore) -> None:
    one, again, other = (made_draft(store, seed, errors=1, right=5) for seed in (3, 3, 4))
    assert one == again
    assert one.data != other.data


def test_every_kind_of_error_is_made_and_its_words_stand_in_their_paragraph(store: DocumentStore) -> None:
    held = DocumentStore(with_superseded(store.documents), store.sentences)
    made = made_draft(held, 3, errors=1, right=5)
    placed = [(item, paragraph, start, end) for paragraph in made.paragraphs for item, start, end in spans(paragraph)]
    assert {item.kind for item, *_ in placed} == {"right", *MAKERS}
    texts = [
        paragraph.text.replace(NOTE, "")[start:end] for item, paragraph, start, end in placed if "\n" not in item.text
    ]
    assert texts == [item.plain for item, *_ in placed if "\n" not in item.text]


@pytest.mark.parametrize("kind", [kind for kind in MAKERS if kind != "superseded"])
def test_an_error_of_each_kind_can_be_made(kind: str, material: Material) -> None:
    item = error_item(kind, material, Random(1))  # type: ignore[arg-type]
    assert item is not None and item.kind == kind and EXPECTED[item.kind]


def test_nearly_all_errors_are_found_and_hardly_anything_else(store: DocumentStore) -> None:
    score = measure(store, 11, Size(drafts=1, errors=2, right=30))
    assert score.recall >= 0.9
    assert score.false_alarms <= 0.05
    assert (score.left, score.files) == (1, 1)


@pytest.mark.slow
def test_a_change_beside_the_comments_is_seen(store: DocumentStore) -> None:
    data = made_draft(store, 3, errors=1, right=5).data
    assert is_left_as_it_was(data, data)
    other = made_draft(store, 4, errors=1, right=5).data
    assert not is_left_as_it_was(data, other)
    with pytest.raises(BadZipFile):
        is_left_as_it_was(data, b"")


def test_the_score_passes_only_where_all_that_has_to_be_is_reached() -> None:
    def score(found: int, false: int, left: int = 1) -> Score:
        return Score(kinds={"altered": Tally(20, found)}, right=100, false=false, files=1, left=left)

    assert [score(20, 2).passed, score(18, 2).passed, score(20, 3).passed, score(20, 2, left=0).passed] == [
        True, False, False, False,
    ]  # fmt: skip


def test_the_score_is_told_in_tables_and_as_values() -> None:
    score = Score(
        kinds={"altered": Tally(4, 3)},
        verdicts={Verdict.ALTERED: [4, 3]},
        right=50,
        false=1,
        files=1,
        left=1,
        words=900,
    )
    text = score_text(score)
    assert "| altered       |    4 |  0.750 |" in text
    assert "False alarms: 1 on 50 right references (0.020)" in text
    assert score_record(score)["precision"] == {"altered": 0.75}
