"""Short forms in questions, spelled out as the documents themselves explain them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.search.short_forms import short_forms
from index.text.late_patterns import LatePattern

_WORD = LatePattern(r"[A-Za-z0-9][A-Za-z0-9-]*")
_PIECE = LatePattern(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Glossary:
    """The short forms of some texts and what they stand for, to be looked up by the words of a question.

    `forms` are long forms by short form; `starting` are the long forms that begin with a word, as their words in small
    letters and the singular, each with its short form. What a look-up takes grows with the question alone.
    """

    forms: Mapping[str, str]
    starting: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    @classmethod
    def of(cls, forms: Mapping[str, str]) -> "Glossary":
        """The glossary of long forms by short form."""
        starting: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
        for short, long in forms.items():
            if words := _words(long):
                starting[words[0]] = (*starting.get(words[0], ()), (words, short))
        return cls(dict(forms), starting)

    @classmethod
    def read(cls, texts: Iterable[str]) -> "Glossary":
        """The glossary of what `texts` explain."""
        return cls.of(short_forms(texts))

    def spell_out(self, question: str) -> str:
        """`question` followed by the long forms of the short forms in it, and the short forms of long ones."""
        short = {form: None for word in _WORD.findall(question) if (form := self._printed(word))}
        long = self._named(question)
        added = [self.forms[form] for form in short if form not in long]
        return " ".join([question, *added, *(form for form in long if form not in short)])

    def as_in(self, question: str, text: str) -> str:
        """`question` with those short forms spelled out that `text` has in full only."""
        for word in dict.fromkeys(_WORD.findall(question)):
            form = self._printed(word)
            if form and form not in text and self.forms[form].casefold() in text.casefold():
                long = self.forms[form]
                question = long.join(re.split(rf"\b{re.escape(word)}\b", question))
        return question

    def other_forms(self, term: str) -> tuple[str, ...]:
        """What else `term` is called: the long form of a short one and the other way round; none where unknown."""
        if form := self._printed(term.strip()):
            return tuple(each for each in (form, self.forms[form]) if each != term)
        words = _words(term)
        return tuple(form for own, form in self.starting.get(words[0], ()) if own == words) if words else ()

    def _printed(self, word: str) -> str | None:
        """The short form that `word` is, in the singular or the plural; None where it is none."""
        return next((each for each in (word, word.removesuffix("s"), f"{word}s") if each in self.forms), None)

    def _named(self, question: str) -> dict[str, None]:
        """The short forms of the long forms in `question`, in their order there."""
        words = _words(question)
        return {
            short: None
            for place, word in enumerate(words)
            for long, short in self.starting.get(word, ())
            if words[place : place + len(long)] == long
        }


def _words(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters and the singular, parted at hyphens."""
    return tuple(map(_singular, _PIECE.findall(text.lower())))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "su" else word
