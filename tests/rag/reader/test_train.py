"""A reader trained on a handful of questions: it learns, it goes on where it was stopped, and what it gives is read."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig

from index.errors import TrainingError
from index.training.examples import write_line
from rag.reader.onnx_reader import MODEL_FILE, TOKENIZER_FILE, OnnxReader
from rag.reader.pairs import pair_of, pair_tokenizer
from rag.reader.train import lessons
from rag.reader.train.__main__ import main
from rag.reader.train.examples import GROUP, Example, Passage, read_examples
from rag.reader.train.lessons import Lessons
from rag.reader.train.losses import answering_loss, scores_of
from rag.reader.train.network import PairNetwork, load_network, save_network
from rag.reader.train.tensors import Asked, Labels, Pairs, question_tensors
from rag.reader.windows import Window
from tests.support.one_thread import one_thread

WORDS = "[PAD] [UNK] [CLS] [SEP] what who is red blue grass sky it the a of a1 b2 c3 .".split()


def passage(text: str, *, answers: bool = False) -> Passage:
    return Passage(text, ((0, len(text)),), answers, (int(answers),))


def example(question: str, right: str, *wrong: str, split: str = "train") -> Example:
    return Example(question, split, (passage(right, answers=True), *(passage(each) for each in wrong)))


EXAMPLES = [
    example("what is red", "it is red .", "the sky .", "the grass .", "blue .", "a1 .", "b2 ."),
    example("what is blue", "it is blue .", "the sky .", "the grass .", "red .", "a1 .", "c3 ."),
    Example("who is a1", "train", tuple(passage(text) for text in ("red .", "blue .", "the sky .", "grass ."))),
    example("what is grass", "of grass .", "the sky .", split="tune"),
]


_one_thread = pytest.fixture(scope="module", autouse=True)(one_thread)


@pytest.fixture
def start(tmp_path: Path) -> Path:
    return tiny_network(tmp_path / "start")


def tiny_network(folder: Path) -> Path:
    """Start weights of a tiny network, by chance, in `folder`."""
    folder.mkdir()
    tokenizer = Tokenizer(models.WordLevel({word: at for at, word in enumerate(WORDS)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.save(str(folder / TOKENIZER_FILE))
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=160,
    )  # fmt: skip
    config.num_labels = 1
    (folder / "config.json").write_text(json.dumps(config.to_dict()), encoding="utf-8")
    torch.manual_seed(0)
    save_network(PairNetwork(config), folder / "weights.safetensors")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return examples_file(tmp_path)


def examples_file(folder: Path) -> Path:
    path = folder / "examples.jsonl"
    path.write_text("".join(f"{write_line(each)}\n" for each in EXAMPLES), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What has learnt the examples."""
    folder = tmp_path_factory.mktemp("trained")
    output = folder / "out"
    assert train(tiny_network(folder / "start"), examples_file(folder), output, "--epochs", "40") == 0
    return output


def train(start: Path, file: Path, output: Path, *more: str) -> int:
    return main(
        [
            str(start),
            str(file),
            "--output",
            str(output),
            "--frozen",
            "0",
            "--rate",
            "0.01",
            "--head-rate",
            "0.01",
            *more,
        ]
    )


def test_examples_are_read_as_they_were_written(file: Path) -> None:
    assert read_examples([file]) == EXAMPLES


def test_a_line_separator_within_a_text_does_not_end_its_line(tmp_path: Path) -> None:
    path = tmp_path / "examples.jsonl"
    odd = example("what\u2028is red", "it is\u2028red .")
    path.write_text(f"{write_line(odd)}\n", encoding="utf-8")
    assert read_examples([path]) == [odd]


def test_a_group_begins_with_what_answers_and_has_no_more_than_there_is() -> None:
    group = EXAMPLES[0].group(Random(1))
    assert len(group) == GROUP
    assert [each.answers for each in group] == [True] + [False] * (GROUP - 1)
    assert not any(each.answers for each in EXAMPLES[2].group(Random(1)))


def test_the_mean_of_a_sentence_is_over_its_own_pieces(start: Path) -> None:
    tokenizer = Tokenizer.from_file(str(start / TOKENIZER_FILE))
    two = Passage("it is red . the sky .", ((0, 11), (12, 21)), True, (1, 0))
    asked = [("who is", [passage("a1 .")]), ("what is red", [two, passage("blue .")])]
    pairs, labels = question_tensors(tokenizer, asked)
    assert pairs.ids.shape[0] == 3
    assert labels.places.tolist() == [[0, 0], [1, 2]]
    assert labels.there.tolist() == [[True, False], [True, True]]
    assert labels.answers.tolist() == [[0.0, 0.0], [1.0, 0.0]]
    assert labels.holds.tolist() == [[0.0, 0.0], [1.0, 0.0]]
    assert labels.read.tolist() == [[True, False], [True, True]]
    # [CLS] what is red [SEP] it is red . the sky . [SEP]
    means = labels.means[1]
    assert means[0].nonzero().flatten().tolist() == [5, 6, 7, 8]
    assert means[1].nonzero().flatten().tolist() == [9, 10, 11]
    assert means.sum(1).tolist() == pytest.approx([1.0, 1.0])


def test_each_is_drawn_once_before_any_comes_again(start: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def noted(tokenizer: Tokenizer, asked: Sequence[Asked]) -> tuple[Pairs, Labels]:
        drawn.extend(passages[-1].text for _, passages in asked)
        return question_tensors(tokenizer, asked)

    monkeypatch.setattr(lessons, "question_tensors", noted)
    known = [Example(str(at), "train", (passage(str(at)),)) for at in range(4)]
    three = Lessons(start / TOKENIZER_FILE, known, 3, 1)
    for step in range(4):
        three[step]
    assert len(drawn) == 12
    assert all(sorted(drawn[at : at + 4]) == ["0", "1", "2", "3"] for at in (0, 4, 8))


def test_now_and_then_only_the_words_that_matter_are_asked() -> None:
    asked = [EXAMPLES[0].asked(Random(seed)) for seed in range(200)]
    assert set(asked) == {"what is red", "red"}
    assert 10 < asked.count("red") < 60


def test_the_average_of_readers_has_their_mean_weights(start: Path, file: Path, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        assert train(start, file, tmp_path / seed, "--epochs", "1", "--seed", seed) == 0
    assert train(start, file, tmp_path / "both", "--average", str(tmp_path / "1"), str(tmp_path / "2")) == 0
    one, two, both = (load_file(tmp_path / each / "model.safetensors") for each in ("1", "2", "both"))
    name = "m.classifier.weight"
    assert not torch.equal(one[name], two[name])
    assert torch.allclose(both[name].float(), (one[name].float() + two[name].float()) / 2, atol=1e-3)
    # It foretells its own scores.
    assert not torch.allclose(both["eh.weight"].float(), (one["eh.weight"].float() + two["eh.weight"].float()) / 2)


def test_a_window_that_is_lacking_and_a_sentence_that_was_not_read_cost_nothing(start: Path) -> None:
    tokenizer = Tokenizer.from_file(str(start / TOKENIZER_FILE))
    cut = Passage("it is red . the sky .", ((0, 11), (12, 21), (21, 21)), True, (1, 0, 0))
    asked = [("what is red", [cut, passage("blue .")]), ("who", [passage("a1 .")])]
    _, labels = question_tensors(tokenizer, asked)

    def loss(first: float, second: float, other: float) -> float:
        tokens = torch.arange(3 * labels.means.shape[2]).reshape(3, -1) / -10
        return float(answering_loss(scores_of(torch.tensor([first, second, other]), tokens, labels), labels))

    right = loss(9.0, -9.0, -9.0)
    assert 0 < right < 0.5
    assert all(loss(*each) > right + 1 for each in ((-9.0, -9.0, -9.0), (9.0, 9.0, -9.0), (9.0, -9.0, 9.0)))


def test_weights_that_do_not_fit_are_named(start: Path, file: Path, tmp_path: Path) -> None:
    weights = load_file(start / "weights.safetensors")
    save_file({f"x.{name}": each for name, each in weights.items()}, start / "weights.safetensors")
    with pytest.raises(TrainingError, match=r"weights\.safetensors does not fit .*config\.json: m\."):
        load_network(start)


def test_it_learns_and_what_it_gives_is_read_without_torch(trained: Path) -> None:
    reader = OnnxReader(trained, "tiny")
    right, wrong = reader.read([("what is red", each) for each in windows("it is red .", "the grass .")])
    assert right.answers > wrong.answers + 1
    assert len(right.sentences) == 1


def test_what_onnx_runtime_reads_is_what_the_network_gives(trained: Path) -> None:
    [window] = windows("it is blue .")
    [read] = OnnxReader(trained, "tiny").read([("what is blue", window)])
    pair = pair_of(pair_tokenizer(trained / TOKENIZER_FILE), "what is blue", window)
    network = load_network(trained).eval()
    with torch.no_grad():
        ids, types = torch.tensor(pair.ids), torch.tensor(pair.types)
        score, tokens = network(ids, torch.ones_like(ids), types)
    # Integers of seven bits stand for the weights.
    assert read.answers == pytest.approx(float(score), abs=0.2)
    assert read.sentences == pytest.approx([float(tokens[0, torch.tensor(pair.pieces[0])].mean())], abs=0.2)


def test_a_window_that_is_hopeless_in_the_middle_is_read_no_further(trained: Path) -> None:
    asked = [("what is red", each) for each in windows("it is red .", "the grass .")]
    right, wrong = OnnxReader(trained, "tiny").read(asked, float("inf"))
    assert right.sentences == wrong.sentences == ()
    assert right.answers > wrong.answers
    # Between the two, one is read to the end.
    between = (right.answers + wrong.answers) / 2
    first, second = OnnxReader(trained, "tiny").read(asked, between)
    assert len(first.sentences) == 1
    assert second == wrong


def windows(*texts: str) -> Sequence[Window]:
    return [Window(text, (0,), ((0, len(text)),)) for text in texts]


def test_training_goes_on_where_it_was_stopped_and_comes_to_the_same(start: Path, file: Path, tmp_path: Path) -> None:
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    train(start, file, whole, "--epochs", "2")
    train(start, file, stopped, "--epochs", "2")
    state = torch.load(stopped / "state.pt", weights_only=True)
    assert state["step"] == 6
    train(start, file, stopped, "--epochs", "2")
    assert (whole / MODEL_FILE).read_bytes() == (stopped / MODEL_FILE).read_bytes()


def test_a_file_that_holds_no_examples_is_named(
    start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"question": "what"}\n', encoding="utf-8")
    assert train(start, broken, tmp_path / "out") == 2
    assert "broken.jsonl, line 1: no example" in capsys.readouterr().err
    with pytest.raises(TrainingError, match=r"cannot read .*none\.jsonl"):
        read_examples([tmp_path / "none.jsonl"])


def test_a_split_without_examples_is_said(
    start: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(start, file, tmp_path / "out", "--splits", "other") == 2
    assert "no example of the splits other" in capsys.readouterr().err
