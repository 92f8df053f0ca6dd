"""What a question names inside one of our documents: articles of a treaty, paragraphs of a draft resolution.

Most articles that people name are those of treaties elsewhere, so that a number alone is no place of ours.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.document import Document
from index.language.english.language import ENGLISH
from index.locator import Locator
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.citing.containers import same_container
from rag.citing.find import FoundLocators
from rag.citing.mentions.table import mentions

# An article of a treaty, a rule of procedure.
_NAMES = (*ENGLISH.parts.provisions, *ENGLISH.parts.rules)
_PROVISION = LatePattern(rf"\b(?P<part>(?:{'|'.join(_NAMES)}) [0-9]{{1,3}})(?![\w/]|\s*\(|\.\d)", re.IGNORECASE)
# paragraph 2 of the draft resolution; not of draft resolution II, which is a place by itself
_DRAFT = rf"{ENGLISH.parts.draft} (?:{'|'.join(ENGLISH.parts.texts)})"
_OF_DRAFT = re.compile(
    rf"\s*,?\s+(?:of|in)\s+(?:the\s+|this\s+|that\s+)?(?P<part>{_DRAFT})\b(?!\s+(?:[IVX]+|[0-9]+)\b)", re.IGNORECASE
)
_OF = LatePattern(r"\s+(?:of|to|in|under)\s+")
_WORD = LatePattern(r"[^\W\d_]+")
# They stand beside the name of a text and tell none.
_BESIDE = {ENGLISH.parts.draft.lower(), *map(str.lower, _NAMES)}
_TELLS_NONE = ENGLISH.checks.small_words | _BESIDE | {"this", "said", "present"}


def in_draft(found: FoundLocators, question: str, scope: Sequence[Document], index: Index) -> FoundLocators:
    """`found` as of the draft that `question` says it is of, where a document of `scope` prints one inside it.

    A draft that is a document of its own has no such part.
    """
    match = _OF_DRAFT.match(question, found.end) if found.kind == "paragraph" else None
    if match is None:
        return found
    part = match["part"].lower()
    if not _printing(part, scope, index):
        return found
    inside = tuple(replace(each, containers=(part, *each.containers)) for each in found.locators)
    return replace(found, locators=inside, operative=False)


def _printing(part: str, scope: Sequence[Document], index: Index) -> Sequence[Document]:
    """The documents of `scope` with a `part` of that name."""
    held = {each.id for each in index.store.held.with_part(lambda one: one == part)}
    return [each for each in scope if each.id in held]


def provisions_found(question: str, scope: Sequence[Document], index: Index) -> tuple[FoundLocators, ...]:
    """The articles that `question` names of the one document in `scope`; none where it names those of another text."""
    if len(scope) != 1:
        return ()
    parts = index.store.containers(scope[0].id)
    named = [match for match in _PROVISION.finditer(question) if _is_part(match["part"], parts)]
    if not named:
        return ()
    others = [each for each in mentions(question) if each.kind == "instrument" and _words_of(each.labels[0])]
    texts = [_words_of(each.labels[0]) for each in others]
    around = tuple(part for part in sorted(parts) if _words_of(part) in texts)
    known = _words_of(f"{scope[0].title} {scope[0].symbol}").union(*map(_words_of, around))
    if not all(each <= known for each in texts):
        return ()
    ends = {each.start: each.end for each in others}
    return tuple(
        FoundLocators(
            "container", each.start(), _end_of(question, each, ends), (Locator((*around, each["part"].lower())),)
        )
        for each in named
    )


def _end_of(question: str, named: re.Match[str], ends: Mapping[int, int]) -> int:
    """Where what is `named` ends, with the text that it is said to be of; `ends` are those of texts by their starts."""
    of = _OF.match(question, named.end())
    return ends.get(of.end(), named.end()) if of else named.end()


def _is_part(name: str, parts: frozenset[str]) -> bool:
    return any(same_container(name, part) for part in parts)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - _TELLS_NONE
