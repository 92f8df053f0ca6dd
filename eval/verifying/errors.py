"""Sentences with one error each, of every kind that a check has to find."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random

from eval.verifying.item import NOTE, Item, Kind
from eval.verifying.material import Material, Sentence
from eval.verifying.right import filler, lead, quoted
from index.language.english.language import ENGLISH
from index.symbols import symbol_key
from rag.answering.checks.figures import figures
from rag.answering.checks.named import named_in
from rag.citing.citation import cite, place_in_words
from rag.citing.mentions.table import mentions

Maker = Callable[[Material, Random], Item | None]

_LONG = 4  # letters of a word that means something
_DIGIT = re.compile(r"\d")


def altered(material: Material, random: Random) -> Item | None:
    """A quotation with a word changed, left out, put in or exchanged with its neighbour."""
    sentence = random.choice(material.sentences)
    words = sentence.words(random).split()
    at = random.randint(1, len(words) - 2)
    change = random.choice(("other", "left out", "put in", "exchanged", "capital"))
    changed = _changed(words, at, change, random, material)
    text = " ".join(changed)
    if text == " ".join(words) or any(text.lower() in each.lower() for each in material.texts()):
        return None
    return _cited("altered", f"“{text}”", sentence.cited(), random)


def _changed(words: list[str], at: int, change: str, random: Random, material: Material) -> list[str]:
    if change == "left out":
        return words[:at] + words[at + 1 :]
    if change == "put in":
        return [*words[:at], random.choice(("always", "duly", "not", "fully")), *words[at:]]
    if change == "exchanged":
        return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
    if change == "capital" and words[at].isalpha():
        return [*words[:at], words[at].swapcase() if words[at].isupper() else words[at].capitalize(), *words[at + 1 :]]
    other = random.choice([each for each in random.choice(material.sentences).text.split() if len(each) >= _LONG])
    return [*words[:at], other.strip(".,;:()"), *words[at + 1 :]]


def other_paragraph(material: Material, random: Random) -> Item | None:
    """A quotation with the number of another paragraph of its document."""
    sentence = random.choice(material.sentences)
    others = [each for each in material.sentences if each.document is sentence.document]
    other, words = random.choice(others), sentence.words(random)
    if words.lower() in other.paragraph.text.lower() or other.locator == sentence.locator:
        return None
    return _cited("other paragraph", quoted(words, random), other.cited(), random)


def other_document(material: Material, random: Random) -> Item | None:
    """A quotation with the citation of another document."""
    sentence, other = random.choice(material.sentences), random.choice(material.sentences)
    words = sentence.words(random)
    if other.document is sentence.document or any(words.lower() in text.lower() for text in _texts_of(other)):
        return None
    return _cited("other document", quoted(words, random), other.cited(), random)


def _texts_of(sentence: Sentence) -> list[str]:
    return [each.text for each in sentence.document.paragraphs]


def no_such_paragraph(material: Material, random: Random) -> Item | None:
    """A number beyond the last paragraph, with a quotation or without one."""
    sentence = random.choice(material.sentences)
    numbers = [each.locator.number for each in sentence.document.paragraphs if each.locator.number]
    last = max(int(each) for each in numbers if each.isdecimal())
    missing = replace(sentence.locator, containers=(), number=str(last + random.randint(1, 60)), items=())
    cited = cite(sentence.document, missing)
    if random.random() < 0.5:
        return Item("no such paragraph", f"The matter was described in detail (see {cited}).")
    return _cited("no such paragraph", quoted(sentence.words(random), random), cited, random)


def no_such_item(material: Material, random: Random) -> Item | None:
    """A letter beyond the last sub-item."""
    if not material.of_lists:
        return None
    sentence = random.choice(material.of_lists)
    marks = [each.locator.items[0] for each in sentence.paragraph.items]
    last = max(marks)
    if not last.isalpha() or len(last) > 1 or last >= "y":
        return None
    missing = sentence.locator.item(chr(ord(last) + random.randint(1, 2)))
    return Item("no such sub-item", f"The measures were listed (see {cite(sentence.document, missing)}).")


def no_such_footnote(material: Material, random: Random) -> Item | None:
    """The mark of a footnote that there is not."""
    sentence = random.choice(material.sentences)
    cited = f"{sentence.cited()}, footnote {random.randint(200, 300)}"
    return Item("no such footnote", f"The figures were explained in a footnote (see {cited}).")


def wrong_symbol(material: Material, random: Random) -> Item | None:
    """A symbol with one figure wrong, with a quotation or a sentence retold."""
    sentence = random.choice(material.with_symbols)
    symbol = sentence.document.symbol or ""
    wrong = _one_slip(symbol, random)
    held = {symbol_key(each.symbol) for each in material.documents if each.symbol}
    if symbol_key(wrong) in held:
        return None
    cited = sentence.cited().replace(symbol, wrong)
    if random.random() < 0.5:
        return Item("wrong symbol", f"{sentence.text.rstrip('.;')} ({cited}).")
    return _cited("wrong symbol", quoted(sentence.words(random), random), cited, random)


def _one_slip(symbol: str, random: Random) -> str:
    places = [match.start() for match in _DIGIT.finditer(symbol)]
    at = random.choice(places)
    digit = random.choice([each for each in "123456789" if each != symbol[at]])
    return symbol[:at] + digit + symbol[at + 1 :]


def malformed_symbol(material: Material, random: Random) -> Item | None:
    """A symbol with a space, a hyphen or a stroke that does not belong there."""
    sentence = random.choice(material.with_symbols)
    symbol = sentence.document.symbol or ""
    last = symbol.rindex("/")
    wrong = random.choice(
        (
            f"{symbol[: last + 1]} {symbol[last + 1 :]}",
            f"{symbol[:last]}-{symbol[last + 1 :]}",
            symbol.replace("/", "\\"),
            symbol.lower(),
        )
    )
    return _cited(
        "malformed symbol", quoted(sentence.words(random), random), sentence.cited().replace(symbol, wrong), random
    )


def number(material: Material, random: Random) -> Item | None:
    """A sentence retold with another number."""
    sentence = random.choice(material.with_figures)
    # A number of a paragraph is no number of the text: a wrong one is an error of another kind.
    cited = [each for each in mentions(sentence.text) if each.kind != "instrument"]
    found = [
        each
        for each in figures(sentence.text)
        if each.kind == "number"
        and not each.in_words
        and len(each.value) > 1
        and not any(place.start <= each.start < place.end for place in cited)
    ]
    if not found:
        return None
    figure = random.choice(found)
    value = str(int(float(figure.value)) + random.randint(3, 40))
    if value in sentence.paragraph.text:
        return None
    return _retold("number", sentence, (figure.start, figure.end), value, random)


def date(material: Material, random: Random) -> Item | None:
    """A sentence retold with another day or month."""
    sentence = random.choice(material.with_days)
    month = re.search("|".join(ENGLISH.months), sentence.text)
    if month is None:
        return None
    other = random.choice([each for each in ENGLISH.months if each not in sentence.paragraph.text])
    return _retold("date", sentence, month.span(), other, random)


def name(material: Material, random: Random) -> Item | None:
    """A sentence retold with another country or another short form."""
    pool = random.choice([each for each in (material.with_countries, material.with_acronyms) if each])
    sentence = random.choice(pool)
    kind = "country" if pool is material.with_countries else "acronym"
    named = random.choice([each for each in named_in(sentence.text) if each.kind == kind])
    others = ("Iceland", "Uruguay", "Malawi", "Nepal") if kind == "country" else ("UNCTAD", "UNESCO", "IMO", "UNIDO")
    at = sentence.text.find(named.words)
    other = random.choice(others)
    if at < 0 or other in sentence.paragraph.text:
        return None
    return _retold("name", sentence, (at, at + len(named.words)), other, random)


def symbol(material: Material, random: Random) -> Item | None:
    """A sentence retold with the number of another resolution."""
    if not material.with_resolutions:
        return None
    sentence = random.choice(material.with_resolutions)
    mention = random.choice([each for each in mentions(sentence.text) if each.number])
    last = mention.number.split("/")[-1]
    if not last.isdecimal():
        return None
    other = mention.number[: -len(last)] + str(int(last) + random.randint(10, 60))
    at = sentence.text.index(mention.number, mention.start)
    return _retold("symbol", sentence, (at, at + len(mention.number)), other, random)


def no_citation(material: Material, random: Random) -> Item | None:
    """A quotation that cites nothing, after a sentence that cites nothing either."""
    sentence = random.choice(material.sentences)
    return Item("no citation", f"{lead(random)} {quoted(sentence.words(random), random)}.", references=0)


def form(material: Material, random: Random) -> Item | None:
    """A citation in another form than usage has."""
    sentence = random.choice(material.sentences)
    cited, place = sentence.cited(), place_in_words(sentence.locator)
    changes = [("para. ", "para "), ("para. ", "para."), ("para. ", "§ "), ("para. ", "paras. "), (", para.", " para.")]
    old, new = random.choice([each for each in changes if each[0] in f", {place}"])
    return Item("form", f"The matter was considered further (see {cited.replace(old, new)}).")


def superseded(material: Material, random: Random) -> Item | None:
    """A quotation from the first issue of a document that was issued again."""
    revised = [each for each in material.documents if each.symbol and each.symbol.endswith("/Rev.1")]
    stems = {(each.symbol or "").removesuffix("/Rev.1") for each in revised}
    pool = [each for each in material.sentences if each.document.symbol in stems]
    if not pool:
        return None
    sentence = random.choice(pool)
    return _cited("superseded", quoted(sentence.words(random), random), sentence.cited(), random)


def _cited(kind: Kind, quotation: str, cited: str, random: Random) -> Item:
    """A quotation with a citation in brackets, in a note, or leading to it."""
    way = random.choice(("brackets", "note", "leading"))
    if way == "brackets":
        return Item(kind, f"{lead(random)} {quotation} ({cited}).")
    if way == "note":
        return Item(kind, f"{lead(random)} {quotation}.{NOTE}", (f"See {cited}.",))
    return Item(kind, f"According to {cited}, {quotation}.")


def _retold(kind: Kind, sentence: Sentence, span: tuple[int, int], other: str, random: Random) -> Item:
    text = (sentence.text[: span[0]] + other + sentence.text[span[1] :]).rstrip(".;")
    if random.random() < 0.4:
        return Item(kind, f"{text}.{NOTE}", (f"See {sentence.cited()}.",))
    return Item(kind, f"{text} ({sentence.cited()}).")


MAKERS: Mapping[Kind, Maker] = {
    "altered": altered,
    "other paragraph": other_paragraph,
    "other document": other_document,
    "no such paragraph": no_such_paragraph,
    "no such sub-item": no_such_item,
    "no such footnote": no_such_footnote,
    "wrong symbol": wrong_symbol,
    "malformed symbol": malformed_symbol,
    "number": number,
    "date": date,
    "name": name,
    "symbol": symbol,
    "superseded": superseded,
    "no citation": no_citation,
    "form": form,
}
"""A maker of an error of each kind; it gives None where what it drew by lot does not make one."""
# Lots drawn for an error: one in three makes one, at worst.
_TRIES = 50


def error_item(kind: Kind, material: Material, random: Random) -> Item | None:
    """An item with an error of `kind`; None where the documents have nothing to make one of."""
    pools: Mapping[Kind, Sequence[Sentence]] = {
        "number": material.with_figures,
        "date": material.with_days,
        "name": (*material.with_countries, *material.with_acronyms),
        "wrong symbol": material.with_symbols,
        "malformed symbol": material.with_symbols,
    }
    if not pools.get(kind, material.sentences):
        return None
    made = (MAKERS[kind](material, random) for _ in range(_TRIES))
    item = next((each for each in made if each is not None), None)
    if item is None or kind != "no citation":
        return item
    # What was cited before is no citation of it: a sentence that cites nothing stands between.
    return replace(item, text=f"{filler(random)} {item.text}")
