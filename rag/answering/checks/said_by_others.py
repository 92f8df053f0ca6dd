"""Sentences that are the words of another country than the one whose words a question asks for: `France asked …`."""

from collections.abc import Iterable, Iterator

from index.language.english.sayings import SPEAKING
from index.text.late_patterns import LatePattern
from rag.answering.checks.named import country_spans, named_in, plain
from rag.answering.speakers import is_said_by

# `Thailand appreciated`, `Switzerland remained`: whoever begins a sentence so has the floor.
_ARTICLE = LatePattern(r"(?:The )?$")
_SPEAKS = LatePattern(rf"(?: \([^()]{{1,80}}\))?(?: {SPEAKING.adverbs})* (?!{SPEAKING.done_to}\b)[a-z]+ed\b")
# Whose it is, a report does not say again: it is that of the State that is reviewed, or that has the floor.
_DELEGATION = LatePattern(rf"\b[Tt]he delegation(?! {SPEAKING.for_whom}\b)")


def names_of_country(speaker: str) -> frozenset[str]:
    """All names, in plain words, of the country that `speaker` is; none where that is somebody else."""
    named = [each for each in named_in(speaker) if each.kind == "country"]
    return named[0].forms if len(named) == 1 and plain(named[0].words) == plain(speaker) else frozenset()


def said_by_others(sentences: Iterable[str], countries: frozenset[str]) -> Iterator[bool]:
    """Whether each of the `sentences` of a paragraph, in order, is what a country says that is none of `countries`.

    What follows the words of one is its own too until another has the floor, or the delegation that a report is about.
    """
    has_floor = False
    for each in sentences:
        speaks = _speaking(each)
        if speaks and countries.isdisjoint(speaks):
            has_floor = True
        elif speaks or _DELEGATION.search(each):
            has_floor = False
        yield has_floor


def _speaking(sentence: str) -> frozenset[str]:
    """The countries that say what `sentence` says, in plain words."""
    spans = country_spans(sentence)
    named = [(start, end, sentence[start:end]) for start, end in spans]
    return frozenset(
        plain(name)
        for start, end, name in named
        if is_said_by(sentence, "", name) or (_ARTICLE.match(sentence[:start]) and _SPEAKS.match(sentence[end:]))
    )
