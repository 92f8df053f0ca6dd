"""What a document is called."""

from index.document import Document


def test_a_document_is_called_by_its_titles_and_by_the_names_people_use() -> None:
    paper = Document("d", "Report of the Group", (), short_title="Group report", also_known_as=("2018 report",))
    assert paper.names == ("Report of the Group", "Group report", "2018 report")
    assert Document("d", "", ()).names == ()
