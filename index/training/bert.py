"""A BERT from the `config.json` and the weights in a folder, for training."""

from collections.abc import Mapping
from pathlib import Path

from safetensors.torch import load_file, save
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from index.errors import TrainingError
from index.storage.atomic import replacing_file

CONFIG_FILE = "config.json"


def bert_config(folder: Path) -> BertConfig:
    """The configuration in `folder` without dropout: the recipes of the start weights had none."""
    config = BertConfig.from_json_file(folder / CONFIG_FILE)
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    return config


def load_weights(network: nn.Module, path: Path, besides: tuple[str, ...]) -> None:
    """Give `network` the weights in the file at `path`; TrainingError names those that do not fit.

    Weights whose names begin with one of `besides` may be on one side alone.
    """
    weights = {name: each.float() for name, each in load_file(path).items()}
    unknown = network.load_state_dict(weights, strict=False)
    lacking = [name for name in (*unknown.missing_keys, *unknown.unexpected_keys) if not name.startswith(besides)]
    if lacking:
        raise TrainingError(f"{path} does not fit {path.parent / CONFIG_FILE}: {', '.join(lacking[:3])}; name others")


def save_weights(weights: Mapping[str, Tensor], path: Path) -> None:
    """Write `weights` in half precision to `path`."""
    with replacing_file(path) as file:
        file.write(save({name: each.half().cpu().contiguous().clone() for name, each in weights.items()}))


def freeze(bert: BertModel, layers: int = 0) -> None:
    """Have the embeddings of `bert` and its first `layers` stay as they are.

    The embeddings of 30,000 word pieces are most of the weights, and a few thousand questions know few of them.
    """
    for part in (bert.embeddings, *bert.encoder.layer[:layers]):
        part.requires_grad_(False)
