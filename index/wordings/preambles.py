"""How resolutions begin: the organ that speaks, and the participles of their preambles (`Recalling …`)."""

import re

from index.language.english.language import ENGLISH
from index.text.numerals import LATIN_ORDINALS

_WORDS = ENGLISH.resolutions
_ORGANS = frozenset(word.split()[-1] for word in ENGLISH.masthead.organs)
_LINKING = frozenset(_WORDS.linking)
_FIRST_WORDS = 4  # `Having further considered also …`
_WORD = re.compile(r"[^\W\d_]+")
# The Seventy-ninth World Health Assembly,
_ORDINAL = re.compile(rf"\b[A-Z][a-z]+ty-(?:{'|'.join(ENGLISH.ordinals)})\b")
# (PP1) Recalling … · PP2 bis. Noting …: negotiators count them so in drafts
_COUNTED = re.compile(rf"\(?PP\)? ?[0-9]{{1,3}}(?: ?(?:{'|'.join(LATIN_ORDINALS)}))?\)?\.?\s+(?=\S)")


def is_organ_name(text: str) -> bool:
    """Whether `text` is an article and an organ's name: words in capitals, an organ among them, and what links them."""
    text = text.removeprefix("[")  # of what is not agreed yet
    if not text.startswith(_WORDS.article):
        return False
    words = _WORD.findall(_ORDINAL.sub("", text.removeprefix(_WORDS.article)))
    names = {word for word in words if word[0].isupper()}
    return not _ORGANS.isdisjoint(names) and names.union(_LINKING).issuperset(words)


def preambular_text(text: str) -> str:
    """`text` without the number that a draft's preambular paragraph may have before it."""
    return text[match.end() :] if (match := _COUNTED.match(text)) else text


def begins_preambular(text: str) -> bool:
    """Whether `text` begins as a preambular paragraph does: with a participle or with what stands for one."""
    text = preambular_text(text)
    words = [word.lower() for word in _WORD.findall(text[:120])[:_FIRST_WORDS]]
    if not words or not text[:1].isupper():
        return False
    first = next((word for word in words if not word.endswith(_WORDS.adverb_ending) and word not in _WORDS.adverbs), "")
    return first.endswith(_WORDS.participle_endings) or first in _WORDS.participles
