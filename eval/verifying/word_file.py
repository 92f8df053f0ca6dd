"""Made drafts as Word files with all that a real one has: runs, notes, tables, styles, a header, tracked changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from eval.verifying.item import NOTE, Item, Setting

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "footnotes", "header1")
_KINDS = {"header1": "header"}
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can hold: the same draft has the same bytes
_TRACKED = 'w:id="9" w:author="Editor" w:date="2024-01-01T00:00:00Z"'
_SETTINGS = ("", "", "", "<w:b/>", "<w:i/>")
_SHORTEST_RUN, _LONGEST_RUN = 12, 160  # letters: a word or two, or a whole sentence


@dataclass(frozen=True, slots=True)
class MadeParagraph:
    """A paragraph of a draft, or a cell, and the items that it holds."""

    items: tuple[Item, ...]
    text: str
    notes: tuple[str, ...] = ()
    setting: Setting = "text"


def word_bytes(paragraphs: Sequence[MadeParagraph], random: Random) -> bytes:
    """The Word file of `paragraphs`; with the same `random` the same bytes."""
    writer = _Writer(random)
    body = "".join(writer.body(paragraphs))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations((("rId1", "officeDocument", "word/document.xml"),)),
        "word/document.xml": f"{_HEAD}<w:document {_NAMES}><w:body>{body}{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            tuple((f"rId{number}", _KINDS.get(name, name), f"{name}.xml") for number, name in enumerate(_PARTS, 1))
        ),
        "word/styles.xml": f"{_HEAD}<w:styles {_NAMES}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"{_HEAD}<w:numbering {_NAMES}>{_NUMBERING}</w:numbering>",
        "word/settings.xml": f"{_HEAD}<w:settings {_NAMES}><w:trackRevisions/></w:settings>",
        "word/footnotes.xml": f"{_HEAD}<w:footnotes {_NAMES}>{_SEPARATORS}{''.join(writer.notes)}</w:footnotes>",
        "word/header1.xml": f"{_HEAD}<w:hdr {_NAMES}><w:p><w:r><w:t>Advance unedited version</w:t></w:r></w:p></w:hdr>",
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return file.getvalue()


class _Writer:
    """Writes paragraphs; `notes` are the notes that they refer to, as they were met."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.notes: list[str] = []

    def body(self, paragraphs: Sequence[MadeParagraph]) -> Iterator[str]:
        yield '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Draft report</w:t></w:r></w:p>'
        for each in paragraphs:
            paragraph = self._paragraph(each)
            if each.setting == "cell":
                width = '<w:tcW w:w="4000" w:type="dxa"/>'
                grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
                yield f"<w:tbl>{grid}<w:tr><w:tc><w:tcPr>{width}</w:tcPr>{paragraph}</w:tc></w:tr></w:tbl>"
            else:
                yield paragraph

    def _paragraph(self, made: MadeParagraph) -> str:
        style = '<w:pStyle w:val="Quote"/>' if made.setting == "quote" else ""
        number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if made.setting == "text" else ""
        waiting = list(made.notes)
        runs: list[str] = []
        for piece in _pieces(made.text, self._random):
            if piece == NOTE:
                runs.append(self._reference(waiting.pop(0)))
            else:
                runs.append(self._run(piece))
        return f"<w:p><w:pPr>{style}{number}</w:pPr>{''.join(runs)}</w:p>"

    def _run(self, text: str) -> str:
        setting = self._random.choice(_SETTINGS)
        properties = f"<w:rPr>{setting}</w:rPr>" if setting else ""
        run = f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        chance = self._random.random()
        if chance < 0.05:
            return f"<w:ins {_TRACKED}>{run}</w:ins>"
        if chance < 0.1:
            return f'<w:del {_TRACKED}><w:r><w:delText xml:space="preserve">struck out </w:delText></w:r></w:del>{run}'
        return run

    def _reference(self, note: str) -> str:
        identity = len(self.notes) + 1
        mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        text = f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r>'
        self.notes.append(f'<w:footnote w:id="{identity}"><w:p>{mark}{text}</w:p></w:footnote>')
        raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        return f'<w:r>{raised}<w:footnoteReference w:id="{identity}"/></w:r>'


def _pieces(text: str, random: Random) -> Iterator[str]:
    """`text` cut into runs, the marks of notes by themselves."""
    for number, part in enumerate(text.split(NOTE)):
        if number:
            yield NOTE
        while part:
            length = random.randint(_SHORTEST_RUN, _LONGEST_RUN)
            yield part[:length]
            part = part[length:]


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{_KINDS.get(name, name)}+xml"/>' for name in _PARTS
    )
    return (
        f'{_HEAD}<Types xmlns="{_P}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}</Types>'
    )


def _relations(relations: Sequence[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{id}" Type="{_R}/{kind}" Target="{target}"/>' for id, kind, target in relations)
    return f'{_HEAD}<Relationships xmlns="{_P}/relationships">{inner}</Relationships>'


_SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/></w:sectPr>'
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
