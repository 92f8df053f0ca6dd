"""What is a heading, and what stands under it."""

from tests.index.parser.setting import document
from tests.support.parsing import headings, items, lines, texts


def test_headings_are_ranked_by_their_numbers() -> None:
    text = lines("I. One", "A. Two", "1. Three", "(a) Four", "1. Text.", "B. Five", "2. More.", "II. Six", "3. End.")
    assert headings(text) == {
        "1": ("I. One", "A. Two", "1. Three", "(a) Four"),
        "2": ("I. One", "B. Five"),
        "3": ("II. Six",),
    }


def test_a_heading_without_a_number_stands_under_the_numbered_one_it_follows() -> None:
    text = lines("A. Tools", "1. One.", "Action taken", "2. Two.", "B. Trust", "3. Three.", "Action taken", "4. Four.")
    assert headings(text) == {
        "1": ("A. Tools",),
        "2": ("A. Tools", "Action taken"),
        "3": ("B. Trust",),
        "4": ("B. Trust", "Action taken"),
    }


def test_markdown_headings_are_ranked_by_their_depth() -> None:
    text = lines("# Report", "## Tools", "1. One.", "### Old tools", "2. Two.", "## Trust", "3. Three.")
    assert [path[-1] for path in headings(text).values()] == ["Tools", "Old tools", "Trust"]
    assert headings(text)["2"][-2:] == ("Tools", "Old tools")
    assert "Tools" not in headings(text)["3"]


def test_bold_lines_are_headings_and_bold_words_are_not() -> None:
    text = lines("1. One.", "**Action taken**", "2. The **first** step.", "**3.** Three.")
    assert headings(text)["2"] == ("Action taken",)
    assert texts(text)["2"] == "The first step."
    assert texts(text)["3"] == "Three."


def test_the_ninth_letter_is_told_from_the_roman_one() -> None:
    text = lines(
        "I. One",
        *(f"{letter}. Part" for letter in "ABCDEFGH"),
        "1. Text.",
        "I. Ninth",
        "2. More.",
        "J. Tenth",
        "3. End.",
    )
    assert headings(text)["2"] == ("I. One", "I. Ninth")
    assert headings(text)["3"] == ("I. One", "J. Tenth")


def test_a_lettered_heading_is_told_from_a_sub_item() -> None:
    text = lines(
        "Item 2. Preparations",
        "(a) Status of preparations",
        "1. The Assembly:",
        "(a) had reiterated its invitation;",
        "(b) had requested a declaration.",
        "(b) General discussion",
        "2. Delegations spoke.",
    )
    assert headings(text)["1"] == ("Item 2. Preparations", "(a) Status of preparations")
    assert headings(text)["2"] == ("Item 2. Preparations", "(b) General discussion")
    assert items(text) == {"1 (a)": "had reiterated its invitation;", "1 (b)": "had requested a declaration."}


def test_headings_without_numbers_stand_under_those_in_larger_type_and_in_bold() -> None:
    text = """
{b14} Introduction

1. One.

{b14} Issues and proceedings before the Committee

{i10} Consideration of admissibility

2. Two.

{i10} Consideration of the merits

3. Three.
"""
    assert {str(each.locator): each.headings for each in document(text).paragraphs} == {
        "1": ("Introduction",),
        "2": ("Issues and proceedings before the Committee", "Consideration of admissibility"),
        "3": ("Issues and proceedings before the Committee", "Consideration of the merits"),
    }


def test_headings_in_capitals_are_set_apart_as_those_in_italics_are() -> None:
    text = """
{b10} Introduction

1. One.

{i10} Action taken

2. Two.

{i10} Action to come

3. Three.

ORGANIZATIONAL AND OTHER MATTERS (agenda item 2)

4. Four.

No capitals stand here and no full stop either

5. Five.
"""
    read = {str(each.locator): each for each in document(text).paragraphs}
    assert read["4"].headings[-1] == "ORGANIZATIONAL AND OTHER MATTERS (agenda item 2)"
    assert (read["3"].text, read["4"].text) == ("Three.", "Four. No capitals stand here and no full stop either")


def test_a_sentence_in_bold_is_text_of_the_paragraph_it_follows() -> None:
    text = lines(
        "4. The Committee notes the reform.",
        "**Asylum**",
        "5. The Committee is concerned about returns at the border.",
        "**The State party should guarantee that everybody has access to a fair procedure.**",
        "**It should publish the following statistics every year:**",
        "(a) Returns;",
        "(b) Appeals.",
        "**Military service**",
        "6. The Committee regrets its length.",
    )
    assert items(text) == {"5 (a)": "Returns;", "5 (b)": "Appeals."}
    assert texts(text)["5"].startswith("The Committee is concerned about returns at the border. The State party should")
    assert headings(text) == {"4": (), "5": ("Asylum",), "6": ("Military service",)}


PROGRAMME = """
                                                       {10} E/ICEF/2026/P/L.12
                                                       Distr.: Limited

{b14} Country programme document

{b12} Rationale

1. Belmar has three million people.

{b12} Priorities

2. There are two.

{b10} Nutrition

3. Children should be well nourished.

{i} In the highlands

4. Health posts should treat wasting.

{b10} WASH

5. Wells should be dug.

{b10} Learning

6. Schools should be open.

{b12} Evaluation

7. It will be evaluated.
"""


def test_headings_without_numbers_are_ranked_by_how_they_are_set() -> None:
    found = {paragraph.locator.number: paragraph.headings for paragraph in document(PROGRAMME).paragraphs}
    assert found == {
        "1": ("Rationale",),
        "2": ("Priorities",),
        "3": ("Priorities", "Nutrition"),
        "4": ("Priorities", "Nutrition", "In the highlands"),
        "5": ("Priorities", "WASH"),
        "6": ("Priorities", "Learning"),
        "7": ("Evaluation",),
    }


def test_capitals_rank_above_small_letters_of_the_same_size() -> None:
    text = PROGRAMME.replace("{b12} Priorities", "{b10} PRIORITIES AND PARTNERS")
    found = [paragraph.headings for paragraph in document(text).paragraphs]
    assert found[2][-2:] == ("PRIORITIES AND PARTNERS", "Nutrition")


def test_the_first_heading_is_told_from_the_title_by_those_that_are_set_alike() -> None:
    told = document(PROGRAMME)
    assert told.title == "Country programme document"
    assert told.paragraphs[0].headings == ("Rationale",)


def test_a_title_that_is_set_as_headings_are_stays_the_title() -> None:
    told = document(PROGRAMME.replace("{b12} Rationale\n\n", "").replace("{b14}", "{b12}"))
    assert (told.title, told.paragraphs[0].headings) == ("Country programme document", ())


def test_a_title_below_what_kind_of_document_it_is_stays_the_title() -> None:
    text = PROGRAMME.replace(
        "{b12} Rationale\n\n1. Belmar", "{b12} Keeping of records\n\nThe Director decides:\n\n1. Belmar"
    )
    told = document(text.replace("Country programme document", "Director’s bulletin"))
    assert (told.title, told.paragraphs[0].headings) == ("Director’s bulletin: Keeping of records", ())
    told = document(PROGRAMME.replace("{b12} Rationale", "{b12} Belmar\n\n{b12} Introduction"))
    assert (told.title, told.paragraphs[0].headings) == ("Country programme document: Belmar", ("Introduction",))


def test_typescripts_have_headings_in_capitals_beside_others() -> None:
    text = """
THE LIGHTHOUSES OF THE NORTH

1. One;

                       A

2. Two.

THE LIGHTHOUSES OF THE SOUTH

3. Three.

THE LIGHTHOUSES OF THE EAST

4. Four.
"""
    read = {str(each.locator): each for each in document(text).paragraphs}
    assert (read["1"].text, read["2"].headings) == ("One;", ("A",))


def test_a_numbered_heading_in_smaller_type_than_the_text_is_no_list() -> None:
    text = """
{b12} Findings

1. One.

2. Two.

{b9} 1. Follow-up of earlier findings

3. Three.

{b9} 2. Financial overview

4. Four.
"""
    assert {str(each.locator): each.headings[-1:] for each in document(text).paragraphs} == {
        "1": (),
        "2": (),
        "3": ("1. Follow-up of earlier findings",),
        "4": ("2. Financial overview",),
    }


def test_names_one_below_another_are_text_and_not_headings() -> None:
    names = [f"Person of the name {letter}" for letter in "ABCDEFGHIJ"]
    text = lines("I. Findings", "1. One.", "II. List of those named", *names, "2. Two.")
    said = " ".join(texts(text).values())
    assert [name for name in names if name not in said] == []
    assert headings(text)["2"] == ("II. List of those named",)


def test_a_title_in_lines_and_its_sections_are_headings() -> None:
    titles = ("Legal aspects of accountability", "Military experts", "Part of the topic", "Introduction")
    text = lines("1. One.", "Annex", *titles, "1. Two.")
    assert texts(text) == {"1": "One.", "annex, 1": "Two."}
    assert headings(text)["annex, 1"][-1:] == ("Introduction",)
