"""Sentences that cannot be read alone, and what each leans on.

A sentence leans on what stands before it by its opening (`It was established in 2004`, `In this regard`), by a noun
that it takes for known (`these funds`, `the asset recovery framework of this country`), or by a subject in short where
an earlier sentence has it in full (`The Network is hosted by …` after `the Camden Asset Recovery Inter-Agency
Network`). The rules are those of English, not of any document.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from index.text.late_patterns import LatePattern

BEFORE: Final = -1
"""Where that stands on which the first of some sentences leans: before them."""

Leaning = Callable[[Sequence[str], int], Sequence[int]]
"""Where that stands on which a sentence leans, as `leaning` tells it."""

_CHAIN = 2  # sentences that one may bring with it
_FURTHEST = 4  # paragraphs back that a resolution is looked for

_CONNECTIVES = (
    "However|Moreover|Furthermore|Further|Additionally|In addition|In particular|Also|Likewise|Similarly|Thus|"
    "Therefore|Hence|Consequently|Accordingly|Nevertheless|Nonetheless|First|Second|Third|Firstly|Secondly|Thirdly|"
    r"Lastly|Finally|Subsequently|To (?:that|this) end|Following that|In conclud\w+|In conclusion|For example|"
    r"For instance|As an example|As of [^,]+|In (?:that|this) (?:regard|respect|context|connection)"
)
# What may stand before the word that leans: the mark of a list item, a connective.
_OPENING = rf"(?:\([a-z]+\) )?(?:(?:{_CONNECTIVES}),? )?"
_PERSONS = (
    "panellist|representative|speaker|delegate|delegation|observer|expert|coordinator|moderator|presenter|facilitator|"
    "rapporteur|president|chair|chairperson|director|minister|ambassador"
)
# Offices with a capital (`the President`) are known without a sentence that introduces them.
_PERSON = LatePattern(rf"(?i:{_OPENING}(?:he|she|his|her)\b)|(?i:{_OPENING}the) (?:{_PERSONS})\b(?! (?:of|from|for)\b)")
# `A panellist from Chile`, `one speaker`, `the representative of Chile`, `Mr. Sow`; not `the former president of the
# country`, which names nobody.
_INTRODUCES_PERSON = LatePattern(
    rf"\b(?i:an?|one|another) (?:[\w/-]+ ){{0,4}}?(?i:{_PERSONS})\b"
    rf"|\b[Tt]he (?:[\w/-]+ ){{0,3}}?(?i:{_PERSONS}) (?:of|from|for) (?:the )?[A-Z]"
    r"|\b(?:Mr|Ms|Mrs|Dr|H\.E)\.? [A-Z]"
)
_BE = (
    "(?:is|was|has been|had been|will be|would be|may be|might be|could be|should be|must be|seems|appears|remains|"
    "remained)"
)
# `It was noted that …`, `it is necessary to …`: the word stands for what follows.
_EXPLETIVE = (
    rf"(?! {_BE}(?: \w+){{0,3}}? (?:that|whether|how)\b)"
    rf"(?! {_BE}(?: (?:also|further|often|generally|therefore|thus|more|most))? "
    r"(?:necessary|essential|possible|impossible|useful|crucial|vital|difficult|easy|desirable|appropriate|advisable|"
    r"important|critical|imperative|reasonable|helpful|urgent|clear|evident|noted|highlighted|emphasized|stressed|"
    r"recalled|suggested|considered|recommended|expected|hoped)\b)"
)
# Nouns of a document for itself and for the time and place it was written in: `this report`, `this year`.
_ITSELF = (
    "report|note|document|paper|letter|review|publication|text|draft|resolution|decision|convention|charter|covenant|"
    "agreement|protocol|treaty|statute|article|chapter|section|part|annex|appendix|table|figure|box|paragraph|"
    "subparagraph|item|agenda|meeting|session|organization|assembly|council|committee|commission|year|month|week|day|"
    "decade|century|time|moment|point|stage|juncture|world"
)
_PRONOUN = LatePattern(
    rf"{_OPENING}(?:it\b{_EXPLETIVE}|(?:its|they|their|those|such|that)\b|this\b(?! (?:{_ITSELF})\b)|these\b"
    r"|both\b(?! (?:the|an?) .*\band\b)(?!(?: [\w’'-]+){1,2} and\b)"
    r"|the (?:latter|former)\b(?! [a-z]+ (?:of|in|from)\b))",
    re.IGNORECASE,
)
_TURNS_BACK = LatePattern(
    r"(?:In (?:that|this) (?:regard|respect|context|connection)|In (?:these|those|such) cases|At the same time|"
    r"As a result|As such|Following that|To (?:that|this) end|(?:In|By) (?:doing|so doing)(?: so)?|To do so|"
    r"For (?:example|instance)|As an example|Against (?:that|this) background)\b"
)
# Nouns of phrases (`in this regard`) that take up what the same sentence said, unless they open it.
_OF_PHRASES = frozenset(
    "regard respect context connection end purpose way manner effect vein sense basis reason extent light kind type "
    "sort opportunity".split()
)
# Nouns for anything that was said, by the same sentence where that has said much.
_FOR_ANYTHING = frozenset(
    "issue issues matter matters question questions topic topics subject subjects area areas field fields problem "
    "problems approach aspect aspects".split()
)
_MUCH = 12  # words
_FUNCTION_WORDS = frozenset(
    "a an the and or nor but of in on at to by for from with without within into onto upon under over between among "
    "through during after before against about as than then so that which who whom whose when where while whether if "
    "is was are were be been being has have had do does did will would shall should may might can could must not no "
    "also only both either each all any some more most other others it they he she we its their his her our there "
    "here per via including inter alia etc".split()
)
_POINTING = LatePattern(
    r"\b(?:(?P<near>this|these|such(?: an?)?)|(?P<far>the (?:said|aforementioned|aforesaid|above-?mentioned|foregoing))"
    r"|(?:of|in|for|by|to|from|with|on|at|under|during|through|after|before|within|against) that|those)"
    r"(?P<nouns>(?: [\w’'-]+){1,4})",
    re.IGNORECASE,
)
_RELATIVES = frozenset(("that", "which", "who", "whose"))
# `those funds`, not `those of` or `those involving minors`
_IS_PLURAL = LatePattern(r"^(?!\w+(?:ing|ed)\b).*s$")
_IS_ITSELF = LatePattern(_ITSELF)
_AUXILIARIES = (
    "is|are|was|were|has|have|had|will|would|shall|should|may|might|can|could|must|do|does|did|also|then|further|"
    "currently|now|therefore|thus"
)
_NO_OBJECT = "in|by|to|for|from|on|at|with|through|under|during|above|below"
# `The tool is`, `The tool integrates features`, `The meeting agreed that`; not `The focal points are` or `The assets
# returned by`.
_VERB = (
    rf"(?:(?:{_AUXILIARIES})\b|[a-z]+s\b(?=[ ]\w)(?! (?:{_AUXILIARIES}|(?!to\b)(?:{_NO_OBJECT})|of|and|or|\w+ed)\b)"
    rf"|\w+ed\b(?! (?:{_NO_OBJECT})\b))"
)
# Known without a sentence that introduces them.
_STANDING = "secretariat|report|note|document|paper|review"
_SUBJECT = LatePattern(
    rf"(?:{_OPENING}The|[A-Z][^,]{{0,60}}, the(?= [a-z])) (?:[\w-]+ of the )?(?!(?:{_STANDING})\b)"
    rf"(?:(?P<phrase>[\w-]+(?: [\w-]+){{0,2}}?) {_VERB}|(?P<name>[A-Z][\w-]+) [a-z]+s\b)"
)
# `The decision was followed by …`: what was just spoken of, in other words.
_SPOKEN_OF = LatePattern(rf"The (?!(?:{_STANDING})\b)[a-z]+ {_VERB}")
_IN_QUESTION = LatePattern(r"\b(?:[Tt]he) (?P<noun>[\w-]+) (?:in question|concerned)\b")

_NUMBERED = "resolution|decision|recommendation|directive|regulation|judgment"
# `In the same resolution` leans on the nearest sentence before that names one, often in the paragraph before.
_SAME_TEXT = LatePattern(
    rf"(?:^{_OPENING}In (?:that|the)|\b(?:in|under|by|of|with) the same) (?:{_NUMBERED})\b", re.IGNORECASE
)
_NAMES_TEXT = LatePattern(rf"\b(?:{_NUMBERED})s? [\w./-]*\d", re.IGNORECASE)


def leaning(sentences: Sequence[str], place: int) -> tuple[int, ...]:
    """Where that stands on which `sentences[place]` leans: earlier places, or BEFORE all; none where it leans on none.

    `sentences` are those of one paragraph. First comes what its opening or its subject needs, then what a noun needs.
    """
    said = sentences[place]
    found = [*opening(sentences, place)]
    if not found:
        found += _introduced(sentences, place)
    if match := _IN_QUESTION.search(said):
        found.append(_nearest(sentences, place, re.compile(_alike(match["noun"]), re.IGNORECASE)))
    elif nouns := next(_taken_for_known(said), None):
        found.append(_nearest(sentences, place, re.compile("|".join(map(_alike, nouns)), re.IGNORECASE)))
    return tuple(dict.fromkeys(found))


def opening(sentences: Sequence[str], place: int) -> tuple[int, ...]:
    """Where that stands which `sentences[place]` opens by taking up, as in `It was` or `In this regard`, if it does."""
    said = sentences[place]
    if _PERSON.match(said):
        return (_nearest(sentences, place, _INTRODUCES_PERSON),)
    if leans_on_resolution(said):
        return (next((at for at in range(place - 1, -1, -1) if _NAMES_TEXT.search(sentences[at])), BEFORE),)
    return (place - 1,) if _PRONOUN.match(said) or _TURNS_BACK.match(said) else ()


def antecedents(sentences: Sequence[str], place: int, leans: Leaning = leaning) -> list[int]:
    """The places in `sentences` of those that `sentences[place]` needs before it, in order; at most two."""
    needed: list[int] = []
    waiting = [place]
    while waiting and len(needed) < _CHAIN:
        earlier = [at for at in leans(sentences, waiting.pop(0)) if at != BEFORE and at not in needed]
        needed += earlier[: _CHAIN - len(needed)]
        waiting += earlier
    return sorted(needed)


def leans_on_resolution(sentence: str) -> bool:
    """Whether `sentence` speaks of `the same resolution` or the like without having named one."""
    match = _SAME_TEXT.search(sentence)
    return match is not None and not _NAMES_TEXT.search(sentence, 0, match.start())


def resolution_before(paragraphs: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Of the paragraphs before one, nearest last: which paragraph and sentence of it last name a resolution."""
    first = max(0, len(paragraphs) - _FURTHEST)
    for paragraph in range(len(paragraphs) - 1, first - 1, -1):
        for place in range(len(paragraphs[paragraph]) - 1, -1, -1):
            if _NAMES_TEXT.search(paragraphs[paragraph][place]):
                return paragraph, place
    return None


def _nearest(sentences: Sequence[str], place: int, wanted: re.Pattern[str] | LatePattern) -> int:
    """The nearest place before `place` that `wanted` is found at, else the one right before; BEFORE for the first."""
    return next((at for at in range(place - 1, -1, -1) if wanted.search(sentences[at])), place - 1)


def _taken_for_known(sentence: str) -> Iterator[list[str]]:
    """The nouns of each phrase of `sentence` that points to what it does not itself name: `these funds`."""
    for match in _POINTING.finditer(sentence):
        before, words = sentence[: match.start()], match["nouns"].lower().split()
        nouns = list(takewhile(lambda word: word not in _FUNCTION_WORDS, words))
        # `such as`, `those States that have not yet done so`
        if not nouns or (len(words) > len(nouns) and words[len(nouns)] in _RELATIVES and not match["far"]):
            continue
        if _IS_ITSELF.fullmatch(nouns[0]) or nouns[-1] in _OF_PHRASES:
            continue
        if nouns[-1] in _FOR_ANYTHING and len(before.split()) > _MUCH:
            continue
        if match[0].lower().startswith("those") and not _IS_PLURAL.search(" ".join(nouns)):
            continue
        if not any(re.search(_alike(noun), before, re.IGNORECASE) for noun in nouns):
            yield nouns


def _alike(noun: str) -> str:
    """A pattern of `noun` in the singular, the plural and as a verb: `recommendations`, `recommended`."""
    stem = noun.lower().removesuffix("’s").removesuffix("'s")
    stem = stem[: max(5, len(stem) - 5)] if len(stem) > 5 else stem.removesuffix("s")
    return rf"\b{re.escape(stem)}\w*"


def _introduced(sentences: Sequence[str], place: int) -> tuple[int, ...]:
    """Where before `place` its subject, such as `The Network`, is named in full; none where it needs no such place."""
    match = _SUBJECT.match(sentences[place])
    subject = (match["phrase"] or match["name"]) if match else ""
    if not subject or any(word.lower() in _FUNCTION_WORDS for word in subject.split()):
        return ()
    noun = re.escape(subject)
    if subject[0].isupper():
        # A name of three words and more, such as is not remembered: not `the Working Group` for `the Group`.
        in_full = re.compile(rf"(?:\b[A-Z][\w’/-]+ ){{2,}}{noun}\b|\b{noun} (?:of|on|for) (?:the )?[A-Z]")
        return tuple(at for at in range(place) if in_full.search(sentences[at]))[:1]
    in_full = re.compile(
        rf"(?<![Tt]he )\b{noun}s?\b|\b[Tt]he {noun} (?:of|on|for|entitled|called|between|that|which|held)\b"
    )
    before = tuple(at for at in range(place - 1, -1, -1) if in_full.search(sentences[at]))[:1]
    return before or ((place - 1,) if place and _SPOKEN_OF.match(sentences[place]) else ())
