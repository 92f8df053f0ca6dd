"""Sentences in which all is right, with the changes that UN usage allows: what must not be found."""

from collections.abc import Callable, Sequence
from random import Random

from eval.verifying.item import NOTE, Item
from eval.verifying.material import Material, Sentence
from rag.citing.citation import place_in_words

_LEADS = (
    "The report notes that",
    "It is stated that",
    "As the Committee has already recalled,",
    "In this regard, it was pointed out that",
    "The secretariat has observed that",
)
_FILLERS = (
    "The Committee may wish to consider this matter further.",
    "Delegations expressed their appreciation for the work done.",
    "This question remains under review.",
    "Several speakers underlined the importance of the topic.",
    "No decision was taken on the proposal.",
    "The secretariat stands ready to provide further details on request.",
)
_FEWEST_FOR_A_GAP = 10  # words of a quotation from whose middle some can be left out


def filler(random: Random) -> str:
    """A sentence that quotes and cites nothing."""
    return random.choice(_FILLERS)


def quoted(words: str, random: Random) -> str:
    """`words` in quotation marks, changed as UN usage allows, or as they are."""
    change = random.choice((_as_it_is, _gap, _first_letter, _inserted, _straight, _with_comma))
    return change(words, random)


def _as_it_is(words: str, _random: Random) -> str:
    return f"“{words}”"


def _gap(words: str, random: Random) -> str:
    parts = words.split()
    if len(parts) < _FEWEST_FOR_A_GAP:
        return f"“{words}”"
    at = random.randint(3, len(parts) - 6)
    sign = random.choice(("…", "[…]", "..."))
    return f"“{' '.join(parts[:at])} {sign} {' '.join(parts[at + 2 :])}”"


def _first_letter(words: str, random: Random) -> str:
    first = words[:1].swapcase()
    return f"“[{first}]{words[1:]}”" if random.random() < 0.5 and words[1:2].isalpha() else f"“{first}{words[1:]}”"


def _inserted(words: str, random: Random) -> str:
    parts = words.split()
    at = random.randint(1, len(parts) - 1)
    return f"“{' '.join(parts[:at])} [as requested] {' '.join(parts[at:])}”"


def _straight(words: str, _random: Random) -> str:
    return f'"{words.replace("’", chr(39))}"'


def _with_comma(words: str, _random: Random) -> str:
    return f"“{words},”"


def lead(random: Random) -> str:
    """Words that lead to a quotation."""
    return random.choice(_LEADS)


def in_brackets(sentence: Sentence, random: Random) -> Item:
    """A quotation with its citation in brackets after it."""
    see = random.choice(("", "see ", "see also "))
    return Item("right", f"{lead(random)} {quoted(sentence.words(random), random)} ({see}{sentence.cited()}).")


def leading(sentence: Sentence, random: Random) -> Item:
    """A quotation to which the citation leads."""
    words, cited = quoted(sentence.words(random), random), sentence.cited()
    if sentence.document.symbol and not sentence.locator.containers and random.random() < 0.6:
        place = place_in_words(sentence.locator).removeprefix("para. ")
        return Item(
            "right", f"In paragraph {place} of the report ({sentence.document.symbol}), it is said that {words}."
        )
    return Item("right", f"According to {cited}, {words}.")


def in_note(sentence: Sentence, random: Random) -> Item:
    """A quotation with its citation in a note."""
    text = f"{lead(random)} {quoted(sentence.words(random), random)}.{NOTE}"
    return Item("right", text, (f"{random.choice(('', 'See '))}{sentence.cited()}.",))


def ibid_chain(sentence: Sentence, random: Random, other: Sentence) -> Item:
    """Two quotations of a document, the second cited by `ibid.`, in the text or in notes."""
    place = place_in_words(other.locator)
    one, two = (quoted(each.words(random), random) for each in (sentence, other))
    if random.random() < 0.5:
        text = f"{lead(random)} {one} ({sentence.cited()}). It is added that {two} (ibid., {place})."
        return Item("right", text, references=2)
    text = f"{lead(random)} {one}.{NOTE} It is added that {two}.{NOTE}"
    return Item("right", text, (f"{sentence.cited()}.", f"Ibid., {place}."), references=2)


def retold(sentence: Sentence, random: Random) -> Item:
    """A sentence in the words of the document, without quotation marks, cited."""
    text = sentence.text.rstrip(".;")
    if random.random() < 0.4:
        return Item("right", f"{text}.{NOTE}", (f"See {sentence.cited()}.",))
    return Item("right", f"{text} ({sentence.cited()}).")


def set_apart(sentence: Sentence, random: Random) -> Item:
    """A quotation set apart, with its citation at its end or in the line before it."""
    if random.random() < 0.5:
        return Item("right", f"The following was agreed:\n{sentence.text} ({sentence.cited()})", setting="quote")
    return Item("right", f"In {sentence.cited()}, the following is said:\n{sentence.text}", setting="quote")


def in_table(sentence: Sentence, random: Random) -> Item:
    """A quotation in a cell with its citation."""
    return Item("right", f"{quoted(sentence.words(random), random)} ({sentence.cited()})", setting="cell")


def not_held(_sentence: Sentence, random: Random) -> Item:
    """A document that nobody holds: listed, and never wrong."""
    number = random.randint(10, 99)
    return Item("right", f"Further details are given elsewhere (A/HRC/{number}/{number + 101}, para. {number}).")


def several(sentence: Sentence, random: Random, other: Sentence) -> Item:
    """Two quotations in one sentence, each with a citation."""
    one, two = (quoted(each.words(random), random) for each in (sentence, other))
    text = f"It is said both that {one} ({sentence.cited()}) and that {two} ({other.cited()})."
    return Item("right", text, references=2)


_ALONE: Sequence[Callable[[Sentence, Random], Item]] = (
    in_brackets, in_brackets, leading, in_note, retold, retold, set_apart, in_table, not_held,
)  # fmt: skip


def right_item(material: Material, random: Random) -> Item:
    """An item in which all is right, of one kind or another."""
    sentence = random.choice(material.sentences)
    if random.random() < 0.25:
        same = [each for each in material.sentences if each.document is sentence.document]
        other = random.choice(same)
        make = ibid_chain if random.random() < 0.6 else several
        return make(sentence, random, other)
    return random.choice(_ALONE)(sentence, random)
