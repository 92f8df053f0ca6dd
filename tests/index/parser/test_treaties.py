"""Treaties: preambles, parts and sections, articles with paragraphs or without."""

from tests.index.parser.setting import document, places, texts

TREATY = """
{b12} Preamble

     {i} The States Parties to this Convention,

     *Recognizing* that earthquakes know no frontiers,

     *Have agreed* as follows:

{b12} PART I
{b10} GENERAL PROVISIONS

{b10} Section 1. Terms

          {b} Article 1
          {i} Use of terms

     1. "Record" means any measurement of ground motion.

     2. "Station" means a fixed installation.

          {b} Article 2
          {i} Scope

     This Convention shall apply to all records.
"""


def test_the_parties_to_a_treaty_speak_in_its_preamble() -> None:
    assert texts(TREATY)["preambular para. 1"] == "Recognizing that earthquakes know no frontiers,"


def test_parts_and_sections_of_a_treaty_stand_above_its_articles_with_their_titles() -> None:
    headings = {str(each.locator): each.headings for each in document(TREATY).paragraphs}
    above = ("PART I", "GENERAL PROVISIONS", "Section 1. Terms")
    assert headings["article 1, 2"] == (*above, "Article 1", "Use of terms")
    assert headings["article 2"] == (*above, "Article 2", "Scope")


def test_titles_below_a_name_alone_need_no_setting_of_their_own() -> None:
    text = (
        TREATY.replace("{i} Use of terms", "Use of terms")
        .replace("{i} Scope", "Scope")
        .replace("{b10} GENERAL", "GENERAL")
    )
    assert [each.headings for each in document(text).paragraphs] == [
        each.headings for each in document(TREATY).paragraphs
    ]


def test_text_right_below_the_name_of_an_article_is_no_title() -> None:
    text = TREATY.replace("          {i} Scope\n\n", "")
    assert texts(text)["article 2"] == "This Convention shall apply to all records."


AGREEMENT = """
          {i} The Contracting Parties,

     *Have agreed* as follows:

          {b} Article 1
          {i} Definitions

     "Ice" means frozen water.

     "Carrier" means any person who carries it.

          {b} Article 1 bis
          {i} Scope

     1. This Agreement applies to ice.

     2. It does not apply to snow.

          {b} Article 2
          {i} Temperature

     Ice shall be cold.
"""


def test_the_first_article_below_as_follows_is_no_quotation_where_others_follow() -> None:
    assert places(AGREEMENT)[1:] == [
        "article 1, p. 1, unnumbered 2",
        "article 1, p. 1, unnumbered 3",
        "article 1 bis, 1",
        "article 1 bis, 2",
        "article 2",
    ]


def test_an_article_that_is_quoted_alone_is_no_part_of_the_document() -> None:
    text = """
1. Article 56 reads as follows:

          {b} Article 56

     Each State Party shall endeavour to share information.

2. It has been applied.
"""
    assert not any("article" in place for place in places(text))


def test_an_article_with_its_title_on_its_line_needs_no_setting_of_its_own() -> None:
    text = """
{b14} Chapter I. General provisions

{b14} Chapter II. Duties

Article 1. Use of terms

     1. "Ice" means frozen water, and no other water whatever the season of the year may be.

     2. "Carrier" means any person.

Article 2. Scope of this Convention

     1. This Convention applies to ice.

     2. It does not apply to snow.

{b14} Chapter III. End
"""
    assert places(text) == ["article 1, 1", "article 1, 2", "article 2, 1", "article 2, 2"]


PROTOCOL = """
          {b} Article 2
          {i} Seat

     The seat is Oslo.

{b12} PROTOCOL ON DISPUTES

     {i} The Parties to this Protocol,

     *Have agreed* as follows:

          {b} Article 1
          {i} Arbitration

     1. A dispute is submitted to arbitration.

          {b} Article 2
          {i} Costs

     The costs are borne equally.
"""


def test_articles_of_a_protocol_below_an_agreement_are_the_protocols() -> None:
    found = document(TREATY + PROTOCOL.replace("Article 2\n          {i} Seat", "Article 3\n          {i} Seat"))
    headings = {str(each.locator): each.headings for each in found.paragraphs}
    named = [each for each in headings if "protocol" in each]
    assert named == ["protocol", "protocol, article 1, 1", "protocol, article 2"]
    assert headings["protocol, article 1, 1"] == ("PROTOCOL ON DISPUTES", "Article 1", "Arbitration")
    assert headings["article 3"][-2:] == ("Article 3", "Seat")


def test_a_treaty_below_a_list_of_its_articles_is_no_other_one() -> None:
    listed = "\n     It has two articles.\n\n     Article 1\n\n     Article 2\n\n{b12} Convention on Ground Motion\n"
    assert [each for each in places(listed + TREATY) if "convention" in each] == []
