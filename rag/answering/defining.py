"""Questions for what a term means, and sentences that tell it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from index.language.english.sayings import DEFINITIONS, SHORT_FORMS
from index.text.late_patterns import LatePattern

_ASKED = tuple(LatePattern(pattern, re.IGNORECASE) for pattern in DEFINITIONS.asked)
_IDENTITY = LatePattern(DEFINITIONS.identity, re.IGNORECASE)
_TAIL = LatePattern(DEFINITIONS.tail, re.IGNORECASE)
_NUMBERED = LatePattern(rf"{DEFINITIONS.numbered} [\w(]*\d", re.IGNORECASE)
_QUOTED = LatePattern(r"[“\"‘'](?P<term>[^”\"’]+)[”\"’'](?!\s+[a-z]*(?<!in)(?<!under)\b)")
# Quotation marks, not apostrophes: `a ‘with measures’ scenario`.
_QUOTES = LatePattern(r"[“”\"‘]|(?<=\w)[’'](?!\w)|(?<!\w)'(?=\w)")
_ARTICLE = LatePattern(r"^(?:the|an?)\s+", re.IGNORECASE)
_IS_SHORT_FORM = LatePattern(r"[A-Z][a-z0-9&-]{0,8}[A-Z][\w&-]*")
PARTLY = 0.5
"""What a sentence counts that tells something of what a term is, such as what its letters stand for."""
_LONGEST_TERM = 8  # words; the longest names of the short forms in 24 documents of the United Nations have nine
_AS_WORD = 6  # letters of a short form, from which on nobody spells them
_TERMS_KEPT = 256  # whose patterns are compiled; a question has one

_OPEN, _CLOSE = "[“\"‘']?", "[”\"’']?"
_BETWEEN = f"{_CLOSE}[ -]?{_OPEN}"  # the words of a term, some of which may stand in quotation marks
_BRACKETS = r"(?: \([^()]{1,80}\))?"
_MARK = r"^(?:\([a-z0-9]{1,4}\) )?"  # of a list item
_LABELLED = rf"(?i:(?:(?:the|an?) )?(?:{DEFINITIONS.label} )?)"
_BEFORE_SUBJECT = LatePattern(rf"{_MARK}(?:(?i:{DEFINITIONS.before}) )?{_LABELLED}{_OPEN}$")
_BEFORE_TITLE = LatePattern(rf"{_MARK}{_LABELLED}(?P<quote>{_OPEN})$")
# `The Camden Network (CARIN)`, where nothing else tells what the letters stand for.
_BEFORE_BRACKETED = LatePattern(r"^(?:[A-Z][\w’'-]*(?: (?:[a-z]{1,7} ){0,2}[A-Z][\w’'-]*){0,11} \()$")
# `The oldest network is the Camden Network.`
_BEFORE_PREDICATE = LatePattern(rf"^(?:The|An?) [^,;:.]{{3,150}} (?:is|was) (?:the )?{_OPEN}$")
_ENDS = LatePattern(rf"{_CLOSE}{_BRACKETS}[.,;]")
# What belongs to the subject after its name: `“X” (Y)`, `The StAR Initiative`, `the focal point network`.
_KINDS = "|".join(sorted(DEFINITIONS.kinds))
_AFTER_NAME = LatePattern(rf"\)?{_CLOSE}{_BRACKETS}(?: (?:[A-Z][\w’'-]+|{_KINDS})\b){{0,2}}{_BRACKETS}{_CLOSE}")
_DEFINED = LatePattern(DEFINITIONS.defined, re.IGNORECASE)
_WEIGHED = LatePattern(DEFINITIONS.weighed, re.IGNORECASE)
_DOES = LatePattern(DEFINITIONS.does, re.IGNORECASE)
_CALLED = LatePattern(rf"\b{DEFINITIONS.called} (?:the )?{_OPEN}$", re.IGNORECASE)
_DEFINING = LatePattern(rf"{DEFINITIONS.defining[0]}{_LABELLED}{_OPEN}$", re.IGNORECASE)
_DEFINED_AS = LatePattern(rf"{_CLOSE}{DEFINITIONS.defining[1]}", re.IGNORECASE)
_RELATIVE = LatePattern(rf",? {DEFINITIONS.relative}", re.IGNORECASE)
_APPOSED = LatePattern(rf", (?:{DEFINITIONS.apposed})")
# What stands after a name in the middle of a sentence: `CARIN, a network, …`, `green skills: the knowledge needed to …`
_APPOSED_ANYWHERE = LatePattern(r", an? [^,;]{3,200}[,;.]|: (?:an?|the) [a-z]")
# `X: a …`, `X – the …`
_TITLE = LatePattern(r" ?(?::| [–—-]) (?=[a-z])")
# `“IE” (included elsewhere) for …`
_QUOTED_TITLE = LatePattern(rf"{_BRACKETS}(?: for\b|:| [–—-] )")
# Between a name and its short form: ` (`, `, or `, ` (hereinafter referred to as `
_BESIDE = LatePattern(
    rf"{_CLOSE}(?: \((?:[^()]{{0,40}} )?|{SHORT_FORMS.also} |, | (?:stands|stood|is short) for )(?:the )?{_OPEN}"
)
_LONG_FORM = LatePattern(DEFINITIONS.long_form, re.IGNORECASE)


def term_of(question: str) -> str | None:
    """The term whose meaning `question` asks for: `StAR` of `What is StAR?`; None where it asks for something else.

    A term comes without its article and quotation marks. What might as well be a fact, such as `the budget of UNODC`
    or `article 56`, is no term.
    """
    said = " ".join(question.split())
    for pattern in _ASKED:
        if match := pattern.search(said):
            return _bare(match["term"]) if _may_be_term(match["term"]) else None
    match = _IDENTITY.search(said)
    if match is None or not _may_be_term(match["term"]):
        return None
    term = _bare(match["term"])
    return term if _names_or_is_general(term, match["article"]) else None


def defines(sentence: str, term: str, forms: Sequence[str] = ()) -> float:
    """How far `sentence` tells what `term` is: 1 where it defines or introduces it, 0.5 where it says some of it, or 0.

    `forms` are what else the term is called, such as the long form of a short one. A sentence that only mentions the
    term, or what it did, tells nothing.
    """
    named = _named(term, forms)
    mentions = _mentions(named).finditer(sentence) if named else ()
    return max((_told(sentence, match, alone=len(named) == 1) for match in mentions), default=0.0)


def asks_for_long_form(question: str) -> bool:
    """Whether `question` asks what a short form stands for."""
    return _LONG_FORM.search(question) is not None


def spells_out(sentence: str, term: str, forms: Sequence[str]) -> bool:
    """Whether `sentence` has two of `term` and its other `forms` side by side, as in `Name (ACRONYM)`."""
    named = _named(term, forms)
    ends = [match.span() for match in _mentions(named).finditer(sentence)] if len(named) > 1 else []
    return any(
        _BESIDE.fullmatch(sentence[end:start]) and sentence[end:start].strip()
        for (_, end), (start, _) in pairwise(ends)
    )


def _named(term: str, forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.strip() for form in (term, *forms) if form.strip()))


def _told(sentence: str, mention: re.Match[str], *, alone: bool) -> float:
    """How far `sentence` tells what the term is that it mentions there; `alone` where no other form is known."""
    before, after = sentence[: mention.start()], sentence[mention.end() :]
    title = _BEFORE_TITLE.search(before)
    if title and (_QUOTED_TITLE.match(after[1:]) if title["quote"] else _TITLE.match(after)):
        return 1.0
    rest = after[_end_of_name(after) :]
    if _CALLED.search(before) or _RELATIVE.match(rest):
        return 1.0
    if _DEFINING.search(before) and _DEFINED_AS.match(rest):
        return 1.0
    if _BEFORE_PREDICATE.search(before) and _ENDS.match(after):
        return 1.0
    if _BEFORE_SUBJECT.search(before) or (alone and _BEFORE_BRACKETED.search(before)):
        return _told_of_subject(rest, is_first=title is not None)
    return PARTLY if _APPOSED_ANYWHERE.match(rest) else 0.0


def _told_of_subject(rest: str, *, is_first: bool) -> float:
    """How far `rest`, what a sentence says after its subject, tells what that is."""
    if is_first and _APPOSED.match(rest):
        return 1.0
    if _WEIGHED.match(rest):
        return PARTLY
    if _DEFINED.match(rest):
        return 1.0
    return PARTLY if _DOES.match(rest) else 0.0


def _end_of_name(after: str) -> int:
    match = _AFTER_NAME.match(after)
    return match.end() if match else 0


def _bare(term: str) -> str:
    """`term` without what follows it in a question, its article and its quotation marks."""
    said = _ARTICLE.sub("", term.strip())
    if quoted := _QUOTED.match(said):
        return quoted["term"].strip()
    return _QUOTES.sub("", _TAIL.sub("", said)).strip(" .,:;?!")


def _may_be_term(asked: str) -> bool:
    """Whether what a question asks for can be a term: no `article 56`, no `this`, no clause."""
    words = _bare(asked).split()
    is_quoted = _ARTICLE.sub("", asked.strip())[:1] in "“\"‘'"
    if not words or len(words) > _LONGEST_TERM or (not is_quoted and words[0].lower() in DEFINITIONS.no_first):
        return False
    return not _NUMBERED.match(asked) and not any(word in DEFINITIONS.no_term for word in words)


def _names_or_is_general(term: str, article: str | None) -> bool:
    """Whether a thing asked after with `what is` is a name or a general term, and no fact (`the budget of UNODC`)."""
    words = term.split()
    if any(word.lower().endswith(("'s", "’s", "s'", "s’")) for word in words[:-1]):
        return False
    if _is_name(words[:-1] if words[-1] in DEFINITIONS.kinds else words):
        return True
    is_definite = article is not None and article.strip().lower() == "the"
    return not is_definite and not _has_verb(words) and not any(word in DEFINITIONS.joins - {"and"} for word in words)


def _is_name(words: Sequence[str]) -> bool:
    capitals = [word[0].isupper() for word in words]
    return any(capitals) and all(
        capital or word in DEFINITIONS.joins for word, capital in zip(words, capitals, strict=True)
    )


def _has_verb(words: Sequence[str]) -> bool:
    """Whether words after `what is` say what is done: `UNODC doing`, `drafts annexed`, not `money laundering`."""
    following = [word for word in words[1:] if word.islower()]
    may_be_doing = following if words[0][0].isupper() else following[:-1]
    return any(word.endswith("ed") for word in following) or any(word.endswith("ing") for word in may_be_doing)


@lru_cache(maxsize=_TERMS_KEPT)
def _mentions(forms: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of a term in any of its `forms`."""
    longest_first = sorted(forms, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_form, longest_first))})(?![\w-])")


def _form(form: str) -> str:
    """A pattern of one form of a term: a short form as it is, others in any case, with or without hyphens."""
    if _IS_SHORT_FORM.fullmatch(form):
        short = form.removesuffix("s")
        # `EMPRETEC` is read as a word, and is written as one.
        as_word = f"|{short.capitalize()}" if short.isalpha() and len(short) >= _AS_WORD else ""
        return rf"(?:{re.escape(short)}{as_word})s?"
    words = [re.escape(word) for word in re.split(r"[\s-]+", form)]
    words[-1] = re.sub(r"(?<=\w\w\w)s$", "", words[-1]) + "(?:e?s)?"
    return rf"(?i:{_BETWEEN.join(words)})"
