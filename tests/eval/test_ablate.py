from dataclasses import replace
from pathlib import Path

import pytest

from eval import ablate as ablate_module
from eval.ablate import WHOLE, ablate, ablation_text, variants
from eval.systems.run import Bench
from index.build import build_index
from index.document import Document
from rag.answerer import Answerer
from rag.settings import RetrievalSettings, Settings
from tests.support.fake_reader import FakeReader
from tests.support.fakes import FakeEmbedder
from tests.support.gold_fakes import question


@pytest.fixture
def bench(documents: tuple[Document, ...], embedder: FakeEmbedder, tmp_path: Path) -> Bench:
    questions = (
        replace(question("report-2018 1", vital=["Banks cooperate"], id="a"), question="Do banks cooperate?"),
        replace(question("guide draft guideline 1, 1", vital=["early"], id="b"), question="Freeze assets early?"),
    )
    return Bench(tmp_path, build_index(documents, embedder), embedder, questions, Settings())


def test_one_thing_is_off_at_a_time() -> None:
    every = {each.name: each.settings for each in variants(Settings())}

    assert next(iter(every)) == WHOLE
    assert every[WHOLE] == Settings()
    assert every["signal late off"].retrieval.weights == {**Settings().retrieval.weights, "late": 0.0}
    assert every["understand off"].retrieval == replace(Settings().retrieval, understand=False)
    assert every["lists off"].choice == replace(Settings().choice, lists=False)
    assert every["reciprocal ranks for z-scores"].retrieval.fusion == "reciprocal ranks"
    assert every["refusing off"].choice.costs.wrong == 0.0
    assert len({str(each) for each in every.values()}) == len(every)


def test_what_is_off_already_is_not_switched_off_again() -> None:
    retrieval = RetrievalSettings(weights={"late": 1.0, "dense": 0.0}, understand=False, fusion="reciprocal ranks")

    every = {each.name for each in variants(replace(Settings(), retrieval=retrieval))}

    assert "signal late off" in every
    assert not {"signal dense off", "understand off", "reciprocal ranks for z-scores"} & every


def test_each_variant_is_compared_with_everything_on(bench: Bench) -> None:
    ablation = ablate(bench)

    assert not ablation.interrupted
    assert ablation.questions == {"tune": 2}
    worths = {each.variant: each.differences for each in ablation.splits["tune"]}
    assert list(worths) == [each.name for each in variants(Settings())]
    assert worths[WHOLE]["RR"].difference.mean == 0.0
    assert worths[WHOLE]["RR"].b == 1.0
    for name, differences in worths.items():
        assert differences["RR"].a == 1.0, name


def test_the_model_encodes_a_question_once_for_all_variants(bench: Bench, embedder: FakeEmbedder) -> None:
    embedder.encoded.clear()
    ablate(bench)

    assert embedder.encoded.count("Do banks cooperate?") == 1


def test_ctrl_c_keeps_the_variants_that_are_done(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def answerer(index: object, embedder: object, settings: Settings, **_named: object) -> object:
        if settings != Settings():
            raise KeyboardInterrupt
        return Answerer(bench.index, bench.embedder, settings)

    monkeypatch.setattr(ablate_module, "Answerer", answerer)

    ablation = ablate(bench)

    assert ablation.interrupted
    assert [each.variant for each in ablation.splits["tune"]] == [WHOLE]
    assert "**Partial**" in ablation_text(ablation)


def test_the_table_shows_each_score_with_its_difference(bench: Bench) -> None:
    text = ablation_text(ablate(bench))

    rows = {
        line.split("|")[1].strip(): [cell.strip() for cell in line.split("|")]
        for line in text.splitlines()
        if "|" in line
    }
    assert rows[""][2:4] == ["R@5", "RR"]
    assert rows[WHOLE][2:4] == ["1.000", "1.000"]
    assert rows["expand off"][2:4] == ["1.000 (+0.000)", "1.000 (+0.000)"]
    assert "## Tune: 2 questions" in text


def test_a_reader_is_left_out_in_turn_where_there_is_one(bench: Bench) -> None:
    read = ablate(replace(bench, reader=FakeReader("Banks")))

    assert [each.variant for each in read.splits["tune"]][-1] == "reader off"
    assert "reader off" not in [each.variant for each in ablate(bench).splits["tune"]]
