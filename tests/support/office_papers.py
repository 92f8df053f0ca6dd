"""Small Office files for tests, and what can be done to them: every part may be changed before it is packed again."""

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl

Parts = dict[str, bytes]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Money</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>1. How much was returned?</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    "<w:r><w:t>Who paid?</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>No.</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>Question</w:t></w:r></w:p></w:tc></w:tr>"
    '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Part A</w:t></w:r></w:p></w:tc></w:tr>'
    "<w:tr><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>When was it paid?</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def word_parts(body: str = _BODY) -> Parts:
    """The parts of a Word document: its text, its styles, and how they belong together."""
    content_types = (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
    )
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    styles = (
        f'{_HEAD}<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    parts = {
        "[Content_Types].xml": content_types,
        "_rels/.rels": f'{relations}Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": styles,
        "word/_rels/document.xml.rels": f'{relations}Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    }
    return {name: text.encode() for name, text in parts.items()}


def excel_parts() -> Parts:
    """The parts of a workbook with two sheets of questions."""
    book = openpyxl.Workbook()
    first = book["Sheet"]
    first.append(["No", "Question", "Due"])
    first.append([1, "How much was returned?", 2.5])
    first.append([2, "Who paid?", True])
    other = book.create_sheet("More")
    other.append(["Question"])
    other.append(["When was it paid?"])
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], path: Path) -> Path:
    """`path`, after the parts were packed there."""
    path.write_bytes(packed_bytes(parts))
    return path


def packed_bytes(parts: Mapping[str, bytes]) -> bytes:
    """The bytes of the parts, packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def damaged(parts: Parts, path: Path, chance: random.Random) -> Path:
    """`path`, after the parts were packed there with one kind of damage, chosen by `chance`."""
    if chance.random() < 0.7:
        return packed(chance.choice(_IN_PARTS)(parts, chance), path)
    packed(parts, path)
    chance.choice(_IN_ARCHIVE)(parts, path, chance)
    return path


def _bytes_changed(parts: Parts, chance: random.Random) -> Parts:
    name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    content = bytearray(parts[name])
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(content))
        content[at : at + chance.randrange(4)] = bytes(chance.randrange(256) for _ in range(chance.randrange(4)))
    return {**parts, name: bytes(content)}


def _number_changed(parts: Parts, chance: random.Random) -> Parts:
    """The number in an attribute becomes another one, or none."""
    name = chance.choice([name for name in parts if re.search(rb'"[A-Z]*\d+"', parts[name])])
    places = list(re.finditer(rb'"([A-Z]*)\d+"', parts[name]))
    place = chance.choice(places)
    odd = chance.choice([b"-1", b"0", b"abc", b"", b"2000000000", b"1e300", b"1e7", b"nan", b"9" * 5_000, b"65"])
    content = parts[name]
    return {**parts, name: content[: place.start()] + b'"' + place[1] + odd + b'"' + content[place.end() :]}


def _types_swapped(parts: Parts, chance: random.Random) -> Parts:
    """Two parts say that they are what the other is."""
    types = parts["[Content_Types].xml"]
    found = re.findall(rb'ContentType="([^"]+)"', types)
    one, two = chance.sample(found, 2)
    swapped = types.replace(one, b"\0").replace(two, one).replace(b"\0", two)
    return {**parts, "[Content_Types].xml": swapped}


def _contents_swapped(parts: Parts, chance: random.Random) -> Parts:
    one, two = chance.sample(list(parts), 2)
    return {**parts, one: parts[two], two: parts[one]}


def _element_changed(parts: Parts, chance: random.Random) -> Parts:
    """An element is called what another is."""
    name = chance.choice([name for name in parts if len(set(re.findall(rb"<(\w+:?\w*)[ />]", parts[name]))) > 1])
    one, two = chance.sample(sorted(set(re.findall(rb"<(\w+:?\w*)[ />]", parts[name]))), 2)
    return {**parts, name: re.sub(rb"(?<=[</])" + one + rb"(?=[ />])", two, parts[name])}


def _part_missing(parts: Parts, chance: random.Random) -> Parts:
    gone = chance.choice(list(parts))
    return {name: content for name, content in parts.items() if name != gone}


def _cut_off(_parts: Parts, path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(len(content))])


def _entry_doubled(parts: Parts, path: Path, chance: random.Random) -> None:
    name = chance.choice(list(parts))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(name, _bytes_changed({"x.xml": parts[name]}, chance)["x.xml"])


def _archive_changed(_parts: Parts, path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(chance.randrange(1, 4)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)


_IN_PARTS: tuple[Callable[[Parts, random.Random], Parts], ...] = (
    _bytes_changed,
    _number_changed,
    _types_swapped,
    _contents_swapped,
    _element_changed,
    _part_missing,
)
_IN_ARCHIVE: tuple[Callable[[Parts, Path, random.Random], None], ...] = (_cut_off, _entry_doubled, _archive_changed)
