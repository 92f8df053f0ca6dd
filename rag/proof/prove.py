"""A sentence held against the paragraphs that it cites."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.embedding.base import Embedder
from rag.calibration import SupportWeights
from rag.proof.claims import missing_comparisons, missing_negations
from rag.proof.exchanged import exchanged_names
from rag.proof.figures import missing_figures
from rag.proof.joined import joined_facts
from rag.proof.missing import Missing
from rag.proof.names import missing_names
from rag.proof.quotations import missing_quotations
from rag.proof.replaced import replaced_names
from rag.proof.source import Line, Source
from rag.proof.support import Support, SupportReader
from rag.proof.whole_names import mixed_names
from rag.question.language import is_english

# The least chance that a text says what a sentence says; chosen on the tune questions, see docs/decisions/0009.
LEAST_CHANCE = 0.5


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of holding a sentence against what it cites: what is missing there, and what it rests on."""

    missing: tuple[Missing, ...]
    support: Support

    @property
    def proved(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


class Prover:
    """Holds sentences against texts. Safe to share between threads.

    `embedder` compares what sentences mean, and `weights` are for its cosines; `short_forms` are those of the documents
    with their long forms.
    """

    def __init__(
        self, embedder: Embedder, weights: SupportWeights, short_forms: Mapping[str, str] | None = None
    ) -> None:
        self._short_forms = dict(short_forms or {})
        self._support = SupportReader(embedder, self._short_forms, weights)

    def hold(self, sentence: str, sources: Sequence[Source]) -> Proof:
        """What of `sentence`, without its marks, `sources` do not say; all of them together have to say it."""
        rests = self._support.rests(sentence, sources)
        missing = self._missing(sentence, sources, [each.line for each in rests])
        support = self._support.read(sentence, sources, rests)
        if support.chance < LEAST_CHANCE:
            missing = (*missing, Missing("support"))
        return Proof(tuple(dict.fromkeys(missing)), support)

    def proves(self, sentence: str, sources: Sequence[Source]) -> bool:
        """Whether `hold` finds nothing missing; meaning, which takes longest, is looked at only where words agree."""
        lines = [each.line for each in self._support.rests(sentence, sources)]
        return bool(lines) and not self._missing(sentence, sources, lines) and self.hold(sentence, sources).proved

    def _missing(self, sentence: str, sources: Sequence[Source], lines: Sequence[Line]) -> tuple[Missing, ...]:
        """What is missing by the words alone; `lines` are those that the sentence rests on."""
        missing = (
            *missing_figures(sentence, sources),
            *missing_names(sentence, sources, self._short_forms),
            *exchanged_names(sentence, sources, self._short_forms),
            *replaced_names(sentence, sources, self._short_forms),
            *mixed_names(sentence, sources, self._short_forms),
            *joined_facts(sentence, sources),
            *missing_quotations(sentence, sources),
            *missing_negations(sentence, lines),
            *missing_comparisons(sentence, lines),
        )
        return missing if _in_one_language(sentence, sources) else (*missing, Missing("language"))


def _in_one_language(sentence: str, sources: Sequence[Source]) -> bool:
    """Whether the sentence is in English where one of the texts is: what it says cannot be compared else."""
    return is_english(sentence) or not any(is_english(each.text) for each in sources)
