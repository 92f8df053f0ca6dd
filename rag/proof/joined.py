"""What a sentence brings together that its text keeps apart: the beginning of one fact, the end of another."""

from collections.abc import Iterator, Mapping, Sequence

from index.search.bm25 import terms
from rag.proof.exchanged import names
from rag.proof.missing import Missing
from rag.proof.near import clauses, parts
from rag.proof.source import Source

# Words of meaning on each side of a joint: as many as are compared, and as must be there. Chosen on the tune questions.
_REACH = 3
_LEAST = 2
# The share of a sentence, and of a part of it, that one of several paragraphs must have to say it. Chosen likewise.
_ALL = 0.95
_MOST = 0.85


def joined_facts(sentence: str, sources: Sequence[Source], short_forms: Mapping[str, str]) -> tuple[Missing, ...]:
    """The parts of `sentence` that are said of different things in `sources`.

    Those are places on whose two sides are words that no two sentences in a row have together, and, where several
    paragraphs are cited, parts that none of them says alone. Words that no source has are passed over: what they say
    is looked at elsewhere.
    """
    windows = [window for each in sources for window in _windows(each)]
    known = frozenset[str]().union(*windows)
    joints = (joint for clause in clauses(sentence) for joint in _joints(clause, windows, known))
    found = dict.fromkeys((*joints, *_said_by_none(sentence, sources, short_forms)))
    return tuple(Missing("support", each) for each in found)


def _said_by_none(sentence: str, sources: Sequence[Source], short_forms: Mapping[str, str]) -> list[str]:
    """Parts of a sentence whose words and names no one of several sources has."""
    held = [_held(each, short_forms) for each in sources]
    if len(sources) == 1 or any(_share(_known(sentence, held), each) >= _ALL for each in held):
        return []
    return [" ".join(each.split()) for each in parts(sentence) if not _is_said_by_one(each, held)]


def _is_said_by_one(part: str, held: Sequence[frozenset[str]]) -> bool:
    """Whether one source has the names of `part` and most of its words; of a few words nothing is asked."""
    words = _known(part, held)
    named = {stem for start, end in names(part) for stem in _known(part[start:end], held)}
    return len(words) < _REACH or any(_share(words, each) >= _MOST and named <= each for each in held)


def _known(text: str, held: Sequence[frozenset[str]]) -> list[str]:
    """The stems of `text` that one of the sources has."""
    return [each for each in terms(text) if any(each in one for one in held)]


def _held(source: Source, short_forms: Mapping[str, str]) -> frozenset[str]:
    """The stems of a source, of what is known of it and of what its short forms stand for."""
    own = frozenset((*terms(source.text), *terms(source.about)))
    spelled = (form for pair in short_forms.items() if any(each in source.text for each in pair) for form in pair)
    return own.union(*map(terms, spelled))


def _share(words: Sequence[str], held: frozenset[str]) -> float:
    return sum(each in held for each in words) / len(words) if words else 1.0


def _joints(clause: str, windows: Sequence[frozenset[str]], known: frozenset[str]) -> Iterator[str]:
    words = [each for each in terms(clause) if each in known]
    for at in range(_LEAST, len(words) - _LEAST + 1):
        left, right = set(words[max(0, at - _REACH) : at]), set(words[at : at + _REACH])
        if not any(left & each and right & each for each in windows):
            yield " ".join(clause.split())


def _windows(source: Source) -> Iterator[frozenset[str]]:
    """The stems of each line with the one before it, and with what is known of the source."""
    about, before = frozenset(terms(source.about)), frozenset[str]()
    for line in source.lines:
        own = frozenset(terms(line.text))
        yield own | before | about
        before = own
