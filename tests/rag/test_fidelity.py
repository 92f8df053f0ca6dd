"""Nothing leaves that is not in the paragraph it is cited to."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.document import Item, Note, Paragraph
from index.errors import FidelityError
from index.locator import Locator
from rag.answer import Answer, Citation, Statement
from rag.citing.citation import cite_by_name
from rag.citing.quote_check import check, is_verbatim

SYMBOL = "A/1"
TEXT = (
    "States should: (a) Share information: (i) Early; (ii) In 3.5 per cent of cases, 1,000 times; (b) Return assets. "
    "They agreed."
)
NOTE = "See resolution 5/3."


def _item(start: str, end: str, *marks: str) -> Item:
    begin, stop = TEXT.index(start), TEXT.index(end) + len(end)
    return Item(Locator(number="2").item(*marks), TEXT[begin:stop], begin, stop)


PARAGRAPH = Paragraph(
    Locator(number="2"),
    TEXT,
    items=(
        _item("Share", "1,000 times;", "a"),
        _item("Early", "Early;", "a", "i"),
        _item("In 3.5", "1,000 times;", "a", "ii"),
        _item("Return", "assets.", "b"),
    ),
    notes=(Note("1", NOTE),),
)


def at(document: str, locator: Locator) -> list[Paragraph]:
    return [PARAGRAPH] if (document, locator) == ("doc", Locator(number="2")) else []


def cited(
    quote: str,
    locator: str = "2",
    *,
    text: str | None = None,
    symbol: str | None = SYMBOL,
    note: str | None = None,
) -> Citation:
    """A citation whose characters are those of `quote`, wherever it stands first."""
    place = Locator.parse(locator)
    start = (NOTE if note else TEXT).find(quote)
    return Citation(
        "doc", symbol, place, text or cite_by_name(SYMBOL, place), quote, start, start + len(quote), "Notes", note=note
    )


def answer(*statements: Statement, mode: str = "extractive") -> Answer:
    return Answer(
        question="What should States do?",
        answered=bool(statements),
        statements=statements,
        evidence=(),
        nearest=(),
        mode=mode,
        model="fake",
        index="f",
        confidence=1.0,
        milliseconds={"retrieve": 0.0, "answer": 0.0},
    )


def quoting(quote: str, locator: str = "2") -> Answer:
    return answer(Statement(quote, (cited(quote, locator),)))


@pytest.mark.parametrize(
    ("quote", "locator"),
    [
        (TEXT, "2"),
        ("They agreed.", "2"),
        ("(b) Return assets.", "2 (b)"),
        ("Return assets.", "2 (b)"),
        ("Share information: (i) Early;", "2 (a)"),
        ("(ii) In 3.5 per cent of cases,", "2 (a) (ii)"),
    ],
)
def test_a_quotation_that_stands_at_its_locator_passes(quote: str, locator: str) -> None:
    check(quoting(quote, locator), at)


def test_an_answer_without_statements_passes() -> None:
    check(answer(), at)


@pytest.mark.parametrize(
    ("quote", "locator", "message"),
    [
        ("States must: (a) Share", "2", "goes on 'must: (a) Share' where the document has 'should: (a) Share"),
        ("Nobody agreed.", "2", "not there, from its beginning 'Nobody agreed.'"),
        ("They agreed. All of them.", "2", "the place ends before 'All of them.'"),
        ("Share information", "2 (b)", "doc, 2 (b): the quotation is not there"),
        ("They agreed.", "2 (b)", "doc, 2 (b): the quotation is not there"),
        ("Return assets. They agreed.", "2 (b)", "the place ends before 'They agreed.'"),
        ("Early;", "2 (a) (ii)", "doc, 2 (a) (ii): the quotation is not there"),
        ("Return assets.", "2 (c)", "doc, 2 (c): the paragraph has no such sub-item"),
        ("They agreed.", "3", "doc, 3: there is no such paragraph"),
        ("", "2", "the quotation is empty"),
        (" \n", "2", "the quotation is empty"),
    ],
)
def test_a_quotation_from_elsewhere_is_stopped_and_the_message_says_where(
    quote: str, locator: str, message: str
) -> None:
    with pytest.raises(FidelityError) as stopped:
        check(quoting(quote, locator), at)

    assert message in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_every_citation_is_checked_not_only_the_first() -> None:
    statement = Statement("They agreed.", (cited("They agreed."), cited("They agreed!")))

    with pytest.raises(FidelityError, match=r"where the document has 'agreed\.'"):
        check(answer(Statement("They agreed.", (cited("They agreed."),)), statement), at)


def test_a_sentence_without_a_citation_is_stopped() -> None:
    with pytest.raises(FidelityError, match=r"cites nothing: 'They agreed\.'"):
        check(answer(Statement("They agreed.", ())), at)


@pytest.mark.parametrize(
    "text",
    ["A/1, para. 3", "A/1, paras. 2 and 3", "A/1, para. 2 (a)", "A/2, para. 2", "A/1, annex, para. 2", "para. 2", ""],
)
def test_a_citation_that_shows_another_number_than_its_locator_is_stopped(text: str) -> None:
    wrong = replace(cited("They agreed."), text=text)

    with pytest.raises(FidelityError, match="which is another place"):
        check(answer(Statement("They agreed.", (wrong,))), at)


def test_a_document_without_a_symbol_is_cited_by_any_name_but_by_its_own_number() -> None:
    check(answer(Statement("They agreed.", (cited("They agreed.", text="Notes (2019), para. 2", symbol=None),))), at)

    with pytest.raises(FidelityError, match="which is another place"):
        check(answer(Statement("They agreed.", (cited("They agreed.", text="Notes, para. 12", symbol=None),))), at)


def test_a_quotation_from_a_footnote_is_looked_for_in_that_footnote() -> None:
    check(answer(Statement(NOTE, (cited(NOTE, text="A/1, para. 2, footnote 1", note="1"),))), at)
    with pytest.raises(FidelityError, match="no such footnote 2"):
        check(answer(Statement(NOTE, (cited(NOTE, text="A/1, para. 2, footnote 2", note="2"),))), at)
    with pytest.raises(FidelityError, match="the quotation"):
        told = cited("They agreed.", text="A/1, para. 2, footnote 1", note="1")
        check(answer(Statement("They agreed.", (told,))), at)
    for text in ("A/1, para. 3, footnote 1", "A/1, para. 2", "A/1, para. 2, footnote 2"):
        with pytest.raises(FidelityError, match="which is another place"):
            check(answer(Statement(NOTE, (cited(NOTE, text=text, note="1"),))), at)


def test_the_characters_that_a_citation_names_are_its_words() -> None:
    right = cited("They agreed.")
    for start, end in ((right.start + 1, right.end), (right.start, right.end - 1), (0, 12), (-12, len(TEXT) + 1)):
        with pytest.raises(FidelityError, match=r"does not stand at characters"):
            check(answer(Statement("They agreed.", (replace(right, start=start, end=end),))), at)


def test_words_that_stand_twice_are_those_of_the_sub_item_that_is_cited() -> None:
    twice = Paragraph(Locator(number="2"), "Act. (a) Act.", items=(Item(Locator(number="2").item("a"), "Act.", 9, 13),))
    cites = replace(cited("Act.", "2 (a)"), start=9, end=13)
    check(answer(Statement("Act.", (cites,))), lambda *_: [twice])
    with pytest.raises(FidelityError, match="does not stand at characters 0 to 4"):
        check(answer(Statement("Act.", (replace(cites, start=0, end=4),))), lambda *_: [twice])


def test_an_extractive_sentence_is_its_quotations_and_nothing_else() -> None:
    quotes = (cited("States should:"), cited("Return assets.", "2 (b)"))

    check(answer(Statement("States should: Return assets.", quotes)), at)
    for text in ("States should: Return assets. Or not.", "States should:", "Return assets. States should:"):
        with pytest.raises(FidelityError, match="not what it quotes"):
            check(answer(Statement(text, quotes)), at)


def test_the_same_words_cited_to_two_places_are_said_once() -> None:
    check(answer(Statement("Return assets.", (cited("Return assets."), cited("Return assets.", "2 (b)")))), at)


def test_a_model_may_use_its_own_words_beside_a_true_quotation() -> None:
    check(answer(Statement("They were of one mind.", (cited("They agreed."),)), mode="model"), at)

    with pytest.raises(FidelityError, match="goes on"):
        check(answer(Statement("They were.", (cited("They were of one mind."),)), mode="model"), at)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("asset  recovery\n networks", "the asset recovery networks"),
        ("asset\u00a0recovery", "asset recovery"),
        ("action-\noriented policies", "action-oriented policies"),
        ("action-oriented policies", "action-  \n  oriented policies"),
        ("the docu-\nment says", "the document says"),
        ("the document says", "the docu-\nment says"),
        ("short- and long-term", "short-\nand long-term"),
        ("co\u00adoperation", "cooperation"),
        ("the Initiative contained", "the Initiative⁶ contained"),
        ("the Initiative<sup>6</sup> contained", "the Initiative contained"),
        ("cafe\u0301", "café"),
        ("[2024] and [1]", "see [2024] and [1]."),
        ("a.b (c)* d", "a.b (c)* d"),
    ],
)
def test_white_space_line_end_hyphens_and_footnote_marks_do_not_matter(quote: str, text: str) -> None:
    assert is_verbatim(quote, text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("", "anything"),
        ("  ", "anything"),
        ("6 per cent", "16 per cent"),
        ("about 3", "about 3.5 per cent"),
        ("5 per cent", "3.5 per cent"),
        ("1", "1,000"),
        ("part", "party"),
        ("Return assets", "return assets"),
        ("cooperation", "co-operation"),
        ("recreation", "re-creation"),
        ("action oriented", "action-oriented"),
        ("axb", "a.b"),
        ("see [2024]", "see"),
        ("in  and ", "in [2024] and [1]"),
        ("“agreed”", '"agreed"'),
        ("not agreed", "not\u00b2agreed"),
    ],
)
def test_anything_else_does_matter(quote: str, text: str) -> None:
    assert not is_verbatim(quote, text)


def test_a_quotation_may_stop_before_a_mark_of_punctuation() -> None:
    assert is_verbatim("about 3", "about 3. Then")
    assert is_verbatim("6 per cent", "16 per cent, then 6 per cent")


WORDS = st.lists(
    st.sampled_from(["asset", "re-use", "3.5", "States", "(a)", "“so”", "1,000", "é"]), min_size=1, max_size=12
)


@settings(deadline=None)
@given(WORDS, st.data())
def test_any_run_of_whole_words_is_verbatim_however_it_is_spaced(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    spaces = data.draw(st.lists(st.sampled_from([" ", "\n", "  ", "\u00a0"]), min_size=len(words), max_size=len(words)))

    quote = "".join(word + space for word, space in zip(words[start:end], spaces, strict=False))

    assert is_verbatim(quote, " ".join(words))


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_quotation_with_a_foreign_word_in_it_is_never_verbatim(before: list[str], after: list[str]) -> None:
    assert not is_verbatim(" ".join([*before, "invented", *after]), " ".join([*before, *after]))


def test_of_a_number_that_is_printed_twice_either_paragraph_may_hold_the_quotation() -> None:
    other = Paragraph(Locator(number="2"), "The meeting rose at noon.")
    rose = Statement(other.text, (replace(cited(other.text), start=0, end=len(other.text)),))
    check(answer(rose), lambda document, locator: [*at(document, locator), other])
    with pytest.raises(FidelityError, match="the quotation"):
        check(quoting("The meeting never rose."), lambda document, locator: [*at(document, locator), other])
