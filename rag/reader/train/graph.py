"""A trained network as an ONNX graph that ONNX Runtime runs as it is, its matrices as integers of eight bits.

The graph is written by hand, with what ONNX Runtime has of its own for attention and for sums with normalisation: one
that is traced has ten times as many nodes and takes five times as long to load. After half of the layers a window whose
foretold score is hopeless is read no further.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, TensorProto, ValueInfoProto, helper

from index.embedding.graph_nodes import RUNTIME, GraphNodes
from rag.reader.onnx_reader import IDS, LEAST, SCORE, TOKEN_SCORES, TYPES
from rag.reader.train.network import PairNetwork

MIDDLE = "middle"
"""What the graph gives besides: the vectors (1, 3 d) from which the score is foretold."""
# Of seven bits, on either side of 0: where processors add two products of eight bits up in sixteen, as those without
# VNNI do, two of larger numbers do not fit, and what is read would depend on the processor.
_LARGEST = 64
# A table is only looked up in.
_LARGEST_OF_TABLE = 127

Weights = Mapping[str, NDArray[Any]]


def reader_graph(network: PairNetwork) -> ModelProto:
    """The graph of `network`, which reads one window at a time.

    From the ids and types (1, t) of its tokens, and the LEAST foretold score with which it is read to the end, it gives
    SCORE (1,) and TOKEN_SCORES (1, t); of a window that was not read to the end the score is the foretold one, and
    there are no scores of tokens (1, 0).
    """
    return _Writer(network).model()


class _Writer:
    """Writes the graph of one network."""

    def __init__(self, network: PairNetwork) -> None:
        self._weights: Weights = {name: each.float().numpy() for name, each in network.state_dict().items()}
        self._config = network.m.config
        self._before = network.layers_before

    def model(self) -> ModelProto:
        """The whole graph."""
        graph = GraphNodes("read_")
        x = self._embeddings(graph)
        for layer in range(self._before):
            x = self._layer(graph, x, layer)
        early = self._foretold(graph, x)
        graph.node(
            "If",
            graph.node("GreaterOrEqual", early, LEAST),
            outputs=(SCORE, TOKEN_SCORES),
            then_branch=self._to_the_end(x),
            else_branch=self._no_further(early),
        )
        whole = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "t"]) for name in (IDS, TYPES)]
        least = helper.make_tensor_value_info(LEAST, TensorProto.FLOAT, [1])
        middle = helper.make_tensor_value_info(MIDDLE, TensorProto.FLOAT, [1, 3 * self._config.hidden_size])
        return graph.model("reader", [*whole, least], [*_outputs(), middle])

    def _embeddings(self, graph: GraphNodes) -> str:
        """Of each token the sum of what stands for it, for its place and for its text, normalised (1, t, d)."""
        name = "m.bert.embeddings"
        words = self._rows(graph, f"{name}.word_embeddings.weight", IDS)
        types = graph.node("Gather", self._hold(graph, f"{name}.token_type_embeddings.weight"), TYPES)
        zero = graph.hold("zero", np.array([0]))
        length = graph.node("Shape", IDS, start=1, end=2)
        places = graph.node("Slice", self._hold(graph, f"{name}.position_embeddings.weight"), zero, length, zero)
        x = graph.node("Add", graph.node("Add", words, types), places)
        norm = (self._hold(graph, f"{name}.LayerNorm.{each}") for each in ("weight", "bias"))
        return graph.node("LayerNormalization", x, *norm, epsilon=self._config.layer_norm_eps)

    def _layer(self, graph: GraphNodes, x: str, layer: int) -> str:
        """One layer after `x` (1, t, d): attention, then two dense layers."""
        name = f"m.bert.encoder.layer.{layer}"
        own = [f"{name}.attention.self.{each}" for each in ("query", "key", "value")]
        # The three from one product, for which what flows through is made integers once.
        three = self._dense(graph, x, own)
        width = graph.hold(f"widths_{layer}", np.array([self._config.hidden_size] * 3))
        parts = [f"{three}_{each}" for each in range(3)]
        graph.node("Split", three, width, axis=2, outputs=parts)
        heads = self._config.num_attention_heads
        seen = graph.node("MultiHeadAttention", *parts, domain=RUNTIME, num_heads=heads)
        x = self._added(graph, seen, x, f"{name}.attention.output")
        wide = self._product(graph, x, [f"{name}.intermediate.dense"])
        wide = graph.node("BiasGelu", wide, self._hold(graph, f"{name}.intermediate.dense.bias"), domain=RUNTIME)
        return self._added(graph, wide, x, f"{name}.output")

    def _added(self, graph: GraphNodes, x: str, before: str, name: str) -> str:
        """A dense layer after `x`, its sum with what was `before`, normalised."""
        names = (f"{name}.LayerNorm.weight", f"{name}.LayerNorm.bias", f"{name}.dense.bias")
        weights = [self._hold(graph, each) for each in names]
        made = self._product(graph, x, [f"{name}.dense"])
        epsilon = self._config.layer_norm_eps
        return graph.node("SkipLayerNormalization", made, before, *weights, domain=RUNTIME, epsilon=epsilon)

    def _foretold(self, graph: GraphNodes, x: str) -> str:
        """The score (1,) that the early head foretells from `x`."""
        first = self._first(graph, x)
        second = graph.node("Cast", TYPES, to=TensorProto.FLOAT)
        asked = graph.node("Sub", graph.hold("one", np.array(1, dtype=np.float32)), second)
        means = [self._mean(graph, x, side) for side in (second, asked)]
        middle = graph.node("Concat", first, *means, axis=1, outputs=(MIDDLE,))
        weight, bias = (self._hold(graph, f"eh.{each}") for each in ("weight", "bias"))
        return self._flat(graph, graph.node("Gemm", middle, weight, bias, transB=1))

    def _mean(self, graph: GraphNodes, x: str, side: str) -> str:
        """The mean (1, d) of the vectors `x` where `side` (1, t) is 1."""
        total = graph.node("ReduceSum", side, keepdims=1)
        return graph.node("MatMul", graph.node("Div", side, total), graph.node("Squeeze", x, self._at(graph, 0)))

    def _to_the_end(self, x: str) -> GraphProto:
        """The other layers after `x`, and the heads."""
        graph = GraphNodes("end_")
        for layer in range(self._before, self._config.num_hidden_layers):
            x = self._layer(graph, x, layer)
        first = graph.node("Tanh", self._exact(graph, self._first(graph, x), "m.bert.pooler.dense"))
        tokens = graph.node("MatMul", x, graph.hold("sh.weight", self._weights["sh.weight"].T))
        tokens = graph.node("Add", tokens, self._hold(graph, "sh.bias"))
        self._flat(graph, tokens, [TOKEN_SCORES])
        self._flat(graph, self._exact(graph, first, "m.classifier"), [SCORE])
        return graph.graph("end", [], _outputs())

    def _no_further(self, early: str) -> GraphProto:
        graph = GraphNodes("early_")
        graph.node("Identity", early, outputs=[SCORE])
        graph.node("Identity", graph.hold("none", np.empty((1, 0), dtype=np.float32)), outputs=[TOKEN_SCORES])
        return graph.graph("early", [], _outputs())

    def _dense(self, graph: GraphNodes, x: str, names: Sequence[str]) -> str:
        """The dense layers `names` beside each other."""
        bias = graph.hold(f"{names[0]}.bias", np.concatenate([self._weights[f"{each}.bias"] for each in names]))
        return self._product(graph, x, names, bias)

    def _product(self, graph: GraphNodes, x: str, names: Sequence[str], bias: str = "") -> str:
        """`x` times the matrices of the dense layers `names`, beside each other, as integers.

        Each column has a scale of its own, which loses less than one scale for all (Jacob et al. 2018); what flows
        through is scaled as it comes.
        """
        matrix = np.concatenate([self._weights[f"{each}.weight"] for each in names]).T
        numbers, scales = _integers(matrix, axis=0, largest=_LARGEST)
        held = graph.hold(f"{names[0]}.integers", numbers), graph.hold(f"{names[0]}.scales", scales)
        more = ("", bias) if bias else ()
        return graph.node("DynamicQuantizeMatMul", x, *held, *more, domain=RUNTIME)

    def _exact(self, graph: GraphNodes, x: str, name: str) -> str:
        """The dense layer `name` after `x` (1, d), whose weights are few, as they are."""
        return graph.node("Gemm", x, *(self._hold(graph, f"{name}.{each}") for each in ("weight", "bias")), transB=1)

    def _rows(self, graph: GraphNodes, name: str, ids: str) -> str:
        """The rows `ids` of the table `name`, which is kept as integers with a scale a row."""
        numbers, scales = _integers(self._weights[name], axis=1, largest=_LARGEST_OF_TABLE)
        found = graph.node("Gather", graph.hold(f"{name}.integers", numbers), ids)
        scale = graph.node("Gather", graph.hold(f"{name}.scales", scales[:, np.newaxis]), ids)
        return graph.node("Mul", graph.node("Cast", found, to=TensorProto.FLOAT), scale)

    def _first(self, graph: GraphNodes, x: str) -> str:
        """The first token's vector (1, d)."""
        return graph.node("Gather", x, graph.hold("first", np.array(0)), axis=1)

    def _flat(self, graph: GraphNodes, x: str, outputs: Sequence[str] = ()) -> str:
        return graph.node("Squeeze", x, self._at(graph, -1), outputs=outputs)

    def _at(self, graph: GraphNodes, axis: int) -> str:
        return graph.hold(f"axis_{axis}", np.array([axis]))

    def _hold(self, graph: GraphNodes, name: str) -> str:
        return graph.hold(name, self._weights[name])


def _integers(matrix: NDArray[Any], axis: int, largest: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """`matrix` as integers and what each stands for along the other axis than `axis`."""
    scales = np.maximum(np.abs(matrix).max(axis=axis), np.finfo(np.float32).tiny) / largest
    numbers = np.rint(matrix / np.expand_dims(scales, axis))
    return numbers.astype(np.int8), scales.astype(np.float32)


def _outputs() -> list[ValueInfoProto]:
    shapes: dict[str, list[int | str]] = {SCORE: [1], TOKEN_SCORES: [1, "scored"]}
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
