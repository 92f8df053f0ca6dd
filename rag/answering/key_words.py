"""The words of a sentence that answer a question: the number, date, name or sum that is asked for."""

import re
from collections.abc import Iterable, Sequence

from index.language.english.language import ENGLISH
from index.sentences import Span
from rag.answering.checks.named import country_spans
from rag.question.answer_type import POINTED, AnswerType, answer_type_of, things_held

# Where more of a sentence is key than this, nothing in it stands out.
_MOST = 0.5
_COUNTED_WITHIN = 4  # words after a figure: `234 dedicated national focal points`
_COUNTED = re.compile(ENGLISH.questions.counted, re.IGNORECASE)
_TOKEN = re.compile(r"[^\s\[\]()“”\"]+")
# What ends the words that belong together: `In 2018, 129 States`.
_PARTS = ",;:"
_STOPS = f"{_PARTS}.?!"
_FIGURE = re.compile(r"^[\d.,]*\d%?$")
_CAPITAL = re.compile(r"^[A-Z][\w’'/&-]*$")
_WITH_NAMES = frozenset({AnswerType.PERSON, AnswerType.PLACE, AnswerType.NAME})
_WITH_FIGURES = frozenset({AnswerType.MONEY, AnswerType.SHARE, AnswerType.NUMBER, AnswerType.DATE})


def key_words(question: str, sentence: str) -> tuple[Span, ...]:
    """Where in `sentence` stands what `question` asks for, in order; nowhere where it asks for no one thing.

    >>> key_words("When was it launched?", "It was launched on 3 June 2021, with 12 members.")
    ((19, 30),)
    """
    kind = answer_type_of(question)
    if kind not in POINTED:
        return ()
    spans = _things(kind, question, sentence)
    if kind is AnswerType.NUMBER:
        spans = _counting(question, sentence, spans) or spans
    return tuple(spans) if sum(end - start for start, end in spans) <= _MOST * len(sentence) else ()


def counted_figures(question: str, sentence: str) -> tuple[str, ...]:
    """The figures of `sentence` that count what `question` wants to have counted; none where it asks for no number."""
    if answer_type_of(question) is not AnswerType.NUMBER:
        return ()
    spans = _counting(question, sentence, _things(AnswerType.NUMBER, question, sentence))
    return tuple(sentence[start:end] for start, end in spans)


def _things(kind: AnswerType, question: str, sentence: str) -> list[Span]:
    """Where in `sentence` stand things of that kind, whole."""
    tokens = [match.span() for match in _TOKEN.finditer(sentence)]
    places = _grown(_held(kind, tokens, sentence, question), tokens, sentence, kind)
    return [span for span in _joined(places, tokens, sentence) if _is_thing(sentence[slice(*span)], kind)]


def _counting(question: str, sentence: str, spans: list[Span]) -> list[Span]:
    """Those of `spans` that stand before what `question` wants to have counted."""
    asked = _COUNTED.search(question)
    things = frozenset(map(_singular, asked["things"].lower().split())) if asked else frozenset()
    return [span for span in spans if not things.isdisjoint(_following(sentence[span[1] :]))]


def _following(rest: str) -> list[str]:
    """The words that follow a figure and may be what it counts, in the singular: `400 ISIL (Da’esh) fighters`."""
    own = re.split(r"[,;:.\d]", rest.lower(), maxsplit=1)[0]
    return [_singular(each) for each in re.findall(r"[\w’'-]+", own)[:_COUNTED_WITHIN]]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _is_thing(words: str, kind: AnswerType) -> bool:
    """Whether `words` are a thing of that kind; one capital does not make a name: `States`, `Convention`."""
    return kind is not AnswerType.NAME or " " in words or words.isupper()


def _held(kind: AnswerType, tokens: Sequence[Span], sentence: str, question: str) -> list[int]:
    """The places of the tokens that show a thing of that kind."""
    things = country_spans(sentence) if kind is AnswerType.COUNTRY else things_held(kind, sentence, question)
    return [
        at
        for at, (start, end) in enumerate(tokens)
        if any(start < other and end > one for one, other in things) and not _is_month(sentence[start:end], kind)
    ]


def _is_month(word: str, kind: AnswerType) -> bool:
    """Whether a capital is that of a month, which is no name."""
    return kind in _WITH_NAMES and word.rstrip(_STOPS) in ENGLISH.months


def _grown(held: Iterable[int], tokens: Sequence[Span], sentence: str, kind: AnswerType) -> list[int]:
    """The tokens `held` and those beside them that belong to the same figure, date or name."""
    found = set(held)
    for at in sorted(found):
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(tokens) and _belongs(near, step, tokens, sentence, kind):
                found.add(near)
                near += step
    return sorted(found)


def _belongs(near: int, step: int, tokens: Sequence[Span], sentence: str, kind: AnswerType) -> bool:
    """Whether the token `near` goes with the one beside it, on the side that `step` comes from."""
    first = sentence[slice(*tokens[min(near, near - step)])]
    word = sentence[slice(*tokens[near])].rstrip(_STOPS)
    # `H.E. Mr. A.`
    if first[-1] in (_PARTS if kind is AnswerType.PERSON else _STOPS):
        return False
    if kind in _WITH_NAMES:
        return near > 0 and not _is_month(word, kind) and _CAPITAL.match(word.replace(".", "")) is not None
    return kind in _WITH_FIGURES and _FIGURE.match(word) is not None


def _joined(places: Sequence[int], tokens: Sequence[Span], sentence: str) -> list[Span]:
    """The characters of the tokens at `places`, those in a row as one, without the punctuation after them."""
    spans: list[Span] = []
    before = -1
    for at in places:
        start, end = tokens[at]
        if spans and before == at - 1 and sentence[spans[-1][1] - 1] not in _PARTS:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        before = at
    return [(start, start + len(sentence[start:end].rstrip(_STOPS))) for start, end in spans]
