"""Files read and texts embedded by the machines of a Ray cluster, each in the order and with the result of one machine.

What is sent to other machines are files' names, texts and vectors; the index itself is put together and written here.
"""

import logging
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from typing import Any, TypeVar

from index.cluster.work import Load, Machine, Model, Unseen, parsed, this_machine
from index.corpus.found import FoundFile
from index.document import Parse
from index.embedding.base import Embedder, Encoding
from index.errors import ClusterError, MissingPackageError, PinciteError, SourceError
from index.manifest import program_version

Item = TypeVar("Item")
Result = TypeVar("Result")

LOCAL = "local"
_ADDRESS = re.compile(r"ray://[A-Za-z0-9.\[\]:_-]+")
# Asked for ahead of what is waited for, for each that is worked on at once: enough to keep all busy, and results of so
# many are held.
_AHEAD = 2
# Processors that one model uses: `index.embedding.batching` runs as many batches side by side.
_PROCESSORS = 8
# Times that Ray does something again where a machine was lost.
_AGAIN = 3
_INSTALL = "a build on a cluster needs the package ray; run: pip install 'pincite[ray]'"


@dataclass(frozen=True, slots=True)
class _Node:
    """A machine of the cluster as Ray counts it."""

    id: str
    processors: int
    graphics: int


@dataclass(frozen=True, eq=False)
class RayCluster:
    """The machines of a cluster. ClusterError where they cannot be used; a build that is started again goes on."""

    nodes: tuple[_Node, ...]

    def parse(self, files: Sequence[FoundFile], encoding: str) -> Iterator[Parse | SourceError]:
        """What comes of each of `files`, in order, or why nothing does.

        All machines have to see the files under the same paths.
        """
        import ray

        task = ray.remote(num_cpus=1, max_retries=_AGAIN)(parsed)
        at_once = _AHEAD * sum(node.processors for node in self.nodes)
        found = _in_order(lambda file: task.remote(file, encoding), files, at_once)
        for file, each in zip(files, found, strict=True):
            if isinstance(each, Unseen):
                raise ClusterError(
                    f"{file.path} is not on the machine {each.name}: put the files into a folder that all machines of "
                    "the cluster have under the same path"
                )
            yield each

    def embedder(self, here: Embedder, load: Load) -> "ClusterEmbedder":
        """`here`, with passages embedded by the models that `load` loads on the machines.

        They are on graphics processors where there are any, which give other last digits than the processors here.
        """
        return ClusterEmbedder(here, load, self.nodes)


@dataclass(frozen=True, eq=False)
class ClusterEmbedder:
    """The model `here`, whose passages many at once are embedded by those that `load` loads on the machines `nodes`."""

    here: Embedder
    load: Load
    nodes: tuple[_Node, ...]

    @property
    def name(self) -> str:
        """The name of the model."""
        return self.here.name

    @property
    def fingerprint(self) -> str:
        """What tells it from other models."""
        return self.here.fingerprint

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self.here.dimension

    @property
    def max_tokens(self) -> int:
        """How many tokens of a text the model reads."""
        return self.here.max_tokens

    @property
    def gives_tokens(self) -> bool:
        """Whether an encoding has token vectors."""
        return self.here.gives_tokens

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts` as of questions, embedded here."""
        return self.here.encode_questions(texts)

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts` as of passages, embedded here."""
        return self.here.encode_passages(texts)

    def count_tokens(self, text: str) -> int:
        """The number of tokens in the passage `text`."""
        return self.here.count_tokens(text)

    def encode_each(self, chunks: Iterable[Sequence[str]]) -> Iterator[Encoding]:
        """The encoding of each of `chunks`, in order; each is embedded by one machine, as it would be here."""
        import ray

        nothing = ray.put(Encoding.empty(self.here.dimension, self.here.dimension))
        models = self._models()
        turns = cycle(models)
        return _in_order(
            lambda chunk: next(turns).encoding.remote(chunk) if chunk else nothing, chunks, _AHEAD * len(models)
        )

    def _models(self) -> list[Any]:
        """The models, one for each graphics processor or, where there is none, for some processors."""
        import ray

        wanted = _placements(self.nodes)
        kind: Any = ray.remote(max_restarts=_AGAIN, max_task_retries=_AGAIN)(Model)
        device = "cuda" if any(node.graphics for node in self.nodes) else "cpu"
        models = [kind.options(**each).remote(self.load, device) for each in wanted]
        for name, fingerprint in _got([model.fingerprint.remote() for model in models]):
            if fingerprint != self.here.fingerprint:
                raise ClusterError(
                    f"the machine {name} has other files of the model {self.here.name!r} than this one; install the "
                    "same there"
                )
        return models


@contextmanager
def ray_cluster(address: str) -> Iterator[RayCluster]:
    """The cluster at `address`, `ray://HOST:PORT`, or one of this machine alone for `local`, until the block ends.

    ClusterError where it cannot be reached, or a machine of it has not the same pincite.
    """
    if address != LOCAL and not _ADDRESS.fullmatch(address):
        raise ClusterError(f"{address!r} is no address of a cluster; name ray://HOST:PORT, or {LOCAL}")
    ray = _ray()
    try:
        if address == LOCAL:
            ray.init(address=LOCAL, include_dashboard=False, log_to_driver=False, configure_logging=False)
        else:
            _connect(ray, address)
    except (ConnectionError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        raise ClusterError(
            f"no cluster can be reached at {address} ({_said(error)}); see whether Ray runs there, and whether it asks "
            "for a token, which is given as $RAY_AUTH_TOKEN"
        ) from error
    try:
        yield RayCluster(_checked_nodes())
    finally:
        ray.shutdown()


def _connect(ray: Any, address: str) -> None:  # noqa: ANN401 (a module)
    """Connect to the cluster at `address`, some times if need be.

    The process that Ray starts there for each client now and then ends as soon as it has begun.
    """
    for again in reversed(range(_AGAIN)):
        try:
            ray.init(address, log_to_driver=False)
        except ConnectionAbortedError:
            if not again:
                raise
            ray.shutdown()
        else:
            return


def _ray() -> Any:  # noqa: ANN401 (a module)
    """The package ray."""
    # Nothing is sent to Ray's makers.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    if "RAY_AUTH_TOKEN" in os.environ or "RAY_AUTH_TOKEN_PATH" in os.environ:
        # Ray sends a cluster elsewhere no token unless this says so when it is imported.
        os.environ.setdefault("RAY_AUTH_MODE", "token")
    try:
        import ray
    except ImportError as error:
        raise MissingPackageError(_INSTALL) from error
    # What goes wrong is told in one line by whom it stops.
    for name in ("ray", "ray.client_builder"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return ray


def _checked_nodes() -> tuple[_Node, ...]:
    """The machines that have processors, each with the same pincite as this one."""
    import ray

    known: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]
    found = [(each["NodeID"], each["Resources"]) for each in known if each["Alive"]]
    nodes = tuple(
        _Node(id, int(own.get("CPU", 0)), int(own.get("GPU", 0))) for id, own in found if own.get("CPU", 0) >= 1
    )
    if not nodes:
        raise ClusterError("no machine of the cluster has a processor to spare; start one: ray start --address …")
    task = ray.remote(num_cpus=0)(this_machine)
    asked = [task.options(scheduling_strategy=_on(node, soft=False)).remote() for node in nodes]
    machines: list[Machine] = _got(asked)
    for machine in machines:
        if machine.version != (ours := program_version()):
            raise ClusterError(f"{machine.name} has pincite {machine.version}, this machine {ours}; install the same")
    return nodes


def _placements(nodes: Sequence[_Node]) -> list[dict[str, Any]]:
    """What Ray is told of each model: where it runs, and what it takes there."""
    if any(node.graphics for node in nodes):
        return [
            {"num_gpus": 1, "num_cpus": 1, "scheduling_strategy": _on(node)}
            for node in nodes
            for _ in range(node.graphics)
        ]
    return [
        {"num_cpus": min(_PROCESSORS, node.processors), "scheduling_strategy": _on(node)}
        for node in nodes
        for _ in range(max(1, node.processors // _PROCESSORS))
    ]


def _on(node: _Node, *, soft: bool = True) -> object:
    """That something runs on `node`; with `soft` elsewhere, if that machine is lost."""
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    return NodeAffinitySchedulingStrategy(node.id, soft=soft)


def _in_order(submit: Callable[[Item], Any], items: Iterable[Item], at_once: int) -> Iterator[Any]:
    """What comes of each of `items`, in order; `at_once` are worked on, or done and not taken yet."""
    waiting: deque[Any] = deque()
    for item in items:
        waiting.append(submit(item))
        if len(waiting) >= at_once:
            yield _got(waiting.popleft())
    while waiting:
        yield _got(waiting.popleft())


def _got(asked: Any) -> Any:  # noqa: ANN401 (Ray does not tell what comes of what)
    """What came of what Ray was asked to do; ClusterError where it could not, our own errors as they are."""
    import ray
    from ray.exceptions import RayError, RayTaskError

    try:
        return ray.get(asked)
    except RayTaskError as error:
        if isinstance(error.cause, PinciteError):
            raise error.cause from error
        raise ClusterError(f"a machine of the cluster failed ({_said(error)}); see whether pincite is there") from error
    except (RayError, ConnectionError) as error:
        raise ClusterError(
            f"a machine of the cluster was lost ({_said(error)}); run the command again, which goes on where this ended"
        ) from error


def _said(error: Exception) -> str:
    """The last line of what an error says: the first ones are of where it happened."""
    lines = str(error).strip().splitlines()
    return lines[-1].strip() if lines else type(error).__name__
