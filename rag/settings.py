"""What retrieval and answering can be told to do differently, stored with every answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from rag.answer import EXTRACTIVE, State
from rag.calibration import Calibration, calibration_for

NO_READER = "none"
"""The name for answering without a reader."""
# The names of the retrieval signals; `rag.retrieval.signals` says what each is.
DENSE, SENTENCE, LEXICAL, LATE = "dense", "sentence", "lexical", "late"
SIGNALS = (DENSE, SENTENCE, LEXICAL, LATE)

# Chosen on the tune split of eval/gold/gold.jsonl; the late signal is the best alone and counts double.
WEIGHTS: Mapping[str, float] = MappingProxyType({DENSE: 1.0, SENTENCE: 1.0, LEXICAL: 1.0, LATE: 2.0})


@dataclass(frozen=True, slots=True)
class RetrievalSettings:
    """How paragraphs are ranked.

    `weights` are those of the signals in the fused score, 0 switches one off; `fusion` is the rule that joins them; to
    standard scores `title` is added, times the share of the question's words that the title of a document has;
    `understand` whether the documents and places that a question names are followed; `expand` whether short forms are
    spelled out for BM25; `follow` whether paragraphs that the best ones refer to are brought; `depth` how many
    paragraphs an answer's evidence lists.

    `sentence` reads the best `pool_depth` of `dense` and of `lexical`, and `late` the best `late_depth` of those three,
    which are the paragraphs that are ranked. In late interaction a token of a question counts `stop_word_weight` where
    its word is a stop word, else `known_word_weight` and `rarity_weight` for each point of the word's idf.
    """

    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    fusion: Literal["z-scores", "reciprocal ranks"] = "z-scores"
    title: float = 12.0
    understand: bool = True
    expand: bool = True
    follow: bool = True
    depth: int = 20
    pool_depth: int = 300
    late_depth: int = 60
    stop_word_weight: float = 0.3
    known_word_weight: float = 0.5
    rarity_weight: float = 0.25


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How paragraphs are read with the question, where there is a reader.

    The best `paragraphs` are read, of an index of more than `many` the best `paragraphs_of_many`, `at_once` at a time,
    until `at_least` are, of an open question `at_least_open`, and the log-odds of one that it answers reach `enough`.
    One whose log-odds are foretold below `hopeless`, or below `hopeless_beside` once one has reached `enough`, is read
    no further. Of an open question the paragraphs of a section that are at most `beside` away from one of the
    `beside_best` best are read too. These log-odds count `weight` times when they are joined with the score of
    retrieval. Each question that is joined with others in one is read with the best `paragraphs_each` of the whole.
    `near_pointed`, `near_open` and `near_related` stand for those of ChoiceSettings, since chances with a reader lie
    further apart. `reader` is the name of the one that reads, which the answerer fills in.
    All were chosen on the tune questions.
    """

    # On tune little is gained by more than 24 of the five documents or 32 of PDF files, and much by all 60 that are
    # ranked among 50,000 paragraphs (docs/decisions/0007).
    paragraphs: int = 24
    paragraphs_of_many: int = 60
    many: int = 20_000
    paragraphs_each: int = 8
    at_once: int = 2
    at_least: int = 4
    at_least_open: int = 10
    beside: int = 2
    beside_best: int = 3
    enough: float = 1.5
    # On tune 38 of 100 windows are foretold below the first, and none of those that score above 0 at the end; at
    # -5.5 vital facts fall by 0.02 to 0.03.
    hopeless: float = -6.5
    hopeless_beside: float = -3.0
    weight: float = 3.2
    near_pointed: float = 0.45
    near_open: float = 0.1
    near_related: float = 0.25
    reader: str = NO_READER

    def most(self, held: int) -> int:
        """How many paragraphs are read at most where an index has `held`."""
        return self.paragraphs if held <= self.many else self.paragraphs_of_many


@dataclass(frozen=True, slots=True)
class Costs:
    """What somebody who asks loses, in shares of what a wrong answer shown as one costs.

    A wrong figure in a brief costs more than twice the minute it takes to check a passage that is right, and a passage
    that was checked in vain costs little; so an answer is one from a chance of 0.71 on, and nothing is shown below
    0.07. On the tune questions about PDF files nine of ten answers shown then state a vital fact.

    `checking` is the cost of an answer that is shown as a related passage and has to be checked, `in_vain` that of a
    passage checked that does not answer, `missed` that of an answer that is not shown at all.
    """

    wrong: float = 1.0
    checking: float = 0.39
    in_vain: float = 0.04
    missed: float = 0.9

    def state(self, chance: float) -> State:
        """The state that costs least where `chance` is that of an answer."""
        against = 1 - chance
        expected: dict[State, float] = {
            "answers": against * self.wrong,
            "related": chance * self.checking + against * self.in_vain,
            "nothing": chance * self.missed,
        }
        return min(expected, key=expected.__getitem__)


@dataclass(frozen=True, slots=True)
class ChoiceSettings:
    """How the sentences of an answer are chosen, and when there is none.

    `paragraphs` is how many of the best are read. Another sentence than the best is taken where its chance reaches the
    share `near_pointed` of the best one's for a question that one thing answers, `near_open` for an open one, and
    `least` in any case, up to `most_pointed` or `most_open`, `most_each` on each side of a comparison or for each
    question in a question; its chance counts `again` times for each sentence its paragraph has given before it. For
    related passages that share is `near_related` at least, and the likeliest `more_related` of their paragraphs give a
    sentence more, near or not.
    `costs` decide whether they are shown as an answer, as related passages or not at all. `lists` joins lead-in and
    items, `dependence` brings what a sentence leans on, `facets` answers the questions in a question one by one,
    `sections` quotes the section whose heading a question has, `whole` the paragraphs that an open one is answered
    from, as far as they are not too long.
    """

    paragraphs: int = 8
    near_pointed: float = 0.7
    near_open: float = 0.3
    near_related: float = 0.3
    least: float = 0.05
    again: float = 0.85
    most_pointed: int = 2
    most_open: int = 6
    most_each: int = 2
    more_related: int = 2
    costs: Costs = field(default_factory=Costs)
    lists: bool = True
    dependence: bool = True
    facets: bool = True
    sections: bool = True
    whole: bool = True


@dataclass(frozen=True, slots=True)
class WritingSettings:
    """Who writes, which the answerer fills in.

    `writer` is `extractive` or `llm`; `model` and `prompt` are the names of the language model and of its prompt.
    """

    writer: str = EXTRACTIVE
    model: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything about an answer that can be told to be different; `calibration` goes with model and language."""

    retrieval: RetrievalSettings = field(default_factory=RetrievalSettings)
    choice: ChoiceSettings = field(default_factory=ChoiceSettings)
    calibration: Calibration = field(default_factory=calibration_for)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    writing: WritingSettings = field(default_factory=WritingSettings)

    def choosing(self, *, read: bool) -> ChoiceSettings:
        """How sentences are chosen of paragraphs that were `read`, or were not."""
        if not read:
            return self.choice
        reading = self.reading
        return replace(
            self.choice,
            near_pointed=reading.near_pointed,
            near_open=reading.near_open,
            near_related=reading.near_related,
        )


def settings_for(model: str | None) -> Settings:
    """The settings for the embedding model `model`, a name or a folder; None is the packaged one."""
    return Settings(calibration=calibration_for(model))
