"""Word files that tests write part by part, so that they hold what no library writes."""

from pathlib import Path
from zipfile import ZipFile

from index.readers.base import Line, ReadLimits, Role, SourceText
from index.readers.word.reader import WordReader

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_KINDS = ("styles", "numbering", "settings", "footnotes", "endnotes")


def word_file(path: Path, body: str, **parts: str) -> Path:
    """Writes a Word file of this body; `parts` are what stands in styles, numbering, settings, footnotes, header."""
    names = [name for name in _KINDS if name in parts]
    if "header" in parts:
        names.append("header")
        body += '<w:sectPr><w:headerReference w:type="default" r:id="rId-header"/></w:sectPr>'
    roots = {"header": "hdr"}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE.format(name)}"/>' for name in names)
    relations = "".join(f'<Relationship Id="rId-{name}" Type="{_R}/{name}" Target="{name}.xml"/>' for name in names)
    with ZipFile(path, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE.format("document.main")}"/>'
            f"{overrides}</Types>",
        )
        package.writestr(
            "_rels/.rels",
            _relationships(f'<Relationship Id="r" Type="{_R}/officeDocument" Target="word/document.xml"/>'),
        )
        package.writestr("word/_rels/document.xml.rels", _relationships(relations))
        package.writestr("word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name in names:
            root = roots.get(name, name)
            package.writestr(f"word/{name}.xml", f"<w:{root} {_NAMESPACES}>{parts[name]}</w:{root}>")
    return path


def _relationships(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def r(text: str, properties: str = "") -> str:
    """A run of text with properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, *, number: int = 1, level: int = 0) -> str:
    """A paragraph of the list `number` at `level`."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def levels(*formats: tuple[str, str], abstract: int = 0) -> str:
    """A list definition whose levels have these formats and texts, as ("decimal", "%1.")."""
    inner = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (kind, text) in enumerate(formats)
    )
    return f'<w:abstractNum w:abstractNumId="{abstract}">{inner}</w:abstractNum>'


def num(number: int = 1, abstract: int = 0, inner: str = "") -> str:
    """A list of the definition `abstract`."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{inner}</w:num>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with plain text, or with paragraphs."""
    cells = ["".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def read(path: Path) -> SourceText:
    """What is read of the Word file at `path`."""
    return WordReader().read(path, ReadLimits())


def lines(path: Path, body: str, **parts: str) -> tuple[Line, ...]:
    """The lines read of a Word file of this body."""
    return read(word_file(path / "a.docx", body, **parts)).lines


def texts(path: Path, body: str, **parts: str) -> list[str]:
    """Their texts, headers aside."""
    return [line.text for line in lines(path, body, **parts) if line.role is not Role.HEADER]
