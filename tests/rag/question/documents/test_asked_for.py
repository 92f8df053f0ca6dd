"""Which documents there are on something is told from their titles and mastheads, not from what others say."""

import pytest

from index.document import Document
from rag.answerer import Answerer
from rag.states import headline
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

SEAS = Document(
    "seas", "Rights and the rising seas", numbered("The sea rises."), "A/HRC/RES/59/25", date="2025-07-16",
    body="Human Rights Council",
)  # fmt: skip
CONGO = Document(
    "congo", "Peace in the Democratic Republic of the Congo", numbered("Reports on seas are welcome."), "S/2025/202",
    date="2025-04-01", body="Security Council",
)  # fmt: skip
OLDER = Document(
    "older", "Congo: letter from the Democratic Republic", numbered("The Democratic Republic of the Congo (DRC)."),
    "S/2018/9", date="2018-04-01",
)  # fmt: skip


@pytest.fixture(scope="module")
def answering() -> Answerer:
    return Answerer(index_of(SEAS, OLDER, CONGO), FakeEmbedder())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("do you have a report on the seas?", "1 document held: A/HRC/RES/59/25 — Rights and the rising seas"),
        ("Which resolutions do you have?", "1 document held: A/HRC/RES/59/25 — Rights and the rising seas"),
        (
            "any documents on DRC",
            "2 documents held: S/2025/202 — Peace in the Democratic Republic of the Congo; "
            "S/2018/9 — Congo: letter from the Democratic Republic",
        ),
        (
            "what is the latest document on DRC",
            "the newest held: S/2025/202 — Peace in the Democratic Republic of the Congo",
        ),
        ("which reports are from 2018", "1 document held: S/2018/9 — Congo: letter from the Democratic Republic"),
        ("is there a Human Rights Council document", "1 document held: A/HRC/RES/59/25 — Rights and the rising seas"),
        ("Do you have S/2025/202?", "1 document held: S/2025/202 — Peace in the Democratic Republic of the Congo"),
    ],
)
def test_which_documents_there_are_is_told(answering: Answerer, question: str, said: str) -> None:
    answer = answering.answer(question)
    assert (answer.intent, answer.state) == ("document", "nothing")
    assert headline(answer) == f"By titles and mastheads, {said}. Others may speak of it."


@pytest.mark.parametrize(
    "question",
    [
        "Which report did the Congo submit?",
        "What does the report on the Congo say?",
        "Which documents are about fish?",
        "which resolutions are on the Congo",
        "do you have reports",
        "Is there a report on the seas that rise in 2018?",
    ],
)
def test_what_no_title_says_is_looked_for_in_the_texts(answering: Answerer, question: str) -> None:
    assert answering.answer(question).intent != "document"
