"""How English questions ask for documents themselves, their mastheads, votes on them and officers of their organs."""

from index.language.english.words import MONTHS
from index.language.patterns import VotingPatterns
from index.language.sayings import DocumentPatterns, OfficerPatterns

_DOCUMENTS = r"(?:documents?|reports?|resolutions?|letters?|papers?)"
_NO_MODIFIER = r"(?:is|was|are|were|do|does|did|has|have|had|the|this|that|in|of|will|would|can|should)"
_NEWEST = r"(?:latest|newest|most recent)"

_NO_THEME = (
    r"(?:the|this|that|these|those|is|was|are|were|do|does|did|has|have|had|in|on|of|to|at|by|for|from|with|about|and|or"
    r"|which|what|who|when|where|how|a|an|said|says?)"
)
# `para. 9 JIU report` is typed without an article; `any JIU report` is not one that is known.
_SHORT_FORM_NEXT = (
    r"(?<![\w/-])(?<!\ba )(?<!\ban )(?<!\bany )(?<!\ball )(?<!\bother )(?<!\bwhich )(?<!\bwhat )(?<!\bevery )"
    r"(?=(?-i:[A-Z]{2,})[\w-]*\s)"
)

RESOLUTION = "resolution"
"""What a document with `RES` in its symbol is, whatever its title."""

NTH_MEETING = r"\b(?P<number>\d{1,5})(?:st|nd|rd|th)(?: plenary)? meeting\b"
"""A meeting that a question calls by its number, read without regard to case."""

MEETING_BELOW = rf"\d+(?:st|nd|rd|th)(?: \(\w+\))?(?: plenary)? meeting,?\s+\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\.?"
"""What stands alone below a resolution: the meeting at which it was adopted."""

LATE_NOTE = r"\bafter the deadline\b|\blate submission\b|\bsubmitted late\b|\bdelay"
"""What a footnote of a masthead has that says why a document came late."""
ADOPTED_NOTE = r"^\W*adopted by\b.*"
"""A footnote of a masthead that says when a text was adopted."""

ORGAN_NOUN = r"(?:assembly|council|commission|committee|board|conference|congress|working group|meeting|body|parties)"
"""What an organ is called last, read without regard to case."""
_AN_ORGAN = rf"(?:the )?(?:[\w-]+ ){{0,6}}?{ORGAN_NOUN}\b"
ACTION_ASKED = (
    rf"\bwhat (?:action |decisions? )?(?:is|are|was|were) {_AN_ORGAN}(?: [\w-]+){{0,6}}? (?:being )?"
    r"(?:asked|requested|invited|expected|supposed|recommended|meant) to "
    r"(?:do|decide|consider|approve|take|adopt|discuss)\b"
    r"|\bwhat (?:action|decision|guidance)s? (?:is|are) (?:being )?"
    rf"(?:required|requested|expected|needed|asked|proposed|sought|wanted)\b(?: (?:of|from|by|for) {_AN_ORGAN})?"
    rf"|\bwhat (?:does|do|did) (?:.{{3,80}}? )?(?:ask|want|invite|request) (?:of |from )?{_AN_ORGAN}"
    r"(?: to (?:do|decide|take))?"
    rf"|\bwhat is (?:being )?(?:asked|requested|wanted|expected|sought) (?:of|from) {_AN_ORGAN}"
    rf"|\bwhat (?:may|might) {_AN_ORGAN}(?: [\w-]+){{0,6}}? wish to (?:do|decide|consider|discuss)\b"
)
"""A question for what an organ is to do with a document."""
ACTION = (
    rf"\b(?P<organ>{ORGAN_NOUN})\b[^.;:]{{0,90}}?\b(?:(?:may|might) (?:also |further )?wish\b"
    r"|(?:is|are) (?:hereby |accordingly |further |also )?(?:invited|requested|asked|called upon|recommended) to\b)"
    rf"|\b(?:requests|invites|recommends (?:to|that)) (?:the )?(?:[\w-]+ ){{0,5}}?(?P<other>{ORGAN_NOUN})\b"
)
"""How documents say it: `The Commission may wish to consider`, `The Board is invited to approve`."""
ACTION_WORDS = frozenset(
    "a about after all an and at by do does for from here in is it its of on paper please report s text that the "
    "then there this to us we with document note".split()
)
"""What may stand beside such a question and names no matter of its own."""

CLOSING_FORMULA = (
    r"(?:also |further )?decides to (?:remain|continue to be|keep itself) (?:actively )?seized of "
    r"(?:the|this) (?:matter|issue|question|situation)\W*"
)
"""What resolutions end with, which says nothing of what is seized."""
ASKS_FOR_FORMULA = r"\bseized of\b|\b(?:remain\w*|actively|still) seized\b"

DOCUMENTS = DocumentPatterns(
    asked=(
        ("adoption", r"\bwhen\b.*\badopt(?:ed)?\b|\bdate of adoption\b|\badoption date\b"),
        (
            "date",
            r"\bdated?\b(?! of adoption)(?<!adoption date)|\bhow (?:old|recent|new)\b"
            r"|\bwhen\b.*\b(?:issued|published|released|circulated|distributed|written|c[ao]me out)\b",
        ),
        (
            "lateness",
            r"\bwhy\b.*\b(?:late|delayed|overdue|after the deadline)\b"
            r"|\breasons? for (?:the |its )?(?:late\w*|delay\w*)(?! (?:payment|implement|in implement))",
        ),
        ("symbol", r"\bsymbols?\b|\b(?:document|reference) (?:number|no\b|code)"),
        ("title", r"\b(?:title|titled|entitled|full name)\b|\bwhat(?:['’]s| is| was)\b.*\bcalled\b"),
        ("agenda item", r"\bagenda items?\b"),
        ("session", r"\b(?:which|what) (?:session|meeting)\b"),
        (
            "author",
            r"\bwho (?:wrote|prepared|drafted|authored|submitted|(?:is|was|are|were) the authors?)\b|\bauthor of\b"
            r"|\b(?:written|prepared|drafted|submitted) by (?:whom|who)\b|\bby whom\b",
        ),
        ("organ", r"\bwho (?:issued|published|released)\b|\b(?:which|what) (?:organ|body)\b"),
        (
            "link",
            r"\b(?:links?|url|web ?(?:site|address)|download|online)\b"
            r"|\bwhere (?:can|do|could) (?:i|we) (?:find|get|read)\b",
        ),
        ("contents", r"\b(?:table of contents|chapters|sections|headings|structure)\b"),
        ("held", r"^\W*(?:do you have|have you got)\b"),
        ("length", r"\bhow many (?:numbered )?para(?:graph)?s?\b|\bnumber of para(?:graph)?s\b|\bhow long\b"),
    ),
    wanted=(
        rf"^\W*(?:which|what)(?: (?!{_NO_MODIFIER}\b)[\w-]+){{0,3}}? {_DOCUMENTS}\b"
        rf"|\b(?:do you have|have you got|is there|are there)\b.*\b{_DOCUMENTS}\b"
        rf"|^\W*(?:please )?(?:list|show me|find|give me|any)\b.*\b{_DOCUMENTS}\b"
        rf"|\b{_NEWEST} (?:[\w-]+ ){{0,3}}?{_DOCUMENTS}\b"
    ),
    newest=rf"\b{_NEWEST}\b",
    called=(
        rf"(?:\b(?:the|this|that|latest|[A-Z][\w-]+['’]s)\s+(?:(?:Secretary-General|SG)['’]s\s+)?|{_SHORT_FORM_NEXT})"
        rf"(?P<name>(?P<theme>(?:(?!{_NO_THEME}\b)[\w’'-]+\s+){{1,4}}?)"
        r"(?:reports?|reviews?|study|notes?(?! verbale)|papers?|documents?|letter|observations|circular|bulletin"
        r"|(?P<kind>resolution|decision|declaration)(?!\s+(?:no\b|number\b|\(?\d))))\b(?!\s+of\b)"
    ),
    called_on=(
        r"\b(?P<name>(?:reports?|review|study|paper|circular|resolution|decision|declaration|agreement|guidelines|survey"
        r"|meeting|session|observations|evaluation|audit)\s+(?:on|of|about|concerning)\s+(?:the\s+)?)"
        r"(?P<theme>[\w’'-]+(?:\s+[\w’'-]+){1,7})"
    ),
    called_together=(
        rf"\bthe\s+(?P<one>(?:(?!{_NO_THEME}\b)[\w’'-]+\s+){{1,4}}?)and\s+(?:the\s+)?"
        rf"(?P<other>(?:(?!{_NO_THEME}\b)[\w’'-]+\s+){{1,4}}?)(?:reports|reviews|studies|notes|papers|documents|letters)\b"
    ),
    no_theme=frozenset(
        (
            "above actual complete current entire final first following full general important last latest long main "
            "new nations next official old only original other previous present prior published recent relevant s said "
            "same second short third un united updated whole"
        ).split()
    ),
    wanted_words=frozenset(
        (
            "a about all an and any are available by concerning dealing do document documents find for from get "
            "give got have held here i in is issued kind latest letter letters list many me most need newest of on "
            "only paper papers please published recent regarding related relating report reports resolution "
            "resolutions see show that the there these this to un was were what which with year you"
        ).split()
    ),
    words=frozenset(
        (
            "a address adopt adopted adoption after agenda an and are assembly at author authors body by called "
            "came can chapters circulated code come comprise contain contains contents could council date dated "
            "deadline delay delayed did distributed do doc document does download drafted entitled find for from "
            "full general get give go has have headings how i in is issuance issue issued it item items its know "
            "late lateness letter link links long many me name nations need new no note number numbered of "
            "official old on online or organ out overdue paper para paragraph paragraphs paras please prepared "
            "publication published read reason reasons recent reference release released report resolution say "
            "sections security session show site state structure submission submitted symbol symbols table tell "
            "that the there this title titled to un under united url us was we web website were what when where "
            "which who whom why with written wrote you"
        ).split()
    ),
)

_NTH = r"(?:(?:first|second|third|fourth) )?"
OFFICERS = OfficerPatterns(
    asks_who=(
        r"\bwho\b|\b(?:names? of|list|which|what are) (?:the )?(?:[\w-]+ ){0,2}?"
        r"(?:officers?|bureau|chairs?|vice-|rapporteurs?)"
        r"|^\W*(?:the )?(?:officers|bureau|chair\w*|rapporteurs?)\b"
    ),
    offices=(
        (r"\bvice-?\s?chair\w*", rf"{_NTH}vice-?chair(?:man|men|woman|person|persons)?s?"),
        (r"\bvice-?\s?presidents?\b", rf"{_NTH}vice-?presidents?"),
        (r"(?<!vice-)(?<!vice )\b(?:co-?)?chair\w*", r"(?:co-)?chair(?:man|woman|person|persons|men)?s?"),
        (r"(?<!vice-)(?<!vice )\b(?:presidents?|presid(?:es|ed))\b", r"(?:co-)?presidents?"),
        (r"(?<!special )\brapporteurs?\b", r"rapporteurs?(?:-general)?"),
    ),
    deeds=r"chairs$|presides$",
    all_offices=r"\b(?:officers|office-?(?:holders|bearers)|bureau)\b",
    words=frozenset(
        "a all and are at bearers bureau by chaired chairing chairman chairmen chairperson chairpersons chairs chair "
        "chairwoman co current did during elected for general give has held holders in is its list me meeting member "
        "members name named names of office officer officers on over please president presided presidents presides "
        "rapporteur rapporteurs s serve served serves session sessions since the their this to vice was were what when "
        "which who".split()
    ),
    listed="bureau chair chairs chairperson elected officers president presidents rapporteur vice",
    officers=r"\b(?:officers|bureau)\b",
    asks_post=(
        r"\bwho (?:is|was|are|were|became|has been|have been|served as)\b.*?\b(?P<post>special (?:rapporteur|envoy"
        r"|representative|adviser|coordinator)|independent expert|facilitator|coordinator|ombudsperson)s?\b"
        r"(?P<matter>.*)"
    ),
    held_before=r"\b(?:was|were|been|became|served|previous|former|all)\b",
    appointing="appointed elected designated named",
    appoints=(
        r"(?<![\w-])(?:appoint(?:ed|s)?|elected|designated?|named)\b(?:(?!\bcapacity\b)[^;]){0,150}?"
        r"\bas (?:(?:the|an?|its|his|her|their|new) )*"
    ),
    heads=("chair", "president"),
    presided=(
        r"^\W*who (?:chair(?:s|ed)|preside[sd] over|(?:is|was|are|were)(?: the)?(?: [\w-]+){0,2}"
        r" (?:chair\w*|presidents?|rapporteurs?)(?: of| for)?)(?: the)? (?P<organ>(?:[\w-]+ ?){1,6})\W*$"
    ),
    elected=r"\b(?:re-?)?elected\b",
)

VOTING = VotingPatterns(
    asked=(
        r"\b(?:vot(?:e[sd]?|ing)|abstain(?:ed|s)?|abstentions?|by consensus|oppose[sd]?)\b"
        r"|^\W*(?:did|who|which (?:states|countries|delegations))\b"
        r".*\bsupport(?:s|ed)? (?:the |this |draft )*(?:resolution|draft|text|amendment)"
    ),
    sides=(
        (r"\b(?:in favou?r|vote[sd]? (?:for|yes)|supported)\b", "In favour"),
        (r"\b(?:against|oppose[sd]?|vote[sd]? no)\b", "Against"),
        (r"\b(?:abstain(?:ed|s)?|abstentions?)\b", "Abstaining"),
    ),
    words=frozenset(
        "a abstain abstained abstention abstentions adopt adopted against all amendment and any anybody anyone "
        "assembly at been breakdown by came can cast confirm consensus correct council count countries country "
        "decision delegations did do document draft favor favour for general get go got has how i in is it its list "
        "many meeting member members names nations no number obtain obtained of on oppose opposed opposes or outcome "
        "passed please plenary put really receive received receives record recorded rejected resolution "
        "resolutions result results right security show so state states support supported supports take taken "
        "tally text that the their there they to took true un unanimously united vote voted votes voting was were "
        "what whether which who whom with without yes you".split()
    ),
    outcome=(
        r"\bhow many\b|\bnumber of\b|\b(?:counts?|tally|outcome|results?)\b"
        r"|\b(?:was|were|is|has|did)\b.*\b(?:adopted|pass(?:ed)?|rejected|put to)\b"
    ),
    explained=r"\b(?:why|expla(?:in(?:s|ed)?|nations?)|reasons?|justif(?:y|ied|ication))\b",
    no_vote=r"\bright to vote\b|\bvoting (?:rights?|age|power|system|booth)",
    on_a_text=(
        r"\b(?:resolutions?|decisions?|drafts?|amendments?|text|proposal|motion|declaration)\b|\bhow did\b"
        r"|\b(?:results?|outcome|record|counts?) of (?:the )?vote\b|^\W*(?:recorded )?(?:vote|voting)\b"
    ),
    label=r"(?P<label>In favour|Against|Abstaining):",
    result=r"\b(?:adopted|rejected|retained|not adopted)\b.*\bvotes?\b|\b(?:received|obtained) \d+ votes?\b",
    vote="votes",
    later=r"\[?Subsequently, the delegations?\b",
    amendment=r"\bamendments?\b",
    entitled=r"\bentitled “(?P<title>[^”]+)”",
    before_a_part=(
        r"\b(?:vot(?:e[sd]?|ing)|abstain(?:ed|s|ing)?|abstentions?)\b[^.?!;]{0,40}?\b(?:on|against|for|favou?r of|of)"
        r" (?:the )?(?:operative |preambular )?$"
    ),
    before_what_is_disputed=(
        r"\b(?:object(?:s|ed|ing|ions?)?|reservations?|oppos(?:e[sd]?|ing|ition)|disagree(?:s|d|ing|ments?)?"
        r"|disassociat(?:e[sd]?|ing|ion)|dissociat(?:e[sd]?|ing|ion))\b[^.?!;]{0,20}?\b(?:to|on|about|with|from|over)"
        r" (?:the )?(?:operative |preambular )?$"
    ),
)

CALLS_A_VOTE = frozenset("ask asked call called demand demanded request requested".split())
"""Words of a question for who wanted a vote, which are none of the text's."""
