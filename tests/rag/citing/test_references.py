"""Cross-references that texts make to documents, resolutions and their own paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.citing.references import Reference, references_in


def found(text: str, before: Reference | None = None) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The words of each reference, the symbols it can have and the places."""
    return [
        (text[each.start : each.end], each.symbols, tuple(map(str, each.locators)))
        for each in references_in(text, before)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See A/RES/73/6, para. 5.", [("A/RES/73/6, para. 5", ("A/RES/73/6",), ("5",))]),
        ("paragraph 3 of A/80/10", [("paragraph 3 of A/80/10", ("A/80/10",), ("3",))]),
        ("General Assembly resolution 73/190", [("General Assembly resolution 73/190", ("A/RES/73/190",), ())]),
        (
            "Security Council resolution 1325 (2000)",
            [("Security Council resolution 1325 (2000)", ("S/RES/1325(2000)",), ())],
        ),
        ("its resolution 1325 (2000)", [("resolution 1325 (2000)", ("S/RES/1325(2000)",), ())]),
        (
            "Human Rights Council decision 6/102",
            [("Human Rights Council decision 6/102", ("A/HRC/DEC/6/102",), ())],
        ),
        ("resolution 7/1", [("resolution 7/1", ("A/RES/7/1", "A/HRC/RES/7/1", "E/RES/7/1"), ())]),
        (
            "General Assembly resolutions 73/190, 74/1 and 75/3",
            [
                ("General Assembly resolutions 73/190", ("A/RES/73/190",), ()),
                ("74/1", ("A/RES/74/1",), ()),
                ("75/3", ("A/RES/75/3",), ()),
            ],
        ),
        (
            "paragraph 4 of General Assembly resolution 73/190",
            [("paragraph 4 of General Assembly resolution 73/190", ("A/RES/73/190",), ("4",))],
        ),
        ("see para. 67 below", [("para. 67 below", (), ("67",))]),
        ("paragraphs 3–5 above", [("paragraphs 3–5 above", (), ("3", "4", "5"))]),
        ("paragraph 4 of the present report", [("paragraph 4 of the present report", (), ("4",))]),
        ("A/1, para. 3; ibid., para. 5", [("A/1, para. 3", ("A/1",), ("3",)), ("ibid., para. 5", ("A/1",), ("5",))]),
        ("paragraph 12 and 160 States", []),
        ("paragraph 5 of article 57 of the Convention", []),
        ("https://www.un.org/page/2", []),
        ("Ibid., para. 5", []),
        ("Ibid., vol. 1155, No. 18232", []),
    ],
)
def test_references_are_read_with_their_targets(
    text: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert found(text) == expected


def test_ibid_is_the_document_before_it_and_no_volume_of_a_series() -> None:
    (before,) = references_in("A/80/10, para. 3.")
    assert found("Ibid., para. 66.", before) == [("Ibid., para. 66", ("A/80/10",), ("66",))]
    assert found("Ibid.", before) == [("Ibid.", ("A/80/10",), ())]
    assert found("Ibid., vol. 1155, p. 331.", before) == []


PIECES = st.sampled_from(
    "ibid.|, |para. 5|resolutions 73/6 and|74/1|A/1|above|; |(|Security Council|the annex to".split("|")
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12))
def test_references_lie_in_the_text_in_order_and_never_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    places = [(each.start, each.end) for each in references_in(text, Reference(0, 0, ("A/2",)))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
