"""What a model reads of cited texts: all of them where they are short, else what the sentence rests on."""

from eval.examples.stretch import LONGEST, stretch
from rag.proof.source import Source
from rag.proof.support import Rest

SHORT = Source.of_text("The Network met in Vienna.", "It has 40 members.")
FILLED = "x" * (LONGEST // 3)


def rest(source: int, sources: tuple[Source, ...], line: int) -> Rest:
    return Rest(source, sources[source].lines[line], 3)


def test_short_texts_are_read_whole_in_their_order() -> None:
    other = Source.of_text("The Group met in Kampala.")
    assert stretch([SHORT, other], [rest(1, (SHORT, other), 0)]) == (
        "The Network met in Vienna. It has 40 members. The Group met in Kampala."
    )


def test_of_a_long_text_the_lines_rested_on_are_read_and_their_neighbours() -> None:
    long = Source.of_text(*(f"{at} {FILLED}" for at in range(9)))
    assert stretch([long], [rest(0, (long,), 6)]) == f"6 {FILLED} 7 {FILLED}"


def test_what_is_left_out_between_two_lines_is_marked() -> None:
    long = Source.of_text(*(f"{at} {FILLED}" for at in range(9)))
    assert stretch([long], [rest(0, (long,), 6), rest(0, (long,), 2)]) == f"2 {FILLED} … 6 {FILLED}"


def test_a_line_that_is_too_long_is_read_from_its_beginning() -> None:
    endless = Source.of_text("y" * (5 * LONGEST))
    assert stretch([endless], [rest(0, (endless,), 0)]) == "y" * (2 * LONGEST)


def test_without_sources_there_is_nothing_to_read() -> None:
    assert stretch([], []) == ""
