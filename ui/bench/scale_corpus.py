"""Documents of any number of paragraphs to measure with: those of `corpus`, then foreign ones."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from index.corpus.read import read_corpus
from index.document import Document, Paragraph
from index.locator import Locator
from index.sentences import sentence_spans

PARAGRAPHS_EACH = 100  # of a foreign document; the five have 18 to 105
_BODIES = ("Board", "Committee", "Commission", "Council", "Working Group")
_YEARS = range(1990, 2026)  # as long as documents have been issued as files
_LONGEST = 1_200  # characters; a foreign paragraph has one passage or two, as those of the five have
_COINED = 0.1  # of paragraphs have a word that no other has: new texts bring new names
_SYLLABLES = "ba den fol gar hin jor kel lum mar nov pel quo ras sil tur vek wan xil yor zem".split()


def documents_of(paragraphs: int, own: Sequence[Path], foreign: Path | None, seed: int = 0) -> list[Document]:
    """Documents with so many paragraphs together: those in the files `own`, then foreign ones.

    Foreign paragraphs are the passages of the BEIR set in the folder `foreign`, each once; where that is not enough, or
    there is no such folder, others are made of their sentences, or of those of `own`. Two calls give the same ones.
    """
    held = [parse.document for parse in read_corpus(own).parses]
    left = paragraphs - sum(len(each.paragraphs) for each in held)
    passages = _passages(foreign) if foreign else [part.text for each in held for part in each.paragraphs]
    texts = islice(_texts(passages, Random(seed), as_they_are=foreign is not None), max(0, left))
    return [*held, *_foreign_documents(texts, Random(seed))]


def _passages(folder: Path) -> list[str]:
    with (folder / "corpus.jsonl").open(encoding="utf-8") as lines:
        texts = [" ".join(json.loads(line)["text"].split()) for line in lines]
    return list(dict.fromkeys(text[:_LONGEST] for text in texts if text))


def _texts(passages: Sequence[str], random: Random, *, as_they_are: bool) -> Iterator[str]:
    """`passages` once if `as_they_are`, then without end texts of their sentences, no two alike."""
    if as_they_are:
        yield from passages
    sentences = [[text[a:b] for a, b in sentence_spans(text)] or [text] for text in passages]
    number = 0
    while True:
        number += 1
        one, other = random.choice(sentences), random.choice(sentences)
        mixed = [*random.sample(one, min(len(one), 2)), *random.sample(other, min(len(other), 2))]
        name = "".join(random.choices(_SYLLABLES, k=4)).capitalize() if random.random() < _COINED else "entry"
        yield f"{' '.join(mixed)[:_LONGEST]} ({name} {number})"


def _foreign_documents(texts: Iterator[str], random: Random) -> Iterator[Document]:
    number = 0
    while held := list(islice(texts, PARAGRAPHS_EACH)):
        number += 1
        body, year = random.choice(_BODIES), random.choice(_YEARS)
        title = f"Report of the {body} on rules and supervision, part {number}"
        headings = (f"{title} ", "I. Introduction", "II. Rules", "III. Supervision", "IV. Conclusions")
        paragraphs = tuple(
            Paragraph(Locator(number=str(place)), text, (headings[1 + (place - 1) * 4 // PARAGRAPHS_EACH],))
            for place, text in enumerate(held, start=1)
        )
        symbol = f"FOR/{year}/{number}"
        yield Document(f"foreign-{number}", title, paragraphs, symbol=symbol, date=f"{year}-06-30", body=body)
