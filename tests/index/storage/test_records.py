"""Dataclasses from JSON."""

from dataclasses import dataclass

import pytest

from index.storage.records import made


@dataclass(frozen=True, slots=True)
class Words:
    words: tuple[str, ...]


def test_texts_come_back_in_their_order() -> None:
    assert made(Words, {"words": ["b", "", "a"]}) == Words(("b", "", "a"))
    assert made(Words, {"words": []}) == Words(())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a", 1], "words: 1 is not of type str"),
        (["a", None], "words: None is not of type str"),
        (["a", "\ud800"], "words: .* holds half a character"),
        (["\ud83d", "\ude00"], "words: .* holds half a character"),
        ("a", "words: 'a' is not a list"),
    ],
)
def test_a_list_with_something_else_than_texts_is_refused(words: object, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        made(Words, {"words": words})
