"""The network that is trained: a BERT that reads a question and a window together, with three heads.

One scores the window by its first token, as rerankers do (Nogueira and Cho 2019), another each token, and a sentence
has the mean of its tokens. The third foretells the first's score from the layer in the middle.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertForSequenceClassification

from index.errors import TrainingError
from index.training.bert import bert_config, load_weights, save_weights

OWN_HEADS = ("sh.", "eh.")
"""How the weights of those heads are named that the start weights of others do not have."""


class PairNetwork(nn.Module):
    """Reads pairs of token ids.

    `m` is the model with its score, `sh` scores tokens, as the start weights name them, and begins with nothing where
    those have none. `eh` foretells the score early; it is fitted when all is learnt.
    """

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.m = BertForSequenceClassification(config)
        self.sh = nn.Linear(config.hidden_size, 1)
        self.eh = nn.Linear(3 * config.hidden_size, 1)
        for head in (self.sh, self.eh):
            nn.init.zeros_(head.weight)
            nn.init.zeros_(head.bias)
        self.eh.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """The scores of the second texts (n,) and of their tokens (n, t), as log-odds."""
        read = self.m.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)
        return self.m.classifier(read.pooler_output).squeeze(-1), self.sh(read.last_hidden_state).squeeze(-1)

    @property
    def layers_before(self) -> int:
        """The number of layers after which the score is foretold: half of them."""
        return int(self.m.config.num_hidden_layers) // 2


def load_network(folder: Path) -> PairNetwork:
    """The network in `folder`, its `config.json` and its only file of weights; TrainingError where there are none."""
    config = bert_config(folder)
    config.num_labels, config.problem_type = 1, None
    network = PairNetwork(config)
    files = sorted(folder.glob("*.safetensors"))
    if len(files) != 1:
        raise TrainingError(f"{folder} has {len(files)} files of weights (*.safetensors) and needs one")
    load_weights(network, files[0], OWN_HEADS)
    return network


def average(folders: Sequence[Path]) -> PairNetwork:
    """The network whose weights are the means of those in `folders`."""
    networks = [load_network(each) for each in folders]
    weights = [each.state_dict() for each in networks]
    networks[0].load_state_dict({name: torch.stack([each[name] for each in weights]).mean(0) for name in weights[0]})
    return networks[0]


def save_network(network: PairNetwork, path: Path) -> None:
    """`network`'s weights in half precision at `path`."""
    save_weights(network.state_dict(), path)
