"""A trained network as a file for ONNX Runtime."""

from pathlib import Path

from index.storage.atomic import replacing_file
from rag.reader.onnx_reader import MODEL_FILE
from rag.reader.train.graph import reader_graph
from rag.reader.train.network import PairNetwork


def export(network: PairNetwork, folder: Path) -> Path:
    """The file in `folder` that holds `network`; the same bytes for the same weights."""
    target = folder / MODEL_FILE
    with replacing_file(target) as file:
        file.write(reader_graph(network).SerializeToString(deterministic=True))
    return target
