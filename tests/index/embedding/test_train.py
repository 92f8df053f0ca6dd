"""The packaged embedding model tuned on a handful of questions, and what its steps tell from what."""

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from shutil import copyfile

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional
from transformers import BertConfig, BertModel

from index.embedding.onnx_embedder import TOKENIZER_FILE, WEIGHTS_FILE
from index.embedding.packaged import packaged_folder
from index.embedding.train.__main__ import main
from index.embedding.train.examples import GROUP, Example, Passage, read_examples
from index.embedding.train.lessons import Lessons, shares
from index.embedding.train.losses import late_interaction, loss_of, ranking_loss
from index.embedding.train.negatives import no_negatives
from index.embedding.train.network import Vectors, load_network, read
from index.embedding.train.texts import Texts
from index.embedding.tuned_layers import LAYERS_FILE
from index.embedding.word_pieces import WordPieces
from index.errors import TrainingError
from index.training.examples import write_line
from tests.support.one_thread import one_thread

_one_thread = pytest.fixture(scope="module", autouse=True)(one_thread)


def wrong(text: str, odds: float = -6.0) -> Passage:
    return Passage(text, answers=False, sentence=text, odds=odds)


def example(question: str, right: str, *others: str, source: str = "un", sentence: str | None = None) -> Example:
    answer = Passage(right, answers=True, sentence=right if sentence is None else sentence, odds=4.0)
    return Example(question, source, (*(wrong(each) for each in others), answer))


EXAMPLES = [
    example("Who gave the dog a bone?", "The chair did.", "It snows.", "Dogs bark.", "A bone broke."),
    example("Why is the report late?", "Staff were ill.", "It is late.", "Reports cost money.", "It snows."),
    example("When did it rain?", "In May.", "Dogs bark.", "It rains there.", source="other", sentence=""),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return examples_file(tmp_path)


def examples_file(folder: Path, examples: Sequence[Example] = EXAMPLES) -> Path:
    path = folder / "examples.jsonl"
    path.write_text("".join(f"{write_line(each)}\n" for each in examples), encoding="utf-8")
    return path


def train(file: Path, output: Path, *more: str) -> int:
    return main([str(file), "--output", str(output), "--together", "3", "--rate", "3e-4", *more])


def lessons(examples: Sequence[Example] = EXAMPLES, count: int = 3) -> Lessons:
    tokenizer = (packaged_folder() / TOKENIZER_FILE).read_text(encoding="utf-8")
    return Lessons(tokenizer, examples, shares(examples, count, "un"), 1)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What has learnt the examples."""
    folder = tmp_path_factory.mktemp("trained")
    assert train(examples_file(folder), folder / "out", "--steps", "12", "--half", "un") == 0
    yield folder / "out"
    # 200 MB.
    (folder / "out" / "state.pt").unlink()


def test_examples_are_read_as_they_were_written(file: Path) -> None:
    assert read_examples([file]) == EXAMPLES


def test_a_group_has_one_that_answers_then_four_of_the_nearest_ten_and_three_others() -> None:
    nearest, rest = [f"near {at}" for at in range(10)], [f"far {at}" for at in range(5)]
    first, *others = example("Who?", "I.", *nearest, *rest).group(Random(1))
    assert first.text == "I."
    assert [each.text.split()[0] for each in others] == ["near"] * 4 + ["far"] * 3
    assert len({each.text for each in others}) == GROUP - 1


def test_where_few_do_not_answer_they_come_again() -> None:
    group = EXAMPLES[2].group(Random(1))
    assert len(group) == GROUP
    assert {each.text for each in group[1:]} == {"Dogs bark.", "It rains there."}


def test_half_of_a_step_is_of_the_source_named_and_the_rest_of_the_others() -> None:
    some = [example("?", "!", source=each) for each in ("a", "b", "c")]
    assert shares(some, 8, "b") == {"b": 4, "a": 2, "c": 2}
    assert shares(some, 8, None) == {"a": 2, "b": 3, "c": 3}
    assert shares(some[:1], 8, "a") == {"a": 8}


def test_no_negatives_are_what_answers_too_and_what_the_reader_takes_for_an_answer() -> None:
    # Two questions with three passages each; 7 answers both, 9 the second as well as its target 8.
    numbers = torch.tensor([7, 1, 9, 8, 7, 2])
    right = torch.tensor([[7, -1, -1], [7, 8, 9]])
    odds = torch.tensor([[2.0, 1.6, 1.4], [-3.0, -2.0, 0.5]])
    assert no_negatives(numbers, right, odds).tolist() == [
        [False, True, False, False, True, False],
        [True, False, True, False, True, True],
    ]


def test_a_lesson_has_the_sentences_of_those_whose_answer_is_known() -> None:
    lesson = lessons()[0]
    groups = lesson.odds.shape
    assert groups == (3, GROUP)
    assert lesson.passages.ids.shape[0] == 3 * GROUP
    # Of two questions the answer and those of three others.
    assert lesson.sentences.questions.tolist() == [0, 1]
    assert lesson.sentences.targets.tolist() == [0, 4]
    assert lesson.sentences.pieces.ids.shape[0] == 8
    assert not lesson.sentences.no_others.any()
    # [CLS] and [SEP].
    assert (lesson.questions.mask.sum(1) - lesson.questions.own.sum(1)).tolist() == [2, 2, 2]


def test_a_loss_is_small_where_the_target_is_first_and_the_reader_agrees() -> None:
    lesson = lessons()[0]
    # The reader gives the target 4 and the others -6, halved.
    right = torch.full((3, 3, GROUP), -20.0)
    every = torch.arange(3)
    right[every, every] = torch.tensor([2.0, *[-3.0] * (GROUP - 1)])
    assert float(ranking_loss(right.flatten(1), lesson)) == pytest.approx(math.log(1 + 7 * math.exp(-5)), abs=1e-4)
    sure, backwards = right.clone(), right.flip(2)
    sure[every, every, 0] = 30.0
    # Surer than the reader, the first part is 0 and the second is not.
    assert float(ranking_loss(sure.flatten(1), lesson)) > 0.5
    assert float(ranking_loss(backwards.flatten(1), lesson)) > 5


def test_word_pieces_are_those_of_the_texts_whatever_is_cut_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.embedding.train.texts._TOGETHER", 2)
    pieces = WordPieces.of((packaged_folder() / TOKENIZER_FILE).read_text(encoding="utf-8"), 5)
    texts = Texts(["It is late.", "It", "It is late.", "It rains and it snows."], pieces)
    found = texts.pieces(texts.numbers(["It rains and it snows.", "It"]))
    cut, short = (pieces.read([each])[0].ids for each in ("It rains and it snows.", "It"))
    assert found.ids.tolist() == [cut, [*short, 0, 0]]
    assert found.mask.tolist() == [[1] * 5, [1, 1, 1, 0, 0]]
    assert found.own.tolist() == [[False, True, True, True, False], [False, True, False, False, False]]


def test_late_interaction_leaves_special_tokens_out() -> None:
    axes = torch.eye(3)
    # A question of one token that counts, and a passage where only the special one is like it.
    question = Vectors(axes[:1], axes[[2, 0]].unsqueeze(0), torch.tensor([[False, True]]))
    passage = Vectors(axes[:1], axes[[0, 1]].unsqueeze(0), torch.tensor([[False, True]]))
    assert late_interaction(question, passage).tolist() == [[0.0]]
    assert late_interaction(question, question).tolist() == [[1.0]]


def test_it_learns_and_the_layers_that_are_written_fit_the_packaged_model(trained: Path) -> None:
    layers = load_file(trained / LAYERS_FILE.name)
    published = load_file(packaged_folder() / WEIGHTS_FILE)
    assert set(layers) == {name for name in published if name.startswith("encoder.layer.")}
    assert {each.dtype for each in layers.values()} == {torch.float16}
    lesson, network = lessons()[0], load_network(packaged_folder())
    with torch.no_grad():
        before, vectors = loss_of(network, lesson), read(network, lesson.passages).texts
        network.load_state_dict({name: each.float() for name, each in layers.items()}, strict=False)
        after, others = loss_of(network, lesson), read(network, lesson.passages).texts
    assert after < before / 2
    assert functional.cosine_similarity(vectors, others).max() < 0.999


def test_training_goes_on_where_it_was_stopped_and_comes_to_the_same(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = tiny_model(tmp_path / "start")
    monkeypatch.setattr("index.embedding.train.__main__.packaged_folder", lambda: start)
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    assert train(file, whole, "--steps", "3") == 0
    monkeypatch.setattr("index.training.loop._KEEP_EVERY", 2)
    with monkeypatch.context() as context, pytest.raises(KeyboardInterrupt):
        context.setattr("index.embedding.train.__main__.tell", stop_after_two)
        train(file, stopped, "--steps", "3")
    assert not (stopped / LAYERS_FILE.name).exists()
    assert train(file, stopped, "--steps", "3") == 0
    assert (whole / LAYERS_FILE.name).read_bytes() == (stopped / LAYERS_FILE.name).read_bytes()


def tiny_model(folder: Path) -> Path:
    """A model in `folder` with the packaged one's word pieces, its weights by chance."""
    folder.mkdir()
    copyfile(packaged_folder() / TOKENIZER_FILE, folder / TOKENIZER_FILE)
    config = BertConfig(hidden_size=12, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16)
    (folder / "config.json").write_text(json.dumps(config.to_dict()), encoding="utf-8")
    torch.manual_seed(0)
    save_file(BertModel(config, add_pooling_layer=False).state_dict(), folder / WEIGHTS_FILE)
    return folder


def stop_after_two(_stage: str, done: int, _total: int) -> None:
    if done == 2:
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("examples", "more", "said"),
    [
        (EXAMPLES, ["--half", "else"], "no example is of the source 'else'; name one of: other, un"),
        ([Example("Who?", "un", (wrong("I."),))], [], "no example has a passage that answers and one that does not"),
    ],
)
def test_what_cannot_be_learnt_from_is_said_in_a_line(
    examples: list[Example], more: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(examples_file(tmp_path, examples), tmp_path / "out", *more) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_a_file_that_holds_no_examples_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text(write_line(EXAMPLES[0]).replace("-6.0", '"unlikely"'), encoding="utf-8")
    with pytest.raises(TrainingError, match=r"broken\.jsonl, line 1: no example .*odds"):
        read_examples([broken])
