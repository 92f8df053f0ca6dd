"""Steps of training that can be stopped and taken up again."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from index.progress import Progress, quiet
from index.storage.atomic import replacing_file
from rag.reader.train.network import OWN_HEADS, PairNetwork

_WARM_UP = 50  # steps until the rate is reached
_KEEP_EVERY = 100  # steps
_RECENT = 50  # steps whose mean loss is told
_LONGEST_GRADIENT = 1.0
_DECAY, _LAST_RATE = 0.01, 0.02
# The weights that are kept are an average over the last few hundred steps (Polyak and Juditsky 1992).
_AVERAGE = 0.995


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn: `rate` for the model, `head_rate` for the heads that start with nothing.

    The first `frozen` layers stay as they are: lower layers know the language, which does not change.
    """

    steps: int
    rate: float
    head_rate: float
    frozen: int


class _Learner:
    """A network with what its training has come to: optimiser, rate, averaged weights and steps done."""

    def __init__(self, network: PairNetwork, schedule: Schedule) -> None:
        # The embeddings of 30,000 word pieces are most of the weights, and a few thousand questions know few of them.
        for weight in network.m.bert.embeddings.parameters():
            weight.requires_grad = False
        for layer in network.m.bert.encoder.layer[: schedule.frozen]:
            for weight in layer.parameters():
                weight.requires_grad = False
        self.network = network
        self.step = 0
        self._learning = {name: each for name, each in network.named_parameters() if each.requires_grad}
        self._average = {name: each.detach().clone() for name, each in self._learning.items()}
        heads = [each for name, each in self._learning.items() if name.startswith(OWN_HEADS)]
        body = [each for name, each in self._learning.items() if not name.startswith(OWN_HEADS)]
        groups = [{"params": body, "lr": schedule.rate}, {"params": heads, "lr": schedule.head_rate}]
        self._optimiser = torch.optim.AdamW(groups, weight_decay=_DECAY)
        self._rate = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda step: min(1.0, (step + 1) / _WARM_UP) * max(_LAST_RATE, 1 - step / schedule.steps)
        )

    def learn(self, value: Tensor) -> None:
        """One step that makes `value` smaller."""
        value.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._learning.values(), _LONGEST_GRADIENT)
        self._optimiser.step()
        self._rate.step()
        self._optimiser.zero_grad()
        self.step += 1
        # The average forgets its beginning.
        share = min(_AVERAGE, self.step / (self.step + 10))
        for name, weight in self._learning.items():
            self._average[name].lerp_(weight.detach(), 1 - share)

    def keep(self, path: Path) -> None:
        """Write everything to `path`."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "rate": self._rate.state_dict(),
            "average": self._average,
            "step": self.step,
        }
        with replacing_file(path) as file:
            torch.save(state, file)

    def take_up(self, path: Path) -> None:
        """Go on from what `path` keeps, if there is such a file."""
        if not path.is_file():
            return
        kept = torch.load(path, weights_only=True)
        self.network.load_state_dict(kept["network"])
        self._optimiser.load_state_dict(kept["optimiser"])
        self._rate.load_state_dict(kept["rate"])
        self._average, self.step = kept["average"], kept["step"]

    def averaged(self) -> PairNetwork:
        """The network with the averaged weights."""
        with torch.no_grad():
            for name, weight in self._learning.items():
                weight.copy_(self._average[name])
        return self.network


def learn(
    network: PairNetwork,
    losses: Callable[[range], Iterator[Tensor]],
    schedule: Schedule,
    kept: Path,
    on_progress: Progress = quiet,
) -> PairNetwork:
    """`network` with the averaged weights after `schedule`; `losses` gives that of each of the steps, counted from 0.

    The state is kept at `kept` from time to time, and taken up from there.
    """
    learner = _Learner(network, schedule)
    learner.take_up(kept)
    recent: deque[float] = deque(maxlen=_RECENT)
    for value in losses(range(learner.step, schedule.steps)):
        recent.append(float(value.detach()))
        learner.learn(value)
        if learner.step % _KEEP_EVERY == 0 or learner.step == schedule.steps:
            learner.keep(kept)
        on_progress(f"learning, loss {sum(recent) / len(recent):.3f}", learner.step, schedule.steps)
    return learner.averaged()
