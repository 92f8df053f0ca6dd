"""Resolutions and decisions: preambles, operative paragraphs, and those inside reports, each with its own numbers."""

from tests.index.parser.setting import document, parse, places, texts

RESOLUTION = """
{b12} 79/1. Older persons

     {i} The General Assembly,

     *Recalling* its resolution 78/177,

     *Deeply concerned* about poverty
in old age,

     *Bearing in mind* the Political Declaration,

     1. *Reaffirms* the Declaration;

     2. *Calls upon* States:

     (a) To act;

     (b) To report.
"""


def test_preambular_paragraphs_are_counted_and_operative_ones_keep_their_numbers() -> None:
    assert texts(RESOLUTION) == {
        "preambular para. 1": "Recalling its resolution 78/177,",
        "preambular para. 2": "Deeply concerned about poverty in old age,",
        "preambular para. 3": "Bearing in mind the Political Declaration,",
        "1": "Reaffirms the Declaration;",
        "2": "Calls upon States: (a) To act; (b) To report.",
    }
    assert not parse(RESOLUTION).findings


def test_the_organ_that_speaks_is_a_heading_of_what_it_says() -> None:
    assert document(RESOLUTION).paragraphs[0].headings == ("The General Assembly",)


def test_a_page_inside_a_preambular_paragraph_does_not_part_it() -> None:
    text = RESOLUTION.replace("about poverty\n", "about poverty\n=====\n")
    assert texts(text)["preambular para. 2"] == "Deeply concerned about poverty in old age,"
    assert places(text) == places(RESOLUTION)


def test_words_below_an_organs_name_that_are_no_participle_are_no_preamble() -> None:
    text = RESOLUTION.replace("*Bearing in mind* the Political Declaration,", "The Assembly met in May.")
    assert places(text) == ["preambular para. 1", "preambular para. 2", "p. 1, unnumbered 1", "1", "2"]


def test_an_organ_named_for_a_convention_against_something_speaks_too() -> None:
    text = RESOLUTION.replace(
        "The General Assembly", "The Conference of the States Parties to the Convention against Doping"
    )
    assert places(text) == places(RESOLUTION)


REPORT = """
{b14} I. Matters calling for action

1. The following resolutions and decisions are brought to the attention of the Council:

     {b} Resolution 68/1
     {b} Safeguarding the next generations

          {i} The Commission on Narcotic Drugs,

          *Recalling* the Single Convention,

          1. *Encourages* States to share good practices;

          2. *Requests* the Executive Director to report.

     {b} Resolution 68/2
     {b} Guidelines

          {i} The Commission on Narcotic Drugs,

          *Noting* the report,

          1. *Adopts* the guidelines annexed to the present resolution.

     {b} Annex
     {b} Guidelines on good practices

          1. States should act.

          2. States should report.

     {b} Decision 68/1
     {b} Changes in the scope of control

          At its 5th meeting, the Commission decided to include the substance in Schedule I.

2. The Commission also considered other matters, described in the present report.

{b14} II. Strategic management

3. The Commission considered agenda item 3.
"""


def test_resolutions_inside_a_report_are_containers_and_the_reports_numbers_go_on_after_them() -> None:
    assert places(REPORT) == [
        "1",
        "resolution 68/1, preambular para. 1",
        "resolution 68/1, 1",
        "resolution 68/1, 2",
        "resolution 68/2, preambular para. 1",
        "resolution 68/2, 1",
        "resolution 68/2, annex, 1",
        "resolution 68/2, annex, 2",
        "decision 68/1",
        "2",
        "3",
    ]
    assert not parse(REPORT).findings


def test_what_goes_on_after_a_resolution_stands_under_the_reports_headings() -> None:
    headings = {str(each.locator): each.headings for each in document(REPORT).paragraphs}
    assert headings["2"] == ("I. Matters calling for action",)
    assert headings["3"] == ("II. Strategic management",)


COMMITTEE = """
{b14} I. Introduction

1. The General Assembly allocated the item to the Third Committee.

{b14} II. Recommendations of the Third Committee

2. The Third Committee recommends to the General Assembly the adoption of the
following draft resolution:

     {b} Follow-up to the International Year

     {i} The General Assembly,

     *Recalling* its resolution 78/177,

     1. *Reaffirms* the Declaration;

     2. *Calls upon* all States to act.

3. The Committee closed its work on time.
"""


def test_a_draft_without_a_name_is_called_by_its_kind() -> None:
    assert places(COMMITTEE) == [
        "1",
        "2",
        "draft resolution, preambular para. 1",
        "draft resolution, 1",
        "draft resolution, 2",
        "3",
    ]


def test_drafts_with_a_number_are_called_by_it() -> None:
    text = """
{b14} I. Introduction

1. The Assembly allocated the item to the Committee.

{b14} II. Recommendations

2. The Committee recommends the adoption of the following draft resolutions:

     {b} Draft resolution I
     {b} Youth

     {i} The General Assembly,

     *Recalling* the Programme of Action,

     1. *Reiterates* its call;

     2. *Requests* a report.

     {b} Draft resolution II
     {b} Cooperatives

     {i} The General Assembly,

     *Recalling* its resolution 76/135,

     1. *Takes note* of the report.

3. The Committee recommends the adoption of the following draft decision:

     {b} Draft decision
     {b} Documents considered

     The General Assembly takes note of the report.
"""
    assert places(text) == [
        "1",
        "2",
        "draft resolution I, preambular para. 1",
        "draft resolution I, 1",
        "draft resolution I, 2",
        "draft resolution II, preambular para. 1",
        "draft resolution II, 1",
        "3",
        "draft decision",
    ]


def test_annexes_of_a_resolution_have_their_own_numbers_and_may_begin_without() -> None:
    text = f"""{RESOLUTION}
=====
{{b12}} Annex I
{{b12}} Compact

1. Digital technologies are transforming our world.

2. We will act together.

{{b12}} Annex II
{{b12}} Declaration

     We have met at United Nations Headquarters.

1. We observe that the needs are great.
"""
    assert places(text)[-4:] == ["annex I, 1", "annex I, 2", "annex II, p. 2, unnumbered 1", "annex II, 1"]


def test_a_commentary_has_its_own_numbers_inside_its_article() -> None:
    text = """
{b14} I. Text of the draft articles

1. The text of the draft articles and commentaries thereto is reproduced below.

     {b} Article 1
     {b} Scope

     1. The present draft articles apply to States.

     2. They do not apply to organizations.

     {b} Commentary

(1) The purpose of article 1 is to define the scope.

(2) Paragraph 2 limits it.

2. The Commission adopted the draft articles at its 3rd meeting.
"""
    assert places(text) == [
        "1",
        "article 1, 1",
        "article 1, 2",
        "article 1, commentary, 1",
        "article 1, commentary, 2",
        "2",
    ]
