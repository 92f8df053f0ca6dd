"""Agendas: their items are cited as items."""

from tests.index.parser.setting import document, places

AGENDA = """
{b20} General Assembly
                                                       {10} A/79/150
                                                       Distr.: General
                                                       12 July 2024

{b14} Provisional agenda of the seventy-ninth session

1. Opening of the session.

2. Credentials of representatives:

   (a) Appointment of the members of the Credentials Committee;

   (b) Report of the Credentials Committee:

      (i) Credentials of Members;

      (ii) Credentials of observers.

{b12} A. Promotion of sustained economic growth

3. Macroeconomic policy questions
"""


def test_items_of_an_agenda_are_cited_as_items() -> None:
    parsed = document(AGENDA)
    assert [str(each.locator) for each in parsed.paragraphs] == ["item 1", "item 2", "item 3"]
    assert [str(item.locator) for item in parsed.paragraphs[1].items] == [
        "item 2 (a)",
        "item 2 (b)",
        "item 2 (b) (i)",
        "item 2 (b) (ii)",
    ]
    assert parsed.paragraphs[2].headings == ("A. Promotion of sustained economic growth",)


def test_a_report_on_an_agenda_has_paragraphs() -> None:
    long = "The Committee considered the item at its 3rd meeting and heard statements by many representatives. " * 2
    text = AGENDA.replace("Provisional agenda", "Report on the agenda").replace("Opening of the session.", long)
    text = text.replace("Credentials of representatives:", f"{long}It had before it:")
    assert places(text)[:2] == ["1", "2"]


def test_annotations_below_the_titles_of_items_have_their_pages() -> None:
    text = """
{b20} Economic and Social Council
                                                       Distr.: General
                                                       12 July 2024

{b14} Annotated provisional agenda

{b14} I. Provisional agenda

1. Election of officers.

2. Adoption of the agenda.

{b14} II. Annotations

{b} 1. Election of officers

The Commission will be invited to elect a Chair and four Vice-Chairs.

{b} 2. Adoption of the agenda

In accordance with rule 7, the Commission will adopt the agenda.
"""
    headings = {str(each.locator): each.headings for each in document(text).paragraphs}
    assert list(headings) == ["item 1", "item 2", "p. 1, unnumbered 1", "p. 1, unnumbered 2"]
    assert headings["p. 1, unnumbered 2"] == ("II. Annotations", "2. Adoption of the agenda")
