"""How English sentences lean on what stands before them: by pronouns, by nouns taken for known, by names in short."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeaningPatterns:
    """Patterns of sentences that cannot be read alone, and words that tell whether one can.

    At the beginning of a sentence, `person` takes somebody for known whom `introduces_person` finds before, `pronoun`
    takes up what was said and `turns_back` refers to it. `subject` is a subject in short, as the group `phrase` or,
    with a capital, `name`; `spoken_of` one that calls what was just spoken of by other words.

    `pointing` finds `nouns` with a word before them that points `near` or `far`; `plural` tells those that `those` can
    stand before, `function_words` end them, and `relatives` say themselves which are meant. `itself` are nouns of a
    document for itself, `of_phrases` nouns of set phrases, `for_anything` nouns for all that was said. `in_question`
    has such a `noun` too. `same_text` leans on a resolution or the like that `names_text` finds.

    `pronoun`, `pointing`, `same_text` and `names_text` are read without regard to case.
    """

    person: str
    introduces_person: str
    pronoun: str
    turns_back: str
    of_phrases: frozenset[str]
    for_anything: frozenset[str]
    function_words: frozenset[str]
    pointing: str
    relatives: frozenset[str]
    plural: str
    subject: str
    itself: str
    spoken_of: str
    in_question: str
    same_text: str
    names_text: str


_CONNECTIVES = (
    "However|Moreover|Furthermore|Further|Additionally|In addition|In particular|Also|Likewise|Similarly|Thus|"
    "Therefore|Hence|Consequently|Accordingly|Nevertheless|Nonetheless|First|Second|Third|Firstly|Secondly|Thirdly|"
    r"Lastly|Finally|Subsequently|To (?:that|this) end|Following that|In conclud\w+|In conclusion|For example|"
    r"For instance|As an example|As of [^,]+|In (?:that|this) (?:regard|respect|context|connection)"
)
# What may stand before the word that leans: the mark of a list item, a connective.
_OPENING = rf"(?:\([a-z]+\) )?(?:(?:{_CONNECTIVES}),? )?"
_PERSONS = (
    "panellist|representative|speaker|delegate|delegation|observer|expert|coordinator|moderator|presenter|facilitator|"
    "rapporteur|president|chair|chairperson|director|minister|ambassador"
)
_BE = (
    "(?:is|was|has been|had been|will be|would be|may be|might be|could be|should be|must be|seems|appears|remains|"
    "remained)"
)
# `It was noted that …`, `it is necessary to …`: the word stands for what follows.
_EXPLETIVE = (
    rf"(?! {_BE}(?: \w+){{0,3}}? (?:that|whether|how)\b)"
    rf"(?! {_BE}(?: (?:also|further|often|generally|therefore|thus|more|most))? "
    r"(?:necessary|essential|possible|impossible|useful|crucial|vital|difficult|easy|desirable|appropriate|advisable|"
    r"important|critical|imperative|reasonable|helpful|urgent|clear|evident|noted|highlighted|emphasized|stressed|"
    r"recalled|suggested|considered|recommended|expected|hoped)\b)"
)
# Nouns of a document for itself and for the time and place it was written in: `this report`, `this year`.
_ITSELF = (
    "report|note|document|paper|letter|review|publication|text|draft|resolution|decision|convention|charter|covenant|"
    "agreement|protocol|treaty|statute|article|chapter|section|part|annex|appendix|table|figure|box|paragraph|"
    "subparagraph|item|agenda|meeting|session|organization|assembly|council|committee|commission|year|month|week|day|"
    "decade|century|time|moment|point|stage|juncture|world"
)
_AUXILIARIES = (
    "is|are|was|were|has|have|had|will|would|shall|should|may|might|can|could|must|do|does|did|also|then|further|"
    "currently|now|therefore|thus"
)
_NO_OBJECT = "in|by|to|for|from|on|at|with|through|under|during|above|below"
# `The tool is`, `The tool integrates features`, `The meeting agreed that`; not `The focal points are` or `The assets
# returned by`.
_VERB = (
    rf"(?:(?:{_AUXILIARIES})\b|[a-z]+s\b(?=[ ]\w)(?! (?:{_AUXILIARIES}|(?!to\b)(?:{_NO_OBJECT})|of|and|or|\w+ed)\b)"
    rf"|\w+ed\b(?! (?:{_NO_OBJECT})\b))"
)
# Known without a sentence that introduces them.
_STANDING = "secretariat|report|note|document|paper|review"
_NUMBERED = "resolution|decision|recommendation|directive|regulation|judgment"

# `Of these, 34 per cent`, `Two thirds of them`, `Some of those, however,`; not `Of those who replied`.
_SHARE = rf"(?:[\w.-]+ ){{0,3}}?of (?:them\b|(?:these|those)(?:,| (?:{_AUXILIARIES})\b))"

LEANING = LeaningPatterns(
    # Offices with a capital (`the President`) are known without a sentence that introduces them.
    person=rf"(?i:{_OPENING}(?:he|she|his|her)\b)|(?i:{_OPENING}the) (?:{_PERSONS})\b(?! (?:of|from|for)\b)",
    # `A panellist from Chile`, `one speaker`, `the representative of Chile`, `Mr. Sow`; not `the former president of
    # the country`, which names nobody.
    introduces_person=(
        rf"\b(?i:an?|one|another) (?:[\w/-]+ ){{0,4}}?(?i:{_PERSONS})\b"
        rf"|\b[Tt]he (?:[\w/-]+ ){{0,3}}?(?i:{_PERSONS}) (?:of|from|for) (?:the )?[A-Z]"
        r"|\b(?:Mr|Ms|Mrs|Dr|H\.E)\.? [A-Z]"
    ),
    pronoun=(
        rf"{_OPENING}(?:{_SHARE}|it\b{_EXPLETIVE}|(?:its|they|their|those|such|that)\b|this\b(?! (?:{_ITSELF})\b)"
        r"|these\b|both\b(?! (?:the|an?) .*\band\b)(?!(?: [\w’'-]+){1,2} and\b)"
        r"|the (?:latter|former)\b(?! [a-z]+ (?:of|in|from)\b))"
    ),
    turns_back=(
        r"(?:In (?:that|this) (?:regard|respect|context|connection)|In (?:these|those|such) cases|At the same time|"
        r"As a result|As such|Following that|To (?:that|this) end|(?:In|By) (?:doing|so doing)(?: so)?|To do so|"
        r"For (?:example|instance)|As an example|Against (?:that|this) background)\b"
    ),
    # Nouns of phrases (`in this regard`) that take up what the same sentence said, unless they open it.
    of_phrases=frozenset(
        "regard respect context connection end purpose way manner effect vein sense basis reason extent light kind "
        "type sort opportunity".split()
    ),
    # Nouns for anything that was said, by the same sentence where that has said much.
    for_anything=frozenset(
        "issue issues matter matters question questions topic topics subject subjects area areas field fields problem "
        "problems approach aspect aspects".split()
    ),
    function_words=frozenset(
        "a an the and or nor but of in on at to by for from with without within into onto upon under over between "
        "among through during after before against about as than then so that which who whom whose when where while "
        "whether if is was are were be been being has have had do does did will would shall should may might can could "
        "must not no also only both either each all any some more most other others it they he she we its their his "
        "her our there here per via including inter alia etc".split()
    ),
    pointing=(
        r"\b(?:(?P<near>this|these|such(?: an?)?)"
        r"|(?P<far>the (?:said|aforementioned|aforesaid|above-?mentioned|foregoing))"
        r"|(?:of|in|for|by|to|from|with|on|at|under|during|through|after|before|within|against) that|those)"
        r"(?P<nouns>(?: [\w’'-]+){1,4})"
    ),
    relatives=frozenset(("that", "which", "who", "whose")),
    # `those funds`, not `those of` or `those involving minors`
    plural=r"^(?!\w+(?:ing|ed)\b).*s$",
    subject=(
        rf"(?:{_OPENING}The|[A-Z][^,]{{0,60}}, the(?= [a-z])) (?:[\w-]+ of the )?(?!(?:{_STANDING})\b)"
        rf"(?:(?P<phrase>[\w-]+(?: [\w-]+){{0,2}}?) {_VERB}|(?P<name>[A-Z][\w-]+) [a-z]+s\b)"
    ),
    itself=_ITSELF,
    # `The decision was followed by …`: what was just spoken of, in other words.
    spoken_of=rf"The (?!(?:{_STANDING})\b)[a-z]+ {_VERB}",
    in_question=r"\b(?:[Tt]he) (?P<noun>[\w-]+) (?:in question|concerned)\b",
    # `In the same resolution` leans on the nearest sentence before that names one, often in the paragraph before.
    same_text=(rf"(?:^{_OPENING}In (?:that|the)|\b(?:in|under|by|of|with) the same) (?:{_NUMBERED})\b"),
    names_text=rf"\b(?:{_NUMBERED})s? [\w./-]*\d",
)
