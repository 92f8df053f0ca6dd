"""Whether a question is in English, the language that questions are read in.

A question in letters of another script is not; in Latin letters, the words that the sentences of a language need tell
(`is`, `est`, `wird`), and those that ask (`combien`, `cuándo`). The first are the lists of bm25s. Names have articles
and prepositions as well (`Ley de Extinción de Dominio`), so that these alone tell nothing.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern
from index.text.stop_words import stop_word_lists

# Letters of one script together: `UNODC的任务` is two words.
_WORD = LatePattern(r"[A-Za-zÀ-ɏ]+|(?:(?![A-Za-zÀ-ɏ])[^\W\d_])+")
# Scripts without spaces between words have about two letters to a word.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
_ASKING = frozenset(
    "combien quel quelle quels quelles quand où pourquoi comment quoi lequel laquelle qui "
    "qué quién quiénes cuándo cuánto cuánta cuántos cuántas cuál cuáles dónde cómo "
    "quem quando quantos quantas qual quais onde porque quanti quante quale quali dove perché "
    "wer wann warum wieso wozu welche welcher welches welchen welchem wieviel "
    "wie wat wanneer waarom hoeveel welke vem vad hur varför vilken vilka hva hvem hvor hvorfor hvad hvordan "
    "kaç nerede neden nasıl".split()
)
# What names are made with.
_IN_NAMES = frozenset(
    "a al an as au aux da das de dei del della delle dello dem den der des det di die do dos du d e een el en et för "
    "für het i il im in l la las le les los mit nel o och og os par para per pour por pro sur te to um un una und une "
    "van vom von y za zu zum zur à às av på med till til ve ile".split()
)
# What the words of another language must come to, and how many times the English ones: one that both languages have
# counts half, one that asks as much as is needed. No question of eval/gold.jsonl is taken for another language's, nor
# any of 14,668 others that were tried.
_LEAST, _TIMES = 1.5, 2
_ACCENTED = 2  # words with accents; English has `résumé` and `élite`


def is_english(question: str) -> bool:
    """Whether `question` can be in English: False where words of another language outnumber the English ones by far.

    A name or a title in another language does not make it another language's question, nor does a list of key words.
    """
    words = _WORD.findall(question)
    known = _function_words()
    english = known["english"]
    foreign = sum(map(_words_in_another_script, words))
    if foreign > sum(word.lower() in english for word in words):
        return False
    if _is_accented(words, english):
        return False
    # `UN` and `La Paz` are names, whatever words they look like.
    spoken = [word.lower() for place, word in enumerate(words) if not place or word.islower()]
    return not any(_is_in(own, spoken, english) for own in known.values() if own is not english)


def _is_accented(words: Sequence[str], english: frozenset[str]) -> bool:
    """Whether `words` in small letters have accents, and none is English: `résumé de la résolution`."""
    small = [word for word in words if word.islower()]
    accented = [word for word in small if not word.isascii()]
    return len(accented) >= _ACCENTED and not english.intersection(small) - _IN_NAMES


def _is_in(own: frozenset[str], words: Sequence[str], english: frozenset[str]) -> bool:
    """Whether `words` are far more likely those of a language that needs the words `own` than English ones."""
    # Of nearly every language an English question has none of these.
    if _sentence_words(own).isdisjoint(words):
        return False
    theirs = sum(_LEAST if word in _ASKING - english else (word in own) / (1 + (word in english)) for word in words)
    ours = sum((word in english) / (1 + (word in own)) for word in words)
    return theirs >= max(_LEAST, _TIMES * ours)


@cache
def _sentence_words(own: frozenset[str]) -> frozenset[str]:
    """The words that no name has in it, of a language that needs the words `own`."""
    return (own | _ASKING) - _function_words()["english"] - _IN_NAMES


def _words_in_another_script(word: str) -> float:
    """How many words `word` stands for where its letters are not Latin; 0 where they are."""
    letter = unicodedata.name(word[0], "")
    if letter.startswith("LATIN"):
        return 0
    return max(1, len(word) / 2) if letter.startswith(_UNSPACED) else 1


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    """The words that sentences of a language need, by language."""
    stopwords = stop_word_lists()
    return {
        "english": frozenset(stopwords.STOPWORDS_EN_PLUS) | ENGLISH.questions.also_english,
        "french": frozenset(stopwords.STOPWORDS_FRENCH),
        "spanish": frozenset(stopwords.STOPWORDS_SPANISH),
        "portuguese": frozenset(stopwords.STOPWORDS_PORTUGUESE),
        "italian": frozenset(stopwords.STOPWORDS_ITALIAN),
        "german": frozenset(stopwords.STOPWORDS_GERMAN),
        "dutch": frozenset(stopwords.STOPWORDS_DUTCH),
        "swedish": frozenset(stopwords.STOPWORDS_SWEDISH),
        "norwegian": frozenset(stopwords.STOPWORDS_NORWEGIAN),
        "danish": frozenset(stopwords.STOPWORDS_DANISH),
        "turkish": frozenset(stopwords.STOPWORDS_TURKISH),
    }
