"""Citations found in the text of a draft."""

import pytest

from rag.verifying.citations.found import citations_in, last_of
from rag.verifying.citations.titles import Titles
from tests.support.drafts import held, store_of

TITLES = Titles(store_of(held()))


def cited(text: str) -> list[tuple[str, str, list[str]]]:
    """The words, the likeliest symbol and the places of each citation."""
    return [
        (
            text[each.start : each.end],
            (*each.reference.symbols, "")[0],
            [str(place) for place in each.reference.locators],
        )
        for each in citations_in(text, TITLES)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see A/72/10, para. 5.", [("A/72/10, para. 5", "A/72/10", ["5"])]),
        (
            "In paragraph 5 of the report (A/72/10), it",
            [("paragraph 5 of the report (A/72/10", "A/72/10", ["5"])],
        ),
        (
            "paragraphs 5 and 6 of the report of the Secretary-General on assets (see A/72/10)",
            [
                (
                    "paragraphs 5 and 6 of the report of the Secretary-General on assets (see A/72/10",
                    "A/72/10",
                    ["5", "6"],
                )
            ],
        ),
        (
            "in paragraph 4 of General Assembly resolution 73/190",
            [("paragraph 4 of General Assembly resolution 73/190", "A/RES/73/190", ["4"])],
        ),
        (
            "Security Council resolution 1325 (2000)",
            [("Security Council resolution 1325 (2000)", "S/RES/1325(2000)", [])],
        ),
        (
            "A/72/10, para. 5; ibid., para. 7",
            [("A/72/10, para. 5", "A/72/10", ["5"]), ("ibid., para. 7", "A/72/10", ["7"])],
        ),
        ("The report (A/72/10) says so (para. 6).", [("A/72/10", "A/72/10", []), ("para. 6", "A/72/10", ["6"])]),
        ("paragraph 5 of article 57 of the Convention", []),
        (
            "(A/72/10, para. 5; ibid., article 1, commentary, para. 9)",
            [
                ("A/72/10, para. 5", "A/72/10", ["5"]),
                ("ibid., article 1, commentary, para. 9", "A/72/10", ["article 1, commentary, 9"]),
            ],
        ),
        ("as in draft conclusions 4 to 6 (A/72/10, para. 6).", [("A/72/10, para. 6", "A/72/10", ["6"])]),
        (
            "General Assembly resolution 48/134 (A/72/10, para. 6)",
            [("General Assembly resolution 48/134", "A/RES/48/134", []), ("A/72/10, para. 6", "A/72/10", ["6"])],
        ),
    ],
)
def test_citations_are_read_with_their_document_and_places(
    text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert cited(text) == expected


def test_a_document_without_a_symbol_is_cited_by_its_title() -> None:
    text = "Report of the expert group on its second meeting (29 May 2019), para. 3"
    (citation,) = citations_in(text, TITLES)
    document = TITLES.document(citation.reference.symbols[0])
    assert document is not None and document.id == "titled"
    assert [str(place) for place in citation.reference.locators] == ["3"]
    assert (citation.start, citation.end) == (0, len(text))


@pytest.mark.parametrize("written", ["A/RES/ 73/190", "A\\RES\\73\\190", "A/RES/73/19O"])
def test_a_symbol_with_a_slip_of_the_keyboard_is_read_and_the_slip_told(written: str) -> None:
    (citation,) = citations_in(f"see {written}, para. 4.", TITLES)
    assert citation.reference.symbols == ("A/RES/73/190",)
    assert citation.repair is not None and citation.repair.written == written


def test_a_paragraph_in_a_later_sentence_is_unsure() -> None:
    found = citations_in("The report (A/72/10) says so. Later it adds more (para. 6).", TITLES)
    assert [each.is_sure for each in found] == [True, False]


def test_a_paragraph_of_the_draft_itself_is_its_own() -> None:
    assert [each.is_own for each in citations_in("A/72/10 says so (see para. 3 above).", TITLES)] == [False, True]


def test_ibid_after_nothing_is_lost() -> None:
    assert [each.is_lost for each in citations_in("Ibid., para. 7.", TITLES)] == [True]


def test_ibid_at_the_beginning_is_what_was_cited_before() -> None:
    before = last_of(citations_in("A/72/10, para. 5.", TITLES), None)
    (citation,) = citations_in("Ibid., para. 7.", TITLES, before)
    assert citation.reference.symbols == ("A/72/10",)


@pytest.mark.parametrize(("text", "marks"), [("A/72/10, para. 5, footnote 1", ("1",)), ("A/72/10, footnote 2", ("2",))])
def test_footnotes_belong_to_the_citation_before_them(text: str, marks: tuple[str, ...]) -> None:
    (citation,) = citations_in(text, TITLES)
    assert citation.footnotes == marks
