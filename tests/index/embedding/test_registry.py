"""Which loader takes which name."""

from index.embedding.base import Embedder
from index.embedding.registry import load_embedder
from tests.support.fakes import FakeEmbedder


def test_a_name_of_the_table_goes_to_its_loader_with_the_device() -> None:
    asked: list[tuple[str, str]] = []

    def load(name: str, device: str) -> Embedder:
        asked.append((name, device))
        return FakeEmbedder(name=name)

    assert load_embedder("letters", device="cuda", loaders={"letters": load}).name == "letters"
    assert asked == [("letters", "cuda")]
