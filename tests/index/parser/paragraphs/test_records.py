"""Letters, statements and records of meetings: nothing is numbered that is not numbered in print."""

from tests.index.parser.setting import document, parse, places, texts

LETTER = """
{b20} Security Council
                                          Distr.: General
                                          3 March 2025

{b12} Letter dated 1 March 2025 from the Permanent Representative of France

     I have the honour to transmit the attached report (see annex).

     I should be grateful if you would circulate it.

                              (*Signed*) Jean Dupont
=====
{b12} Annex to the letter dated 1 March 2025 from the Permanent
{b12} Representative of France

[Original: French]

{b12} Report

     The group met in May.

     It adopted its report.
"""


def test_paragraphs_of_a_letter_are_counted_on_their_page() -> None:
    assert places(LETTER) == [
        "p. 1, para. 1",
        "p. 1, para. 2",
        "p. 1, para. 3",
        "annex, p. 2, para. 1",
        "annex, p. 2, para. 2",
    ]


def test_a_numbered_annex_to_a_letter_keeps_its_numbers() -> None:
    text = LETTER.replace("     The group", "1. The group").replace("     It adopted", "2. It adopted")
    assert places(text)[-2:] == ["annex, 1", "annex, 2"]
    assert places(text)[0] == "p. 1, unnumbered 1"


def test_an_enclosure_stands_in_the_annex() -> None:
    text = f"{LETTER}\n{{b12}} Enclosure\n\nThe members were as follows.\n\nThey came from many States.\n"
    assert places(text)[-2:] == ["annex, enclosure, p. 2, para. 3", "annex, enclosure, p. 2, para. 4"]


def test_a_language_in_brackets_beside_the_text_is_no_paragraph() -> None:
    assert "[Original: French]" not in texts(LETTER).values()


def test_each_paragraph_of_a_quoted_statement_is_one() -> None:
    text = """
{b14} Statement by the President of the Security Council

At the 9890th meeting of the Council the President made the following statement:

     “The Security Council reaffirms its commitment to peace.

     “The Security Council condemns all attacks.

     “The Security Council will remain seized of the matter.”
"""
    assert places(text) == ["p. 1, para. 1", "p. 1, para. 2", "p. 1, para. 3", "p. 1, para. 4"]
    assert [each.kind for each in parse(text).findings] == ["unnumbered"]


RECORD = """
The meeting was called to order at 10.05 a.m.

{b} Agenda item 13

{b} Integrated implementation of the outcomes of conferences

{b} Draft resolution (A/79/L.64)

*The Acting President*: I give the floor to the representative of the Congo.

*Mr. Makayat* (Congo) (*spoke in French*): I have the honour to introduce the text.

It is the fruit of long consultations.
=====
It was adopted in May.

*The Acting President*: We shall now vote.

{i} A recorded vote was taken.

*In favour*:
Albania, Zimbabwe

*Ms. Garbacz* (Poland): I have the honour to speak.
"""


def test_words_in_a_record_are_cited_by_page_and_speaker() -> None:
    assert places(RECORD) == [
        "p. 1, para. 1",
        "p. 1, The Acting President, para. 2",
        "p. 1, Mr. Makayat, para. 3",
        "p. 1, Mr. Makayat, para. 4",
        "p. 2, Mr. Makayat, para. 1",
        "p. 2, The Acting President, para. 2",
        "p. 2, para. 3",
        "p. 2, para. 4",
        "p. 2, Ms. Garbacz, para. 5",
    ]


def test_a_colon_after_a_name_makes_no_speaker_where_nobody_else_speaks() -> None:
    text = "Mr. Makayat: I have the honour to write.\n\nIt was adopted in May.\n"
    assert places(text) == ["p. 1, para. 1", "p. 1, para. 2"]


def test_offices_and_titles_make_speakers_and_other_words_before_a_colon_do_not() -> None:
    text = """
Mr. O’Brien (Ireland): I speak.

The Chair: I thank him.

The representative of Chad: he spoke.

The President of the Council: I thank all.
"""
    assert [each.locator.speaker for each in document(text).paragraphs] == [
        "Mr. O’Brien",
        "The Chair",
        "The Chair",
        "The President of the Council",
    ]


SUMMARY_RECORD = """
{b20} General Assembly
{b10} Third Committee

{b14} Summary record of the 12th meeting

Held at Headquarters, New York, on Friday, 11 October 2024, at 10 a.m.

{i} Chair:
        Mr. Brandt (Burundi)

{b14} Contents

Agenda item 27: Advancement of women

     (a) Advancement of women

Agenda item 71: Promotion and protection of human rights
=====
{i} In the absence of Mr. Brandt, Ms. Oyelaran (Vice-Chair) took the Chair.

{i} The meeting was called to order at 10.05 a.m.

{b12} Agenda item 27: Advancement of women

1. Mr. Adjei (Ghana) said that the Act had been adopted in July.

{i} A recorded vote was taken on the draft resolution.

{i} In favour:
Albania, Zimbabwe

{i} The draft resolution was adopted by 2 votes to none.

2. Ms. Tanaka (Japan) said that the gap stood at 21 per cent.

{i} The meeting rose at 12.55 p.m.
"""


def test_a_summary_record_begins_where_the_meeting_does() -> None:
    read = document(SUMMARY_RECORD)
    assert read.paragraphs[0].text.startswith("In the absence of Mr. Brandt")
    assert read.paragraphs[0].headings == ()
    assert (read.title, read.body) == ("Summary record of the 12th meeting", "Third Committee")


def test_what_a_summary_record_tells_between_speeches_is_in_no_numbered_paragraph() -> None:
    assert texts(SUMMARY_RECORD)["1"] == "Mr. Adjei (Ghana) said that the Act had been adopted in July."
    assert texts(SUMMARY_RECORD)["2"] == "Ms. Tanaka (Japan) said that the gap stood at 21 per cent."
    assert [each.text for each in document(SUMMARY_RECORD).paragraphs if each.locator.number is None] == [
        "In the absence of Mr. Brandt, Ms. Oyelaran (Vice-Chair) took the Chair.",
        "The meeting was called to order at 10.05 a.m.",
        "A recorded vote was taken on the draft resolution.",
        "In favour: Albania, Zimbabwe",
        "The draft resolution was adopted by 2 votes to none.",
        "The meeting rose at 12.55 p.m.",
    ]
    assert parse(SUMMARY_RECORD).findings == ()


def test_a_report_that_tells_when_a_meeting_began_is_no_record() -> None:
    text = """
{b12} Opening of the session

1. The session was held in Vienna.

{i} The meeting was called to order at 10.05 a.m.
"""
    assert texts(text) == {"1": "The session was held in Vienna. The meeting was called to order at 10.05 a.m."}


def test_paragraphs_of_a_speech_are_parted_after_a_colon() -> None:
    text = """
{i} The meeting was called to order at 10.05 a.m.

     Mr. Adjei (Ghana): I should like to make two points that are of some
importance to us all:

     First, the law on political parties must be adopted by the end of May,
as agreed.

     The President: I thank him.

     Ms. Tanaka (Japan): We shall abstain.
"""
    assert [each.split(":")[0] for each in texts(text).values()] == [
        "The meeting was called to order at 10.05 a.m.",
        "Mr. Adjei (Ghana)",
        "First, the law on political parties must be adopted by the end of May, as agreed.",
        "The President",
        "Ms. Tanaka (Japan)",
    ]


def test_the_language_of_a_speech_is_no_heading_and_does_not_end_it() -> None:
    text = RECORD.replace("It is the fruit", "{i} (spoke in English)\n\nIt is the fruit")
    after = next(each for each in document(text).paragraphs if each.text.startswith("It is the fruit"))
    assert (after.locator.speaker, after.headings[-1]) == ("Mr. Makayat", "Draft resolution (A/79/L.64)")


def test_a_record_without_its_beginning_has_no_title_page() -> None:
    text = (
        RECORD.replace("The meeting was called to order at 10.05 a.m.", "Agenda")
        + "\n{i} The meeting rose at 11 a.m.\n"
    )
    assert "p. 1, The Acting President, para. 1" in places(text)
