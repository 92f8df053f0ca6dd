"""What the endings of symbols say of other documents."""

from index.document import Document
from index.related import Symbol, related_documents, symbols_of


def document(symbol: str | None, id: str | None = None, language: str = "en") -> Document:
    return Document(id=id or str(symbol), title="", paragraphs=(), symbol=symbol, language=language)


def ids(documents: tuple[Document, ...]) -> list[str]:
    return [each.id for each in documents]


def test_a_symbol_is_cut_at_its_endings() -> None:
    assert Symbol.parse("A/79/352/Rev.1/Corr.2") == Symbol("A/79/352", (("Rev", 1), ("Corr", 2)))
    assert Symbol.parse("E/AC.51/2025/L.4/Add.10") == Symbol("E/AC.51/2025/L.4", (("Add", 10),))
    assert Symbol.parse("S/RES/1325 (2000)") == Symbol("S/RES/1325 (2000)")


def test_an_ending_counts_however_it_is_written() -> None:
    assert Symbol.parse("S/2025/71/rev 1") == Symbol.parse("S/2025/71/Rev.1")


def test_a_double_symbol_is_two_and_a_hyphen_within_one_is_none() -> None:
    assert [each.stem for each in symbols_of("A/79/975-E/2025/82")] == ["A/79/975", "E/2025/82"]
    assert [each.stem for each in symbols_of("E/2025/43-E/C.19/2025/8")] == ["E/2025/43", "E/C.19/2025/8"]
    assert [each.stem for each in symbols_of("A/RES/ES-10/23")] == ["A/RES/ES-10/23"]
    assert symbols_of(None) == ()


def test_revisions_are_in_order_of_their_numbers_and_the_last_supersedes() -> None:
    first, second, tenth = document("S/2025/71"), document("S/2025/71/Rev.2"), document("S/2025/71/Rev.10")
    held = [tenth, first, second]
    assert ids(related_documents(first, held).later) == ["S/2025/71/Rev.2", "S/2025/71/Rev.10"]
    of_second = related_documents(second, held)
    assert ids(of_second.earlier) == ["S/2025/71"]
    assert of_second.superseded_by is tenth
    assert related_documents(tenth, held).superseded_by is None


def test_corrigenda_and_addenda_belong_to_what_they_correct_and_add_to() -> None:
    report, added, corrected = document("A/80/10"), document("A/80/10/Add.1"), document("A/80/10/Corr.1")
    corrected_addition = document("A/80/10/Add.1/Corr.1")
    held = [corrected_addition, corrected, added, report]
    found = related_documents(report, held)
    assert (ids(found.addenda), ids(found.corrigenda), found.later) == (["A/80/10/Add.1"], ["A/80/10/Corr.1"], ())
    assert related_documents(added, held).original is report
    assert ids(related_documents(added, held).corrigenda) == ["A/80/10/Add.1/Corr.1"]
    assert related_documents(corrected_addition, held).original is added


def test_a_revision_of_an_addendum_is_no_revision_of_the_report() -> None:
    report, revised = document("A/80/10"), document("A/80/10/Add.1/Rev.1")
    assert related_documents(report, [revised]).later == ()
    assert ids(related_documents(document("A/80/10/Add.1"), [revised]).later) == ["A/80/10/Add.1/Rev.1"]


def test_one_of_two_symbols_is_enough() -> None:
    assert ids(
        related_documents(document("A/80/75-E/2025/55"), [document("A/80/75/Corr.1-E/2025/55/Corr.1")]).corrigenda
    )


def test_another_language_is_no_other_issue_and_the_same_symbol_neither() -> None:
    english = document("S/2025/71")
    held = [document("S/2025/71/Rev.1", language="fr"), document("S/2025/71", id="copy"), document(None)]
    found = related_documents(english, held)
    assert (found.later, found.earlier, found.original) == ((), (), None)
