"""Every locator that the documents of the corpus and the printed ones have: cited, and read back."""

import json
from pathlib import Path

import pytest

from index.document import Document
from index.locator import Locator
from rag.citing.citation import cite, cite_all, in_citing_order
from rag.citing.containers import covers
from rag.citing.parse import parse_citation
from tests.support.golden_files import FOLDER

_SUMMARIES = sorted((FOLDER / "un").glob("*.txt"))
_CORPUS = sorted(FOLDER.glob("*.json"))
SYMBOL = "A/80/1/Add.2"


def locators_of(path: Path) -> tuple[Locator, ...]:
    """The locators in a golden file, whole paragraphs and, where it lists them, sub-items; each once."""
    if path.suffix == ".json":
        paragraphs = json.loads(path.read_text(encoding="utf-8"))["paragraphs"]
        printed = [place for each in paragraphs for place in (each["locator"], *each["items"])]
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
        printed = [line.partition(" | ")[0] for line in lines if " | " in line and not line.startswith(("#", "!"))]
    return tuple(dict.fromkeys(map(Locator.parse, printed)))


@pytest.mark.parametrize("path", [*_CORPUS, *_SUMMARIES], ids=lambda path: path.stem)
def test_every_printed_place_is_read_back_from_its_citation_and_covers_itself(path: Path) -> None:
    document = Document("one", "One", (), symbol=SYMBOL)
    places = locators_of(path)
    assert places
    for place in places:
        (read,) = parse_citation(cite(document, place))
        assert (read.document, read.locators) == (SYMBOL, (place,))
        assert covers(place, place)


@pytest.mark.parametrize("path", [*_CORPUS, *_SUMMARIES], ids=lambda path: path.stem)
def test_all_places_of_a_document_merged_are_read_back_and_no_other(path: Path) -> None:
    document = Document("one", "One", (), symbol=SYMBOL)
    places = locators_of(path)
    (read,) = parse_citation(cite_all([(document, place) for place in places]))
    assert read.locators == in_citing_order(places)
    assert set(read.locators) == set(places)
