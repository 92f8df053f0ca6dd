"""The parts of letters and forms by their words: greetings, dates, headings, fields, sentences that only tell.

English, and what lists in the other languages of the United Nations share with it: dates, addresses, the commonest
greetings and thanks. Nothing here knows where in a file the words stand.
"""

import re

from rag.batches.questions.recognition.asking import asks
from rag.batches.questions.recognition.marks import without_mark
from rag.batches.questions.recognition.patterns import either, verbose

_WORD_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

# Names of the whole: a title.
_WHOLES = either(
    "questionnaires? surveys? check-?lists? self-assessments? lists?_of_(?:questions|issues|themes) "
    "(?:list_of_)?questions_(?:for|to|on|about|from|by) call_for_inputs? "
    "request_for_(?:information|inputs?|contributions?) (?:written_|advance_)?questions_(?:of|submitted)"
)
_TITLE = verbose(rf"(?: (?:draft|annex|annexed|revised|final|short|model) \s*:?\s+ )? {_WHOLES}\b")
_SALUTATIONS = either(
    r"dear hello hi hey greetings good_(?:morning|afternoon|evening|day) (?:your_)?excellenc(?:y|ies) sirs? madams? "
    r"ladies_and_gentlemen to_whom_it_may_concern distinguished esteemed honou?rable respected ch[eè]re?s? "
    r"estimad[oa]s? madame monsieur messieurs mesdames se[nñ]or(?:es|as?)? уважаем\w* 尊敬的"
)
_GREETING = verbose(rf"{_SALUTATIONS}\b")
_WISHES = (
    r"(?:with\s+|my\s+|our\s+|many\s+)* (?:best|kind|kindest|warm|warmest|high)(?:\s+personal)? \s+ (?:regards|wishes)"
)
_FAREWELLS = either(
    "(?:yours|very)_(?:sincerely|faithfully|truly|respectfully) yours sincerely respectfully faithfully cordially "
    "regards best, cheers with_(?:the_)?assurances (?:please_)?accept, looking_forward "
    "(?:we|i)_(?:very_much_)?look_forward veuillez_agréer cordialement sincères_salutations atentamente saludos "
    "с_уважением 此致"
)
_CLOSING = verbose(rf"{_WISHES} | {_FAREWELLS}")
_GRATITUDE = either(
    r"thank_you thanks merci remerci\w+ gracias agradec\w+ спасибо "
    r"благодар\w+"
)
_THANKS = verbose(rf"\b{_GRATITUDE}\b | 谢谢 | 感谢 | شكرا")
# Any word may be the name of a month, in whatever language.
_MONTH = r"[^\W\d_]{3,12}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?\.?"
_DATE = verbose(
    rf"(?:[^\d:?]{{2,30}}:\s*)? (?:[^\d,:?]{{2,40}},\s*)?"
    rf"(?: {_DAY}\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+)?\d{{4}} | {_MONTH}\s+{_DAY},?\s+\d{{4}}"
    r"| \d{4}[-/.]\d{1,2}[-/.]\d{1,2} | \d{1,2}[-/.]\d{1,2}[-/.]\d{2,4} | \d{4}年\d{1,2}月\d{1,2}日 ) \.?"
)
_ADDRESS = verbose(
    r"[^\s@]{1,64}@[^\s@]{1,255}\.\w | https?:// | \bwww\. | \b(?:tel|telephone|phone|fax|mobile|p\.?o\.?\s+box)\b"
    r"| \+\d[\d\s()/-]{6,}"
)
# What letters and forms say of themselves: alone before a colon, or with a few words more.
_LABELS_ALONE = either(
    "ref reference subject re to from cc attn date tel phone fax e-?mail country place page note encl objet asunto "
    "fecha"
)
_LABELS_MORE = either(
    "name title position organi[sz]ation institution address contact focal_point signature deadline distribution "
    "enclosures? annex(?:es)? agenda_item"
)
_LABELLED = verbose(rf"(?:(?:our|your)\s+)? {_LABELS_ALONE}(?:\.|\s+no\.?)?\s*:\s | {_LABELS_MORE}\b [^:?]{{0,40}} :\s")
_FIELD = verbose(r"[^:?]{1,80} :\s* (?: [_.…\s☐□-] | \[\s*\] | \(\s*\) )*")
_ANSWER_SPACE = verbose(r"(?:answer|reply|response|comments?|réponse|respuesta) \s*\d*\s*: .{0,3}")
_BOX = r"(?: [☐□☑☒○◯▢❏❑] | \[[ xX]?\] | \([ xX]?\) )"
_TICKED = either(
    "yes no n/?a not_applicable partly partially in_part do(?:n['’]t|_not)_know unknown none other oui non s[ií] да нет"
)
_CHOICE = verbose(rf"{_BOX}\s*\S.* | {_TICKED} (?:\s*[/|,☐□]\s*{_TICKED})* (?:\s*\([^)]{{1,60}}\))? [^\w?]*")
_PARTS = either("part section chapter annex appendix module theme topic cluster area block pillar")
_LABELLED_PART = verbose(rf"{_PARTS}\s+ (?:[IVXLC]+|[A-Z]|\d{{1,3}}|one|two|three|four|five|six)\b")
_ASIDES = either(
    "instructions? introduction background objectives? purpose confidentiality definitions? glossary "
    "explanatory_notes? notes? deadline submissions? contacts? contact_(?:details|information|persons?) about how_to "
    "guidance general_information information_about_(?:the|you)\\w* respondents? context preamble disclaimer"
)
_ASIDE = verbose(rf"(?:general\s+)? {_ASIDES}\b")
_PERSONS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Mm]y|me|[Yy]ou|[Yy]ours?)\b|\bI\s+[a-z]")
# Verbs by which a sentence that tells something is known; a request or a heading has none of them.
_TELLING = either(
    "is are was were has have had will would shall should may might can could must does did aims? seeks? intends? "
    "concerns relates contains consists comprises focuses invites encourages welcomes refers decided compiles encloses "
    "wish(?:es)? hopes?"
)
_TELLS = re.compile(rf"\b{_TELLING}\b")
_SUBJECTS = either(
    "the this these those a an our we i it in at on as for with following further pursuant since under all"
)
_SUBJECT = verbose(rf"{_SUBJECTS}\b")
_LONG = 10  # words: shorter ones may be what is asked about


def words(text: str) -> int:
    """How many words `text` has."""
    return len(_WORD.findall(text))


def tells(text: str) -> bool:
    """Whether `text` is a sentence that tells something, or speaks of the writer and the reader."""
    plain = without_mark(text)
    match = _TELLS.search(plain)
    return bool(_PERSONS.search(plain)) or (match is not None and match.start() > 0)


def begins_as_a_statement(text: str) -> bool:
    """Whether `text` is a long sentence that begins with its subject or its circumstances, as requests do not."""
    return words(text) >= _LONG and text.endswith(".") and bool(_SUBJECT.match(text))


def is_phrase(text: str, most: int = 12) -> bool:
    """Whether `text` is a few words that are no sentence, such as a heading or a topic."""
    plain = without_mark(text).strip()
    return 0 < words(plain) <= most and not plain.endswith((".", "?", "!", ";", ":", ",")) and not tells(plain)


def is_greeting(text: str) -> bool:
    """Whether `text` begins a letter by its words."""
    return bool(_GREETING.match(text)) and words(text) <= 12 and not asks(text)


def is_closing(text: str) -> bool:
    """Whether `text` ends a letter by its words, or thanks."""
    return words(text) <= 40 and not asks(text) and bool(_CLOSING.match(text) or _THANKS.search(text))


def is_date(text: str) -> bool:
    """Whether `text` is a date, with a place before it or not."""
    return bool(_DATE.fullmatch(text.strip()))


def is_address(text: str) -> bool:
    """Whether `text` tells how somebody is reached, or labels what a letter or a form says of itself."""
    return not asks(text) and words(text) <= 20 and bool(_ADDRESS.search(text) or _LABELLED.match(text + " "))


def is_field(text: str) -> bool:
    """Whether `text` is a label with nothing behind it but space to write."""
    return bool(_FIELD.fullmatch(text) or _ANSWER_SPACE.fullmatch(text))


def is_choice(text: str) -> bool:
    """Whether `text` is one of the answers to tick."""
    return bool(_CHOICE.fullmatch(without_mark(text)))


def is_blank(text: str) -> bool:
    """Whether there is no word in `text`."""
    return not _WORD_LETTER.search(text)


def is_title(text: str) -> bool:
    """Whether `text` names the list of questions as a whole."""
    return bool(_TITLE.match(text)) and is_phrase(text, most=25)


def labels_a_part(text: str) -> bool:
    """Whether `text` is the heading of a part by its words or its capitals."""
    letters = [each for each in text if each.isalpha()]
    shouts = words(text) > 1 and bool(letters) and all(each.isupper() for each in letters)
    return bool(_LABELLED_PART.match(text)) or shouts


def opens_an_aside(heading: str) -> bool:
    """Whether what stands under a heading is about the form itself."""
    return bool(_ASIDE.match(without_mark(heading)))


def begins_a_clause(text: str) -> bool:
    """Whether `text` goes on with a sentence that another line began: it has a small first letter."""
    plain = without_mark(text)
    return plain[:1].islower()
