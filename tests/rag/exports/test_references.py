"""References of documents, as the programs read them that keep references."""

import json

import pytest

from index.document import Document
from index.locator import Locator
from rag.exports.references import bibtex, csl_json, ris

REPORT = Document(
    id="report-2018",
    title="Progress report: 50% & more",
    paragraphs=(),
    symbol="CAC/COSP/WG.2/2018/2",
    date="2018-04-04",
    body="Working Group",
)
PLAIN = Document(id="letter", title="A letter", paragraphs=())
C = Locator(number="65", items=("c",))


def test_ris_has_a_field_a_line_and_the_place_as_a_note() -> None:
    assert ris(REPORT, C).splitlines() == [
        "TY  - RPRT",
        "ID  - report-2018",
        "AU  - Working Group",
        "TI  - Progress report: 50% & more",
        "SN  - CAC/COSP/WG.2/2018/2",
        "PB  - United Nations",
        "PY  - 2018",
        "DA  - 2018/04/04",
        "LA  - en",
        "UR  - https://docs.un.org/en/CAC/COSP/WG.2/2018/2",
        "N1  - para. 65 (c)",
        "ER  - ",
    ]


def test_bibtex_escapes_what_has_a_meaning_there() -> None:
    assert bibtex(REPORT, C) == (
        "@techreport{report-2018,\n"
        "  author = {{Working Group}},\n"
        "  title = {{Progress report: 50\\% \\& more}},\n"
        "  institution = {United Nations},\n"
        "  number = {CAC/COSP/WG.2/2018/2},\n"
        "  year = {2018},\n"
        "  date = {2018-04-04},\n"
        "  url = {https://docs.un.org/en/CAC/COSP/WG.2/2018/2},\n"
        "  note = {para. 65 (c)},\n"
        "}\n"
    )
    odd = Document(id="odd", title=r"a\b {c} ~d^ $1_#", paragraphs=())
    assert r"title = {{a\textbackslash{}b \{c\} \textasciitilde{}d\textasciicircum{} \$1\_\#}}," in bibtex(odd)


def test_csl_cites_a_paragraph_by_its_locator() -> None:
    (cited,) = json.loads(csl_json(REPORT, C))["citationItems"]

    assert (cited["label"], cited["locator"]) == ("paragraph", "65 (c)")
    assert (
        cited["itemData"]
        == json.loads(csl_json(REPORT))[0]
        == {
            "id": "report-2018",
            "type": "report",
            "title": "Progress report: 50% & more",
            "author": [{"literal": "Working Group"}],
            "publisher": "United Nations",
            "number": "CAC/COSP/WG.2/2018/2",
            "URL": "https://docs.un.org/en/CAC/COSP/WG.2/2018/2",
            "issued": {"date-parts": [[2018, 4, 4]]},
            "language": "en",
        }
    )


@pytest.mark.parametrize(
    ("place", "suffix"),
    [
        (Locator(("annex", "draft guideline 4"), "4.1", ("a",)), ", annex, draft guideline 4, para. 4.1 (a)"),
        (Locator(page="4", ordinal=2, label="paragraph"), ", p. 4, para. 2"),
        (Locator(number="2", label="table"), ", table 2"),
    ],
)
def test_csl_cites_what_it_has_no_label_for_by_a_suffix(place: Locator, suffix: str) -> None:
    (cited,) = json.loads(csl_json(REPORT, place))["citationItems"]

    assert cited["suffix"] == suffix
    assert "locator" not in cited


def test_what_is_not_known_of_a_document_is_left_out() -> None:
    assert "SN" not in ris(PLAIN)
    assert "PY" not in ris(PLAIN)
    assert "url" not in bibtex(PLAIN)
    assert sorted(json.loads(csl_json(PLAIN))[0]) == ["author", "id", "language", "publisher", "title", "type"]
