"""What a model wants to stand before a question and before a passage."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompts:
    """The words put before a question and before a passage, as the model was trained; empty for none."""

    question: str = ""
    passage: str = ""


# Families whose published folders do not tell their prompts, which stand on their pages on the Hugging Face hub only.
FAMILIES: tuple[tuple[re.Pattern[str], Prompts], ...] = (
    (re.compile(r"(?:multilingual-)?e5-(?:small|base|large)(?:-v2)?"), Prompts("query: ", "passage: ")),
    (
        re.compile(r"bge-(?:small|base|large)-en(?:-v1\.5)?"),
        Prompts("Represent this sentence for searching relevant passages: "),
    ),
)
NO_PROMPTS = Prompts()

# The names under which sentence-transformers looks prompts up, the first that is there.
_QUESTION, _PASSAGE = ("query",), ("document", "passage", "corpus")


def prompts_for(name: str, told: Mapping[str, str], default: str | None = None) -> Prompts:
    """The prompts of the model `name`: those `told` in its folder by the library's names, else its family's.

    `default` is the name of the prompt that its folder has for every text without one of its own.
    """
    common = told.get(default or "", "")
    question, passage = (_first(told, names) for names in (_QUESTION, _PASSAGE))
    if question or passage or common:
        return Prompts(question or common, passage or common)
    own = name.rstrip("/").rsplit("/", 1)[-1]
    return next((prompts for family, prompts in FAMILIES if family.fullmatch(own)), NO_PROMPTS)


def fingerprint_with(fingerprint: str, prompts: Prompts) -> str:
    """`fingerprint` of a model's files, or of both where prompts change what it makes of a text."""
    if prompts == NO_PROMPTS:
        return fingerprint
    return hashlib.sha256(f"{fingerprint}\0{prompts.question}\0{prompts.passage}".encode()).hexdigest()


def _first(told: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((told[name] for name in names if told.get(name)), "")
