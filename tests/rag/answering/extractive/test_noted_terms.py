"""What a term means, where only a footnote tells it."""

import pytest

from index.document import Document
from index.store import Index
from tests.support.answering import quoted_whole
from tests.support.papers import index_of, paragraph

ACCESSION = "An accession is a sample of seeds that was collected at one place."
REPORT = Document(
    "report",
    "Audit of the seed bank",
    (
        paragraph("1", "Some 300 accessions could not be found.", notes={"1": ACCESSION, "2": "A/80/5."}),
        paragraph("2", "A vault is a store below minus 18 degrees.", notes={"1": "A vault is an arch."}),
        paragraph("3", "The registry lists accessions.", notes={"1": "The registry was hacked."}),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("What is an accession?", [ACCESSION]),
        ("what does accession mean", [ACCESSION]),
        ("What is a vault?", []),
        ("What is a registry?", []),
        ("How many accessions were there?", []),
    ],
)
def test_a_footnote_that_defines_a_term_is_quoted_where_no_paragraph_does(
    index: Index, question: str, quoted: list[str]
) -> None:
    assert quoted_whole(index, question) == quoted
