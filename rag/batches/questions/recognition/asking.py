"""Requests and instructions by their words: what asks for something that documents can tell, and what does not.

English, the language that the documents are read in, and question marks of any. Nothing here knows where in a file the
words stand.
"""

import re

from rag.batches.questions.recognition.marks import without_mark
from rag.batches.questions.recognition.patterns import either, verbose

# A sentence ends at a mark before a capital letter, an opening mark or the end; "No. 3" and "para. 4" end none.
_SENTENCE_END = re.compile(r"(?<=[.?!;？。؟])[\"”’)]*\s+(?=[\"“(]?[^\W\da-z_])")
_QUESTION_MARKS = ("?", "？", "؟")

# Verbs of requests: what a person is told to do who knows the answer.
_REQUESTS = either(
    "address advise analy[sz]e assess cite clarify comment compare confirm consider contrast count define demonstrate "
    "describe detail determine differentiate discuss distinguish elaborate enumerate estimate evaluate examine expand "
    "explain explore extract find furnish give highlight identify illustrate include indicate inform justify list "
    "locate mention name outline present propose provide quantify quote rank rate recall recommend refer report "
    "review select set_out share show specify state suggest summari[sz]e supply tell trace update verify "
    "(?:point|get|let)_(?:me|us)"
)
# Some of them are nouns in "Review of implementation", "Name and title", "Address:".
_NOUNS = either("address comment count estimate name outline present rank rate report review share show state update")
_AS_NOUN = rf"{_NOUNS} (?: \s+(?:of|by)\b | \s+(?:and|or)\s+(?!{_REQUESTS}\b) | \s*: | $ )"
_ADVERBS = r"(?: (?:also|then|briefly|kindly|please|further|and|or|\w{1,20}ly) \s+ ){0,4}"
# What may stand before a request or question: "If so,", "In cases of urgency,", "For each measure:".
_BEFORE = r"(?: [^,:?!]{1,160} [,:] \s+ | (?:and|or|but|so|also|then|next) \s+ )?"
_GRATEFUL = either("be_grateful be_very_grateful be_most_grateful be_pleased appreciate_it")
_POLITE = rf"""(?:
    (?:we|i|the\s+secretariat) \s+ (?:would|should|will) \s+ {_GRATEFUL} \s+ if \s+
        [\w\s]{{1,40}}? \s+ (?:could|would|might|can)
    | (?:could|can|would|will) \s+ you
    | [\w\s]{{1,40}}? \s+ (?:are|is) \s+ (?:kindly\s+|hereby\s+)? (?:asked|invited|requested|encouraged) \s+ to
    | may \s+ (?:we|i) \s+ ask \s+ you \s+ to
    | (?:we|i) \s+ (?:kindly\s+)? (?:ask|invite|request) \s+ you \s+ to
) \s+"""
_LEADING = rf"(?: {_BEFORE} (?:{_POLITE})? {_ADVERBS} )?"
_REQUEST = verbose(rf"{_BEFORE} (?:{_POLITE})? {_ADVERBS} (?!{_AS_NOUN}) {_REQUESTS}\b")
_PLEASE = verbose(rf"{_BEFORE} {_ADVERBS} (?:please|kindly) \s+ {_ADVERBS} [a-z]+\b")

_PREPOSITIONS = either(
    "in to by for from at on under with within of about through since until during over into upon as"
)
_QUESTION_WORDS = either("what which who whom whose when where why how whether")
_QUESTION_WORD = verbose(rf"{_BEFORE} (?:{_PREPOSITIONS}\s+)? {_QUESTION_WORDS}\b (?!\s+it\s+may\s+concern)")
_AUXILIARIES = either("is are was were do does did can could will would shall should may might must has had")
_SUBJECTS = either("there any the a an this that these those your its it they states all")
_INVERTED = re.compile(
    rf"(?x) {_BEFORE} (?i: {_AUXILIARIES}(?:n['’]t)? | have(?=\s+(?:there|any|the|your|you|states)\b) ) \s+"
    rf"(?: (?i:{_SUBJECTS})\b | [A-Z]\w+ )"
)
_REPLIES = either("answers? repl(?:y|ies) responses? comments feedback")
# "We would like to know …", "I need the figures …", but not "We need your replies".
_NEEDS = either(
    "(?:would|should)_(?:also_)?like_(?:to_(?:know|learn|understand|ask|hear|see|have)|a|the|some|more) need(?!_to) "
    "want(?!_to_(?!know|see|hear)) (?:am|are)_looking_for (?:am|are)_interested_in"
)
_WANTS_TO_KNOW = verbose(rf"(?:we|i)\b (?!.*\byour\s+(?:\w+\s+)?{_REPLIES}) [^.?!]{{0,120}} \b{_NEEDS}\b .* [^:]$")
_ASKING = (_REQUEST, _PLEASE, _INVERTED, _WANTS_TO_KNOW)
# What is asked for by a noun: "List of States that …", "Number of requests", "Examples of good practice".
_QUALIFIERS = either("the any all other further additional detailed brief relevant recent main key good")
_THINGS_WANTED = either(
    "lists? numbers? names? examples? information details? descriptions? data statistics figures cop(?:y|ies) "
    "measures? steps reasons percentage share amounts? texts? dates? extent status"
)
_ABOUT = either("of on about for to that which taken adopted regarding concerning relating")
_WANTED = verbose(rf"(?:{_QUALIFIERS}\s+){{0,3}} {_THINGS_WANTED} \s+ {_ABOUT}\b")

# Instructions are about the form that is filled in, not about what the documents say.
_FORM_VERBS = either(
    "answer reply respond return send submit complete fill use(?!_of) forward e-?mail upload limit keep ensure "
    "make_sure type write add attach enclose tick check mark circle insert leave skip save sign copy avoid read"
)
_FORM_THINGS = either(
    "questionnaires? surveys? forms? templates? questions? submissions? deadline box(?:es)? spaces? tables? columns? "
    "fields? grid matrix sections? parts? rows? word_limit contributions? inputs? observations e-?mail "
    "(?:additional|separate|extra)_(?:pages?|sheets?|lines?)"
)
# What may stand between the two, so that "Submit statistics on responses" is no instruction.
_BETWEEN = either(
    "in out up to on with the this that these those all any each every your our following attached enclosed below "
    "completed duly as many much possible short brief written a an and or for by of it them only directly one relevant "
    "listed appropriate official detailed right-hand left-hand last first"
)
_FILL_IN = rf"{_FORM_VERBS} \s+ (?: (?:{_BETWEEN}|{_FORM_VERBS}) \s+ ){{0,7}} (?:{_FORM_THINGS}|{_REPLIES})\b"
_GIVE_REPLIES = rf"(?:provide|give) \s+ (?:{_BETWEEN}\s+){{0,5}} {_REPLIES}\b"
_PLEASANTRIES = either(
    "note be_advised be_informed be_aware find see_(?:the_)?(?:annex|attached|enclosed|below|above) do_not don['’]t "
    "feel_free accept allow rest_assured ensure limit attach enclose append (?:have|take)_a_look "
    "let_(?:me|us)_(?:have|know)_(?:them|it|your|by|if_you|as_soon)"
)
_MORE = either("any further more additional a")
_HELP = either(r"questions? queries clarif\w+ help assist\w+ information contact")
_INSTRUCTION = verbose(
    rf"{_LEADING} (?:how\s+to\s+)? {_FILL_IN} | {_LEADING} {_GIVE_REPLIES}"
    rf"| {_LEADING} (?:please|kindly) \s+ {_PLEASANTRIES}\b"
    rf"| (?:should|if) \s+ you \s+ (?:have|require|need|wish) \s+ (?:to\s+)? (?:{_MORE}\s+)* {_HELP}\b"
    rf"| (?:the\s+)? end \s+ of \s+ (?:the\s+)? {_FORM_THINGS} \W* $"
    rf"| (?:for|in\s+case\s+of) \s+ (?:{_MORE}\s+)* {_HELP}\b .* \bcontact\b"
)
_OFFERS = either("do_not_hesitate don['’]t_hesitate feel_free get_in_touch at_your_disposal")
_US = either("us me the our mr ms mrs dr")
_REACH_US = verbose(rf"\b(?:{_OFFERS} | contact\s+{_US})\b")
# Instructions for ticking one of the answers that follow.
_TICK = either("tick select choose check mark circle pick rank rate")
_ONES = either(
    "one all any only as_many from each up_to the_(?:most_)?(?:appropriate|relevant|applicable|following|best|box)"
)
_SELECTS = verbose(rf"{_LEADING} {_TICK} \s+ {_ONES}\b")
_OF_THE_FOLLOWING = verbose(
    r"\b(?:of|from|among) \s+ the \s+ (?:following|below)\b | \b(?:select|tick|check|choose) \s+ (?:all|one)\b"
)


def sentences(text: str) -> list[str]:
    """The sentences of `text`, roughly: enough to tell a request behind an explanation."""
    return [each for each in _SENTENCE_END.split(text) if each.strip()]


def asks(text: str) -> bool:
    """Whether a sentence of `text` asks or requests something that documents can tell."""
    return any(_sentence_asks(each) for each in sentences(without_mark(text)))


def instructs(text: str) -> bool:
    """Whether `text` says how to fill in and return the form, and asks nothing."""
    plain = without_mark(text)
    return not asks(plain) and any(_is_instruction(each) for each in sentences(plain))


def offers_answers(text: str) -> bool:
    """Whether what follows `text` in a list are answers to tick."""
    plain = without_mark(text)
    return any(_SELECTS.match(each) for each in sentences(plain)) or bool(_OF_THE_FOLLOWING.search(plain))


def wants(text: str) -> bool:
    """Whether `text` names what is wanted: `Number of requests received`."""
    return bool(_WANTED.match(without_mark(text)))


def _sentence_asks(sentence: str) -> bool:
    text = without_mark(sentence.strip())
    if _is_instruction(text):
        return False
    if text.endswith(_QUESTION_MARKS) or any(each.match(text) for each in _ASKING):
        return True
    # "When the Conference met, it adopted …" is no question.
    return bool(_QUESTION_WORD.match(text)) and not (text.endswith(".") and "," in text)


def _is_instruction(sentence: str) -> bool:
    text = without_mark(sentence.strip())
    if _INSTRUCTION.match(text) or _SELECTS.match(text):
        return True
    return bool(_REACH_US.search(text)) and not _REQUEST.match(text)
