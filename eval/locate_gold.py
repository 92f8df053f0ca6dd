"""Questions with the sentences that answer them made gold: `python -m eval.locate_gold QUESTIONS… --index FOLDER`.

Who writes questions by reading documents notes the sentences that answer; here these are looked up in the paragraphs of
an index. A question none of whose sentences is found, or none of whose facts stands in the paragraphs found, is left
out and named.
"""

import json
import re
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.gold.gold import SPLITS, lines_of
from eval.made_file import make_file
from eval.measures.nuggets import comparable
from index.catalogue import document_id
from index.errors import GoldError
from index.store import Index

NONE = "none"
"""The kind of a question that the documents do not answer."""
_KINDS = {"single": "fact", "paraphrased": "fact"}
# A converter lost or cut a part of some sentences; the first or last characters of one stand in no other paragraph.
_ENDS = 50
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class AskedSentences:
    """A question as its writer noted it: the sentences that answer it word for word, and the facts in them.

    A fact has its alternatives; `document` is the id of the document; `after` the questions before it in a thread;
    `also` sentences that are on the same matter and need not be quoted.
    """

    id: str
    question: str
    kind: str
    split: str
    document: str
    sentences: tuple[str, ...]
    facts: tuple[tuple[str, ...], ...]
    answer: str
    after: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def read_asked(path: Path) -> Iterator[AskedSentences]:
    """The questions of a JSON Lines file; GoldError says what is wrong with one."""
    for number, line in lines_of(path):
        try:
            record = json.loads(line)
            facts = tuple(tuple(each.split(" || ")) for each in record["facts"])
            yield AskedSentences(
                record["id"],
                record["question"],
                record["kind"],
                record["split"],
                document_id(Path(f"{record['document']}.pdf")),
                tuple(record["answer_sentences"]),
                facts,
                record["answer"],
                tuple(record.get("after", ())),
                tuple(record.get("also", ())),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GoldError(f"{path}:{number}: no question ({error}); mend the line") from None


class SentenceLocator:
    """Looks sentences up in the paragraphs of an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._documents = {each.id for each in index.documents}
        self._letters = [_letters(ref.text) for ref in index.paragraphs]

    def rows(self, asked: AskedSentences) -> list[list[int]]:
        """For each sentence of `asked` the rows of the paragraphs that hold it; none for one that is not found."""
        return [self._holding(sentence, asked.document) for sentence in asked.sentences]

    def also(self, asked: AskedSentences) -> set[int]:
        """The rows of the paragraphs that are on what is `asked` and need not be quoted."""
        return {row for sentence in asked.also for row in self._holding(sentence, asked.document)}

    def _holding(self, sentence: str, document: str) -> list[int]:
        if document not in self._documents:
            return []
        wanted, rows = _letters(sentence), self.index.rows_of(document)
        whole = [row for row in rows if wanted in self._letters[row]]
        if whole or len(wanted) <= _ENDS:
            return whole
        return [row for row in rows if wanted[:_ENDS] in self._letters[row] or wanted[-_ENDS:] in self._letters[row]]

    def sentences(self, row: int, sentence: str) -> set[int]:
        """Which sentences of the paragraph at `row` are a part of `sentence` or hold it, by their places."""
        wanted = _letters(sentence)
        own = {place: _letters(each) for place, each in enumerate(self.index.sentence_texts(row))}
        return {place for place, each in own.items() if each and (each in wanted or wanted in each)}

    def gold(self, asked: AskedSentences) -> dict[str, Any] | None:
        """The record of a gold question; None where its sentences or facts are not found."""
        answerable = asked.kind != NONE
        found = [rows for rows in self.rows(asked) if rows] if answerable else []
        nuggets = self._nuggets(asked, found) if answerable else []
        if answerable and not (found and nuggets):
            return None
        places = [[self._place(row) for row in rows] for rows in found]
        return {
            "id": asked.id,
            "question": asked.question,
            "kind": _KINDS.get(asked.kind, asked.kind),
            "paraphrased": asked.kind == "paraphrased",
            "split": asked.split,
            "gold": [each for at, each in enumerate(places) if each not in places[:at]],
            "nuggets": nuggets,
            "reference": asked.answer or "The document does not say.",
        } | ({"after": list(asked.after)} if asked.after else {})

    def _nuggets(self, asked: AskedSentences, found: Sequence[Sequence[int]]) -> list[dict[str, Any]]:
        """The facts of `asked`, in those wordings that the paragraphs found have."""
        texts = [" ".join(self.index.paragraphs[row].text.split()) for rows in found for row in rows]
        facts = ([said for each in fact if (said := _as_said(each, texts))] for fact in asked.facts)
        return [{"wordings": wordings, "vital": True} for wordings in facts if wordings]

    def _place(self, row: int) -> dict[str, str]:
        ref = self.index.paragraphs[row]
        return {"document": ref.document.id, "locator": str(ref.locator)}


def _as_said(wording: str, texts: Sequence[str]) -> str | None:
    """`wording` with the capitals that one of `texts` has; None where it stands in none, or as a part of a word."""
    pattern = re.compile(rf"(?<!\w){re.escape(' '.join(wording.split()))}(?!\w)", re.IGNORECASE)
    return next((match[0] for text in texts if (match := pattern.search(text))), None)


def _letters(text: str) -> str:
    """The letters and digits of `text`: converters differ in spaces, hyphens and marks."""
    return _NOT_LETTERS.sub("", comparable(text))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the gold questions to the file that is named, and say which were left out."""
    parser = ArgumentParser(prog="python -m eval.locate_gold", description="Make gold questions of asked sentences.")
    make_file(parser, _lines, arguments)


def _lines(files: Sequence[Path], index: Index) -> tuple[Sequence[str], str]:
    locator = SentenceLocator(index)
    lines, lost = [], []
    for asked in (each for path in files for each in read_asked(path) if each.split in SPLITS):
        record = locator.gold(asked)
        if record is None:
            lost.append(asked.id)
        else:
            lines.append(json.dumps(record, ensure_ascii=False))
    return lines, f"{len(lines)} questions; left out: {', '.join(lost) or 'none'}"


if __name__ == "__main__":
    main()
