"""Documents aligned: by hand on small ones, and the draft guidelines of 2018 with those of 2021, read by eye."""

import pytest

from index.build import build_index
from index.document import Document, Paragraph
from index.errors import QuestionError
from index.locator import Locator
from index.store import Index
from rag.comparing.align import Alignment, align
from rag.comparing.align_json import alignment_object
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of

Row = tuple[str, str, str]


def document(name: str, *texts: str, containers: tuple[str, ...] = (), first: int = 1) -> Document:
    paragraphs = (Paragraph(Locator(containers, str(number)), text) for number, text in enumerate(texts, first))
    return Document(id=name, title=name, paragraphs=tuple(paragraphs))


def joined(name: str, *documents: Document) -> Document:
    return Document(id=name, title=name, paragraphs=tuple(each for one in documents for each in one.paragraphs))


def aligned(left: Document, right: Document) -> Alignment:
    return align(build_index([left, right], FakeEmbedder()), left.id, right.id)


def rows(alignment: Alignment) -> list[Row]:
    return [
        (match.kind, _numbers(match.left), _numbers(match.right)) for part in alignment.parts for match in part.matches
    ]


def _numbers(refs: tuple[object, ...]) -> str:
    return " + ".join(str(ref.locator) for ref in refs)  # type: ignore[attr-defined]


# The fake model knows a word by its first letter alone.
BANKS = "Banks freeze money quickly."
COURTS = "Courts hear appeals on Tuesday."
TRAINING = "Training needs yearly funding."


def test_paragraphs_that_say_the_same_are_matched_wherever_they_moved() -> None:
    alignment = aligned(document("old", BANKS, COURTS, TRAINING), document("new", TRAINING, BANKS, COURTS))
    assert rows(alignment) == [("same", "1", "2"), ("same", "2", "3"), ("same", "3", "1")]


def test_what_only_one_document_has_is_dropped_or_added_where_it_stands() -> None:
    alignment = aligned(document("old", BANKS, COURTS), document("new", BANKS, TRAINING, "Xylophones zigzag."))
    assert rows(alignment) == [("same", "1", "1"), ("dropped", "2", ""), ("added", "", "2"), ("added", "", "3")]


def test_an_added_paragraph_stands_before_the_next_that_has_a_match() -> None:
    alignment = aligned(document("old", BANKS, COURTS), document("new", BANKS, TRAINING, COURTS))
    assert rows(alignment) == [("same", "1", "1"), ("added", "", "2"), ("same", "2", "3")]


def test_a_few_other_words_make_a_paragraph_changed() -> None:
    alignment = aligned(document("old", BANKS), document("new", "Banks freeze money very quickly."))
    assert rows(alignment) == [("changed", "1", "1")]


def test_equal_numbers_decide_between_equally_good_matches() -> None:
    alignment = aligned(document("old", BANKS, BANKS), document("new", BANKS, BANKS))
    assert rows(alignment) == [("same", "1", "1"), ("same", "2", "2")]


def test_parts_with_the_same_number_are_compared_with_each_other_in_whatever_container() -> None:
    old = joined(
        "old",
        document("one", BANKS, COURTS, containers=("draft guideline 1",)),
        document("two", BANKS, TRAINING, containers=("draft guideline 2",)),
    )
    new = joined(
        "new",
        document("two", BANKS, TRAINING, containers=("annex", "draft guideline 2")),
        document("one", BANKS, COURTS, containers=("annex", "draft guideline 1")),
    )
    alignment = aligned(old, new)
    assert [(part.left, part.right) for part in alignment.parts] == [
        (("draft guideline 1",), ("annex", "draft guideline 1")),
        (("draft guideline 2",), ("annex", "draft guideline 2")),
    ]
    assert alignment.count("same") == 4


def test_a_part_that_was_given_another_number_is_found_by_what_it_says() -> None:
    old = joined("old", document("one", BANKS, COURTS, containers=("guideline 1",)))
    new = joined(
        "new",
        document("one", "Xylophones zigzag.", "Umbrellas vanish.", containers=("guideline 1",)),
        document("two", BANKS, COURTS, containers=("guideline 2",)),
    )
    parts = [(part.left, part.right) for part in aligned(old, new).parts]
    assert parts == [(("guideline 1",), ("guideline 2",)), (None, ("guideline 1",))]


def test_a_paragraph_moved_into_a_part_that_the_other_document_lacks_is_still_found() -> None:
    alignment = aligned(document("old", BANKS, COURTS), joined("new", document("a", COURTS, containers=("annex",))))
    assert rows(alignment) == [("dropped", "1", ""), ("same", "2", "annex, 1")]


def test_a_paragraph_that_was_split_is_matched_with_all_its_pieces() -> None:
    whole = "Banks freeze money. Courts hear appeals. Training needs funding."
    pieces = ("Banks freeze money.", "Courts hear appeals.", "Training needs funding.")
    alignment = aligned(
        document("old", whole, containers=("rule 1",)), document("new", *pieces, containers=("rule 1",))
    )
    assert rows(alignment) == [("same", "rule 1, 1", "rule 1, 1 + rule 1, 2 + rule 1, 3")]


def test_a_new_neighbour_of_a_matched_paragraph_does_not_join_it() -> None:
    alignment = aligned(
        document("old", BANKS, containers=("rule 1",)), document("new", BANKS, TRAINING, containers=("rule 1",))
    )
    assert rows(alignment) == [("same", "rule 1, 1", "rule 1, 1"), ("added", "", "rule 1, 2")]


def test_every_paragraph_of_both_documents_is_in_exactly_one_match() -> None:
    alignment = aligned(document("old", BANKS, COURTS, BANKS), document("new", COURTS, TRAINING, COURTS, BANKS))
    matches = [match for part in alignment.parts for match in part.matches]
    left = sorted(ref.row for match in matches for ref in match.left)
    right = sorted(ref.row for match in matches for ref in match.right)
    assert (left, right) == ([0, 1, 2], [3, 4, 5, 6])


def test_an_index_without_token_vectors_is_aligned_by_sentences() -> None:
    documents = [document("old", BANKS, COURTS), document("new", COURTS, BANKS)]
    index = index_of(*documents, token_limit=0)
    assert rows(align(index, "old", "new")) == [("same", "1", "2"), ("same", "2", "1")]


def test_a_document_cannot_be_compared_with_itself_or_one_that_is_not_there() -> None:
    index = build_index([document("old", BANKS), document("new", BANKS)], FakeEmbedder())
    with pytest.raises(QuestionError, match="given twice"):
        align(index, "old", "old")
    with pytest.raises(QuestionError, match="no document 'odd'"):
        align(index, "old", "odd")


def test_the_json_object_names_the_characters_that_only_one_side_has() -> None:
    # By hand: idf is ln 2 of a word in one paragraph of two, ln 1.2 of a word in both. Left to right `may` and
    # `share` are found, 2 ln 1.2 / (ln 2 + 2 ln 1.2) = 0.345; back, `States` is one with `share` by its letter: 1.
    old = document("old", "Countries may share.", containers=("rule 1",))
    new = document("new", "States may share.", containers=("rule 1",))
    index = build_index([old, new], FakeEmbedder())
    record = alignment_object(align(index, "old", "new"))
    assert record["counts"] == {"same": 0, "changed": 1, "dropped": 0, "added": 0}
    assert record["parts"] == [
        {
            "left": "rule 1",
            "right": "rule 1",
            "left_title": None,
            "right_title": None,
            "matches": [
                {
                    "kind": "changed",
                    "likeness": 0.672,
                    "left": [{"locator": "rule 1, 1", "text": "Countries may share.", "only_here": [[0, 9]]}],
                    "right": [{"locator": "rule 1, 1", "text": "States may share.", "only_here": [[0, 6]]}],
                }
            ],
        }
    ]


# Read by eye in the two documents: paragraph of 2018 (guideline, number) -> paragraphs of 2021.
GUIDELINES = {
    1: [("1", "1.1"), ("2", "1.2"), ("3", "1.3")],
    2: [("1", "2.1"), ("", "2.2"), ("2", "2.3")],
    3: [("whole", "3.1 3.2 3.3")],
    4: [("1", "4.2"), ("2", "4.1"), ("", "4.3")],
    5: [("1", "5.1"), ("2", "5.2")],
    6: [("1 2", "6.1"), ("3", "6.2"), ("4", "6.3")],
    7: [("1", "7.1"), ("2", "7.3"), ("3", "7.2"), ("4", "7.4")],
}


@pytest.mark.parametrize("number", GUIDELINES)
def test_each_draft_guideline_of_2018_is_aligned_with_its_revision(corpus_index: Index, number: int) -> None:
    alignment = align(corpus_index, "info-sharing-2018", "guidelines-2021")
    part = next(each for each in alignment.parts if each.left == (f"draft guideline {number}",))
    assert part.right == ("annex", f"draft guideline {number}")
    found = [
        (
            " ".join(ref.locator.number or "whole" for ref in match.left),
            " ".join(ref.locator.number or "whole" for ref in match.right),
        )
        for match in part.matches
    ]
    assert found == GUIDELINES[number]


def test_the_introductions_of_2018_and_2021_are_aligned_and_nothing_else_of_the_main_texts_but_the_last(
    corpus_index: Index,
) -> None:
    alignment = align(corpus_index, "info-sharing-2018", "guidelines-2021")
    main = alignment.parts[0]
    both = [(m.left[0].locator.number, m.right[0].locator.number) for m in main.matches if m.left and m.right]
    assert both == [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("48", "20")]


def test_the_alignment_is_the_same_whichever_document_comes_first(corpus_index: Index) -> None:
    there = align(corpus_index, "info-sharing-2018", "guidelines-2021")
    back = align(corpus_index, "guidelines-2021", "info-sharing-2018")
    assert there.count("changed") == back.count("changed") == 22
    assert (there.count("dropped"), there.count("added")) == (back.count("added"), back.count("dropped"))


def test_titles_of_guidelines_are_given_beside_their_numbers(corpus_index: Index) -> None:
    part = align(corpus_index, "info-sharing-2018", "guidelines-2021").parts[4]
    assert part.left_title == "Receiving countries should follow up actively on the information transmitted"
    assert part.right_title == "Receiving States should follow up actively on the information transmitted if needed"
