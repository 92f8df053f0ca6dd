"""Whether a sentence is of the sort a question asks for: a definition of its term, the words of its speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.store import Index
from rag.answering.defining import PARTLY, asks_for_long_form, defines, spells_out, term_of
from rag.answering.extractive.candidate import Candidate
from rag.answering.speakers import asked_speaker, is_said_by, speaker_label
from rag.question.words.acronyms import Glossary


@dataclass(frozen=True, slots=True)
class AskedFor:
    """The term whose definition a question asks for and the speaker whose words, each with what else it is called."""

    term: str | None
    term_forms: tuple[str, ...]
    long_form: bool
    speaker: str | None
    speaker_forms: tuple[str, ...]

    @classmethod
    def by(cls, question: str, glossary: Glossary) -> "AskedFor":
        """What `question` asks for; the forms are those of `glossary`."""
        term, speaker = term_of(question), asked_speaker(question)
        return cls(
            term,
            glossary.other_forms(term) if term else (),
            asks_for_long_form(question),
            speaker,
            glossary.other_forms(speaker) if speaker else (),
        )

    def defining(self, sentences: Sequence[Candidate]) -> list[float]:
        """For each sentence how far it defines the term, 0 to 1; 0 where none is asked for."""
        return [self.defines(each.text) for each in sentences]

    def defining_first(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """`chosen` with those first that define the term, if one is asked for, whatever else names it more plainly."""
        return sorted(chosen, key=lambda each: self.defines(each.text) < 1)

    def saying(self, sentences: Sequence[Candidate], index: Index) -> list[float]:
        """For each sentence 1 where the speaker says it, -1 where somebody else does; 0 where that is not told.

        Where the speaker says none of them, who said the others tells nothing: a text may call the speaker otherwise.
        """
        if self.speaker is None:
            return [0.0] * len(sentences)
        said = [self._says(each, self.speaker, index) for each in sentences]
        return said if 1.0 in said else [0.0] * len(sentences)

    def defines(self, sentence: str) -> float:
        """How far `sentence` defines the term or, where that is asked for, spells it out, 0 to 1."""
        if self.term is None:
            return 0.0
        told = defines(sentence, self.term, self.term_forms)
        if not spells_out(sentence, self.term, self.term_forms):
            return told
        return 1.0 if self.long_form else max(told, PARTLY)

    def _says(self, sentence: Candidate, speaker: str, index: Index) -> float:
        label = speaker_label(index, sentence.ref.row)
        said = is_said_by(sentence.text, sentence.ref.text[: sentence.start], speaker, label, self.speaker_forms)
        return 0.0 if said is None else 1.0 if said else -1.0
