"""Names of a sentence that are put together of words that no name of its text has one after the other."""

import re
from collections.abc import Iterator, Mapping, Sequence

from index.search.bm25 import terms
from rag.proof.exchanged import names
from rag.proof.missing import Missing
from rag.proof.source import Source

# Words between two names rather than within one.
_BETWEEN = re.compile(r"\s+(?:and|in|of)\s+(?:the\s+)?")
_SEVERAL = 2


def mixed_names(sentence: str, sources: Sequence[Source], short_forms: Mapping[str, str]) -> tuple[Missing, ...]:
    """The names of several words in `sentence` whose words stand nowhere so in `sources`, in order."""
    runs = [*_runs(sources, short_forms)]
    pieces = (piece for start, end in names(sentence) for piece in _BETWEEN.split(sentence[start:end]))
    return tuple(Missing("name", each) for each in dict.fromkeys(pieces) if not _stands_in(terms(each), runs))


def _runs(sources: Sequence[Source], short_forms: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The stems of each line, of what is known of the texts, and of what their short forms stand for."""
    for source in sources:
        yield from (terms(line.text) for line in source.lines)
        yield from (terms(line) for line in source.about.splitlines())
    text = "\n".join(each for source in sources for each in (source.text, source.about))
    for short, long in short_forms.items():
        if long in text or re.search(rf"\b{re.escape(short)}\b", text):
            yield terms(long)
            yield terms(short)


def _stands_in(words: tuple[str, ...], runs: Sequence[tuple[str, ...]]) -> bool:
    size = len(words)
    return size < _SEVERAL or any(run[at : at + size] == words for run in runs for at in range(len(run) - size + 1))
