"""The nodes and weights of an ONNX graph that is written by hand."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

RUNTIME = "com.microsoft"
"""The domain of what ONNX Runtime has of its own."""


class GraphNodes:
    """Nodes and weights as they are added; the names of both begin with `prefix`, which no other graph beside has."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._held: dict[str, TensorProto] = {}
        self.nodes: list[NodeProto] = []

    @property
    def held(self) -> list[TensorProto]:
        """The weights and constants, in the order in which they were first added."""
        return list(self._held.values())

    def node(self, kind: str, *inputs: str, domain: str = "", outputs: Sequence[str] = (), **attributes: Any) -> str:  # noqa: ANN401 (as onnx has it)
        """The first output of a new node: of the names `outputs`, or of its only one."""
        names = list(outputs) or [f"{self._prefix}{kind}_{len(self.nodes)}"]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names[0]

    def hold(self, name: str, values: NDArray[Any]) -> str:
        """The name of `values` in the graph, which are there once under `name`."""
        name = f"{self._prefix}{name}"
        self._held[name] = numpy_helper.from_array(np.asarray(values, order="C"), name)
        return name
