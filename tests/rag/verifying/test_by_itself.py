"""A quotation or a citation by itself is checked by the rules for drafts, and never left without a word."""

import pytest

from index.errors import LocatorError, QuestionError
from rag.verifying.by_itself import check_citation, check_quotation
from rag.verifying.finding import CheckedDraft
from tests.support.drafts import FIVE, checker


def verdicts(checked: CheckedDraft) -> list[str]:
    return [each.verdict.value for each in checked.findings]


@pytest.mark.parametrize("quotation", [FIVE, f"“{FIVE}”", f'"{FIVE}"', f"  {FIVE}\n"])
def test_words_that_stand_where_they_are_cited_are_verbatim_with_marks_and_without(quotation: str) -> None:
    assert verdicts(check_quotation(checker(), quotation, "A/72/10, para. 5")) == ["verbatim"]


def test_words_that_stand_elsewhere_are_told_where() -> None:
    (finding,) = check_quotation(checker(), FIVE, "A/72/10, para. 6").findings

    assert (finding.verdict, finding.suggestion) == ("stands elsewhere", "A/72/10, para. 5")


def test_words_that_were_altered_are_shown_as_they_stand() -> None:
    (finding,) = check_quotation(checker(), "share news with one another without delay", "A/72/10, para. 5").findings

    assert (finding.verdict, finding.suggestion) == (
        "altered",
        "share information with one another without delay",
    )


def test_without_a_citation_it_is_said_where_the_words_stand_however_few() -> None:
    (whole,) = check_quotation(checker(), FIVE).findings
    (short,) = check_quotation(checker(), "46 experts").findings

    assert (whole.verdict, whole.suggestion) == ("quotation without a citation", "(A/72/10, para. 5)")
    assert (short.verdict, short.suggestion) == ("quotation without a citation", "(A/72/10, para. 6)")
    assert (short.document, short.locator, short.said) == ("report", "6", "46 experts")


def test_without_a_citation_altered_words_are_held_against_those_they_come_nearest_to() -> None:
    (finding,) = check_quotation(checker(), "States parties should share information with one another").findings

    assert (finding.verdict, finding.message) == ("altered", "The words differ from A/72/10, para. 5.")
    assert [each.text for each in finding.changes if each.style == "removed"] == [", within their means,"]


def test_words_that_stand_nowhere_are_called_unclear() -> None:
    (finding,) = check_quotation(checker(), "Nobody wrote any such thing").findings

    assert (finding.verdict, finding.is_wrong) == ("unclear", False)


def test_a_term_that_is_not_where_it_is_cited_is_called_unclear_and_its_citation_is_checked_too() -> None:
    quoted, cited = check_quotation(checker(), "the Moon", "A/72/10, para. 5").findings

    assert (quoted.verdict, quoted.note) == ("unclear", None)
    assert (cited.verdict, cited.note) == ("in order", "1")


def test_the_end_of_a_quotation_in_brackets_is_quoted_too() -> None:
    (finding,) = check_quotation(checker(), f"{FIVE} (A/72/10, para. 6)", "A/72/10, para. 5").findings

    assert finding.verdict == "altered"


def test_a_citation_has_a_finding_for_each_thing_to_say() -> None:
    assert verdicts(check_citation(checker(), "A/72/10, para. 5")) == ["in order"]
    assert verdicts(check_citation(checker(), "A/72/10, para 55")) == ["no such place", "citation form"]
    assert verdicts(check_citation(checker(), "A/72/20, para. 5")) == ["in order", "superseded"]
    assert verdicts(check_citation(checker(), "A/99/1, para. 5")) == ["document not held"]
    assert verdicts(check_citation(checker(), "A/72/10, para. 5, and A/RES/73/190, para. 4")) == ["in order"] * 2


@pytest.mark.parametrize(("quotation", "told"), [(" ", "nothing is quoted"), ("“…”", "nothing is quoted")])
def test_what_quotes_nothing_is_refused(quotation: str, told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        check_quotation(checker(), quotation)


def test_what_cites_nothing_is_refused() -> None:
    with pytest.raises(LocatorError, match="not a citation: 'hello'"):
        check_citation(checker(), "hello")
    with pytest.raises(LocatorError, match="not a citation: 'hello'"):
        check_quotation(checker(), FIVE, "hello")


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(QuestionError, match="the quotation has 20,004 characters"):
        check_quotation(checker(), "and" * 6668)
    with pytest.raises(QuestionError, match="the citation has 1,001 characters"):
        check_citation(checker(), "5" * 1001)
