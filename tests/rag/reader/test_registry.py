"""Readers by name: the packaged one is checked, any cross encoder is taken, none is none."""

import json
import shutil
from pathlib import Path

import pytest
import torch
from onnx import TensorProto, helper, save
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

from index.errors import ModelError
from rag.reader.registry import FOLDER, SHA256, check_packaged, load_reader
from rag.reader.windows import Window
from rag.settings import NO_READER

FUND = "The trust fund was established in 1994 by the General Assembly. It pays grants to victims."
SPANS = ((0, 63), (64, 90))


def test_the_packaged_reader_knows_what_answers_and_where() -> None:
    reader = load_reader()
    assert reader is not None
    windows = [Window(FUND, (0, 1), SPANS), Window("The Committee met in Geneva in March.", (0,), ((0, 37),))]
    right, wrong = reader.read([("When was the trust fund established?", each) for each in windows])
    assert right.answers > wrong.answers + 2
    assert right.sentences[0] > right.sentences[1]


def test_a_window_is_read_alike_whatever_stands_beside_it() -> None:
    reader = load_reader()
    assert reader is not None
    question = "When was the trust fund established?"
    one, other = (question, Window(FUND, (0, 1), SPANS)), (question, Window("A" * 400, (0,), ((0, 400),)))
    assert reader.read([one, other, one]) == reader.read([one, other, one])
    assert reader.read([one]) == reader.read([other, one])[1:]


def test_a_question_without_windows_needs_no_reading() -> None:
    reader = load_reader()
    assert reader is not None
    assert reader.read([]) == []


def test_a_blank_window_is_read_too() -> None:
    reader = load_reader()
    assert reader is not None
    (reading,) = reader.read([("When?", Window("", (), ()))])
    assert reading.sentences == ()


def test_no_reader_is_none() -> None:
    assert load_reader(NO_READER) is None


def test_what_comes_with_the_program_is_what_was_published_and_small() -> None:
    check_packaged(FOLDER)
    assert sum((FOLDER / name).stat().st_size for name in SHA256) < 40_000_000


def test_a_changed_or_missing_file_is_refused(tmp_path: Path) -> None:
    for name in SHA256:
        shutil.copyfile(FOLDER / name, tmp_path / name)
    with (tmp_path / "tokenizer.json").open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelError, match=r"tokenizer\.json is not the file that was published"):
        check_packaged(tmp_path)
    (tmp_path / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"cannot read .*tokenizer\.json"):
        check_packaged(tmp_path)


@pytest.fixture
def cross_encoder(tmp_path: Path) -> Path:
    """The folder of a tiny cross encoder with weights by chance."""
    folder = tmp_path / "cross"
    words = {word: at for at, word in enumerate(("[PAD]", "[UNK]", "[CLS]", "[SEP]", "what", "red"))}
    tokenizer = Tokenizer(models.WordLevel(words, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    fast = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    )
    fast.save_pretrained(folder)
    torch.manual_seed(0)
    config = BertConfig(vocab_size=6, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16)
    config.num_labels = 1
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def test_a_cross_encoder_in_a_folder_reads_whole_windows(cross_encoder: Path) -> None:
    reader = load_reader(str(cross_encoder))
    assert reader is not None
    assert reader.name == str(cross_encoder)
    windows = [Window("red", (0,), ((0, 3),)), Window("what what", (0,), ((0, 9),))]
    one, other = reader.read([("what red", each) for each in windows])
    assert one.sentences == ()
    assert one.answers != other.answers


def test_a_cross_encoder_that_brings_code_is_refused(cross_encoder: Path) -> None:
    config = cross_encoder / "config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), "auto_map": {"AutoModel": "evil.Model"}}))
    with pytest.raises(ModelError, match="brings code of its own"):
        load_reader(str(cross_encoder))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no folder"):
        load_reader(str(tmp_path / "none"))


def test_a_network_that_wants_other_inputs_is_refused(tmp_path: Path) -> None:
    given, told = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in ("input_ids", "score"))
    graph = helper.make_graph([helper.make_node("Identity", ["input_ids"], ["score"])], "other", [given], [told])
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9), tmp_path / "model.onnx")
    shutil.copyfile(FOLDER / "tokenizer.json", tmp_path / "tokenizer.json")
    with pytest.raises(ModelError, match=r"model\.onnx is no reader of this version"):
        load_reader(str(tmp_path))
