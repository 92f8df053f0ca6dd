"""Recipe: a numbering style. Paragraphs numbered `§ 12`, under clauses in which the numbers begin again."""

import re

from index.parser.orders import name_order
from index.parser.parse import parse_text
from index.parser.recognisers import RECOGNISERS, Kind, Recogniser, container_pattern

SECTION_SIGN = Recogniser("section sign", Kind.PARAGRAPH, re.compile(r"§ ?(?P<mark>[0-9]{1,4})\s+(?P<rest>.*)"))
CLAUSE = Recogniser("clause", Kind.CONTAINER, container_pattern("Clause"), rank=72, order=name_order)

TREATY = """Clause 1

§ 1 Parties exchange information.

§ 2 Parties return assets.

Clause 2

§ 1 This treaty is open for signature.
"""


def test_paragraphs_numbered_in_the_new_style_are_found_under_their_clauses() -> None:
    parse = parse_text(TREATY, id="treaty", source="treaty.txt", recognisers=(*RECOGNISERS, SECTION_SIGN, CLAUSE))

    assert [(str(each.locator), each.text) for each in parse.document.paragraphs] == [
        ("clause 1, 1", "Parties exchange information."),
        ("clause 1, 2", "Parties return assets."),
        ("clause 2, 1", "This treaty is open for signature."),
    ]
    assert parse.findings == ()


def test_without_the_rows_they_are_not() -> None:
    parse = parse_text(TREATY, id="treaty", source="treaty.txt")

    assert not any(each.locator.number for each in parse.document.paragraphs)
