"""The network that is trained: a BERT that reads question and window together, with two heads.

One scores the window by its first token, as rerankers do (Nogueira and Cho 2019); the other scores each token, and a
sentence has the mean of its tokens.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers import BertConfig, BertForSequenceClassification

from index.errors import TrainingError


class PairNetwork(nn.Module):
    """Reads pairs of token ids. `m` is the model with its score, `sh` scores tokens, as the start weights name them."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.m = BertForSequenceClassification(config)
        self.sh = nn.Linear(config.hidden_size, 1)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """The scores of the windows (n,) and of their tokens (n, t), as log-odds."""
        read = self.m.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)
        return self.m.classifier(read.pooler_output).squeeze(-1), self.sh(read.last_hidden_state).squeeze(-1)


def load_network(folder: Path) -> PairNetwork:
    """The network in `folder`, its `config.json` and its only file of weights; TrainingError where there are none.

    It has no dropout: the recipe of the start weights had none.
    """
    config = BertConfig.from_json_file(folder / "config.json")
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    config.num_labels, config.problem_type = 1, None
    network = PairNetwork(config)
    files = sorted(folder.glob("*.safetensors"))
    if len(files) != 1:
        raise TrainingError(f"{folder} has {len(files)} files of weights (*.safetensors) and needs one")
    network.load_state_dict({name: each.float() for name, each in load_file(files[0]).items()})
    return network


def save_network(network: PairNetwork, path: Path) -> None:
    """`network`'s weights in half precision at `path`."""
    save_file({name: each.half().contiguous().clone() for name, each in network.state_dict().items()}, path)


def device() -> torch.device:
    """The graphics processor where there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
