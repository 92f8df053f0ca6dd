"""The network of all-MiniLM-L6-v2 as ONNX, without its weights: `python -m index.embedding.minilm_graph` writes it.

The graph says at which bytes of the published file each weight stands. It uses what ONNX Runtime has of its own for
attention and for sums with normalisation, as its optimiser would put there.
"""

import json
import sys
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper

from index.embedding.graph_nodes import RUNTIME, GraphNodes
from index.embedding.onnx_embedder import INPUTS, OUTPUT, WEIGHTS_FILE
from index.embedding.packaged import GRAPH_FILE, packaged_folder

_LAYERS, _HEADS, _WIDTH = 6, 12, 384  # config.json of the model
_EPSILON = 1e-12  # config.json: layer_norm_eps
# A safetensors file begins with the length of its header in eight bytes.
_LENGTH = 8


def minilm_graph(weights: Path) -> bytes:
    """The graph whose weights are those of the safetensors file `weights`; the same bytes in every run."""
    graph = _Graph(weights)
    ids, mask = INPUTS
    whole = _embeddings(graph, ids)
    shape = graph.node("Shape", whole)
    # Matrices of word pieces, since the products that add a bias take no more dimensions.
    x = graph.node("Reshape", whole, graph.constant("flat", [-1, _WIDTH]))
    told = graph.node("Cast", mask, to=TensorProto.INT32)
    for layer in range(_LAYERS):
        x = _layer(graph, x, shape, told, f"encoder.layer.{layer}")
    graph.node("Reshape", x, shape, outputs=[OUTPUT])
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "t"]) for name in INPUTS]
    output = helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["n", "t", _WIDTH])
    written: bytes = graph.model("all-MiniLM-L6-v2", inputs, [output]).SerializeToString(deterministic=True)
    return written


class _Graph(GraphNodes):
    """A graph whose weights stay in the file where they are."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        with weights.open("rb") as file:
            length = int.from_bytes(file.read(_LENGTH), "little")
            self._header = json.loads(file.read(length))
        self._begin = _LENGTH + length

    def weight(self, name: str) -> str:
        """The weight `name`, which stays in its file."""
        told = self._header[name]
        start, end = told["data_offsets"]
        tensor = TensorProto(
            name=name, data_type=TensorProto.FLOAT, dims=told["shape"], data_location=TensorProto.EXTERNAL
        )
        for key, value in (("location", WEIGHTS_FILE), ("offset", self._begin + start), ("length", end - start)):
            tensor.external_data.add(key=key, value=str(value))
        return self.hold_tensor(tensor)

    def constant(self, name: str, values: list[int]) -> str:
        """Whole numbers under `name`."""
        return self.hold(name, np.array(values, dtype=np.int64))


def _embeddings(graph: _Graph, ids: str) -> str:
    """Of each word piece the sum of what stands for it, for its place and for a first text, normalised (n, t, d)."""
    words, places, kinds = (
        graph.weight(f"embeddings.{each}_embeddings.weight") for each in ("word", "position", "token_type")
    )
    zero, one = graph.constant("zero", [0]), graph.constant("one", [1])
    length = graph.node("Shape", ids, start=1, end=2)
    first = graph.node("Slice", kinds, zero, one, zero)
    here = graph.node("Slice", places, zero, length, zero)
    x = graph.node("Add", graph.node("Add", graph.node("Gather", words, ids), first), here)
    norm = "embeddings.LayerNorm"
    return graph.node(
        "LayerNormalization", x, graph.weight(f"{norm}.weight"), graph.weight(f"{norm}.bias"), epsilon=_EPSILON
    )


def _layer(graph: _Graph, x: str, shape: str, mask: str, name: str) -> str:
    """One layer of the network after `x` (n * t, d): attention, then two dense layers."""
    own = f"{name}.attention.self"
    views = [graph.node("Reshape", _dense(graph, x, f"{own}.{each}"), shape) for each in ("query", "key", "value")]
    # What is left out is a bias, which has been added already.
    seen = graph.node("MultiHeadAttention", *views, "", mask, domain=RUNTIME, num_heads=_HEADS)
    seen = graph.node("Reshape", seen, "flat")
    x = _added(graph, _dense(graph, seen, f"{name}.attention.output.dense"), x, f"{name}.attention.output.LayerNorm")
    wide = graph.node("Gelu", _dense(graph, x, f"{name}.intermediate.dense"))
    return _added(graph, _dense(graph, wide, f"{name}.output.dense"), x, f"{name}.output.LayerNorm")


def _dense(graph: _Graph, x: str, name: str) -> str:
    return graph.node("Gemm", x, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias"), transB=1)


def _added(graph: _Graph, x: str, before: str, norm: str) -> str:
    """`x` and what it was made of, normalised."""
    scale, shift = graph.weight(f"{norm}.weight"), graph.weight(f"{norm}.bias")
    return graph.node("SkipLayerNormalization", x, before, scale, shift, domain=RUNTIME, epsilon=_EPSILON)


def main() -> None:
    """Write the graph to GRAPH_FILE."""
    content = minilm_graph(packaged_folder() / WEIGHTS_FILE)
    GRAPH_FILE.write_bytes(content)
    sys.stdout.write(f"{GRAPH_FILE}: {len(content):,} bytes\n")


if __name__ == "__main__":
    main()
