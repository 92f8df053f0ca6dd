"""Steps of training that can be stopped and taken up again."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn

from index.progress import Progress, quiet
from index.storage.atomic import replacing_file

N = TypeVar("N", bound=nn.Module)
_KEEP_EVERY = 100  # steps
_RECENT = 50  # steps whose mean loss is told
# As BERT was trained (Devlin et al. 2019).
_LONGEST_GRADIENT, _DECAY = 1.0, 0.01
_LAST_RATE = 0.02  # share of the rate that the last steps still have


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn: `steps`, and the `rate`, reached after `warm_up` steps.

    Weights whose names begin with one of `other_rates` learn at that one. The network that comes out has the average of
    its weights over the last steps, of which each keeps the share `average` of those before (Polyak and Juditsky 1992).
    """

    steps: int
    rate: float
    warm_up: int
    average: float
    other_rates: Mapping[str, float] = field(default_factory=dict)


class _Learner(Generic[N]):
    """A network with what its training has come to: optimiser, rate, averaged weights and steps done."""

    def __init__(self, network: N, schedule: Schedule) -> None:
        self.network = network
        self.step = 0
        self._share_kept = schedule.average
        self._learning = {name: each for name, each in network.named_parameters() if each.requires_grad}
        self._average = {name: each.detach().clone() for name, each in self._learning.items()}
        self._optimiser = torch.optim.AdamW(_groups(self._learning, schedule), weight_decay=_DECAY)
        self._rate = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser,
            lambda step: min(1.0, (step + 1) / schedule.warm_up) * max(_LAST_RATE, 1 - step / schedule.steps),
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
        share = min(self._share_kept, self.step / (self.step + 10))
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

    def averaged(self) -> N:
        """The network with the averaged weights."""
        with torch.no_grad():
            for name, weight in self._learning.items():
                weight.copy_(self._average[name])
        return self.network


def _groups(learning: Mapping[str, nn.Parameter], schedule: Schedule) -> list[dict[str, Any]]:
    """The weights that learn, those of one rate together."""
    groups: dict[float, list[nn.Parameter]] = {}
    for name, weight in learning.items():
        rates = (rate for begin, rate in schedule.other_rates.items() if name.startswith(begin))
        groups.setdefault(next(rates, schedule.rate), []).append(weight)
    return [{"params": weights, "lr": rate} for rate, weights in groups.items()]


def learn(
    network: N,
    losses: Callable[[range], Iterator[Tensor]],
    schedule: Schedule,
    kept: Path,
    on_progress: Progress = quiet,
) -> N:
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
