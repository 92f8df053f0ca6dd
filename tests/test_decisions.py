"""The pages of docs/decisions/ are listed, have the same parts, and name files that are there."""

import re

import pytest

from tests.support.route import ROOT

FOLDER = ROOT / "docs" / "decisions"
PAGES = sorted(FOLDER.glob("[0-9]*.md"))
PARTS = ["Context", "Decision", "Measured", "Consequences"]


def test_every_page_is_listed_under_its_title() -> None:
    listed = re.findall(r"^\| \[(\d+)\]\((.+?)\) \| (.+) \|$", (FOLDER / "README.md").read_text(encoding="utf-8"), re.M)
    titles = [path.read_text(encoding="utf-8").partition("\n")[0] for path in PAGES]

    assert [(name, f"# {number}. {title}") for number, name, title in listed] == [
        (path.name, title) for path, title in zip(PAGES, titles, strict=True)
    ]


@pytest.mark.parametrize("name", [path.name for path in PAGES])
def test_a_page_has_its_parts_and_names_files_that_are_there(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    named = re.findall(r"`((?:index|rag|eval|ui|tests|docs|corpus)/[\w./-]+)`", text)

    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS
    assert [path for path in named if not (ROOT / path).exists()] == []
