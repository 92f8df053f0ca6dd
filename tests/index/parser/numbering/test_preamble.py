"""Where an organ begins to speak or decide, and what it begins with that is no number of a paragraph."""

from tests.index.parser.setting import places, texts
from tests.support.parsing import lines
from tests.support.parsing import texts as plain_texts


def test_a_decision_below_its_lead_in_may_have_no_numbers() -> None:
    text = """
1. The Council met in May.

2. At its 8th meeting, the Council adopted the following decision:

     {b} Decision 11/1
     {b} Venue of the next session

     The Council decided that its next session would be held in Vienna.

{b14} II. Introduction

3. The Council heard a report.
"""
    assert places(text) == ["1", "2", "decision 11/1", "3"]


HEALTH = """
1. The Board is invited to consider the following draft decision:

     The Executive Board, having considered the report,

     Decided to recommend to the Seventy-ninth World Health Assembly the adoption of the following resolution:

          The Seventy-ninth World Health Assembly,

          (PP1) Having considered the report by the Director-General;

          (PP2 bis) Recalling its resolution on hearing,

          (OP1) 1. URGES Member States:

          (1) to pay for hearing aids;

          (2) to train community workers.

          (OP)2. REQUESTS the Director-General to report.
"""


def test_marks_of_negotiators_are_the_numbers_of_a_drafts_paragraphs() -> None:
    told = texts(HEALTH)
    assert list(told) == [
        "1",
        *(f"resolution, {place}" for place in ("preambular para. 1", "preambular para. 2", "1", "2")),
    ]
    assert told["resolution, preambular para. 2"] == "Recalling its resolution on hearing,"
    assert told["resolution, 1"] == "URGES Member States: (1) to pay for hearing aids; (2) to train community workers."
    assert told["resolution, 2"] == "REQUESTS the Director-General to report."


def test_an_organs_name_and_a_colon_lead_in_what_it_decides() -> None:
    text = """
1. The Commission met in April.

2. It recommends to the Council the adoption of the following draft decision:

     {b} Report of the Commission

          {i} The Economic and Social Council:

          (a) *Takes note* of the report;

          (b) *Approves* the provisional agenda.

{b14} II. Discussion

3. The Commission heard a report.
"""
    decision = "The Economic and Social Council: (a) Takes note of the report; (b) Approves the provisional agenda."
    assert texts(text)["draft decision"] == decision
    assert texts(text.replace("{b} Report", "{b} Decision 68/1\n     {b} Report"))["decision 68/1"] == decision


def test_the_title_of_a_text_is_no_part_of_the_sentence_that_leads_it_in() -> None:
    flowing = lines(
        "1. It recommends to the Council the adoption of the following draft resolution:",
        "Safety of passenger ferries",
        "The Economic and Social Council,",
        "Recalling its resolution 2024/17,",
        "1. Calls upon States to inspect ferries.",
    )
    assert plain_texts(flowing) == {
        "1": "It recommends to the Council the adoption of the following draft resolution:",
        "draft resolution, preambular para. 1": "Recalling its resolution 2024/17,",
        "draft resolution, 1": "Calls upon States to inspect ferries.",
    }
