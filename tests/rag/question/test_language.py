"""Questions that are not in English are told from those that only have foreign names in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.gold.gold import GOLD_FILE, DocumentLookup, load_gold
from index.document import Document
from rag.question.language import is_english


@pytest.mark.parametrize(
    "question",
    [
        "Combien de points de contact participent à l’Initiative ?",
        "Quel est le rôle de la Conférence des États parties ?",
        "Que dit le rapport sur le recouvrement d'avoirs ?",
        "Qu’est-ce que le Global Focal Point Network on Asset Recovery ?",
        "Pourquoi les États devraient-ils désigner des autorités centrales ?",
        "¿Cuántos puntos de contacto participan en la Iniciativa?",
        "¿Qué es la red CARIN?",
        "Por qué deben los Estados designar autoridades centrales",
        "¿Quién financia el StAR?",
        "Сколько координаторов участвует в Инициативе?",
        "Что говорится в пункте 65?",
        "Global Focal Point Network on Asset Recovery: что это такое?",
        "كم عدد جهات الاتصال المشاركة في المبادرة؟",
        "ما هي شبكة CARIN؟",
        "有多少协调人参加了全球协调人倡议？",
        "UNODC的任务是什么？",
        "Wie viele Kontaktstellen nehmen an der Initiative teil?",
        "Was ist CARIN?",
        "Warum sollten Staaten zentrale Behörden benennen?",
        "Quem financia a rede?",
        "résumé de la résolution 2773",
        "réunion des États sur la criminalité organisée",
        "Che cos’è la rete CARIN?",
        "Hoeveel contactpunten nemen deel aan het initiatief?",
        "何人が参加していますか",
        "이니셔티브에 참여하는 연락 담당자는 몇 명입니까?",
        "इस पहल में कितने लोग भाग लेते हैं?",
    ],
)
def test_a_question_in_another_language_is_not_english(question: str) -> None:
    assert not is_english(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is the Ley de Extinción de Dominio?",
        "Role of the Agence pour la gestion des avoirs",
        "Agence de gestion et de recouvrement des avoirs saisis et confisqués mandate",
        "What did Médecins Sans Frontières report in Cox's Bazar?",
        "What does the Bundesamt für Justiz do with requests?",
        "Does the Corte Penal Internacional de La Haya take part?",
        "How did Mr. van der Merwe and Ms. von der Leyen vote?",
        "Los Angeles, Las Vegas, La Paz",
        "UN SEA allegations 2017-2024 total number of individuals involved",
        "non-conviction-based confiscation: views expressed in November 2020",
        "Kim Jong Un statement",
        "a résumé of the élite",
        "What does 资产追回 mean?",
        'What does "возврат активов" mean in the report?',
        "What is a sine qua non, de facto and de jure?",
        "asset recovery",
        "paragraph 65 (c)",
        "A/RES/73/3",
        "?!",
    ],
)
def test_a_foreign_name_or_a_list_of_key_words_may_be_english(question: str) -> None:
    assert is_english(question)


def test_every_gold_question_is_english(corpus: tuple[Document, ...]) -> None:
    asked = [each.question for each in load_gold(GOLD_FILE, DocumentLookup(corpus))]
    assert len(asked) > 300
    assert [each for each in asked if not is_english(each)] == []


@given(st.text(max_size=80))
def test_any_text_is_one_or_the_other(text: str) -> None:
    assert is_english(text) in (True, False)
