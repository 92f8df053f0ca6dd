"""Comments put into a Word file: the file with one comment on each finding, and nothing else in it changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from index.text.typography import printable
from rag.verifying.word_comments.anchors import Anchored, with_anchors
from rag.verifying.word_comments.markup import NoteReference, W
from rag.verifying.word_comments.package import CONTENT_TYPES, RELATIONSHIPS, WordPackage
from rag.verifying.word_comments.read import WordDraft

_COMMENTS = "comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_AUTHOR, _INITIALS = "pincite", "pc"
_ID = re.compile(rb'<(?:\w+:)?comment(?:RangeStart|RangeEnd|Reference)?\s[^>]*?\bid="(\d+)"')
_PROPERTIES = {"plain": "", "strong": "<w:b/>", "removed": "<w:strike/>", "added": '<w:b/><w:u w:val="single"/>'}
_CLOSING = re.compile(rb"</[^<>]+>\s*$")
_SELF_CLOSED = re.compile(rb"/>\s*$")

Style = Literal["plain", "strong", "removed", "added"]


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment on the characters `start` to `end` of the block number `block` of a draft.

    `lines` are its paragraphs, each in stretches of a style. Where `note` is a mark, it stands on that of the note.
    """

    block: int
    start: int
    end: int
    lines: tuple[tuple[tuple[Style, str], ...], ...]
    note: str | None = None


def with_comments(draft: WordDraft, comments: Sequence[WordComment]) -> bytes:
    """The Word file of `draft` with `comments`; every part but the four that tell of comments has the bytes it had."""
    package = draft.package
    if not comments:
        return package.rewritten({})
    first = _first_id(package)
    anchored = [_anchored(draft, each, first + number) for number, each in enumerate(comments)]
    changed = {package.document: with_anchors(draft.part, anchored)}
    written = "".join(_comment(each, first + number) for number, each in enumerate(comments)).encode()
    name = package.targets.get(_COMMENTS)
    if name is not None:
        changed[name] = _inside(package.parts[name], written)
    else:
        changed |= _new_part(package, written)
    return package.rewritten(changed)


def _anchored(draft: WordDraft, comment: WordComment, id: int) -> Anchored:
    paragraph = draft.paragraphs[comment.block]
    return Anchored(id, paragraph, comment.start, comment.end, _note(draft, comment))


def _note(draft: WordDraft, comment: WordComment) -> NoteReference | None:
    """The reference to the note that a comment is on."""
    if comment.note is None:
        return None
    block, paragraph = draft.draft.blocks[comment.block], draft.paragraphs[comment.block]
    marks = [each.mark for each in block.notes]
    return paragraph.notes[marks.index(comment.note)] if comment.note in marks else None


def _first_id(package: WordPackage) -> int:
    """A number that no comment of the file has, nor any after it."""
    names = [package.document, package.targets.get(_COMMENTS, "")]
    taken = [int(each) for name in names for each in _ID.findall(package.parts.get(name, b""))]
    return max(taken, default=-1) + 1


def _comment(comment: WordComment, id: int) -> str:
    paragraphs = "".join(f"<w:p>{''.join(map(_run, line))}</w:p>" for line in comment.lines)
    return (
        f'<w:comment xmlns:w="{W}" w:id="{id}" w:author="{_AUTHOR}" w:initials="{_INITIALS}">{paragraphs}</w:comment>'
    )


def _run(stretch: tuple[Style, str]) -> str:
    style, text = stretch
    properties = f"<w:rPr>{_PROPERTIES[style]}</w:rPr>" if _PROPERTIES[style] else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'


def _new_part(package: WordPackage, written: bytes) -> dict[str, bytes]:
    """The part with the comments, and the two that have to name it."""
    folder = package.document.rpartition("/")[0]
    name = f"{folder}/comments.xml" if folder else "comments.xml"
    number = 1
    while name in package.parts:
        number += 1
        name = f"{folder}/comments{number}.xml"
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{W}">'.encode()
    made = f'<Override xmlns="{_TYPES}" PartName="/{name}" ContentType="{_TYPE}"/>'.encode()
    empty = f'<Relationships xmlns="{RELATIONSHIPS}"></Relationships>'.encode()
    relations = package.parts.get(package.relations, empty)
    id = _relation_id(relations)
    target = name.rpartition("/")[2]
    related = f'<Relationship xmlns="{RELATIONSHIPS}" Id="{id}" Type="{_KIND}" Target="{target}"/>'.encode()
    return {
        name: head + written + b"</w:comments>",
        CONTENT_TYPES: _inside(package.parts[CONTENT_TYPES], made),
        package.relations: _inside(relations, related),
    }


def _relation_id(relations: bytes) -> str:
    number = 1
    while f'"rIdPincite{number}"'.encode() in relations:
        number += 1
    return f"rIdPincite{number}"


def _inside(data: bytes, written: bytes) -> bytes:
    """`data` with `written` as the last thing in its outermost element."""
    closing = _CLOSING.search(data)
    if closing is not None:
        return data[: closing.start()] + written + data[closing.start() :]
    empty = _SELF_CLOSED.search(data)
    name = re.search(rb"<([A-Za-z_][\w:.-]*)[^<>]*/>\s*$", data)
    if empty is None or name is None:
        raise ValueError("no XML element")
    return data[: empty.start()] + b">" + written + b"</" + name[1] + b">"
