"""A language model's reply read: its sentences, and the marks by which each cites paragraphs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from index.sentences import sentence_spans

NOT_FOUND = "NOT FOUND"
_NUMBERS = r"\d{1,2}(?:\s*(?:,|;|and|&|[-–—])\s*\d{1,2})*"
_WORDS = r"(?:(?:paragraphs?|paras?\.?|sources?|texts?|¶|\^|#)\s*)?"
# `[1]`, `[1, 3]`, `[1–3]`, `[^1]`, `[para. 2]`, `【1】`, `【1†source】`; three digits and more are a year or a figure.
_BRACKETED = rf"\[{_WORDS}{_NUMBERS}\]|【{_WORDS}{_NUMBERS}(?:†[^】]{{0,40}})?】"
# `(1)` is a mark only where a sentence ends: before words it counts the items of a list.
_ROUND = rf"\({_WORDS}{_NUMBERS}\)(?=\s*(?:[.;,!?]|$|\[|【|\((?:{_NUMBERS})\)))"
_ONE = rf"(?:{_BRACKETED}|{_ROUND})"
_GROUP = re.compile(rf"\s*{_ONE}(?:[\s,;]*(?:and\s*)?{_ONE})*", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?")
_TITLE = re.compile(r"†[^】]*")
# What models write around an answer.
_THOUGHT = re.compile(r"<(think|thinking|reasoning|analysis|scratchpad)>.*?</\1>", re.IGNORECASE | re.DOTALL)
_LAST_THOUGHT = re.compile(r"^.*</(?:think|thinking|reasoning|analysis|scratchpad)>", re.IGNORECASE | re.DOTALL)
_OPEN_THOUGHT = re.compile(r"<(?:think|thinking|reasoning|analysis|scratchpad)>.*", re.IGNORECASE | re.DOTALL)
# A small model copies the tags that its prompt has around texts.
_TAG = re.compile(r"</?text-[0-9a-f]{6,}>")
_LABEL = re.compile(r"^\W*(?:final )?answer\W*:\W*", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)]|\(?[a-z]\))\s+")
_EMPHASIS = re.compile(r"\*\*|__|^#+\s*|`")
_NOTHING = re.compile(r"^\W*not[\s_-]*found\b\W*", re.IGNORECASE)
_REFUSAL = re.compile(
    r"\b(?:paragraphs?|evidence|documents?|texts?|sources?|passages?)\b[^.]{0,60}?\b(?:do|does|did)(?: not|n['’]t)\b"
    r"[^.]{0,40}?\b(?:answer|mention|contain|provide|say|specify|state|include|give|address|indicate)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence that a model wrote, without its marks, and the numbers of the paragraphs that it cites, in order."""

    text: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """The sentences of a reply; none where the model says that it found no answer (`not_found`), or says nothing."""

    sentences: tuple[Written, ...]
    not_found: bool = False


def read_reply(text: str) -> Reply:
    """The sentences of a reply with their marks; a sentence without marks has those that end its line.

    Left out are reasoning before the answer, labels, bullets, emphasis and the prompt's own tags.
    """
    said = _answer(text)
    if _NOTHING.match(said):
        return Reply((), not_found=True)
    lines = [line for each in said.splitlines() if (line := _EMPHASIS.sub("", _BULLET.sub("", each)).strip())]
    written = tuple(_with_items_marks([one for line in lines for one in _shared(_sentences(line))]))
    if written and all(_REFUSAL.search(each.text) and not each.marks for each in written):
        return Reply((), not_found=True)
    return Reply(tuple(each for each in written if not _NOTHING.fullmatch(each.text)))


def sentences_so_far(text: str) -> tuple[str, ...]:
    """The sentences of a reply that is not at its end, without marks; none while it may be that nothing was found."""
    if NOT_FOUND.startswith(_answer(text).upper()):
        return ()
    return tuple(each.text for each in read_reply(text).sentences)


def _answer(text: str) -> str:
    """The reply without what the model thought before it; empty where it never came to an answer."""
    text = _LAST_THOUGHT.sub("", _THOUGHT.sub("", text))
    return _LABEL.sub("", _TAG.sub("", _OPEN_THOUGHT.sub("", text)).strip()).strip()


def _sentences(line: str) -> Iterator[Written]:
    """The sentences of one line with the marks that stand in each or right after it."""
    clean, groups = "", list[tuple[int, tuple[int, ...]]]()
    at = 0
    for match in _GROUP.finditer(line):
        clean += line[at : match.start()]
        groups.append((len(clean), tuple(_numbers(match[0]))))
        at = match.end()
    clean += line[at:]
    for start, end in sentence_spans(clean):
        marks = (mark for place, own in groups if start < place <= end or place == start == 0 for mark in own)
        if words := clean[start:end].strip():
            yield Written(_mended(words), tuple(dict.fromkeys(marks)))


def _numbers(group: str) -> Iterator[int]:
    for match in _RANGE.finditer(_TITLE.sub("", group)):
        first, last = int(match[1]), int(match[2] or match[1])
        yield from range(first, last + 1) if first <= last else (first, last)


def _mended(words: str) -> str:
    """A sentence without the blank that a mark before its full stop leaves, and with a full stop."""
    return re.sub(r"\s+([.,;:!?])", r"\1", words)


def _shared(sentences: Iterable[Written]) -> list[Written]:
    """Sentences of a line: one without marks has those of the next that has any."""
    found, marks = list[Written](), tuple[int, ...]()
    for each in reversed(list(sentences)):
        marks = each.marks or marks
        found.append(replace(each, marks=marks))
    return found[::-1]


def _with_items_marks(sentences: list[Written]) -> Iterator[Written]:
    """`sentences` in which the one before a list, which ends with a colon, cites what the items cite."""
    for at, each in enumerate(sentences):
        if each.marks or not each.text.endswith(":"):
            yield each
            continue
        yield replace(each, marks=tuple(dict.fromkeys(mark for item in sentences[at + 1 :] for mark in item.marks)))
