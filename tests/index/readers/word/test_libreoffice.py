"""Automatic numbers held against those that LibreOffice prints, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.index.readers.word.packages import levels, num, numbered, p, read, word_file

n = numbered
LIST = levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
LEGAL = levels(("upperRoman", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr><w:ilvl w:val="{level}"/>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    for name, level in (("Par", 0), ("Sub", 1))
)


def _restart(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _styled(text: str, style: str, more: str = "") -> str:
    return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


# Body, numbering. LibreOffice does not know that a level may never restart (`w:lvlRestart` of 0), so that is not here.
TRAPS = {
    "levels": (n("a") + n("b", level=1) + n("c", level=2) + n("d", level=1) + n("e") + n("f", level=1), LIST + num()),
    "shared": (n("a") + n("b") + n("c", number=2) + n("d") + n("e", number=2), LIST + num(1) + num(2)),
    "restarted": (
        n("a") + n("b") + n("c", number=2) + n("d") + n("e", number=2),
        LIST + num(1) + num(2, 0, _restart(0, 1)),
    ),
    "from five": (n("a") + n("b", number=2) + n("c", number=2) + n("d"), LIST + num(1) + num(2, 0, _restart(0, 5))),
    "inner restart": (
        n("a") + n("b", level=1) + n("c", level=1) + n("d", number=2, level=1) + n("e") + n("f", level=1),
        LIST + num(1) + num(2, 0, _restart(1, 1)),
    ),
    "inner first": (n("a", level=1) + n("b") + n("c", level=1), LIST + num()),
    "skipped level": (n("a") + n("b", level=2) + n("c", level=2) + n("d", level=1) + n("e"), LIST + num()),
    "composed": (n("a") + n("b", level=1) + n("c", level=2) + n("d") + n("e", level=1), LEGAL + num()),
    "with zero": (n("a") + n("b"), levels(("decimalZero", "%1.")) + num()),
    "letters": ("".join(n("a") for _ in range(29)), levels(("lowerLetter", "%1)")) + num()),
    "hundred": ("".join(n("a") for _ in range(102)), LIST + num()),
    "start": (n("a") + n("b"), LIST.replace('w:start w:val="1"', 'w:start w:val="7"', 1) + num()),
    "off": (
        _styled("a", "Par") + _styled("b", "Par", '<w:numPr><w:numId w:val="0"/></w:numPr>') + _styled("c", "Par"),
        LIST + num(),
    ),
    "by style": (_styled("a", "Par") + _styled("b", "Sub") + _styled("c", "Sub") + _styled("d", "Par"), LIST + num()),
}  # fmt: skip


def _words(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_automatic_numbers_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    paths = {
        trap: word_file(tmp_path / f"{trap}.docx", body, numbering=numbering, styles=STYLES)
        for trap, (body, numbering) in TRAPS.items()
    }
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, paths.values())], check=True, capture_output=True, timeout=300)
    printed = {trap: _words(path.with_suffix(".txt").read_text("utf-8-sig")) for trap, path in paths.items()}
    assert {trap: _words("\n".join(line.text for line in read(path).lines)) for trap, path in paths.items()} == printed
