"""Damaged Office files: they are read or refused in a sentence, and never take long."""

import random
from collections import Counter
from pathlib import Path
from time import process_time

import pytest

from index.errors import PinciteError
from rag.batches.questions.formats.office import read_here
from tests.support.office_papers import Parts, damaged, excel_parts, packed, word_parts

# What a reader takes of the largest lists is told in index/readers/processes/bounded.py; these take milliseconds.
SECONDS = 8

pytestmark = pytest.mark.filterwarnings("ignore")  # openpyxl warns of what it does not know


def outcome(path: Path) -> str:
    """`read` or the kind of the error, after the checks that hold for every file."""
    began = process_time()
    try:
        rows = list(read_here(path, path.name, lambda _: None))
        result = "read"
        assert all(isinstance(row.text, str) for row in rows)
    except PinciteError as error:
        result = type(error).__name__
        assert "\n" not in str(error)
        assert str(path.parent) not in str(error)
    assert process_time() - began < SECONDS
    return result


def outcomes(parts: Parts, path: Path, count: int, seed: int) -> Counter[str]:
    chance = random.Random(seed)
    return Counter(outcome(damaged(parts, path, chance)) for _ in range(count))


@pytest.mark.parametrize(("ending", "parts"), [("docx", word_parts()), ("xlsx", excel_parts())])
def test_whole_files_are_read(tmp_path: Path, ending: str, parts: Parts) -> None:
    rows = list(read_here(packed(parts, tmp_path / f"q.{ending}"), "q", lambda _: None))
    assert [row.text for row in rows if row.is_asked] == ["How much was returned?", "Who paid?", "When was it paid?"]


@pytest.mark.parametrize(("ending", "parts"), [("docx", word_parts()), ("xlsx", excel_parts())])
def test_damaged_files_are_read_or_refused_in_a_sentence(tmp_path: Path, ending: str, parts: Parts) -> None:
    found = outcomes(parts, tmp_path / f"q.{ending}", 200, seed=11)
    assert set(found) == {"read", "SourceError"}


@pytest.mark.slow
@pytest.mark.parametrize(("ending", "parts"), [("docx", word_parts()), ("xlsx", excel_parts())])
def test_thousands_of_damaged_files_are_read_or_refused_in_a_sentence(
    tmp_path: Path, ending: str, parts: Parts
) -> None:
    found = outcomes(parts, tmp_path / f"q.{ending}", 10_000, seed=12)
    assert set(found) == {"read", "SourceError"}
