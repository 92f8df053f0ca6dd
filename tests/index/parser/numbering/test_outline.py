"""The path of headings."""

from index.parser.numbering.outline import Heading, Outline, Setting, container_name
from index.parser.recognisers import marks_of


def opened(*headings: Heading) -> Outline:
    outline = Outline()
    for heading in headings:
        outline.open(heading)
    return outline


def roman(number: int, text: str) -> Heading:
    return Heading(text, 20, style="roman", order=(number,))


def letter(number: int, text: str) -> Heading:
    return Heading(text, 30, style="letter", order=(number,))


def guideline(number: int) -> Heading:
    name = f"draft guideline {number}"
    return Heading(name.capitalize(), 70, style="guideline", order=(number,), container=name, awaits_title=True)


ANNEX = Heading("Annex", 1, style="annex", container="annex", awaits_title=True)
DECISION = Heading("Decision 1", 35, style="draft text", container="decision 1")


def test_a_heading_closes_its_like_and_what_is_below() -> None:
    outline = opened(roman(1, "I"), letter(1, "A"), Heading("Action taken"), letter(2, "B"))
    assert list(outline.headings) == ["I", "B"]
    outline.open(Heading("Action taken"))
    outline.open(Heading("Next"))
    assert list(outline.headings) == ["I", "B", "Next"]


def test_markdown_depth_ranks_headings_without_numbers() -> None:
    outline = opened(Heading("One", depth=2), Heading("Deep", depth=3), Heading("Two", depth=2))
    assert list(outline.headings) == ["Two"]


def test_headings_without_numbers_are_ranked_by_their_type() -> None:
    large, small = Setting(12, False, True, True), Setting(10, False, False, False)
    outline = opened(Heading("Proceedings", setting=large), Heading("Admissibility", setting=small))
    assert list(outline.headings) == ["Proceedings", "Admissibility"]
    outline.open(Heading("Merits", setting=small))
    assert list(outline.headings) == ["Proceedings", "Merits"]
    outline.open(Heading("Follow-up", setting=large))
    assert list(outline.headings) == ["Follow-up"]


def test_a_containers_title_stands_below_it_and_above_all_else() -> None:
    outline = opened(
        ANNEX, ANNEX.title("Terms of reference"), guideline(1), guideline(1).title("Sharing"), guideline(2)
    )
    assert list(outline.headings) == ["Annex", "Terms of reference", "Draft guideline 2"]
    assert list(outline.containers) == ["annex", "draft guideline 2"]


def test_only_its_like_closes_an_annex() -> None:
    outline = opened(roman(4, "IV"), ANNEX, roman(1, "I"), letter(1, "A"))
    assert list(outline.headings) == ["Annex", "I", "A"]
    outline.open(ANNEX)
    assert list(outline.headings) == ["Annex"]


def test_a_decision_holds_its_annex_and_a_new_one_closes_both() -> None:
    outline = opened(DECISION, ANNEX, roman(1, "I"))
    assert list(outline.containers) == ["decision 1", "annex"]
    outline.open(Heading("Decision 2", 35, style="draft text", container="decision 2"))
    assert list(outline.headings) == ["Decision 2"]


def test_chapters_inside_a_decision_stay_in_it_and_later_chapters_of_the_report_do_not() -> None:
    outline = opened(DECISION, roman(1, "I"), roman(2, "II"))
    assert list(outline.headings) == ["Decision 1", "II"]
    outline = opened(roman(1, "I"), DECISION, roman(2, "II"))
    assert list(outline.headings) == ["II"]


def test_the_title_of_a_decision_stays_above_its_chapters() -> None:
    title = DECISION.title("On the climate")
    outline = opened(DECISION, title, Heading("The Conference of the Parties"), roman(1, "I"))
    assert list(outline.headings) == ["Decision 1", "On the climate", "I"]
    outline.open(roman(2, "II"))
    assert list(outline.headings) == ["Decision 1", "On the climate", "II"]


def test_containers_are_left_where_the_numbering_around_them_goes_on() -> None:
    outline = opened(roman(4, "IV"), guideline(1), guideline(1).title("Sharing"))
    outline.keep(1)
    assert list(outline.containers) == ["draft guideline 1"]
    outline.keep(0)
    assert list(outline.headings) == ["IV"]


def test_the_innermost_heading_can_be_named_a_container() -> None:
    outline = opened(roman(2, "II. Findings"))
    outline.name("section ii")
    assert list(outline.containers) == ["section ii"]
    assert outline.innermost is not None and outline.innermost.text == "II. Findings"
    assert outline.opened_as("roman") is outline.innermost
    assert outline.opened_as("letter") is None


def test_container_names_are_in_lower_case_and_their_numbers_as_printed() -> None:
    names = [container_name(marks_of(text)[-1]) for text in ("ANNEX II", "Draft guideline 4", "Decision 1/CMA.3")]
    assert names == ["annex II", "draft guideline 4", "decision 1/CMA.3"]
    assert container_name(marks_of("IV. Findings")[0]) == "section IV"
    assert container_name(marks_of("ARTICLE III bis")[-1]) == "article III bis"


def chapter(number: int, title: str) -> tuple[Heading, Heading]:
    heading = Heading(f"Chapter {number}", 11, style="chapter", order=(number,), awaits_title=True)
    return heading, heading.title(title)


def test_the_chapter_after_those_before_an_annex_ends_the_annex() -> None:
    outline = opened(*chapter(1, "Opinion"), *chapter(2, "Report"), ANNEX, *chapter(3, "Certification"))
    assert list(outline.headings) == ["Chapter 3", "Certification"]
    assert list(outline.containers) == []


def test_an_annex_may_have_chapters_of_its_own() -> None:
    outline = opened(*chapter(1, "Opinion"), *chapter(2, "Report"), ANNEX, *chapter(1, "Scope"), *chapter(2, "Aims"))
    assert list(outline.headings) == ["Annex", "Chapter 2", "Aims"]
    assert list(outline.containers) == ["annex"]
    outline.open(chapter(3, "Means")[0])
    assert list(outline.headings) == ["Annex", "Chapter 3"]
