"""A model's reply read: every form of mark, and what models write around an answer."""

import pytest

from rag.writing.marks import Written, read_reply, sentences_so_far


def read(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(each.text, each.marks) for each in read_reply(text).sentences]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("[1]", (1,)),
        ("[1, 3]", (1, 3)),
        ("[1][3]", (1, 3)),
        ("[1] and [2, 3]", (1, 2, 3)),
        ("[1] [3]", (1, 3)),
        ("[1-3]", (1, 2, 3)),
        ("[1–3]", (1, 2, 3)),
        ("[1; 3]", (1, 3)),
        ("[1 and 3]", (1, 3)),
        ("(1)", (1,)),
        ("(1, 2)", (1, 2)),
        ("【1】", (1,)),
        ("【2†source】", (2,)),
        ("[^4]", (4,)),
        ("[paragraph 5]", (5,)),
        ("[17]", (17,)),
    ],
)
def test_marks_are_read_in_every_form_before_and_after_the_full_stop(marks: str, expected: tuple[int, ...]) -> None:
    assert read(f"The Group met {marks}.") == [("The Group met.", expected)]
    if not marks.startswith("("):
        assert read(f"The Group met. {marks}") == [("The Group met.", expected)]


def test_each_sentence_has_its_own_marks() -> None:
    assert read("The Group met [1]. It was in Vienna. [2] It ended [3][4].") == [
        ("The Group met.", (1,)),
        ("It was in Vienna.", (2,)),
        ("It ended.", (3, 4)),
    ]


def test_a_mark_inside_a_sentence_is_of_that_sentence() -> None:
    assert read("The Group met [1] and the Board [2] did not.") == [("The Group met and the Board did not.", (1, 2))]


def test_a_sentence_without_marks_has_those_that_end_its_line() -> None:
    assert read("The Group met. It was in Vienna [2].") == [("The Group met.", (2,)), ("It was in Vienna.", (2,))]


def test_what_introduces_a_list_cites_what_its_items_cite() -> None:
    assert read("They are:\n- one network [1];\n- another [2].") == [
        ("They are:", (1, 2)),
        ("one network;", (1,)),
        ("another.", (2,)),
    ]


def test_years_and_the_counting_of_a_list_are_no_marks() -> None:
    assert read("The report [2024] names (1) banks and (2) courts [3].") == [
        ("The report [2024] names (1) banks and (2) courts.", (3,))
    ]


@pytest.mark.parametrize(
    "reply",
    [
        "<think>\nParagraph 2 says Vienna [2].\n</think>\nThe Group met [1].",
        "Some thoughts first. </think> The Group met [1].",
        "**Answer:** The Group met [1].",
        "Final answer: The Group met [1].",
        "1. The Group met [1].",
        "<text-c7b091aab82f>\nThe Group met [1].\n</text-c7b091aab82f>",
        "- **The Group** met [1].",
    ],
)
def test_what_is_written_around_an_answer_is_no_part_of_it(reply: str) -> None:
    assert read(reply) == [("The Group met.", (1,))]


@pytest.mark.parametrize(
    "reply",
    [
        "NOT FOUND",
        "NOT FOUND.",
        "**Not found**",
        "NOT FOUND – the paragraphs are about something else [1].",
        "<think>nothing here</think>NOT FOUND",
        "The paragraphs do not mention any cost.",
        "The evidence doesn't say who paid.",
    ],
)
def test_that_nothing_was_found_is_read_in_every_form(reply: str) -> None:
    assert read_reply(reply).not_found


@pytest.mark.parametrize("reply", ["", " \n", "<think>I must think about it"])
def test_a_reply_without_an_answer_has_no_sentence(reply: str) -> None:
    found = read_reply(reply)
    assert (found.sentences, found.not_found) == ((), False)


def test_a_part_that_was_not_found_is_no_sentence() -> None:
    assert read_reply("The Group met [1].\nNOT FOUND").sentences == (Written("The Group met.", (1,)),)


@pytest.mark.parametrize(
    ("so_far", "sentences"),
    [
        ("", ()),
        ("NOT FO", ()),
        ("NOT FOUND", ()),
        ("Not only Vienna", ("Not only Vienna",)),
        ("<think>Where did they", ()),
        ("<think>Where?</think>The Group m", ("The Group m",)),
        ("The Group met [1]. It ado", ("The Group met.", "It ado")),
    ],
)
def test_what_is_read_of_a_reply_that_is_still_coming(so_far: str, sentences: tuple[str, ...]) -> None:
    assert sentences_so_far(so_far) == sentences
