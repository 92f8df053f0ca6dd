"""How English texts give short forms of names, define their terms, and say whose words they report."""

from index.language.sayings import (
    DefinitionPatterns,
    RecommendingPatterns,
    ShortFormPatterns,
    SpeakingPatterns,
)

SHORT_FORMS = ShortFormPatterns(
    announced=(
        r"(?:(?:hereinafter|hereafter|henceforth|also|better|commonly)(?: (?:referred to|known))?|known|abbreviated)"
        r"(?: as| to)?"
    ),
    also=(
        r",? (?:or|in short|abbreviated (?:as|to)"
        r"|(?:(?:also|better|commonly|generally|otherwise) )?(?:known|referred to) as)"
    ),
    article=r"[Tt]he ",
    unsaid=frozenset("a an and against as at by for from in into of on or the their to under with".split()),
)

_BE = r"(?:is|are|was|were|has been|have been|had been|will be|would be)"
_ADVERBS = (
    r"(?:,? (?:also|thus|therefore|currently|now|generally|usually|essentially|itself|in turn|\w+ly|then|first|not"
    r"|today|in fact|by definition|however|in particular))*,?"
)
_SET_UP = (
    r"(?:established|created|founded|set up|launched|formed|constituted|designed|conceived|initiated|inaugurated"
    r"|instituted|introduced|defined|described|understood|known|termed|called|composed|made up|comprised|a[nk]a)"
)
_WHAT_IS = r"(?:what(?:['’]s|\s+(?:exactly\s+)?(?:is|are|was|were)(?:\s+exactly)?)|what\s+exactly\s+(?:is|are))"
_TERM_WORDS = r"(?:term|word|expression|acronym|abbreviation|phrase|concept|short form|letters|notion|notation key)"

DEFINITIONS = DefinitionPatterns(
    asked=(
        rf"\bmean(?:s|t)?\s+by\s+(?:the\s+{_TERM_WORDS}\s+)?(?P<term>.+)",
        rf"{_WHAT_IS}\s+(?:understood|to be understood)\s+by\s+(?P<term>.+)",
        rf"\bwhat\s+(?:do|does|did)\s+(?:(?:the|an?)\s+)?(?:{_TERM_WORDS}\s+)?(?P<term>.+?)\s+"
        r"(?:stand\s+for|mean(?!\s+(?:for|to|that|in practice)\b)|denote|signify)\b",
        rf"{_WHAT_IS}\s+(?P<term>.+?)\s+(?:short\s+for|an?\s+(?:acronym|abbreviation)\s+(?:of|for))\b",
        r"\b(?:meaning|definition|full\s+(?:name|form)|long\s+form)s?\s+(?:of|for)\s+"
        rf"(?:(?:the|an?)\s+)?(?:{_TERM_WORDS}\s+)?(?P<term>.+)",
        r"^\W*(?:please\s+|can\s+you\s+|could\s+you\s+)*define\b\W*(?:what\s+is\s+)?"
        rf"(?:(?:the|an?)\s+)?(?:{_TERM_WORDS}\s+)?(?P<term>.+)",
        r"\bhow\s+(?:is|are|was|were)\s+(?:(?:the|an?)\s+)?"
        rf"(?:{_TERM_WORDS}\s+)?(?P<term>.+?)\s+(?:defined|understood)\b",
        rf"\bhow\s+(?:do|does|did)\s+.+?\s+define\s+(?:(?:the|an?)\s+)?(?:{_TERM_WORDS}\s+)?(?P<term>.+)",
        r"^\W*(?P<term>[^:,]+?)\W+(?:definition|meaning)\W*$",
    ),
    identity=(
        rf"^\W*(?:(?:and|so|but|please|can you|could you|tell me|explain|remind me)\s+)*"
        rf"(?:{_WHAT_IS}|(?:tell me|explain|remind me)\s+what(?=\s.+\s(?:is|are|was)\W*$))\s+"
        r"(?P<article>(?:the|an?)\s+)?(?P<term>.+?)(?:\s+(?:is|are|was))?\W*$"
    ),
    long_form=(
        r"\bstands?\s+for\b|\bshort\s+for\b|\b(?:acronym|abbreviation)\b|\b(?:full|long)\s+(?:name|form)\s+of\b"
        r"|\bspell(?:ed)?\s+out\b|\bletters\b"
    ),
    tail=(
        r"\s*(?:[?!;]|[,:]\s|\.(?:\s|$)"
        r"|\s(?:in|under|within|from|by)\s+(?:the\s+)?(?:context|sense|terms?|text|documents?|reports?|resolution"
        r"|decision|paragraph|para\b|these|this|that|your|our|\d)|\sin\s(?-i:[a-z])"
        r"|\s(?:according\s+to|as\s+(?:used|defined|understood|per|referred|mentioned|described)|for\s+the\s+purposes?"
        r"|mentioned|and\s+(?:what|who|how|when|where|why|which|does|is|are))\b).*$"
    ),
    no_term=frozenset(
        "not no that which who whom whose so if when how why where do does did to be been it its there they them we "
        "you he she his her about than then because also still told said being has have had will would should can "
        "could may might must is are was were up out".split()
    ),
    no_first=frozenset(
        "this these those that such it there here in on at to by for from with of as after before during under behind "
        "between new next needed required expected planned going happening wrong important different left missing "
        "special known said done meant asked proposed available possible necessary true best better worse more most "
        "less least some any all other others being your our their my his her its today currently"
        " now so".split()
    ),
    joins=frozenset("of for on about at by from with to between against among in and the within into over".split()),
    numbered=(
        r"(?:articles?|art\.|paragraphs?|paras?\.?|sections?|chapters?|annex(?:es)?|resolutions?|decisions?|items?|tables?"
        r"|figures?|box|guidelines?|recommendations?|rules?|targets?|pages?|footnotes?|notes?|principles?|parts?|draft)"
    ),
    kinds=frozenset(
        "initiative programme program network group project portal database platform framework convention committee "
        "mechanism fund process tool scheme system operation campaign centre office academy method model"
        " standard".split()
    ),
    label=rf"{_TERM_WORDS}s?",
    before=(
        r"(?:(?:in|at|on|since|as|by|during|under|for|following|after|before|with|through|within|upon|from|according to"
        r"|pursuant to|given|founded|established|created|based)\b[^;:]{0,120},|first(?:ly)?,|second(?:ly)?,|however,"
        r"|moreover,|furthermore,|[^;:]{0,200}\bthat)"
    ),
    defined=(
        rf"{_ADVERBS} (?:(?:shall |should |will |can )?(?:means?|stands? for|denotes?|designates?|signif(?:y|ies)"
        r"|refers? to|be (?:understood|taken|read|defined))|encompass(?:es|ed)?|consist(?:s|ed)? of|comprise[sd]?"
        r"|constitutes?|symboli[sz]es?"
        rf"|{_BE}{_ADVERBS} (?:{_SET_UP}|short for|an?|the|one of|any|those|that|responsible for)"
        rf"|(?:are|were){_ADVERBS} (?!\w+ed\b)(?:[a-z-]+ ){{1,4}}(?:that|which|who|whose|used|aimed|consisting|designed"
        r"|established|made))\b"
    ),
    weighed=(
        rf"{_ADVERBS} {_BE}{_ADVERBS} (?:(?:an?|the|one of the) )?(?:(?:very|particularly|most|more|especially) )?"
        r"(?:important|key|crucial|essential|major|significant|serious|critical|vital|necessary|good|powerful|common"
        r"|useful|valuable|main|first|only|same|most|State party|party|parties|members?|signatory|subject|result|case"
        r"|priority|challenge|matter|question|focus|recipient|host|best|great|growing|global concern|part of|among"
        r"|likely|aware|able|unable|ready|due|need|lack|number|participant|co-\w+|sponsor|observer|supporter|leader"
        r"|partner|speaker|source|way|victim|target|responsibility)\b"
    ),
    does=(
        rf"{_ADVERBS} (?:{_BE}{_ADVERBS} (?!\w+(?:ed|ing)\b)"
        r"(?!(?:been|taken|given|made|held|seen|shown|found|not|no)\b)[a-z]"
        rf"|{_BE}{_ADVERBS} (?:intended|aimed|located|based|hosted|tasked|mandated|dedicated|devoted|meant|used)\b"
        r"|(?:aim|seek|serve|provide|bring|include|cover|promote|function|operate|work|focus(?:e)?|contain|enable"
        r"|facilitate|allow|help|offer|combine|describe)s?\b|sought\b|brought together\b"
        r"|(?:has|have|had) (?:an?|the|\d+|its)\b"
        r"|(?:aimed|served|provided|included|covered|worked|operated|functioned|enabled|offered)\b)"
    ),
    called=r"(?:known as|so-called|called|termed|referred to as|named|entitled|dubbed|i\.e\.,?|namely)",
    defining=(r"\b(?:defin(?:e|es|ed|ing)|understands?|understood) (?:the )?", r" as\b"),
    relative=r"(?:which|who|that) (?:is|are|was|were|means|stands for|refers to) (?:an?|the|one of)\b",
    apposed=r"(?:an?|one of the) [^,;]{3,200}[,;.]|the [^,;]{3,200}, (?!(?:and|or|the|an?)\b)[a-z]",
)


_REGULAR_VERBS = tuple(
    "state note stress emphasize emphasise underscore underline highlight add explain recall observe remark mention "
    "point argue claim assert contend maintain affirm reaffirm confirm reiterate declare announce report inform "
    "indicate suggest propose recommend request ask call urge encourage invite appeal demand advocate support welcome "
    "commend praise applaud congratulate thank appreciate acknowledge recognize recognise regret deplore condemn "
    "express voice question enquire inquire raise refer respond reply answer comment conclude agree disagree object "
    "oppose warn caution pledge promise introduce present describe brief outline summarize summarise elaborate clarify "
    "believe view deny reject deplore advise offer insist credit criticize criticise "
    "stipulate hope wish think want see".split()
)
_IRREGULAR_SAYS = (
    r"says?|said|tells?|told|speaks?|spoke|holds?|held that|puts? forward|takes? the view|took the view|feels?|felt"
    r"|thought|drew attention|saw|made (?:the (?:point|case)|an? (?:proposal|statement|suggestion|recommendation))"
    r"|was of the (?:view|opinion)|were of the (?:view|opinion)|gave (?:an? )?(?:overview|example|update|account)"
)


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb.endswith("y") else f"{verb}ed"


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s"


_PASTS = "|".join(dict.fromkeys(_past(verb) for verb in _REGULAR_VERBS))
_BASES = "|".join(dict.fromkeys(_REGULAR_VERBS)) + "|say|tell|speak|put forward|feel|react"
_THIRDS = "|".join(dict.fromkeys(_third_person(verb) for verb in _REGULAR_VERBS))
_WORDS_OF = (
    r"(?:views?|opinions?|positions?|statements?|comments?|proposals?|recommendations?|answers?|reply|replies|responses?"
    r"|concerns?|explanations?|remarks?|suggestions?|interventions?|contributions?|stance|reactions?|arguments?|speech"
    r"|appeals?|requests?|words)"
)
_UNTIL = r"(?=\s*[,;?:]|\s+(?:on|about|in|at|during|regarding|concerning|for|with|when|that|was|were|is|are|to)\b|\s*$)"

SPEAKING = SpeakingPatterns(
    asked=(
        r"\b(?:did|does|do|has|have|had)\s+(?P<speaker>[^,;?]+?)\s+(?:(?-i:[a-z]+ly)\s+|(?:also|ever|not|first|now|then)\s+)*"
        rf"(?-i:{_BASES}|{_PASTS}|said|told|spoken|held)\b",
        rf"\b(?:according\s+to|in\s+the\s+(?:view|opinion|words|eyes)s?\s+of)\s+(?P<speaker>.+?){_UNTIL}",
        rf"\b(?:{_PASTS}|said|put\s+forward|held|made)\s+by\s+(?P<speaker>.+?){_UNTIL}",
        rf"\b{_WORDS_OF}\s+(?:of|by|from)\s+(?P<speaker>.+?){_UNTIL}",
        rf"\b(?P<speaker>(?-i:[A-Z])[\w-]*(?:\s+(?-i:[A-Z])[\w-]*)*)['’]s?\s+(?:\w+\s+)?{_WORDS_OF}\b",
        r",\s+(?:says?|said)\s+(?P<speaker>.+?)\W*$",
    ),
    says=rf"(?:{_PASTS}|{_THIRDS}|{_IRREGULAR_SAYS}|{_BASES.split('|say|')[0]})",
    reported=rf"(?:{_PASTS}|said|put forward|held|made|given|shared|drawn)",
    roles=(
        r"(?:representatives?|delegations?|delegates?|governments?|ambassadors?|observers?|panellists?|panelists?"
        r"|speakers?|experts?|participants?|members?|secretariat|ministers?|presidents?|chair(?:person|man|woman)?s?"
        r"|rapporteurs?|coordinators?|moderators?|facilitators?|officials?|spokes\w+|envoys?|directors?|heads?|petitioners?"
        r"|commissioners?|authorities|states|parties|networks)"
    ),
    for_whom=r"(?:of|from|for|on behalf of|representing)",
    agent=r"(?:\w+ly |also )?by",
    source=(
        r"(?:according to|in the (?:view|opinion|words)s? of|(?:statement|proposal|remark|comment)s? (?:of|by|from))"
    ),
    takes_up=(
        r"(?:(?:he|she|it|they)|the (?:representative|speaker|delegate|delegation|panellist|panelist|observer|expert"
        r"|government|country|minister|president|coordinator|petitioner|moderator|chair|rapporteur))"
    ),
    no_speaker=frozenset(
        "it they he she you we i this that these those there one anyone anybody somebody someone nobody who people "
        "everybody everyone to its been being be have has had did does do was were is are will what "
        "which take make give hold adopt create pick get final".split()
    ),
    clause=r"(?:that|while|whereas|as|but|which|where|when|although|after|before)",
    article=r"(?:the|an?|one|another|several|some|many|most|both|all|other|his|her|its|their)",
    adverbs=(
        r"(?:also|then|further|furthermore|therefore|thus|however|in particular|again|had|has|have|did|would like to"
        r"|wishe[sd] to|wanted to|in turn|too|strongly|\w+ly)"
    ),
    voices=r"(?:representatives?|delegates?|observers?|panellists?|panelists?|presenters?)",
    done_to=r"(?:was|were|is|are|had been|has been|have been|be|being)",
    record_words=frozenset(
        "all delegate delegation deliver delivered gave give made make meeting plenary position record representative "
        "s speak speaker speech spoke statement statements verbatim whole".split()
    ),
    asks_who=(
        r"\b(?:who|which|what|list|names?|all)\b.*\b(?:spoke|spoken|(?:took|taken|take) the floor|intervened"
        r"|(?:made|make|gave|delivered) (?:an? )?(?:statements?|speech(?:es)?))\b"
        r"|\b(?:list|names?) (?:of )?(?:all )?(?:the )?speakers\b|\bwho (?:were|are) (?:all )?(?:the )?speakers\b"
    ),
    attendance_words=frozenset(
        "countries country debate delegates delegations during everybody everyone floor governments groups have how "
        "intervened list member members name names representatives who speakers spoken speeches take taken took that "
        "th session organizations order intervene by".split()
    ),
    states=r"\b(?:countr(?:y|ies)|states|delegations|governments|member)\b",
)

RECOMMENDING = RecommendingPatterns(
    asked=r"\brecommend(?:s|ed|ing|ations?)?\b",
    whom=r"\b(?:to|for)\s+(?:the\s+)?(?:government\s+of\s+)?$",
    received=r"\b(?:receive[sd]?|receiving|gets?|got|addressed\s+to)\b",
    words=frozenset(
        "a addressed all any are been by came come contain contains could did do does each every for from gave get "
        "gets give given gives got had has have i in is issue issued its list made make makes me of out please put "
        "receive received receives receiving s see set show state tell that the their there these they this to was we "
        "were what which with document government delegation report representative universal periodic review "
        "upr".split()
    ),
    responses=(
        (
            "not accepted",
            r"(?:\b(?:not|neither|no|without)|n['’]t)\b[^.;]{0,60}\b(?:support|accept|approv|agree|endorse)"
            r"|\b(?:reject|refus|declin|turned? down|unsupported)|\bnot(?:ed|es?)\b",
        ),
        (
            "put off",
            r"\b(?:(?:will|would|to|shall|are to|still) (?:be )?(?:examine|consider|respond|repl|decide|provide)"
            r"|provides? (?:its |a )?respons|pending|put off|postpone|defer|later|in due (?:time|course))",
        ),
        ("accepted", r"\b(?:support|accept|approv|agree|endorse)"),
    ),
    response_words=frozenset(
        "accept accepted accepting accepts agree agreed agrees approve approved be considered consider decide decided "
        "decline declined defer deferred due course didn don doesn t endorse endorsed enjoy enjoyed enjoying enjoys "
        "examine examined examining how it later left many not note noted notes number open pending postpone postponed "
        "provide provided put off refuse refused refuses reject rejected rejecting rejects reply respond response "
        "responses state still support supported supporting supports time turn turned down under will would".split()
    ),
    whether=r"^\W*(?:did|does|do|has|have|will|is|was)\b.*\b(?:accept(?:s|ed|ing)?|agree[sd]?|reject(?:s|ed)?|refuse[sd]?)\b",
    on_a_theme=r"\brecommendations? (?:on|about|regarding|concerning|relating to)\b",
    counting=r"\bhow many\b|\bnumber of\b",
)
