"""Examples that an embedding model learns from: `python -m eval.encoder_examples QUESTIONS… --index FOLDER`.

Each question of the split TRAIN is asked of the index. What retrieval finds becomes the example's passages, but for
documents that have questions of other splits, and the packaged reader says how likely each answers. With `--beir
FOLDER` examples are made of a set in BEIR format. `--output FILE` names the file.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import inf
from pathlib import Path
from random import Random
from sys import maxsize

from eval.beir.beir_examples import beir_examples
from eval.beir.beir_set import load_beir
from eval.examples import answering_rows
from eval.locate_gold import AskedSentences, SentenceLocator, read_asked
from eval.made_file import write_made
from index.embedding.base import Embedder
from index.embedding.packaged import UNTUNED_NAME
from index.embedding.registry import load_embedder
from index.embedding.train.examples import Example, Passage
from index.folder.load import load_index
from index.store import Index
from index.training.examples import write_line
from rag.answer import Hit
from rag.answerer import Answerer
from rag.reader.base import TO_THE_END, Reader
from rag.reader.onnx_reader import OnnxReader
from rag.reader.paragraphs import ParagraphReader
from rag.reader.registry import FOLDER, PACKAGED, check_packaged
from rag.settings import Settings, settings_for

TRAIN = "train"
UN = "un"
"""The source of examples that are made of an index."""
_DEPTH = 40  # paragraphs found, twice as many as an answer's evidence lists, of which few answer


class ExampleMaker:
    """Makes examples of questions about the documents of an index."""

    def __init__(self, index: Index, embedder: Embedder, reader: Reader, settings: Settings) -> None:
        retrieval = replace(settings.retrieval, depth=_DEPTH)
        # Every one is read, and to the end.
        reading = replace(
            settings.reading,
            paragraphs=maxsize,
            at_once=_DEPTH,
            enough=inf,
            hopeless=TO_THE_END,
            hopeless_beside=TO_THE_END,
        )
        self._index = index
        self._locator = SentenceLocator(index)
        self._answerer = Answerer(index, embedder, replace(settings, retrieval=retrieval))
        self._reader = ParagraphReader(index, reader, self._answerer.retriever.glossary, reading)

    def examples(self, asked: Sequence[AskedSentences]) -> Iterator[Example]:
        """The examples of those of the split TRAIN whose sentences are found, without documents of other splits."""
        others = {each.document for each in asked if each.split != TRAIN}
        for each in asked:
            if each.split != TRAIN or each.document in others:
                continue
            if right := answering_rows(each, self._locator):
                yield self._example(each, right, others)

    def _example(self, asked: AskedSentences, right: Mapping[int, set[int]], others: set[str]) -> Example:
        question, evidence = self._answerer.evidence(asked.question)
        hits = [hit for hit in evidence.hits if hit.document not in others]
        found = {hit.row for hit in hits}
        hits += [self._hit(row) for row in right if row not in found]
        read = self._reader.read(question, evidence.encoded, hits)
        passages = (
            Passage(text, hit.row in right, sentence, round(read[hit.row].answers, 3))
            for hit in hits
            for text, sentence in self._parts(hit.row, right.get(hit.row))
        )
        return Example(question.topic, UN, tuple(passages))

    def _hit(self, row: int) -> Hit:
        paragraph = self._index.paragraphs[row]
        return Hit(row, paragraph.document.id, paragraph.locator, 0.0)

    def _parts(self, row: int, right: set[int] | None) -> list[tuple[str, str]]:
        """Passages of a paragraph with a sentence each: those with its `right` sentences, else one by chance."""
        text = self._index.paragraphs[row].text
        spans = self._index.dense.passages([row]).spans.tolist()
        sentences = self._index.sentence_spans(row)
        if right is None:
            random = Random(f"{row}")
            start, end = random.choice(spans)
            return [(text[start:end], text[slice(*random.choice(sentences or [(0, 0)]))])]
        found = []
        for begin, to in (sentences[place] for place in sorted(right)):
            # A sentence that is cut belongs where most of it stands.
            start, end = max(spans, key=lambda span: min(span[1], to) - max(span[0], begin))
            found.append((text[start:end], text[begin:to]))
        return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the examples to the file that is named."""
    parser = ArgumentParser(prog="python -m eval.encoder_examples", description="Make examples for an embedding model.")
    parser.add_argument("files", nargs="*", type=Path, metavar="QUESTIONS")
    parser.add_argument("--index", type=Path, help="the index of the documents that they are of")
    parser.add_argument("--beir", type=Path, metavar="FOLDER", help="a BEIR set, in place of questions")
    parser.add_argument("--split", default=TRAIN, help="whose qrels of a BEIR set are used")
    parser.add_argument("--most", type=int, default=6000, help="questions that are taken of a BEIR set")
    parser.add_argument("--seed", type=int, default=1, help="by which these are drawn")
    parser.add_argument("--output", type=Path, required=True)
    given = parser.parse_args(arguments)
    if bool(given.files) != bool(given.index) or bool(given.files) == bool(given.beir):
        parser.error("name either QUESTIONS and their --index, or a set with --beir")
    write_made(given.output, partial(_lines, given))


def _lines(given: Namespace) -> tuple[Sequence[str], str]:
    check_packaged(FOLDER)
    reader = OnnxReader(FOLDER, PACKAGED)
    if given.beir:
        beir = load_beir(given.beir, given.split)
        made = beir_examples(beir, load_embedder(UNTUNED_NAME), reader, given.most, given.seed)
        count = len(beir.questions)
    else:
        asked = [each for path in given.files for each in read_asked(path)]
        index = load_index(given.index)
        embedder = load_embedder(index.manifest.model)
        made = ExampleMaker(index, embedder, reader, settings_for(embedder.name)).examples(asked)
        count = len(asked)
    lines = [write_line(each) for each in made]
    return lines, f"{len(lines)} examples of {count} questions"


if __name__ == "__main__":
    main()
