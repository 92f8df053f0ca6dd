"""The numbers that were fitted or chosen for one embedding model and one language, read from a file as one value.

Cosines of two models mean different things: what is near for one is far for another. `make fit` fits the weights on
the tune split of the gold questions; the thresholds were chosen by eye on the five documents of `corpus`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from math import exp, isfinite
from pathlib import Path
from typing import Any

from index.errors import CalibrationError
from index.storage.records import json_value, made

FOLDER = Path(__file__).with_name("calibrations")
"""Where the calibrations that come with the program lie, each in `MODEL.LANGUAGE.json`."""
MODEL = "pincite-encoder-en"
LANGUAGE = "en"
_SHOWN = 12  # characters of a hash that tell calibrations apart


@dataclass(frozen=True, slots=True)
class SentenceWeights:
    """A logistic regression: the chance that a sentence holds a key fact, by the FEATURES of a candidate."""

    bias: float
    gap: float
    vector: float
    pieces: float
    words: float
    kind: float
    length: float
    answers: float = 0.0
    reads: float = 0.0
    defines: float = 0.0
    says: float = 0.0


@dataclass(frozen=True, slots=True)
class ConfidenceWeights:
    """A logistic regression: the chance that an answer states a key fact, by the CONFIDENCE_FEATURES."""

    bias: float
    chance: float
    kind: float
    years: float
    ordinals: float
    figure: float
    vector: float
    words: float
    surest: float = 0.0
    second: float = 0.0


@dataclass(frozen=True, slots=True)
class AnswerWeights:
    """What decides which sentences answer a question and how sure that is, with a reader or without one."""

    sentence: SentenceWeights
    confidence: ConfidenceWeights


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """How similar paragraphs of two documents must be to be matched.

    `in_part` holds between parts that were matched, and between two matches of the main texts that are at most `gap`
    paragraphs apart; `anywhere` holds elsewhere. `part` is for the parts themselves, to which `same_name` adds, as
    `same_number` does for paragraphs. `joins` is how much of a paragraph must go into a match, at most `gap` paragraphs
    away, for it to join. `depth` is how many candidates each paragraph has.
    """

    in_part: float
    anywhere: float
    gap: int
    part: float
    same_name: float
    same_number: float
    joins: float
    depth: int


@dataclass(frozen=True, slots=True)
class CounterpartSettings:
    """When a paragraph of another document is the same one, repeated or changed.

    It shares at least `shared` of the words and is `similar`: below both, paragraphs share a subject but not a text.
    `pool` paragraphs are looked for in all documents together; of those of one document whose passages have an inner
    product of `dense`, the nearest `candidates` are compared by tokens.
    """

    shared: float
    similar: float
    dense: float
    pool: int
    candidates: int


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """What belongs to a theme.

    A paragraph does with `near` of the best score if it holds a word of the theme or one of its passages has an inner
    product of `dense` with it; at most `most` do. A sentence is quoted with `sentence` of the best similarity in its
    paragraph, at most `sentences`.
    """

    most: int
    near: float
    dense: float
    sentence: float
    sentences: int


@dataclass(frozen=True, slots=True)
class SupportWeights:
    """A logistic regression: the chance that a text says what a sentence says, by the two of `rag.proof.support`.

    Fitted on the tune questions with all-MiniLM-L6-v2, and kept for the tuned model: docs/decisions/0009.
    """

    bias: float
    words: float
    meaning: float

    def chance(self, words: float, meaning: float) -> float:
        """The chance that a text with these says what a sentence says."""
        return 1 / (1 + exp(-(self.bias + self.words * words + self.meaning * meaning)))


@dataclass(frozen=True, slots=True)
class Calibration:
    """All numbers for the embedding model `model` and documents and questions in `language` (ISO 639-1).

    `read` are the weights where a reader reads the paragraphs, `unread` those where none does.
    """

    model: str
    language: str
    read: AnswerWeights
    unread: AnswerWeights
    comparing: AlignSettings
    counterparts: CounterpartSettings
    themes: ThemeSettings
    support: SupportWeights

    def __str__(self) -> str:
        """One line that changes with any of the numbers: `all-MiniLM-L6-v2, en, 0f3a…`."""
        return f"{self.model}, {self.language}, {self.digest[:_SHOWN]}"

    @property
    def digest(self) -> str:
        """A hash of all numbers, in hex."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """The text of its file."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def read_calibration(path: Path) -> Calibration:
    """The calibration in the file `path`; CalibrationError says what is wrong with it."""
    try:
        calibration = made(Calibration, json_value(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise CalibrationError(f"cannot read {path} ({error.strerror}); name another file") from error
    except (TypeError, ValueError) as error:
        raise CalibrationError(f"{path} is no calibration ({error}); make it again: make fit") from error
    for name, value in _numbers(asdict(calibration)):
        if not isfinite(value):
            raise CalibrationError(f"{path}: {name} is {value}; make it again: make fit")
    return calibration


def _numbers(group: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    """The numbers of a calibration by their dotted names."""
    for name, value in group.items():
        if isinstance(value, Mapping):
            yield from _numbers(value, f"{before}{name}.")
        elif not isinstance(value, str):
            yield f"{before}{name}", value


@cache
def calibration_for(model: str | None = None, language: str = LANGUAGE, folder: Path = FOLDER) -> Calibration:
    """The calibration for the embedding model `model`, a name or a folder (None: the packaged one), and `language`.

    It is one of those in `folder`. Where there is none it is that of the packaged model: its `model` and `language`
    say so, in every report too.
    """
    own = folder / f"{Path(model or MODEL).name}.{language}.json"
    return read_calibration(own if own.is_file() else folder / f"{MODEL}.{LANGUAGE}.json")
