"""The parser on long and on hostile texts: the time it takes grows as the text does."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.parser.parse import parse_text

CORPUS = Path(__file__).parents[3] / "corpus"


def seconds(text: str) -> float:
    """The processor time of one parse, without the garbage collector, which looks at what other tests have left too."""
    gc.disable()
    try:
        start = time.process_time()
        parse_text(text, id="text", source="text.txt")
        return time.process_time() - start
    finally:
        gc.enable()


def numbered(count: int) -> str:
    return "\n\n".join(f"{number}. The Group met and adopted its report." for number in range(1, count + 1))


HOSTILE: dict[str, Callable[[int], str]] = {
    "one line of words": lambda size: "word " * (8 * size),
    "one line without a space": lambda size: "a" * (40 * size),
    "one line of stars": lambda size: "*a **b " * (5 * size),
    "one line of brackets": lambda size: "[a](b) [" * (5 * size),
    "one line of tags": lambda size: "<sup>1</sup> <sup>" * (2 * size),
    "headings": lambda size: "\n\n".join(f"# Heading {number}" for number in range(size)),
    "headings without numbers": lambda size: "\n\n".join(f"Heading number {number}" for number in range(size)),
    "numbers beyond all bounds": lambda size: "\n\n".join(
        f"{10**12 + number}. The Group met." for number in range(size)
    ),
    "one number again and again": lambda size: "\n\n".join("1. The Group met again." for _ in range(size)),
    "deep lists": lambda size: "1. Where:\n" + "\n".join(f"({'ai1'[number % 3]}) so it is:" for number in range(size)),
    "one note again and again": lambda size: "1. One.¹\n\n" + "\n\n".join("¹ A note." for _ in range(size)),
    "one mark again and again": lambda size: "\n\n".join("It is so.¹" for _ in range(size)) + "\n\n¹ A note.",
    "one block of short lines": lambda size: "\n".join("and the group went on and on with it" for _ in range(size)),
    "page numbers": lambda size: "\n\n".join(str(number) for number in range(size)),
    "annexes": lambda size: "\n\n".join(f"Annex {number}\n\n1. The Group met." for number in range(size // 2)),
}


# The kinds that each try another part of the parser run always, the others with the slow tests.
ALWAYS = {"one line of stars", "headings without numbers", "one number again and again", "deep lists"}


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind in ALWAYS else pytest.mark.slow) for kind in HOSTILE]
)
def test_twice_the_text_takes_about_twice_the_time(kind: str) -> None:
    text = HOSTILE[kind]
    seconds(text(250))  # the first run warms caches
    small = min(seconds(text(500)) for _ in range(3))
    large = min(seconds(text(2000)) for _ in range(2))
    # Four times the text; a quadratic scan would take sixteen times as long.
    assert large < 9 * small + 0.02


def test_a_long_numbering_is_read_whole() -> None:
    paragraphs = parse_text(numbered(3000), id="text", source="text.txt").document.paragraphs
    assert [each.locator.number for each in paragraphs] == [str(number) for number in range(1, 3001)]


@pytest.mark.slow
def test_ten_megabytes_take_less_than_fifteen_seconds() -> None:
    flowing = (CORPUS / "progress-2018.txt").read_text(encoding="utf-8")
    spaced = (CORPUS / "intersessional-2020.txt").read_text(encoding="utf-8")
    for text in (flowing, spaced):
        many = text * (10_000_000 // len(text) + 1)
        assert seconds(many) < 15
