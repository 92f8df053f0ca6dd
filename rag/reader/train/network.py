"""The network that is trained: a BERT that reads two texts together, with four heads.

Of a question and a window one scores the window by its first token, as rerankers do (Nogueira and Cho 2019), another
each token, and a sentence has the mean of its tokens. Of a statement and what it cites the third says, by the first
token, whether it is proved. The fourth foretells the first's score from the layer in the middle.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers import BertConfig, BertForSequenceClassification

from index.errors import TrainingError

CONFIG_FILE = "config.json"
OWN_HEADS = ("sh.", "ph.", "eh.")
"""How the weights of those heads are named that the start weights of others do not have."""


class PairNetwork(nn.Module):
    """Reads pairs of token ids.

    `m` is the model with its score, `sh` scores tokens, as the start weights name them; `ph` scores proofs, and begins
    with nothing where the start weights have none. `eh` foretells the score early; it is fitted when all is learnt.
    """

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.m = BertForSequenceClassification(config)
        self.sh = nn.Linear(config.hidden_size, 1)
        self.ph = nn.Linear(config.hidden_size, 1)
        self.eh = nn.Linear(3 * config.hidden_size, 1)
        for head in (self.sh, self.ph, self.eh):
            nn.init.zeros_(head.weight)
            nn.init.zeros_(head.bias)
        self.eh.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The scores of the second texts (n,), of their tokens (n, t), and of proofs (n,), as log-odds."""
        read = self.m.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)
        first, tokens = read.pooler_output, read.last_hidden_state
        return self.m.classifier(first).squeeze(-1), self.sh(tokens).squeeze(-1), self.ph(first).squeeze(-1)

    @property
    def layers_before(self) -> int:
        """The number of layers after which the score is foretold: half of them."""
        return int(self.m.config.num_hidden_layers) // 2

    def middle_and_score(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """What `eh` foretells the score from (n, 3 d), and the score (n,).

        That is, after half of the layers, the first token's vector and the means over the second and the first text.
        """
        read = self.m.bert(input_ids=ids, attention_mask=mask, token_type_ids=types, output_hidden_states=True)
        middle = read.hidden_states[self.layers_before]
        sides = [mean_where(middle, side) for side in (types, mask - types)]
        return torch.cat([middle[:, 0], *sides], dim=1), self.m.classifier(read.pooler_output).squeeze(-1)


def mean_where(vectors: Tensor, side: Tensor) -> Tensor:
    """The mean (n, d) of those of `vectors` (n, t, d) where `side` (n, t) is 1."""
    share = side / side.sum(1, keepdim=True)
    return (share.unsqueeze(1).to(vectors.dtype) @ vectors).squeeze(1)


def load_network(folder: Path) -> PairNetwork:
    """The network in `folder`, its `config.json` and its only file of weights; TrainingError where there are none.

    It has no dropout: the recipe of the start weights had none.
    """
    config = BertConfig.from_json_file(folder / CONFIG_FILE)
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    config.num_labels, config.problem_type = 1, None
    network = PairNetwork(config)
    files = sorted(folder.glob("*.safetensors"))
    if len(files) != 1:
        raise TrainingError(f"{folder} has {len(files)} files of weights (*.safetensors) and needs one")
    weights = {name: each.float() for name, each in load_file(files[0]).items()}
    unknown = network.load_state_dict(weights, strict=False)
    lacking = [name for name in (*unknown.missing_keys, *unknown.unexpected_keys) if not name.startswith(OWN_HEADS)]
    if lacking:
        raise TrainingError(f"{files[0]} does not fit {folder / CONFIG_FILE}: {', '.join(lacking[:3])}; name others")
    return network


def save_network(network: PairNetwork, path: Path) -> None:
    """`network`'s weights in half precision at `path`."""
    save_file({name: each.half().contiguous().clone() for name, each in network.state_dict().items()}, path)


def device() -> torch.device:
    """The graphics processor where there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
