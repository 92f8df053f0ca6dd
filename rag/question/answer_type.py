"""What kind of thing a question asks for, and whether a sentence holds such a thing."""

import re
from enum import Enum


class Expectation(Enum):
    """The kind of thing a question asks for."""

    MONEY = "money"
    SHARE = "share"
    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    COUNTRY = "country"
    SYMBOL = "symbol"
    RESOLUTION = "resolution"
    NAME = "name"
    LIST = "list"
    REASON = "reason"
    OTHER = "other"


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|billion|dozen"
)
_ONE = r"(?:country|state|nation|jurisdiction|government|delegation)"
_MANY = r"(?:countries|states|nations|jurisdictions|governments|delegations)"
# Words that end like a plural and are none: `what does the report say` asks for no list.
_NO_PLURAL = r"(?:does|was|has|is|this|its)"

# The first pattern that matches decides, so the order matters: "how much money" before "how much", "document number of"
# before "number of".
_ASKED: tuple[tuple[Expectation, re.Pattern[str]], ...] = tuple(
    (expectation, re.compile(pattern, re.IGNORECASE))
    for expectation, pattern in (
        (
            Expectation.MONEY,
            r"\bhow (?:much|many) (?:\w+ ){0,2}?(?:money|dollars?|euros?|funds?|funding|cash)\b|\b(?:budget|cost)\b"
            r"|\bhow much (?:was|were|is|did|has|have)\b|\bin (?:us )?(?:dollars|euros?)\b|\b(?:value|amount|sum) of\b"
            r"|\bworth\b",
        ),
        (
            Expectation.SHARE,
            r"\b(?:what|which) (?:share|proportion|percentage|per ?cent|fraction|part) of\b|\bhow much of\b",
        ),
        (Expectation.SYMBOL, r"\b(?:document )?symbol\b|\bdocument number\b"),
        (
            Expectation.NUMBER,
            r"\bhow many\b|\b(?:total )?(?:number|count) of\b|\bhow (?:large|big|long|often)\b|\bwhat figure\b",
        ),
        (
            Expectation.DATE,
            r"\bwhen\b|\b(?:what|which) (?:date|dates|year|years|month|day|days)\b|\bsince what\b"
            r"|\b(?:dates?|year) of\b"
            r"|\bdeadline\b",
        ),
        (
            Expectation.PERSON,
            r"\bname of the (?:\w+ )?(?:president|minister|director|person|head|official)\b"
            r"|\bwho (?:chairs?|heads?|leads?|is the (?:current )?(?:head|director|president|chair\w*|minister))\b",
        ),
        (Expectation.RESOLUTION, r"\b(?:which|what) (?:\w+ ){0,2}?resolutions?\b"),
        (
            Expectation.REASON,
            r"\bwhy\b|\breasons?\b|\bwhat (?:is|was|were|are) the (?:\w+ )?(?:purpose|aim|objective)s?\b",
        ),
        (Expectation.COUNTRY, rf"\b(?:which|what|whose) (?:[\w-]+ ){{0,3}}?{_ONE}\b"),
        (Expectation.PLACE, r"\bwhere\b|\b(?:which|what) (?:city|cities|town|capital|venue|location)\b"),
        (
            Expectation.LIST,
            rf"^\W*(?:please )?(?:list|name|enumerate|give)\b|\bwhat (?:are|were|kinds?|types?|sorts?)\b"
            rf"|\bexamples of\b"
            rf"|\b(?:which|what) (?:[\w-]+ ){{0,3}}?(?:(?!{_NO_PLURAL}\b)\w+[^s\W]s|{_MANY})\b",
        ),
        (
            Expectation.NAME,
            r"\bwho\b|\bwhose\b|\bwhom\b"
            r"|\b(?:which|what) (?:[\w-]+ ){0,3}?(?:body|organ|office|organi[sz]ation|unit|network|study|book)\b",
        ),
    )
)

# Figures that count nothing: dates, resolutions, articles, paragraphs, symbols, ordinals.
_NOT_A_COUNT = re.compile(
    rf"\b\d{{1,2}}(?:(?: and |–|-| to )\d{{1,2}})? (?:{_MONTHS})\b(?: \d{{4}})?"
    rf"|\b(?:{_MONTHS}) \d{{4}}\b|\b(?:19|20)\d\d\b"
    r"|\b\d+/\d+\b|\b(?:articles?|paras?\.?|paragraphs?|resolutions?|chapters?|target|recommendation|guidelines?|items?|No\.)"
    r"(?:,? (?:and )?\d[\d.()/]*)+|\b[A-Z][A-Z./\d]*/[\w./]+|\bG-?\d+\b|\bI-\d+/\d+\b"
    r"|\bone (?:of|speaker|another)\b|\bone another\b",
    re.IGNORECASE,
)
_HELD: dict[Expectation, re.Pattern[str]] = {
    Expectation.MONEY: re.compile(r"[€$£]|\b(?:dollars?|euros?|million|billion)\b", re.IGNORECASE),
    Expectation.SHARE: re.compile(
        rf"%|\bper ?cent\b|\b(?:half|third|quarter|fifth|tenth|fraction|majority|most|all|none|few|{_NUMBER_WORDS})\b",
        re.IGNORECASE,
    ),
    Expectation.NUMBER: re.compile(rf"\d|\b(?:{_NUMBER_WORDS}|annually|year)s?\b", re.IGNORECASE),
    Expectation.DATE: re.compile(rf"\b(?:{_MONTHS})\b|\b(?:19|20)\d\d\b"),
    Expectation.PERSON: re.compile(r"\b(?:Mr|Ms|Mrs|Dr|H\.E)\.?\s+[A-Z]"),
    Expectation.SYMBOL: re.compile(r"\b[A-Z]+(?:/[\w.]+){2,}"),
    Expectation.RESOLUTION: re.compile(r"\bresolutions? \d"),
    Expectation.LIST: re.compile(r"[;:]|,|\band\b"),
    Expectation.REASON: re.compile(
        r"\b(?:because|since|due to|in order to|so that|with a view|aim\w*|purpose|reasons?|"
        r"thus|therefore|as it|owing|to)\b",
        re.IGNORECASE,
    ),
}
_CAPITALISED = re.compile(r"(?<=[^.?!:] )[A-Z][\w’-]+")


# Questions that one thing answers; the others are open, and several sentences may be needed.
POINTED = frozenset(Expectation) - {Expectation.LIST, Expectation.REASON, Expectation.OTHER}


def expectation_of(question: str) -> Expectation:
    """The kind of thing `question` asks for."""
    return next((kind for kind, pattern in _ASKED if pattern.search(question)), Expectation.OTHER)


def holds(expectation: Expectation, sentence: str, question: str = "") -> bool:
    """Whether `sentence` holds a thing of that kind that `question` does not itself give.

    True for kinds that any sentence may hold. Names, places and countries are recognised by their capitals.
    """
    if expectation in (Expectation.PLACE, Expectation.COUNTRY, Expectation.NAME):
        asked = question.lower()
        return any(name.lower() not in asked for name in _CAPITALISED.findall(sentence))
    searched = _NOT_A_COUNT.sub(" ", sentence) if expectation is Expectation.NUMBER else sentence
    pattern = _HELD.get(expectation)
    return pattern is None or pattern.search(searched) is not None
