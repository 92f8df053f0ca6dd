"""Examples that a reader learns from: `python -m eval.examples QUESTIONS… --index FOLDER --output FILE`.

Each question is asked of the index, and what was found for it becomes its windows, as a reader is given them. Which of
them answer is told by the sentences that the writer of the question noted.
"""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.locate_gold import NONE, AskedSentences, SentenceLocator, read_asked
from eval.made_file import make_file
from index.embedding.registry import load_embedder
from index.store import Index
from index.training.examples import write_line
from rag.answerer import Answerer
from rag.reader.paragraphs import ParagraphWindows, paragraph_window
from rag.reader.train.examples import Example, Passage
from rag.reader.windows import Wanted, Window


def examples(asked: Sequence[AskedSentences], locator: SentenceLocator, answerer: Answerer) -> Iterator[Example]:
    """The examples of those questions whose sentences are found, or that have none."""
    for each in asked:
        right = {} if each.kind == NONE else answering_rows(each, locator)
        if not right and each.kind != NONE:
            continue
        question, evidence = answerer.evidence(each.question)
        windows = ParagraphWindows(locator.index, question, evidence.encoded, answerer.retriever.glossary)
        # What is on the matter too is neither right nor wrong.
        unsure = locator.also(each).difference(right)
        rows = [row for row in dict.fromkeys([*(hit.row for hit in evidence.hits), *right]) if row not in unsure]
        passages: list[Passage] = []
        for row in rows:
            window = windows.window(row)
            passages.append(_passage(window, right.get(row, set())))
            if right.get(row) and not passages[-1].answers:
                passages.append(_passage(_around(locator.index, row, right[row]), right[row]))
        yield Example(question.text, each.split, tuple(passages))


def answering_rows(asked: AskedSentences, locator: SentenceLocator) -> dict[int, set[int]]:
    """The sentences that answer, by the rows of their paragraphs."""
    found: dict[int, set[int]] = {}
    for sentence, rows in zip(asked.sentences, locator.rows(asked), strict=True):
        for row in rows:
            found.setdefault(row, set()).update(locator.sentences(row, sentence))
    return {row: sentences for row, sentences in found.items() if sentences}


def _passage(window: Window, right: set[int]) -> Passage:
    """`window` with its sentences marked that are among the `right` ones of its paragraph."""
    marks = tuple(int(each in right) for each in window.sentences)
    return Passage(window.text, window.spans, any(marks), marks)


def _around(index: Index, row: int, right: set[int]) -> Window:
    """The window of a paragraph that has its first right sentence."""
    worth = [float(place == min(right)) for place in range(len(index.sentence_spans(row)))]
    return paragraph_window(index, row, Wanted({}, index.lexical.terms), worth)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the examples to the file that is named."""
    parser = ArgumentParser(prog="python -m eval.examples", description="Make examples for a reader.")
    make_file(parser, _lines, arguments)


def _lines(files: Sequence[Path], index: Index) -> tuple[Sequence[str], str]:
    asked = [each for path in files for each in read_asked(path)]
    made = examples(asked, SentenceLocator(index), Answerer(index, load_embedder()))
    lines = [write_line(each) for each in made]
    return lines, f"{len(lines)} examples of {len(asked)} questions"


if __name__ == "__main__":
    main()
