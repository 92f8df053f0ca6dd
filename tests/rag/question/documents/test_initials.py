"""Documents that are called by initials."""

import pytest

from index.document import Document
from rag.question.documents.initials import has_initials

COMMISSION = Document(
    "one", "Report of the International Law Commission", (), body="Committee for Programme and Coordination"
)


@pytest.mark.parametrize(
    ("word", "has"),
    [
        ("ILC", True),
        ("ilc", True),
        ("CPC", True),
        ("LC", False),
        ("IC", False),
        ("ICL", False),
        ("CRI", False),
        ("I2C", False),
    ],
)
def test_the_first_letters_of_words_one_after_the_other_are_initials(word: str, has: bool) -> None:
    assert has_initials(COMMISSION, word) is has
