"""Every paragraph that holds some words: all of them, in any order; those in quotation marks as they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.sentences import Span
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.searching.finding import spans_of

_PHRASE = LatePattern(r"[“\"„«](?P<phrase>[^”“\"„»]+)[”\"“»]")
_TOKEN = LatePattern(r"\w+")


@dataclass(frozen=True, slots=True)
class SearchedWords:
    """What is searched for: single `words`, and `phrases` that must stand as they are."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, index: Index) -> "SearchedWords":
        """What `text` searches for; words that say nothing, such as `the`, are left out of the single ones."""
        phrases = [phrase for found in _PHRASE.finditer(text) if (phrase := " ".join(found["phrase"].split()))]
        words = [each for each in _PHRASE.sub(" ", text).split() if index.lexical.terms(each)]
        return cls(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(phrases)))

    def __str__(self) -> str:
        return " ".join((*self.words, *(f"“{each}”" for each in self.phrases)))

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases)


def mentioning(searched: SearchedWords, rows: Sequence[int], index: Index) -> list[int]:
    """Those of `rows` whose paragraphs hold all that is `searched`, in their text and not only in the titles above it.

    Words are held in any number and form of theirs; one that stands in no paragraph is looked for with its hyphens
    aside: `anticorruption` finds `anti-corruption`.
    """
    found = list(rows) if searched else []
    for word in searched.words:
        found = _holding(word, found, index)
    for phrase in searched.phrases:
        found = [row for row in found if spans_of(phrase, index.paragraphs[row].text)]
    return found


def marks(searched: SearchedWords, text: str, index: Index) -> tuple[Span, ...]:
    """Where `text` holds what is `searched`, in order."""
    tokens = [(match.span(), frozenset(index.lexical.terms(match[0]))) for match in _TOKEN.finditer(text)]
    spans = [span for phrase in searched.phrases for span in spans_of(phrase, text)]
    for word in searched.words:
        wanted = frozenset(index.lexical.terms(word))
        spans += [span for span, stems in tokens if wanted & stems] or spans_of(word, text)
    return tuple(sorted(set(spans)))


def best_sentence(row: int, spans: Iterable[Span], index: Index) -> Span:
    """The sentence of the paragraph at `row` with the most of `spans`, the first where several have as many."""
    marked = tuple(spans)
    sentences = [span for span in index.sentence_spans(row) if span[0] < span[1]]
    text = index.paragraphs[row].text

    def held(sentence: Span) -> int:
        return len({text[a:b].lower() for a, b in marked if sentence[0] <= a < sentence[1]})

    return max(sentences, key=held, default=(0, len(text)))


def _holding(word: str, rows: Sequence[int], index: Index) -> list[int]:
    wanted = frozenset(index.lexical.terms(word))
    found = [
        row for row in index.rows_with(word, rows) if wanted.issubset(index.lexical.terms(index.paragraphs[row].text))
    ]
    return found or [row for row in rows if spans_of(word, index.paragraphs[row].text)]
