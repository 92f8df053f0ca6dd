"""Builds on a Ray cluster, in a process of its own: `… ADDRESS NODES PAPERS OUT NAME…`.

Ray leaves processes and sockets behind in the one that used it. Waits until the cluster has NODES machines, builds as
each NAME says into a folder of that name below OUT, and prints what came of it, a line of JSON each.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from index import build
from index.build import build_folder
from index.building import embedding
from index.cluster.on_ray import RayCluster, ray_cluster
from index.cluster.work import Load
from index.corpus.found import FoundFile, source_file
from index.embedding.base import Embedder, Encoding
from index.errors import ModelError, PinciteError
from tests.support.fakes import FakeEmbedder

_TRIES = 60  # until all machines are there, which takes some seconds


class Failing(FakeEmbedder):
    """A model that breaks down at the last texts but a few."""

    def encode(self, texts: Sequence[str]) -> Encoding:
        if any("Paragraph 55" in text for text in texts):
            raise MemoryError("out of memory")
        return super().encode(texts)


def load_fake(_device: str) -> Embedder:
    """The model that builds here, too."""
    return FakeEmbedder()


def load_other(_device: str) -> Embedder:
    """A model with other files."""
    return FakeEmbedder(fingerprint="0" * 64)


def load_none(_device: str) -> Embedder:
    """No model."""
    raise ModelError("the model is not here")


def load_failing(_device: str) -> Embedder:
    """A model that breaks down."""
    return Failing()


LOADS: dict[str, Load] = {"same": load_fake, "other": load_other, "none": load_none, "failing": load_failing}


def built(cluster: RayCluster, papers: Path, out: Path, load: Load) -> dict[str, object]:
    """What came of building the index of `papers` in `out`."""
    told: list[int] = []

    def tell(stage: str, done: int, _total: int) -> None:
        if stage == "passages":
            told.append(done)

    embedder = cluster.embedder(FakeEmbedder(), load)
    try:
        report = build_folder([papers], out, embedder, parse=cluster.parse, on_progress=tell)
    except PinciteError as error:
        return {"error": type(error).__name__, "says": str(error)}
    return {"failures": [str(each) for each in report.failures], "went_on_from": told[0]}


def unseen(cluster: RayCluster, gone: Path) -> dict[str, object]:
    """What came of a file that was there when the files were listed, and is not when they are read."""
    gone.write_text("1. The Group met in Oslo.\n", encoding="utf-8")
    file = FoundFile(gone, None, source_file(gone, "gone"))
    gone.unlink()
    try:
        return {"parsed": len(list(cluster.parse([file], "utf-8")))}
    except PinciteError as error:
        return {"error": type(error).__name__, "says": str(error)}


def made(cluster: RayCluster, papers: Path, out: Path, name: str) -> dict[str, object]:
    """What came of what `name` says: a kind of model and, after a colon, the folder to build in if not of that name."""
    kind, _, folder = name.partition(":")
    if kind == "unseen":
        return unseen(cluster, out / "gone.txt")
    return built(cluster, papers, out / (folder or kind), LOADS[kind])


def main(address: str, count: str, papers: Path, out: Path, names: Sequence[str]) -> None:
    """Print what came of each of `names`."""
    # So few texts as tests have are kept and gone on with too, ten at a time.
    build._FEW, embedding.CHUNK = 0, 10
    for _ in range(_TRIES):
        with ray_cluster(address) as cluster:
            if len(cluster.nodes) == int(count):
                for name in names:
                    sys.stdout.write(json.dumps({"name": name, **made(cluster, papers, out, name)}) + "\n")
                return
        time.sleep(0.5)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5:])
