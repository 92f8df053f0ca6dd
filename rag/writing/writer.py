"""Answers in a language model's words, each sentence proved; the documents' own words where the model is no help."""

from collections.abc import Sequence
from dataclasses import replace

from index.errors import LanguageModelError
from index.text.wording import counted
from rag.answer import WRITTEN, ModelRun, Statement
from rag.answering.writer import AnswerWriter, Draft, Evidence
from rag.proof.prove import Prover
from rag.question.analyse import QuestionAnalysis
from rag.settings import WritingSettings
from rag.writing.language_model import LanguageModel
from rag.writing.marks import Reply, read_reply
from rag.writing.prompt import Prompt, prompt_for, prompt_name
from rag.writing.proving import Outcome, SentenceProver

PARAGRAPHS = 10
"""How many paragraphs a model is given at most; what the recorded replies were asked with."""
# Of a model's sentences, how many must be proved for its words to be shown at all.
_LEAST_PROVED = 0.5
_SHOWN_INSTEAD = "Shown instead are the documents' own words."


def writing_settings(model: LanguageModel) -> WritingSettings:
    """What the settings of an answer say where `model` writes."""
    return WritingSettings(WRITTEN, model.name, prompt_name())


class ProvedWriter:
    """Has `model` write, and shows what `prover` finds proved; `otherwise` writes where that is too little."""

    mode = WRITTEN

    def __init__(self, model: LanguageModel, prover: Prover, otherwise: AnswerWriter) -> None:
        self._model = model
        self._prover = prover
        self._otherwise = otherwise

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The sentences of the model that are proved; nothing where it found no answer."""
        rows = [each.row for each in evidence.hits[:PARAGRAPHS]]
        prompt = prompt_for(question.text, rows, evidence.index, self._model.most_tokens)
        run = ModelRun(self._model.name, prompt_name())
        try:
            reply = read_reply(self._model.reply(prompt)) if prompt.rows else Reply((), not_found=True)
        except LanguageModelError as error:
            return self._instead(question, evidence, replace(run, failure=str(error)))
        if reply.not_found:
            return Draft("nothing", mode=self.mode, language_model=run)
        if not reply.sentences:
            failure = f"the language model {self._model.name} wrote no sentence"
            return self._instead(question, evidence, replace(run, failure=failure))
        return self._proved(question, evidence, reply, prompt, run)

    def _proved(
        self, question: QuestionAnalysis, evidence: Evidence, reply: Reply, prompt: Prompt, run: ModelRun
    ) -> Draft:
        prover = SentenceProver(self._prover, evidence.index, prompt.rows)
        outcomes = [prover.outcome(each) for each in reply.sentences]
        run = _counted(run, outcomes)
        statements = _once(outcomes)
        if run.proved + run.recited < _LEAST_PROVED * run.sentences:
            unproved = run.sentences - run.proved - run.recited
            failure = f"{unproved} of {counted(run.sentences, 'sentence')} of the language model could not be proved"
            draft = self._instead(question, evidence, replace(run, failure=failure))
            # What the model cites is worth more than what is only near the question.
            if draft.state == "answers" or not statements:
                return draft
        is_whole = run.proved + run.recited == run.sentences
        sure = min(each.proof.support for each in statements if each.proof)
        return Draft(
            "answers" if is_whole else "related",
            statements,
            sure,
            remark=_remark(run, outcomes),
            mode=self.mode,
            language_model=run,
        )

    def _instead(self, question: QuestionAnalysis, evidence: Evidence, run: ModelRun) -> Draft:
        """The draft of the other writer, with the line that says why."""
        draft = self._otherwise.write(question, evidence)
        said = f"{(run.failure or '')[:1].upper()}{(run.failure or '')[1:]}. {_SHOWN_INSTEAD}"
        if draft.statements:
            draft = replace(draft, remark=" ".join(each for each in (said, draft.remark) if each))
        else:
            draft = replace(draft, reason=" ".join(each for each in (said, draft.reason) if each))
        return replace(draft, mode=draft.mode or self._otherwise.mode, language_model=run)


def _counted(run: ModelRun, outcomes: Sequence[Outcome]) -> ModelRun:
    kinds = [each.kind for each in outcomes]
    return replace(
        run,
        sentences=len(kinds),
        proved=kinds.count("proved"),
        recited=kinds.count("re-cited"),
        replaced=kinds.count("replaced"),
        left_out=kinds.count(None),
    )


def _once(outcomes: Sequence[Outcome]) -> tuple[Statement, ...]:
    """The statements, one that replaces several sentences once."""
    return tuple({each.text: each for outcome in outcomes for each in outcome.statements}.values())


def _remark(run: ModelRun, outcomes: Sequence[Outcome]) -> str | None:
    """What became of the model's sentences that are not shown as it wrote them; None where there are none."""
    said = []
    if run.replaced:
        said.append(f"{run.replaced} replaced by the document's words")
    if run.left_out:
        said.append(f"{run.left_out} left out")
    unknown = dict.fromkeys(mark for each in outcomes for mark in each.unknown)
    lines = []
    if said:
        unproved = run.replaced + run.left_out
        lines.append(f"{unproved} of {counted(run.sentences, 'sentence')} could not be proved: {', '.join(said)}.")
    if unknown:
        lines.append(f"The language model cited {', '.join(f'[{each}]' for each in unknown)}, which it was not given.")
    return " ".join(lines) or None
