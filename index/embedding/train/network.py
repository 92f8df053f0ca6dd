"""The network that is trained: the packaged all-MiniLM-L6-v2, which reads a text at a time."""

from dataclasses import dataclass
from pathlib import Path

from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from index.embedding.onnx_embedder import WEIGHTS_FILE
from index.embedding.train.texts import Pieces
from index.training.bert import bert_config, freeze, load_weights, save_weights
from index.training.steps import half_precision

# The published file has a pooler, which sentence vectors do without, and the numbers of the places.
_NOT_USED = ("pooler.", "embeddings.position_ids")
_LAYERS = "encoder.layer."


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """The unit vectors of n texts (n, d) and of their `tokens` (n, t, d); `own` (n, t) are no special ones."""

    texts: Tensor
    tokens: Tensor
    own: Tensor


def load_network(folder: Path) -> nn.Module:
    """The network of the model in `folder`, whose embeddings stay as they are; TrainingError where it does not fit."""
    network = BertModel(bert_config(folder), add_pooling_layer=False)
    load_weights(network, folder / WEIGHTS_FILE, _NOT_USED)
    freeze(network)
    return network


def read(network: nn.Module, pieces: Pieces) -> Vectors:
    """The vectors of texts: the mean of a text's tokens, special ones included, and each token's own."""
    with half_precision():
        found = network(input_ids=pieces.ids, attention_mask=pieces.mask).last_hidden_state
    tokens = found.float()
    mean = (tokens * pieces.mask.unsqueeze(2)).sum(1) / pieces.mask.sum(1, keepdim=True)
    return Vectors(functional.normalize(mean, dim=1), functional.normalize(tokens, dim=2), pieces.own)


def save_layers(network: nn.Module, path: Path) -> None:
    """Write the layers of `network`, without its embeddings, to `path`: in half precision, named as published."""
    save_weights({name: each for name, each in network.state_dict().items() if name.startswith(_LAYERS)}, path)
