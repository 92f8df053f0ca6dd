"""Places that questions name, and those that belong to somebody else's text."""

from time import process_time

import pytest

from rag.citing.find import FoundLocators, ResolutionName, find_locators


def places(text: str) -> list[tuple[str, ...]]:
    """The kind and the places or labels of everything of ours that `text` names."""
    return [(each.kind, *map(str, each.locators), *each.labels) for each in find_locators(text) if each.foreign is None]


def foreign(text: str) -> list[tuple[str | None, ...]]:
    """What every place in `text` belongs to, with the place."""
    return [(each.foreign, *map(str, each.locators), *each.labels) for each in find_locators(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does paragraph 65 (c) of the 2018 progress report say", [("paragraph", "65 (c)")]),
        ("compare paras. 12 and 14", [("paragraph", "12", "14")]),
        ("para.65 and para.66", [("paragraph", "65"), ("paragraph", "66")]),
        ("para. 4.1 (a)", [("paragraph", "4.1 (a)")]),
        ("paragraph 4.1.", [("paragraph", "4.1")]),
        ("§ 65 and §§ 70-72", [("paragraph", "65"), ("paragraph", "70", "71", "72")]),
        ("paragraphs 48 to 50, 52 and 54", [("paragraph", "48", "49", "50", "52", "54")]),
        ("paragraph 48 to paragraph 50", [("paragraph", "48", "49", "50")]),
        ("paragraph 65(c)(ii)", [("paragraph", "65 (c) (ii)")]),
        ("para 65c", [("paragraph", "65 (c)")]),
        ("paragraph 65, item (c)", [("paragraph", "65 (c)")]),
        ("subparagraph (c) of paragraph 65", [("paragraph", "65 (c)")]),
        ("items (a) to (c) of paragraph 65", [("paragraph", "65 (a)", "65 (b)", "65 (c)")]),
        ("paragraph 65 (a) and (c)", [("paragraph", "65 (a)", "65 (c)")]),
        ("paragraph 48 bis", [("paragraph", "48 bis")]),
        ("paragraphs 12 - 10", [("paragraph", "12", "10")]),
        ("paragraph 18 or 19?", [("paragraph", "18", "19")]),
        ("What do paragraphs 12 and 14 of the report say?", [("paragraph", "12", "14")]),
        ("What do paragraph 12 and 14 say?", [("paragraph", "12", "14")]),
        ("paragraph number 7", [("paragraph", "7")]),
        ("What do paragraphs 9999 and 10000 say?", [("paragraph", "9999", "10000")]),
        ("unnumbered paragraph 2 of the annex", [("paragraph", "annex, unnumbered 2")]),
        ("the 65th paragraph", [("paragraph", "65")]),
        ("the first paragraph of the progress report", [("paragraph", "1")]),
        ("second draft guideline, first paragraph", [("paragraph", "draft guideline 2, 1")]),
        ("What stands in 4.1 (b) of the annex to the 2021 note?", [("paragraph", "annex, 4.1 (b)")]),
        ("What stands in 4.1 of the annex?", [("paragraph", "annex, 4.1")]),
        ("what does 65 (c) say", [("paragraph", "65 (c)")]),
    ],
)
def test_paragraphs_are_found_with_lists_and_ranges_counted_out(text: str, expected: list[tuple[str, ...]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("draft guideline 5", [("container", "draft guideline 5")]),
        ("Draft, non-binding guideline 3", [("container", "draft guideline 3")]),
        ("guidelines 2, 5 and 6", [("container", "guideline 2", "guideline 5", "guideline 6")]),
        ("guideline 2 of the annex", [("container", "annex, guideline 2")]),
        ("in the annex, guideline 2", [("container", "annex, guideline 2")]),
        ("draft guideline 3 (b)", [("container", "draft guideline 3 (b)")]),
        ("annexes I and II", [("container", "annex I", "annex II")]),
        ("What is in the annex?", [("container", "annex")]),
        ("the annex to the report", [("container", "annex")]),
        ("guideline 4.1", [("paragraph", "guideline 4, 4.1")]),
        ("draft guideline 4, paragraph 1", [("paragraph", "draft guideline 4, 1")]),
        ("paragraph 1 of draft guideline 4 of the annex", [("paragraph", "annex, draft guideline 4, 1")]),
        ("draft guideline 4, paragraph 1 of the annex", [("paragraph", "annex, draft guideline 4, 1")]),
        ("annex, draft guideline 4, para. 4.1 (a)", [("paragraph", "annex, draft guideline 4, 4.1 (a)")]),
        ("paragraph 2 of guidelines 4 and 5", [("paragraph", "guideline 4, 2", "guideline 5, 2")]),
        ("annex II, paras. 3-5", [("paragraph", "annex II, 3", "annex II, 4", "annex II, 5")]),
        ("draft article 4, paragraph 2", [("paragraph", "draft article 4, 2")]),
        (
            "draft guideline 4, paras. 1 and 2, and draft guideline 5, para. 3",
            [("paragraph", "draft guideline 4, 1", "draft guideline 4, 2"), ("paragraph", "draft guideline 5, 3")],
        ),
        (
            "how does guideline 4 in the 2021 annex differ from guideline 4 in the 2018 document",
            [("container", "annex, guideline 4"), ("container", "guideline 4")],
        ),
    ],
)
def test_containers_are_found_by_themselves_or_around_a_paragraph(text: str, expected: list[tuple[str, ...]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("operative paragraph 5 of A/RES/73/7", [("paragraph", "5")]),
        ("OP 5 of A/RES/73/7", [("paragraph", "5")]),
        ("OP5", [("paragraph", "5")]),
        ("op 5 and 6", [("paragraph", "5", "6")]),
        ("co-op 5", []),
        ("the third preambular paragraph of A/RES/73/7", [("paragraph", "preambular para. 3")]),
        ("preambular paragraphs 3 and 4", [("paragraph", "preambular para. 3", "preambular para. 4")]),
        ("fifth operative paragraph", [("paragraph", "5")]),
        ("point 9 of the annex to A/80/1", [("paragraph", "annex, 9")]),
        ("There are two points of view, point 9 says", []),
        ("In which annex of the report is it?", []),
        ("paragraph 2 of the commentary to draft conclusion 4", [("paragraph", "draft conclusion 4, commentary, 2")]),
        ("paragraph 22 of the declaration annexed to A/RES/73/3", [("paragraph", "annex, 22")]),
        ("paragraph 22 of the political declaration annexed to A/RES/73/3", [("paragraph", "annex, 22")]),
        ("annex VI, paragraph 8", [("paragraph", "annex VI, 8")]),
        ("enclosure II, para. 3", [("paragraph", "enclosure II, 3")]),
        ("recommendation 86.55 to Australia", [("paragraph", "recommendation 86.55")]),
        ("recommendations 86.55 and 86.57", [("paragraph", "recommendation 86.55", "recommendation 86.57")]),
        ("table 2 of the report", [("paragraph", "table 2")]),
        ("figure II", [("paragraph", "figure II")]),
        ("table II.4", [("paragraph", "table II.4")]),
        ("table 9.3 and figure 9.II", [("paragraph", "table 9.3"), ("paragraph", "figure 9.II")]),
        ("page 4 of A/79/PV.64", [("paragraph", "p. 4")]),
        ("paragraph 2 on page 4", [("paragraph", "p. 4, para. 2")]),
        ("p. 4, para. 2", [("paragraph", "p. 4, para. 2")]),
        ("para. 88 (g) of A/79/352", [("paragraph", "88 (g)")]),
    ],
)
def test_places_of_resolutions_records_and_lists_are_found(text: str, expected: list[tuple[str, ...]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph 4 of Commission resolution 68/6", ResolutionName("resolution", "68/6")),
        ("decision 18/CMA.1, annex, para. 77", ResolutionName("decision", "18/CMA.1")),
        ("para. 2 of General Assembly resolution 73/190", ResolutionName("resolution", "73/190", "General Assembly")),
        ("para. 2 of UNSC resolution 1325 (2000)", ResolutionName("resolution", "1325 (2000)", "Security Council")),
        ("HRC resolution S-10/2, OP 3", ResolutionName("resolution", "S-10/2", "Human Rights Council")),
        ("paragraph 4 of article 5", None),
    ],
)
def test_a_resolution_around_a_place_is_told(text: str, expected: ResolutionName | None) -> None:
    assert [each.resolution for each in find_locators(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("section III", [("section", "III")]),
        ("sect. IV", [("section", "IV")]),
        ("chapter II", [("section", "II")]),
        ("sections II–IV", [("section", "II", "III", "IV")]),
        ("sections II and V", [("section", "II", "V")]),
        ("section ii.B", [("section", "II.B")]),
        ("section II, subsection B", [("section", "II.B")]),
        ("part II", [("section", "II")]),
        ("item 2 of the agenda", [("section", "item 2", "item 2")]),
        (
            "agenda items 65 (a), (b) and 66",
            [("section", "item 65 (a)", "item 65 (b)", "item 66", "item 65", "item 66")],
        ),
        ("sub-items (a) and (c) of item 65", [("section", "item 65 (a)", "item 65 (c)", "item 65")]),
        ("section III, paragraph 12", [("section", "III"), ("paragraph", "12")]),
        ("footnote 3", [("footnote", "3")]),
        ("footnotes 3 and 4", [("footnote", "3", "4")]),
        ("fn. 3–5", [("footnote", "3", "4", "5")]),
        ("footnote *", [("footnote", "*")]),
        ("footnote 1 to paragraph 13", [("footnote", "1"), ("paragraph", "13")]),
        ("footnote 3 of the annex", [("footnote", "annex", "3")]),
    ],
)
def test_sections_and_footnotes_are_found_by_their_labels(text: str, expected: list[tuple[str, ...]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("article 57, paragraph 5 of the Convention", [("article 57 of the Convention", "5")]),
        ("article 57, paragraph 5, of the Convention", [("article 57 of the Convention", "5")]),
        ("paragraph 5 of article 57 of the Convention", [("article 57 of the Convention", "5")]),
        ("paragraph 5, article 57", [("article 57", "5")]),
        ("Art. 57 para. 5", [("Art. 57", "5")]),
        ("article 46, paragraphs 4 and 5", [("article 46", "4", "5")]),
        ("article 46 (mutual legal assistance), paragraphs 4 and 5", [("article 46", "4", "5")]),
        ("paragraphs 4 and 5 of article 46", [("article 46", "4", "5")]),
        ("resolution 5/3, para. 15", [("resolution 5/3", "15")]),
        (
            "paragraph 17 of General Assembly resolution 71/208",
            [("General Assembly resolution 71/208", "17")],
        ),
        (
            "resolution 3/3, para. 2, resolution 4/4, para. 3, and resolution 5/3, eleventh preambular para. and "
            "paras. 8, 15",
            [
                ("resolution 3/3", "2"),
                ("resolution 4/4", "3"),
                ("resolution 5/3", "preambular para. 11"),
                ("resolution 5/3", "8", "15"),
            ],
        ),
        (
            "article 43, paragraph 1, and article 46, paragraph 3, of the Convention",
            [("article 43", "1"), ("article 46 of the Convention", "3")],
        ),
        ("paragraph 15 of the Convention", [("the Convention", "15")]),
        ("paragraph 4 of the same article", [("the same article", "4")]),
        ("paragraph 2 of the annex to resolution 64/293", [("resolution 64/293", "annex, 2")]),
        ("chapter V of the Convention", [("the Convention", "V")]),
        ("paragraph 3 of UNCAC", [("UNCAC", "3")]),
    ],
)
def test_a_place_in_another_instrument_is_marked_as_foreign(text: str, expected: list[tuple[str, ...]]) -> None:
    assert foreign(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is said about article 57 in paragraph 12 of the report?", ("paragraph", "12")),
        ("Under article 57, what does paragraph 5 say?", ("paragraph", "5")),
        ("According to resolution 8/9, paragraph 7 of the revised draft guidelines", ("paragraph", "7")),
        ("paragraph 12 of the report on resolution 5/3", ("paragraph", "12")),
        ("compare paragraph 5 to article 57", ("paragraph", "5")),
        ("paragraph 5 and article 57", ("paragraph", "5")),
    ],
)
def test_a_place_of_ours_near_an_instrument_stays_ours(text: str, expected: tuple[str, ...]) -> None:
    assert places(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Which 3 States sent reports in 2018?",
        "3.5 per cent of the networks in 2018 (a)",
        "the first paragraphs",
        "the second draft guidelines",
        "the tenth session",
        "paragraph 5/3",
        "article 57",
        "resolution 5/3",
        "the paragraph on 12 networks",
        "[1] and [2, 3]",
        "",
    ],
)
def test_numbers_that_name_no_place_are_left_alone(text: str) -> None:
    assert find_locators(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("What do paragraph 12 and 160 countries have in common?", "12"),
        ("paragraph 65, 2018 report", "65"),
        ("paragraph 65 and 2018", "65"),
    ],
)
def test_a_list_does_not_swallow_a_count_or_a_year(text: str, number: str) -> None:
    assert places(text) == [("paragraph", number)]


def test_the_first_paragraph_of_a_section_is_not_paragraph_1() -> None:
    assert places("the first paragraph of section II") == [("section", "II")]


@pytest.mark.parametrize(
    ("text", "word"), [("sect. V", "section"), ("Chapter V", "chapter"), ("part V", "part"), ("agenda item 5", "item")]
)
def test_a_section_is_given_with_the_word_for_it(text: str, word: str) -> None:
    assert [each.word for each in find_locators(text)] == [word]


def test_a_symbol_beside_a_place_comes_with_it() -> None:
    text = "CAC/COSP/WG.2/2018/5, sect. IV, and paragraph 66 of CAC/COSP/WG.2/2018/2"

    assert [(each.symbol, each.kind) for each in find_locators(text)] == [
        ("CAC/COSP/WG.2/2018/5", "section"),
        ("CAC/COSP/WG.2/2018/2", "paragraph"),
    ]


def test_the_span_covers_the_place_and_its_containers() -> None:
    text = "Does paragraph 1 of draft guideline 4 of the annex bind States?"

    (found,) = find_locators(text)

    assert isinstance(found, FoundLocators)
    assert text[found.start : found.end] == "paragraph 1 of draft guideline 4 of the annex"


@pytest.mark.parametrize(
    "piece", ["annex, ", "paragraph 1, ", "revised ", "§", "guidelines 1-9, ", "article 5 of ", " "]
)
def test_a_text_made_to_be_slow_is_read_in_a_moment(piece: str) -> None:
    text = (piece * 100_000)[:20_000]

    start = process_time()
    find_locators(text)

    assert process_time() - start < 2


def test_a_rule_with_a_number_of_two_steps_is_a_place_in_a_text_that_may_be_ours() -> None:
    (rule,) = find_locators("What does staff rule 1.2 (c) (ii) say?")
    assert (rule.kind, rule.foreign, rule.locators[0].items) == ("container", "rule 1.2", ("c", "ii"))
    (held,) = find_locators("rule 104.2 of ST/SGB/2013/4")
    assert (held.foreign, held.symbol) == ("rule 104.2", "ST/SGB/2013/4")
    (paragraph,) = find_locators("paragraph 2 of rule 104.2")
    assert (paragraph.kind, paragraph.foreign) == ("paragraph", "rule 104.2")
    assert find_locators("What do article 57 and rule 12 say?") == ()
