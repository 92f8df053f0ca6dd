"""A trained network as a file for ONNX Runtime, its weights as integers of eight bits."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory
from warnings import catch_warnings, simplefilter

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from rag.reader.onnx_reader import INPUTS, MODEL_FILE, OUTPUTS, PROOF
from rag.reader.train.network import PairNetwork

_SHAPES = {
    **{each: {0: "n", 1: "t"} for each in INPUTS},
    OUTPUTS[0]: {0: "n"},
    OUTPUTS[1]: {0: "n", 1: "t"},
    PROOF: {0: "n"},
}
_OPSET = 17  # the newest that the exporter by tracing writes without converting


def export(network: PairNetwork, folder: Path) -> Path:
    """The file in `folder` that holds `network`.

    Each row of a matrix has a scale of its own, which loses less than one scale for all (Jacob et al. 2018); what
    flows through is scaled as it comes.
    """
    target = folder / MODEL_FILE
    ids = torch.ones(1, 8, dtype=torch.long)
    with TemporaryDirectory() as scratch, catch_warnings():
        # The newer exporter needs a library more; this one warns that it is the older, and of shapes it does not use.
        simplefilter("ignore")
        exact = Path(scratch) / MODEL_FILE
        torch.onnx.export(
            network.eval(),
            (ids, ids, torch.zeros_like(ids)),
            exact,
            input_names=list(INPUTS),
            output_names=[*OUTPUTS, PROOF],
            dynamic_axes=_SHAPES,
            opset_version=_OPSET,
            dynamo=False,
        )
        # Its advice, to simplify the network first, changes nothing here.
        logging.disable(logging.WARNING)
        try:
            quantize_dynamic(exact, target, weight_type=QuantType.QInt8, per_channel=True)
        finally:
            logging.disable(logging.NOTSET)
    return target
