"""Volumes of the resolutions and decisions of a session, each with a number in its heading."""

from tests.index.parser.setting import document, places

VOLUME = """
{b14} Resolutions

{b12} 2025/1. Inland ports

     {i} The Economic and Social Council,

     *Recalling* its resolution 2021/3,

     1. *Requests* a report;

     2. *Decides* to meet again.

{b12} 2025/2. Ice on rivers

     {i} The Economic and Social Council,

     *Noting* the report,

     1. *Calls for* ice;

     2. *Decides* to wait.

{b14} Decisions

{b12} 2025/201. Elections

     At its 3rd meeting, the Council elected two members.

     At its 4th meeting, the Council elected three members.

{b12} 2025/202. Dates

     At its 5th meeting, the Council decided on dates.
"""


def test_resolutions_of_a_session_each_have_their_own_numbers() -> None:
    assert places(VOLUME) == [
        "resolution 2025/1, preambular para. 1",
        "resolution 2025/1, 1",
        "resolution 2025/1, 2",
        "resolution 2025/2, preambular para. 1",
        "resolution 2025/2, 1",
        "resolution 2025/2, 2",
        "decision 2025/201, p. 1, unnumbered 1",
        "decision 2025/201, p. 1, unnumbered 2",
        "decision 2025/202",
    ]
    assert document(VOLUME).paragraphs[2].headings == ("2025/1. Inland ports", "The Economic and Social Council")


def test_the_number_of_a_resolution_alone_is_the_documents() -> None:
    text = VOLUME[: VOLUME.index("{b12} 2025/2.")].replace("{b14} Resolutions\n", "")
    assert places(text) == ["preambular para. 1", "1", "2"]


BOARD = """
{b12} 2025/1
{b12} Internal audit of ferries

     {i} The Executive Board

     1. *Takes note* of the report;

     2. *Requests* another.

{b12} 2025/2
{b12} Annual financial review

     {i} The Executive Board

     1. *Recalls* decision 2024/2;

     2. *Welcomes* progress.
"""


def test_decisions_of_a_board_are_told_by_their_form_where_no_heading_tells() -> None:
    assert places(BOARD) == ["decision 2025/1, 1", "decision 2025/1, 2", "decision 2025/2, 1", "decision 2025/2, 2"]
    assert document(BOARD).paragraphs[3].headings == ("2025/2 Annual financial review", "The Executive Board")


def test_a_heading_says_what_texts_of_a_session_are_called() -> None:
    called = {place.split()[0] for place in places("{b14} Resolutions adopted by the Board\n" + BOARD)}
    assert called == {"resolution"}
    called = {place.split()[0] for place in places("{b14} Resolutions and decisions of the Board\n" + BOARD)}
    assert called == {"decision"}
