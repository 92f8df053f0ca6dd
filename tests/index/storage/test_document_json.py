"""Documents as JSON: whole for the index, in the promised form for `pincite show --json`."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document, Finding, Paragraph
from index.storage.document_json import finding_from_record, from_record, to_contract, to_record

_DOCUMENTS = st.builds(Document, paragraphs=st.lists(st.from_type(Paragraph)).map(tuple))


@given(_DOCUMENTS)
def test_a_document_comes_back_from_json_unchanged(document: Document) -> None:
    line = json.dumps(to_record(document), ensure_ascii=False)
    assert from_record(json.loads(line)) == document


def test_the_record_keeps_every_field(documents: tuple[Document, ...]) -> None:
    for document in documents:
        assert from_record(json.loads(json.dumps(to_record(document)))) == document


@pytest.mark.parametrize("key", ["id", "paragraphs"])
def test_a_record_without_a_key_is_refused(documents: tuple[Document, ...], key: str) -> None:
    record = to_record(documents[0])
    del record[key]
    with pytest.raises((KeyError, TypeError)):
        from_record(record)


def test_a_finding_comes_back() -> None:
    finding = Finding("a", "a.txt", 7, "missing", "4 is missing")
    record = {"document": "a", "source": "a.txt", "line": 7, "kind": "missing", "message": "4 is missing"}
    assert finding_from_record(record) == finding


def test_the_contract_is_as_promised(documents: tuple[Document, ...]) -> None:
    assert to_contract(documents[0]) == {
        "document": "report-2018",
        "symbol": "A/1",
        "url": "https://docs.un.org/en/A/1",
        "title": "Progress report",
        "date": "2018-04-04",
        "language": "en",
        "paragraphs": [
            {
                "locator": "1",
                "text": "Networks exist. Banks cooperate.",
                "headings": ["I. Introduction"],
                "notes": [{"mark": "1", "text": "See para. 2."}],
                "items": [],
            },
            {
                "locator": "2",
                "text": "States should: (a) Share information; (b) Return assets.",
                "headings": ["II. Action", "A. Lists"],
                "notes": [],
                "items": [
                    {"locator": "2 (a)", "text": "Share information;"},
                    {"locator": "2 (b)", "text": "Return assets."},
                ],
            },
        ],
    }


def test_a_document_without_a_symbol_says_so_and_containers_are_in_the_locator(documents: tuple[Document, ...]) -> None:
    contract = to_contract(documents[1])
    assert contract["symbol"] is None
    assert contract["url"] is None
    assert contract["paragraphs"][0]["locator"] == "draft guideline 1, 1"
