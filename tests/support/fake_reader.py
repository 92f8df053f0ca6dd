"""A reader that knows what answers by a word."""

from collections.abc import Sequence

from rag.reader.base import TO_THE_END, Reading
from rag.reader.windows import Window


class FakeReader:
    """Finds that a window answers where it holds the word `answers`; remembers what it was given."""

    name = "fake"

    def __init__(self, answers: str, *, tells_sentences: bool = True) -> None:
        self.answers = answers
        self.tells_sentences = tells_sentences
        self.given: list[str] = []
        self.questions: list[str] = []
        self.least: list[float] = []

    def read(self, pairs: Sequence[tuple[str, Window]], least: float = TO_THE_END) -> list[Reading]:
        windows = [window for _, window in pairs]
        self.least.append(least)
        self.questions += [question for question, _ in pairs]
        self.given += [each.text for each in windows]
        return [
            Reading(
                5.0 if self.answers in each.text else -5.0,
                tuple(float(self.answers in each.text[start:end]) for start, end in each.spans)
                if self.tells_sentences
                else (),
            )
            for each in windows
        ]
