"""Reports as Markdown and HTML."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.store import Index
from rag.batches.questions.row import QuestionRow
from rag.reports.outputs import ReportStyle, reported
from rag.reports.report import CitationStyle
from rag.reports.writers.html import write_html
from rag.reports.writers.markdown import escaped, write_markdown
from rag.states import UNJUDGED
from tests.support.batch_fakes import LACKS, TOLD, small_index
from tests.support.report_fixtures import everything

VOID = {"meta", "br", "link", "col"}


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def markdown(index: Index, folder: Path, *asked: QuestionRow, citations: CitationStyle = "brackets") -> str:
    file = io.StringIO()
    with everything(index, folder, *asked) as batch, reported(batch, ReportStyle("Briefing *one*")) as (_, report):
        write_markdown(report, file, citations=citations)
    return file.getvalue()


def html(index: Index, folder: Path, *asked: QuestionRow, citations: CitationStyle = "brackets") -> str:
    file = io.StringIO()
    with everything(index, folder, *asked) as batch, reported(batch, ReportStyle("Briefing <one>")) as (_, report):
        write_html(report, file, citations=citations)
    return file.getvalue()


def test_markdown_has_headings_answers_and_citations(index: Index, tmp_path: Path) -> None:
    text = markdown(index, tmp_path)
    assert text.startswith("# Briefing \\*one\\*\n\n1 March 2026\n")
    assert "\n## Networks\n" in text
    assert "\n### Q2. List what States should do?\n" in text
    assert "\nStates should: [A/1, para. 2]\n\n- (a) Share information; [para. 2 (a)]\n" in text
    assert "\n**Guidelines:** Freeze assets early. [Guidelines, draft guideline 1, para. 1]\n" in text
    assert "\n> (b) Return assets.\n" in text
    assert f"\n| Index | {index.fingerprint} |\n" in text


def test_a_report_says_no_more_than_that_no_answer_was_found_or_why_there_is_none(index: Index, tmp_path: Path) -> None:
    text = markdown(index, tmp_path, QuestionRow("line 1", "None?"), QuestionRow("line 2", "Nowhere?"))
    assert "2 questions: 2 with nothing found." in text
    found = "The nearest paragraphs are under Questions for which nothing was found."
    nothing = "Nothing was found that clearly answers the question."
    assert f"\n> **{nothing}**\n\n{found}\n" in text
    assert f"\n> **There is no paragraph 9.** {nothing}\n\n{found}\n" in text
    assert f"Under each stand the nearest paragraphs. {UNJUDGED}" in text
    assert text.count("There is no paragraph 9.") == 1


def test_words_left_out_are_marked_in_a_report(index: Index, tmp_path: Path) -> None:
    row = QuestionRow("line 1", "Gap?")
    assert "\n- […] (b) Return assets. [para. 2 (b)]\n" in markdown(index, tmp_path, row)
    assert "[…] (b) Return assets." in html(index, tmp_path, row)


def test_markdown_may_have_footnotes(index: Index, tmp_path: Path) -> None:
    text = markdown(index, tmp_path, citations="footnotes")
    assert "States should:[^2]\n\n- (a) Share information;[^3]\n" in text
    assert "\n[^2]: A/1, para. 2.\n[^3]: A/1, para. 2 (a).\n" in text


def test_markdown_takes_no_word_for_mark_up(index: Index, tmp_path: Path) -> None:
    text = markdown(index, tmp_path)
    assert "### Q1. Who are they & why \\<now\\>?" in text
    assert "Note: for the \\*minister\\*" in text


@pytest.mark.parametrize(
    ("text", "markdown_text"),
    [
        ("# 12", "\\# 12"),
        ("- one", "\\- one"),
        ("12. What?", "12\\. What?"),
        ("2018 report", "2018 report"),
        ("a_b_c _d_", "a_b_c \\_d\\_"),
        ("[text](http://x)", "[text\\](http://x)"),
        ("[^1] and [2]", "\\[^1] and [2]"),
        ("a | b `c` ~d~ <e> *f* \\g", "a \\| b \\`c\\` \\~d\\~ \\<e\\> \\*f\\* \\\\g"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_is_mark_up_is_escaped(text: str, markdown_text: str) -> None:
    assert escaped(text) == markdown_text


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"])))
def test_escaping_loses_no_word(text: str) -> None:
    assert escaped(text).replace("\\", "") == " ".join(text.split()).replace("\\", "")


class Checker(HTMLParser):
    """Collects ids, links and tags that are not closed where they should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "id" in found:
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.targets.append(str(found["href"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("citations", ["brackets", "footnotes"])
def test_html_is_well_formed_and_every_link_leads_somewhere(
    index: Index, tmp_path: Path, citations: CitationStyle
) -> None:
    page = Checker()
    page.feed(html(index, tmp_path, citations=citations))
    assert (page.open, page.wrong) == ([], [])
    assert len(set(page.ids)) == len(page.ids)
    assert {target.removeprefix("#") for target in page.targets} <= set(page.ids)
    assert {"q1", "p0", "p1", "open4"} <= set(page.ids)


def test_html_needs_nothing_else(index: Index, tmp_path: Path) -> None:
    page = html(index, tmp_path)
    assert not re.search(r"<script|<link|@import|url\(|src=", page)


def test_html_takes_no_word_for_mark_up(index: Index, tmp_path: Path) -> None:
    page = html(index, tmp_path)
    assert "<title>Briefing &lt;one&gt;</title>" in page
    assert '<h3 id="q1">Q1. Who are they &amp; why &lt;now&gt;?</h3>' in page


def test_a_citation_in_html_leads_to_the_quoted_paragraph(index: Index, tmp_path: Path) -> None:
    page = html(index, tmp_path)
    assert 'Share information; <a class="cite" href="#p1">[para. 2 (a)]</a>' in page
    assert '<h4 id="p1">Para. 2</h4>' in page


def test_footnotes_in_html_lead_there_and_back(index: Index, tmp_path: Path) -> None:
    page = html(index, tmp_path, citations="footnotes")
    assert '<sup id="r3"><a href="#n3">3</a></sup>' in page
    assert '<li id="n3"><a href="#p1">A/1, para. 2 (a).</a> <a href="#r3"' in page


def test_both_are_the_same_every_time(index: Index, tmp_path: Path) -> None:
    assert markdown(index, tmp_path) == markdown(index, tmp_path)
    assert html(index, tmp_path) == html(index, tmp_path)


STATES = (QuestionRow("line 1", "List?"), QuestionRow("line 2", "Related?"), QuestionRow("line 3", "None?"))


def test_a_report_counts_the_three_states_and_says_what_related_passages_are(index: Index, tmp_path: Path) -> None:
    text = markdown(index, tmp_path, *STATES)
    assert "\n3 questions: 1 answered, 1 with related passages to check, 1 with nothing found.\n" in text
    assert "Related passages are no answers" in text
    assert "Related passages are no answers" not in markdown(index, tmp_path, STATES[0], STATES[2])


def test_what_is_told_is_not_counted_as_not_found(index: Index, tmp_path: Path) -> None:
    text = markdown(index, tmp_path, QuestionRow("line 1", "Told?"))
    assert "\n1 question: 1 told without a quotation.\n" in text
    assert f"\n### 1. Told?\n\n> **{TOLD}**\n" in text
    assert "nothing was found" not in text


def test_related_passages_are_quoted_under_what_they_are_and_lack(index: Index, tmp_path: Path) -> None:
    text = markdown(index, tmp_path, STATES[1])
    assert (
        "\n### 1. Related?\n\n"
        "> **Related passages: check whether they answer.** "
        "They are the nearest to what was asked. That they answer it is not established.\n\n"
        f"> **What is missing:** {LACKS}\n\n"
        "> States should: [A/1, para. 2]\n\n"
        "> - (a) Share information; [para. 2 (a)]\n"
    ) in text
    assert "\n## Questions with related passages to check\n" in text
    assert f"\n- 1\\. Related? {LACKS}\n" in text


def test_html_sets_related_passages_apart(index: Index, tmp_path: Path) -> None:
    page = html(index, tmp_path, *STATES)
    assert page.count('<p class="related">States should: ') == 1
    assert page.count('<p class="answer">States should: ') == 1
    assert '<p class="related-item">(a) Share information; ' in page
    assert '<p class="state"><strong>Related passages: check whether they answer.</strong>' in page
    assert '<p class="state"><strong>Nothing was found that clearly answers the question.</strong></p>' in page
    assert '<a href="#q2">2. Related?</a>' in page
