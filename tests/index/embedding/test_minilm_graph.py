"""The network that ONNX Runtime is given."""

import pytest

from index.embedding.packaged import GRAPH_FILE, packaged_folder


def test_the_network_in_the_package_is_the_one_that_the_program_writes() -> None:
    pytest.importorskip("onnx")
    from index.embedding.minilm_graph import minilm_graph

    assert minilm_graph(packaged_folder() / "model.safetensors") == GRAPH_FILE.read_bytes()
