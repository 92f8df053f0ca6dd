"""The nodes and weights of an ONNX graph that is written by hand."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

RUNTIME = "com.microsoft"
"""The domain of what ONNX Runtime has of its own."""
_OPSET, _IR = 20, 9  # the first with Gelu, and what goes with it


class GraphNodes:
    """Nodes and weights as they are added; the names of both begin with `prefix`, which no other graph beside has."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._nodes: list[NodeProto] = []
        self._held: dict[str, TensorProto] = {}

    def node(self, kind: str, *inputs: str, domain: str = "", outputs: Sequence[str] = (), **attributes: Any) -> str:  # noqa: ANN401 (as onnx has it)
        """The first output of a new node: of the names `outputs`, or of its only one."""
        names = list(outputs) or [f"{self._prefix}{kind}_{len(self._nodes)}"]
        self._nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names[0]

    def hold(self, name: str, values: NDArray[Any]) -> str:
        """The name of `values` in the graph, which are there once under `name`."""
        name = f"{self._prefix}{name}"
        self._held[name] = numpy_helper.from_array(np.asarray(values, order="C"), name)
        return name

    def hold_tensor(self, tensor: TensorProto) -> str:
        """The name of `tensor` in the graph, which is its own."""
        self._held[tensor.name] = tensor
        return str(tensor.name)

    def graph(self, name: str, inputs: Sequence[ValueInfoProto], outputs: Sequence[ValueInfoProto]) -> GraphProto:
        """All that was added, from `inputs` to `outputs`; the weights are in the order in which they were added."""
        return helper.make_graph(self._nodes, name, inputs, outputs, list(self._held.values()))

    def model(self, name: str, inputs: Sequence[ValueInfoProto], outputs: Sequence[ValueInfoProto]) -> ModelProto:
        """The model of that graph."""
        imports = [helper.make_opsetid("", _OPSET), helper.make_opsetid(RUNTIME, 1)]
        return helper.make_model(self.graph(name, inputs, outputs), opset_imports=imports, ir_version=_IR)
