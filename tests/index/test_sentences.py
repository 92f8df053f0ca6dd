"""Sentences of UN texts, cut where a reader would."""

import re
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document, Item, Paragraph
from index.locator import Locator
from index.sentences import has_labels, heads_end, item_boundaries, sentence_spans, sentences_of
from tests.support.tables import table


def cut(text: str, *items: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, items_of(text, *items))]


def items_of(text: str, *wanted: str) -> list[Item]:
    whole = Locator(number="1")
    return [
        Item(whole.item(str(n)), words, text.index(words), text.index(words) + len(words))
        for n, words in enumerate(wanted)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Group met in 2017 (see para. 5 above).",
        "It referred to paras. 8, 15 and 17 of the report.",
        "Sect. 3, para. 4, and chap. V, art. 5, of vol. II apply.",
        "Directive No. 02/2015/CM/UEMOA and Nos. 3 and 4 apply.",
        "See resolution 71/208 (see para. 17. It was adopted in 2016) for details.",
        "The U.S. Department of Justice assisted.",
        "4. Representatives took part in the Conference.",
        "B. The Group met.",
        "H.E. Mr. Hamad Al Kaabi spoke first.",
        "A meeting was held in Washington, D.C. from 4 to 6 December 2017.",
        "Challenges, e.g. in the areas of procurement, i.e. Government purchasing, were shared.",
        "The requirements of the United States. for incoming requests were considered.",
        "Kevin M. Stephenson and others, p. 22, say so.",
        "J. P. Brun wrote the handbook, pp. 3–5.",
        "CAC/COSP/2017/Rev. 1 and Add. 2 and Corr. 1 were issued.",
        "Amounts of 4.6 million and 1.5 million were returned.",
        "He said: “We agree. We will act.”",
        "The list of approx. 20 States, cf. Annex, is open.",
    ],
)
def test_a_sentence_is_not_cut_at_an_abbreviation_or_inside_an_enclosure(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended in 2017. Its purpose is clear.", ["It ended in 2017.", "Its purpose is clear."]),
        ("A network exists (ARIN). The group met.", ["A network exists (ARIN).", "The group met."]),
        ("That is in annex A. The rest follows.", ["That is in annex A.", "The rest follows."]),
        ("They met in the U.S. The talks went on.", ["They met in the U.S.", "The talks went on."]),
        ("It came from the Pacific. ARIN-SA runs it.", ["It came from the Pacific.", "ARIN-SA runs it."]),
        ("It was held on 5 May. UNODC led it.", ["It was held on 5 May.", "UNODC led it."]),
        ("Did it work? It did! Good.", ["Did it work?", "It did!", "Good."]),
        ("He called it “urgent”. Others agreed.", ["He called it “urgent”.", "Others agreed."]),
        ("See p. 137. As noted, it works.", ["See p. 137.", "As noted, it works."]),
        ("The answer was no. The Group moved on.", ["The answer was no.", "The Group moved on."]),
        ("An unclosed ( is no enclosure. It ends.", ["An unclosed ( is no enclosure.", "It ends."]),
        ("Élan matters. Évora agreed.", ["Élan matters.", "Évora agreed."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_long_quotation_is_cut_at_its_sentences() -> None:
    sentence = "The State party shall take measures as it deems fit. "
    text = "It reads: “" + sentence * 12 + "That is all.”"
    assert len(cut(text)) == 13


def test_each_displayed_item_is_its_own_sentence_with_its_mark_and_the_lead_in_is_one() -> None:
    text = "States should: (a) Share information; (b) Return assets; and (c) Report. That is all."
    assert cut(text, "Share information;", "Return assets; and", "Report.") == [
        "States should:",
        "(a) Share information;",
        "(b) Return assets; and",
        "(c) Report.",
        "That is all.",
    ]


def test_an_item_of_two_sentences_gives_two_and_a_nested_mark_stays_with_its_outer_one() -> None:
    text = "Note: (a) One thing. Then more; (b) (i) Inner; (ii) Last."
    items = items_of(text, "One thing. Then more;", "(i) Inner; (ii) Last.", "Inner;", "Last.")
    spans = sentence_spans(text, items)
    assert [text[a:b] for a, b in spans] == ["Note:", "(a) One thing.", "Then more;", "(b) (i) Inner;", "(ii) Last."]


def test_an_item_without_a_printed_mark_does_not_take_the_word_before_it() -> None:
    text = "The following points. First point. Second point."
    assert cut(text, "First point.", "Second point.") == ["The following points.", "First point.", "Second point."]


def test_blank_text_has_no_sentence() -> None:
    assert sentence_spans("") == ()
    assert sentence_spans(" \n ") == ()


@given(st.text(alphabet=st.sampled_from("aB5 .;:?!()“”\n\u00a0éÀ"), max_size=80), st.data())
def test_spans_are_in_order_and_cover_everything_but_space(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    items = [
        Item(Locator(number="1").item(str(a)), text[a:b], a, b) for a, b in zip(places[::2], places[1::2], strict=False)
    ]
    spans = sentence_spans(text, items)
    assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))
    assert re.sub(r"\s", "", "".join(text[a:b] for a, b in spans)) == re.sub(r"\s", "", text)
    for boundary in item_boundaries(text, items):
        assert not any(a < boundary < b for a, b in spans)


def test_a_long_text_of_awkward_marks_is_cut_in_a_moment() -> None:
    began = time.process_time()
    for unit in ("word (", "A. ", "No. 3 is it. The “", "x."):
        sentence_spans(unit * (100_000 // len(unit)))
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "text",
    [
        "No. 3 is it. The “" * 2_000,
        pytest.param("The Group met in Vienna. It adopted its agenda. " * 13_000, marks=pytest.mark.slow),
    ],
    ids=["unclosed", "prose"],
)
def test_a_text_of_eight_times_the_length_takes_about_eight_times_as_long(text: str) -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        sentence_spans(text)
        return time.process_time() - began

    seconds(text[:10_000])
    # Time that grows with the square of the length is 64 times as long at eight times the length.
    assert min(seconds(text * 8) for _ in range(2)) < 13 * min(seconds(text) for _ in range(3))


def test_a_long_paragraph_is_cut_as_its_parts_are() -> None:
    part = "The Group met (see para. 5. above) in 2017. It said: “We agree. We will act.” Dr. No came, in U.S. law. "
    long = cut(part * 500)
    assert long == cut(part) * 500
    assert len("".join(long)) > 2 * 20_000


def test_a_long_block_without_a_sentence_end_is_not_cut_inside_a_word() -> None:
    text = "WORD" * 9_000 + ". Then it ends."
    assert cut(text) == ["WORD" * 9_000 + ".", "Then it ends."]


def test_the_sentences_of_the_corpus_are_whole(corpus: tuple[Document, ...]) -> None:
    said = {
        (document.id, str(paragraph.locator)): [
            paragraph.text[a:b] for a, b in sentence_spans(paragraph.text, paragraph.items)
        ]
        for document in corpus
        for paragraph in document.paragraphs
    }
    assert said["irg-2019", "8"][-1].endswith(
        "requirements of the United States. for incoming mutual legal assistance requests."
    )
    assert len(said["irg-2019", "8"]) == 4
    assert [len(each) for each in said["info-sharing-2018", "46"]][2] == len(
        "(a) Central authorities for mutual legal assistance in 129 States parties;"
    )
    assert said["info-sharing-2018", "45"][-1].endswith("www.unodc.org/compauth_uncac/en/index.html.")
    lone = [text for each in said.values() for text in each if len(text) < 12 or text[0].islower()]
    assert lone == []


def test_each_row_of_a_table_is_a_sentence() -> None:
    text = "Year | States. Parties\n2018 | 3\n2019 | 4. 5"
    table = Paragraph(Locator(number="1", label="table"), text, kind="table")
    rows = [text[start:end] for start, end in sentences_of(table)]
    assert rows == ["Year | States. Parties", "2018 | 3", "2019 | 4. 5"]


def under(paragraph: Paragraph) -> str:
    return paragraph.text[: heads_end(paragraph)]


def test_rows_are_read_under_the_caption_and_the_first_row() -> None:
    posts = (("Unit", "2023"), ("", "12"), ("Ethics", "3"))
    assert under(table(*posts)) == "Unit | 2023\n"
    assert under(table(*posts, caption="Table 1. Posts")) == "Table 1. Posts\nUnit | 2023\n"


def test_what_stands_below_a_table_is_not_counted_for_its_caption() -> None:
    posts = table(("Unit", "2023"), ("Ethics", "3"), caption="Table 1. Posts")
    told = replace(posts, text=f"{posts.text}\nSource: the Secretariat.\nGS, General Service.")
    assert under(told) == "Table 1. Posts\nUnit | 2023\n"


def test_a_table_has_labels_where_each_of_its_lines_begins_with_one() -> None:
    assert has_labels(table(("Rapporteur:", "Ms. A"), ("Venue:", "Vienna")))
    assert not has_labels(table(("Rapporteur:", "Ms. A"), ("Vienna", "2023")))
    assert not has_labels(replace(table(("Rapporteur:", "Ms. A")), rows=()))


def test_heads_go_on_as_long_as_the_corner_is_empty() -> None:
    posts = (("", "Audit", ""), ("", "2023", "2024"), ("Posts", "1", "2"))
    assert under(table(*posts, caption="Table 1")) == "Table 1\n| Audit\n| 2023 | 2024\n"


def test_without_cells_the_first_line_is_the_head_and_other_paragraphs_have_none() -> None:
    bare = replace(table(("Unit", "2023"), ("Ethics", "3")), rows=())
    assert under(bare) == "Unit | 2023\n"
    assert under(replace(bare, kind="text")) == ""


def test_a_head_across_all_columns_has_the_heads_of_the_columns_below_it() -> None:
    cases = (("", "Cases by year", ""), ("Category", "2023", "2024"), ("Fraud", "62", "61"))
    assert under(table(*cases)) == "| Cases by year\nCategory | 2023 | 2024\n"
    assert under(table(("Fraud", "", ""), ("Asia", "62", "61"))) == "Fraud\n"


def test_heads_go_on_in_a_row_of_words_above_figures() -> None:
    rows = (("Region", "2023", ""), ("", "Cases", "Share"), ("Asia", "4", "3"))
    assert under(table(*rows)) == "Region | 2023\n| Cases | Share\n"
    sums = (("", "Spent", "", "Change"), ("Source", "2023", "2024", "(percentage)"), ("Banks", "64.2", "79.5", "23.8"))
    assert under(table(*sums)) == "| Spent | | Change\nSource | 2023 | 2024 | (percentage)\n"
    assert under(table(("Goal", "Means"), ("One", "Advice"), ("", "Grants"), ("Two", "Loans"))) == "Goal | Means\n"
