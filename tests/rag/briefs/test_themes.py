"""Briefs on a theme, from small documents that three years apart say nearly the same."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from index.build import build_index
from index.document import Document, Paragraph
from index.errors import QuestionError
from index.locator import Locator
from index.store import Index
from rag.briefs.counterparts import Counterpart, Counterparts
from rag.briefs.grouping import grouped, telling_heading
from rag.briefs.themes import DEPTH, Brief, theme_brief
from rag.calibration import ThemeSettings, calibration_for
from rag.provenance import provenance
from rag.reports.report import Prose, Text
from rag.reports.theme_report import theme_report
from rag.reports.writers.markdown import write_markdown
from rag.retrieval.retrieve import Retriever
from rag.settings import RetrievalSettings
from tests.support.fakes import FakeEmbedder
from ui.cli.terminal.report import print_report

NETWORKS = "Networks of practitioners exchange information between zones before a formal request is made."
NETWORKS_LATER = (
    "Networks of practitioners exchange information between zones, securely, before a formal request is made."
)
FREEZING = "Quick freezing keeps valuable property from moving while judges weigh evidence."
TRAINING = "Useful training helps young experts learn."
NETWORK_MONEY = "Networks join every kingdom under one yearly quota."


def document(id: str, date: str, *paragraphs: tuple[str, str, tuple[str, ...]]) -> Document:
    made = tuple(Paragraph(Locator(number=number), text, headings) for number, text, headings in paragraphs)
    return Document(id=id, title=id.title(), date=date, paragraphs=made)


USUAL = calibration_for()
EVERYTHING = replace(USUAL.themes, near=-100, dense=-1)

NEW = document(
    "new",
    "2021-01-02",
    ("1", NETWORKS_LATER, ("I. Exchange of information",)),
    ("2", FREEZING, ("II. Freezing",)),
    ("3", NETWORK_MONEY, ("III. Funds", "Action taken")),
)
OLD = document(
    "old",
    "2018-04-05",
    ("1", NETWORKS, ("A. Exchange of information", "Action taken")),
    ("2", FREEZING, ("B. Freezing", "Action taken")),
    ("3", TRAINING, ("C. Training", "Action taken")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index([NEW, OLD], FakeEmbedder())


def brief(index: Index, theme: str, *documents: str, settings: ThemeSettings | None = None) -> Brief:
    retriever = Retriever(index, FakeEmbedder(), RetrievalSettings(depth=DEPTH))
    return theme_brief(theme, retriever, documents, replace(USUAL, themes=settings or USUAL.themes))


def rows(index: Index, *places: str) -> list[int]:
    """The rows of paragraphs named as `old 1`."""
    found = (index.row(place.split()[0], Locator(number=place.split()[1])) for place in places)
    return [row for row in found if row is not None]


def test_the_same_and_the_changed_paragraph_of_another_document_are_found(index: Index) -> None:
    same, changed, alone = rows(index, "old 2", "old 1", "old 3")
    counterparts = Counterparts(index, USUAL.counterparts)
    assert counterparts.of(same) == [Counterpart(rows(index, "new 2")[0], same=True, shared=1.0)]
    (found,) = counterparts.of(changed)
    assert (found.row, found.same) == (rows(index, "new 1")[0], False)
    assert found.shared == pytest.approx(26 / 27)
    assert counterparts.of(alone) == []


def test_a_point_is_its_oldest_paragraph_and_what_became_of_it(index: Index) -> None:
    found = brief(index, "networks of practitioners", settings=replace(USUAL.themes, near=0.5))
    first = next(point for each in found.subthemes for point in each.points if point.row == rows(index, "old 1")[0])
    assert [each.text for each in first.statements] == [NETWORKS]
    assert first.statements[0].citations[0].text == "Old (5 April 2018), para. 1"
    assert [(each.row, each.same) for each in first.versions] == [(rows(index, "new 1")[0], False)]


def test_documents_stand_oldest_first(index: Index) -> None:
    found = brief(index, "networks of practitioners")
    assert [each.id for each in found.documents] == ["old", "new"]


def test_a_brief_may_be_on_one_document(index: Index) -> None:
    found = brief(index, "networks of practitioners", "new")
    points = [point for each in found.subthemes for point in each.points]
    assert {index.paragraphs[point.row].document.id for point in points} == {"new"}
    assert not any(point.versions for point in points)


def test_at_most_so_many_paragraphs_as_wanted_are_taken(index: Index) -> None:
    found = brief(index, "networks", settings=replace(USUAL.themes, most=1, near=0))
    assert len([point for each in found.subthemes for point in each.points]) == 1


def test_a_theme_that_no_document_speaks_of_has_no_points(index: Index) -> None:
    found = brief(index, "xylophone")
    assert found.subthemes == ()
    text = written(found)
    assert "No paragraph was found that clearly speaks of xylophone." in text
    assert "About this document" in text


def test_an_empty_theme_is_refused(index: Index) -> None:
    with pytest.raises(QuestionError):
        brief(index, "  ")


def test_an_unknown_place_is_refused(index: Index) -> None:
    with pytest.raises(QuestionError, match="name a theme"):
        brief(index, "paragraph 99")


def test_the_telling_heading_is_the_innermost_that_is_not_repeated_throughout() -> None:
    index = build_index([OLD], FakeEmbedder())
    assert [telling_heading(ref) for ref in index.paragraphs] == ["Exchange of information", "Freezing", "Training"]


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        (("II. Overview of the status of implementation",), None),
        (("I. Introduction",), None),
        (("Item 2. Preparations", "(b) General discussion"), "Preparations"),
        (("Draft guideline 4", "Receiving States should follow up"), "Receiving States should follow up"),
        (("1. Tools",), "Tools"),
        ((), None),
    ],
)
def test_headings_that_say_nothing_are_passed_over(headings: tuple[str, ...], name: str | None) -> None:
    index = build_index([document("one", "2020-01-01", ("1", "Words.", headings))], FakeEmbedder())
    assert telling_heading(index.paragraphs[0]) == name


def test_paragraphs_about_one_thing_are_one_group_named_by_its_heaviest_heading(index: Index) -> None:
    freezing, later, training = rows(index, "old 2", "new 2", "old 3")
    groups = grouped([freezing, later, training], {freezing: 1.0, later: 5.0, training: 2.0}, index)
    assert [(each.name, each.rows) for each in groups] == [
        ("Freezing", (later, freezing)),
        ("Training", (training,)),
    ]


def test_no_paragraphs_make_no_groups(index: Index) -> None:
    assert grouped([], {}, index) == ()


def written(found: Brief) -> str:
    file = io.StringIO()
    made_with = provenance(found.index.fingerprint, "fake", "plain", "2026-03-01T10:00:00+00:00")
    write_markdown(theme_report(found, "Networks", made_with), file)
    return file.getvalue()


def test_the_report_shows_points_changes_and_what_each_document_adds(index: Index) -> None:
    text = written(brief(index, "networks of practitioners", settings=EVERYTHING))
    assert f"{NETWORKS} [Old (5 April 2018), para. 1]" in text
    assert (
        "> **Changed in New (2 January 2021):** Networks of practitioners exchange information between zones, "
        "**securely,** before a formal request is made. [New (2 January 2021), para. 1]"
    ) in text
    assert "> **Word for word in** [New (2 January 2021), para. 2]" in text
    assert "**Changed from an earlier document:** New (2 January 2021), para. 1." in text
    assert "**Repeated word for word:** New (2 January 2021), para. 2." in text
    assert index.fingerprint in text


def test_every_point_and_version_stands_whole_in_the_annex(index: Index) -> None:
    found = brief(index, "networks of practitioners", settings=EVERYTHING)
    report = theme_report(found, "Networks", provenance("i", "m", "s", "2026-03-01"))
    quotes = [each.spans for each in report.blocks() if isinstance(each, Prose) and each.kind == "quote"]
    assert (Text(NETWORKS),) in quotes
    assert (Text(NETWORKS_LATER),) in quotes


def test_two_briefs_are_the_same(index: Index) -> None:
    assert written(brief(index, "networks")) == written(brief(index, "networks"))


def test_a_terminal_shows_the_points_without_the_annex(index: Index, tmp_path: Path) -> None:
    from rich.console import Console

    found = brief(index, "networks of practitioners", settings=replace(USUAL.themes, near=0))
    console = Console(width=100, record=True, file=io.StringIO())
    print_report(theme_report(found, "Networks", provenance("i", "m", "s", "2026-03-01")), console)
    text = console.export_text()
    assert "Changed in New (2 January 2021):" in text
    assert "What each document adds" in text
    assert "Annex" not in text
