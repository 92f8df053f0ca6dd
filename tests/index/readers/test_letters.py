import pytest

from index.readers.letters import mended


@pytest.mark.parametrize(
    ("drawn", "typed"),
    [
        ("the ﬁrst oﬃce of staﬀ", "the first office of staff"),
        ("right\u200e-to\u202b-left\u202c", "right-to-left"),
        ("no\u200bwidth\ufeff", "nowidth"),
        ("con\x01trol\x7f", "control"),
        ("\uf0b7 Deputy Minister", "• Deputy Minister"),
        ("\uf02a\uf031\uf037\uf02a", "*17*"),
        ("a private \ue123 sign", "a private  sign"),
        ("long\ufffe", "long-"),
        ("A/79/L\u201164", "A/79/L-64"),
        ("co\u00adoperation", "cooperation"),
        ("co\u00ad", "co\u00ad"),
        ("Türkiye – “naïve” 中文 العربية", "Türkiye – “naïve” 中文 العربية"),
    ],
)
def test_letters_are_those_that_a_person_would_type(drawn: str, typed: str) -> None:
    assert mended(drawn) == typed
