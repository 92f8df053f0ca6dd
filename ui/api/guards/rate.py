"""How often one asks: a bucket of requests for each, filled again as time goes by."""

from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from time import monotonic

_MOST_ASKERS = 10_000  # whose buckets are kept: a megabyte
_SECONDS = 60.0  # of a minute


class RateLimit:
    """Lets each asker make `per_minute` requests a minute, so many at once too; any number where that is 0.

    Runs on one event loop.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, asker: str) -> int:
        """0 where the request of `asker` is let in, else the seconds after which another would be."""
        if not self._per_minute:
            return 0
        now, rate = self._clock(), self._per_minute / _SECONDS
        left, since = self._buckets.pop(asker, (float(self._per_minute), now))
        left = min(float(self._per_minute), left + (now - since) * rate)
        is_let_in = left >= 1
        self._buckets[asker] = left - is_let_in, now
        if len(self._buckets) > _MOST_ASKERS:
            self._buckets.popitem(last=False)
        return 0 if is_let_in else ceil((1 - left) / rate)
