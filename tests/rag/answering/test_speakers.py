"""What somebody said is told from what is said about him, her or them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document, Paragraph
from index.locator import Locator
from rag.answering.speakers import asked_speaker, is_said_by, speaker_label
from tests.support.papers import index_of

ASKED = [
    ("What did Kyrgyzstan say about the assets?", "Kyrgyzstan"),
    ("What did the representative of Chile propose?", "Chile"),
    ("What did the delegation of the Russian Federation say?", "Russian Federation"),
    ("According to the Secretariat, how many States replied?", "Secretariat"),
    ("How many States replied, according to the Secretariat?", "Secretariat"),
    ("What did President Museveni stress about transport?", "President Museveni"),
    ("Why did Museveni say Uganda stopped letting minerals be shipped?", "Museveni"),
    ("Which crimes did Grossman Guiloff propose adding?", "Grossman Guiloff"),
    ("What did the former Prime Minister of Ethiopia say in 2025?", "Prime Minister of Ethiopia"),
    ("What did Kenya's John Mbadi propose?", "John Mbadi"),
    ("According to Moses Vilakati of the AU Commission, what was vital?", "Moses Vilakati of the AU Commission"),
    ("What was recommended by Norway?", "Norway"),
    ("What is the position of Norway on the draft?", "Norway"),
    ("What was Norway's position on the draft?", "Norway"),
    ("Did Brazil support the proposal?", "Brazil"),
    ("What did several speakers propose?", "speakers"),
    ("Is it allowed, says the Human Rights Council?", "Human Rights Council"),
]


@pytest.mark.parametrize(("question", "speaker"), ASKED)
def test_the_speaker_is_whose_words_a_question_asks_for(question: str, speaker: str) -> None:
    assert asked_speaker(question) == speaker


@pytest.mark.parametrize(
    "question",
    [
        "What does resolution 2773 say about minerals?",
        "According to the 2018 report, how many networks are there?",
        "What does the Convention say about asset recovery?",
        "What does the study recommend?",
        "What did they say?",
        "What does paragraph 65 say?",
        "What does A/80/10 say about piracy?",
        "How many States replied?",
        "When was the network established?",
        "How has the network handled succession of States in respect of State responsibility since 2018?",
        "Which system did Brazil create to support people?",
        "",
    ],
)
def test_what_a_document_says_and_other_facts_are_no_speakers_words(question: str) -> None:
    assert asked_speaker(question) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile said that assets had been returned.",
        "Chile also noted the progress.",
        "The representative of Chile said that assets had been returned.",
        "A panellist from Chile underscored the role of networks.",
        "A panellist from Chile focused his intervention on networks.",
        "In the discussion, the representative of Chile discussed networks.",
        "The delegation of Chile, speaking on behalf of the Group, stressed the need for training.",
        "In the ensuing discussion, Chile proposed an amendment.",
        "Peru, Chile and Norway welcomed the measures.",
        "Chile, Peru and Norway welcomed the measures.",
        "Peru and Chile welcomed the measures.",
        "Chile’s representative explained the procedure.",
        "Ms. Paz (Chile) said that assets had been returned.",
        "Mr. Diaz (Observer for Chile), speaking in explanation of vote, said that the text was vague.",
        "Chile (on behalf of the Group) recommended a study.",
        "It was noted by Chile that assets had been returned.",
        "According to Chile, assets had been returned.",
        "In the view of the delegation of Chile, more was needed.",
        "Ratify the Convention (Chile);",
        "Ratify the Convention (Norway, Chile and the Russian Federation);",
        "Chile: We welcome the draft.",
    ],
)
def test_what_the_speaker_is_the_subject_of_is_said_by_the_speaker(sentence: str) -> None:
    assert is_said_by(sentence, "", "Chile") is True


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway commended Chile for its progress.",
        "The assets were returned to Chile in 2018.",
        "A study on Chile noted the progress.",
        "One speaker referred to the law of Chile.",
        "The panellist mentioned the assistance to Chile and recommended a study.",
        "A case (see Chile v. Peru) was noted.",
        "A panellist from Chile was invited.",
        "The representative of Chile and networks focused on assets of others.",
        "The authorities of Chile confiscated assets.",
        "Ms. Paz (Chile) was elected Chair.",
    ],
)
def test_a_speaker_who_is_only_mentioned_has_not_said_it(sentence: str) -> None:
    assert is_said_by(sentence, "", "Chile") is False


def test_a_sentence_without_the_speaker_does_not_tell() -> None:
    assert is_said_by("The assets had been returned.", "Chile said that it had asked.", "Chile") is None
    assert is_said_by("He also noted the delay.", "", "Chile") is None


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("The representative of Chile described the law. He noted the delay.", True),
        ("The representative of Chile described the law. The representative of Peru thanked him.", False),
        ("Norway thanked Chile.", False),
        ("Assets were frozen.", None),
    ],
)
def test_a_pronoun_goes_on_with_what_the_last_speaker_said(before: str, *, said: bool | None) -> None:
    assert is_said_by("He also stressed the costs.", before, "Chile") is said


@pytest.mark.parametrize(
    ("speaker", "sentence"),
    [
        ("President Museveni", "Mr. Museveni stressed the costs."),
        ("August Reinisch", "Mr. Reinisch proposed a draft."),
        ("Mr. Chumakov", "Chumakov explained the vote."),
        ("Moses Vilakati of the AU Commission", "Moses Vilakati underscored the aim."),
        ("Secretariat", "The secretariat informed the Group of the replies."),
        ("speakers", "Several speakers welcomed the progress."),
        ("Law Commission", "The Commission noted the reports."),
        ("Permanent Forum on Peoples", "The Permanent Forum urges States to act."),
    ],
)
def test_persons_and_offices_are_known_by_other_names(speaker: str, sentence: str) -> None:
    assert is_said_by(sentence, "", speaker) is True


def test_what_a_speaker_is_called_otherwise_can_be_given() -> None:
    sentence = "The Environmental Agency has indicated the costs."
    assert is_said_by(sentence, "", "EA") is None
    assert is_said_by(sentence, "", "EA", forms=("Environmental Agency",)) is True


def test_in_a_record_the_label_tells_who_speaks() -> None:
    turn = "Mr. Chumakov (Russian Federation) (spoke in Russian): We thank Chile."
    assert is_said_by(turn, "", "Russian Federation") is True
    assert is_said_by(turn, "", "Chile") is False
    assert is_said_by("Chile said so.", turn, "Chile") is False
    assert is_said_by("We shall vote against it.", "", "Chumakov", "Mr. Chumakov (Russian Federation)") is True
    assert is_said_by("We shall vote against it.", "", "Chile", "Mr. Chumakov (Russian Federation)") is False
    assert is_said_by("We shall vote against it.", "", "Chile", "The Acting President") is False
    assert is_said_by("We shall vote against it.", "", "Chile", "Mr. Chumakov") is None


RECORD = (
    ("Mr. Sow", "Mr. Sow (Mali) (spoke in French): We agree."),
    ("Mr. Sow", "We shall vote for it."),
    ("The President", "The President: I thank him."),
    (None, "The meeting rose at noon."),
)


def test_a_paragraph_of_a_record_has_the_label_that_its_turn_began_with() -> None:
    paragraphs = tuple(
        Paragraph(Locator(page="1", ordinal=at, label="paragraph", speaker=speaker), text)
        for at, (speaker, text) in enumerate(RECORD, 1)
    )
    index = index_of(Document("pv", "Record", paragraphs))
    assert [speaker_label(index, row) for row in range(4)] == [
        "Mr. Sow (Mali) (spoke in French)",
        "Mr. Sow (Mali) (spoke in French)",
        "The President",
        None,
    ]


@pytest.mark.parametrize(
    ("symbol", "label"),
    [("S/RES/2773 (2025)", "Security Council"), ("A/RES/73/3", "General Assembly"), ("S/2025/202", None), (None, None)],
)
def test_a_resolution_is_what_its_organ_says(symbol: str | None, label: str | None) -> None:
    index = index_of(Document("text", "Text", (Paragraph(Locator(number="1"), "Decides to return."),), symbol=symbol))
    assert speaker_label(index, 0) == label


@given(st.text(alphabet="Chile sadnote,.:;()’", max_size=60), st.text(alphabet="He Chile said.", max_size=40))
def test_any_text_can_be_read(sentence: str, before: str) -> None:
    assert is_said_by(sentence, before, "Chile") in (True, False, None)
    assert asked_speaker(sentence) is None or asked_speaker(sentence)
