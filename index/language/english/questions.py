"""How questions are put in English, and what sentences that answer them hold."""

from index.language.english.words import LARGE_NUMBERS, MONTHS, NUMBERS
from index.language.patterns import QuestionPatterns

_MONTHS = "|".join(MONTHS)
_NUMBER_WORDS = "|".join((*NUMBERS, *LARGE_NUMBERS))
_ONE = r"(?:country|state|nation|jurisdiction|government|delegation)"
_MANY = r"(?:countries|states|nations|jurisdictions|governments|delegations)"
# Words that end like a plural and are none: `what does the report say` asks for no list.
_NO_PLURAL = r"(?:does|was|has|is|this|its)"
_ASKING_WORD = r"(?:what|who|whom|whose|when|where|why|how|which)"
ASKING = (
    r"(?:(?:(?:about|after|against|at|before|by|for|from|in|of|on|since|through|to|under|until|with) )?"
    rf"{_ASKING_WORD}|is|are|was|were|does|do|did"
    # A verb of its own after `and` has no subject: `who signed and must pay`.
    r"|(?:can|could|has|have|had|may|must|should|will|would) (?:it|they|there|he|she|we|one))"
)

# What is asked for without an asking word: `number of homes destroyed and number of those rebuilt`.
_WANTED = (
    r"(?:the )?(?:[\w-]+ )?(?:amounts?|averages?|budgets?|causes?|costs?|dates?|deadlines?|definitions?|durations?"
    r"|fees?|goals?|hours|limits?|locations?|mandates?|members(?:hip)?|names?|numbers?|percentages?|prices?|purposes?|rates?"
    r"|ratios?|reasons?|results?|roles?|salar(?:y|ies)|shares?|sizes?|sources?|sums?|targets?|tasks?|times?|titles?"
    r"|totals?|values?|venues?|years?)(?: (?:[\w-]+ed|made|paid|spent))?"
    r" (?:of|for|in|on|to|from|by|at)"
)

# What lasts and is asked when it ends: `embargo end date`, `how long is it extended?`
_ENDS = (
    r"\b(?:until when|end(?:ing)? dates?|expir(?:y|es?|ation|ed)|how long\b.*\b(?:extended|renewed|prolonged|valid"
    r"|in force)|when (?:does|do|will|did)\b.*\b(?:mandates?|embargo(?:es)?|measures|sanctions|authori[sz]ations?)\b.*"
    r"\b(?:end|lapse|run out))\b"
)

QUESTIONS = QuestionPatterns(
    # "how much money" stands before "how much", "document number of" before "number of".
    asked=(
        (
            "money",
            r"\bhow (?:much|many) (?:\w+ ){0,2}?(?:money|dollars?|euros?|funds?|funding|cash)\b|\b(?:budget|cost)\b"
            r"|\bhow much (?:was|were|is|did|has|have)\b|\bin (?:us )?(?:dollars|euros?)\b|\b(?:value|amount|sum) of\b"
            r"|\bworth\b",
        ),
        ("share", r"\b(?:what|which) (?:share|proportion|percentage|per ?cent|fraction|part) of\b|\bhow much of\b"),
        (
            "symbol",
            r"\b(?:document )?symbol\b|\bdocument number\b|\b(?:which|what) (?:\w+ ){0,2}?resolutions?\b",
        ),
        (
            "number",
            r"\bhow many\b|\b(?:total )?(?:number|count) of\b|\bhow (?:large|big|long|often)\b|\bwhat figure\b",
        ),
        (
            "date",
            r"\bwhen\b|\b(?:what|which) (?:date|dates|year|years|month|day|days)\b|\bsince what\b"
            r"|\b(?:dates?|year) of\b|\bdeadline\b",
        ),
        (
            "person",
            r"\bname of the (?:\w+ )?(?:president|minister|director|person|head|official)\b"
            r"|\bwho (?:chairs?|heads?|leads?|is the (?:current )?(?:head|director|president|chair\w*|minister))\b",
        ),
        ("reason", r"\bwhy\b|\breasons?\b|\bwhat (?:is|was|were|are) the (?:\w+ )?(?:purpose|aim|objective)s?\b"),
        ("country", rf"\b(?:which|what|whose) (?:[\w-]+ ){{0,3}}?{_ONE}\b"),
        ("place", r"\bwhere\b|\b(?:which|what) (?:city|cities|town|capital|venue|location)\b"),
        (
            "list",
            rf"^\W*(?:please )?(?:list|name|enumerate|give)\b|\bwhat (?:are|were|kinds?|types?|sorts?)\b"
            rf"|\bexamples of\b"
            rf"|\b(?:which|what) (?:[\w-]+ ){{0,3}}?(?:(?!{_NO_PLURAL}\b)\w+[^s\W]s|{_MANY})\b",
        ),
        (
            "name",
            r"\bwho\b|\bwhose\b|\bwhom\b"
            r"|\b(?:which|what) (?:[\w-]+ ){0,3}?(?:body|organ|office|organi[sz]ation|unit|network|study|book)\b",
        ),
    ),
    held=(
        ("money", r"(?i)[€$£]|\b(?:dollars?|euros?|million|billion)\b"),
        (
            "share",
            rf"(?i)%|\bper ?cent\b|\b(?:half|third|quarter|fifth|tenth|fraction|majority|most|all|none|few"
            rf"|{_NUMBER_WORDS})\b",
        ),
        ("number", rf"(?i)\d|\b(?:{_NUMBER_WORDS}|annually|year)s?\b"),
        # Not the year of a resolution (`2428 (2018)`) or of a symbol (`S/2025/71`).
        ("date", rf"\b(?:{_MONTHS})\b|(?<!\d \()(?<!/)\b(?:19|20)\d\d\b"),
        ("person", r"\b(?:Mr|Ms|Mrs|Dr|H\.E)\.?\s+[A-Z]"),
        ("symbol", r"\b[A-Z]+(?:/[\w.]+){2,}|\bresolutions? \d"),
        ("list", r"[;:]|,|\band\b"),
        (
            "reason",
            r"(?i)\b(?:because|since|due to|in order to|so that|with a view|aim\w*|purpose|reasons?|"
            r"thus|therefore|as it|owing|to)\b",
        ),
    ),
    ends_asked=_ENDS,
    ends_held=(
        r"\b(?:until|through|till|to|expir\w+(?: \w+)?|end(?:s|ed|ing)?(?: on| in)?|lapse\w*(?: on| in)?)"
        rf" (?P<date>(?:the end of |end |\d{{1,2}} )?(?:(?:{_MONTHS}) (?:\d{{1,2}}, )?)?(?:19|20)\d\d)\b"
        r"|\bfor a (?:further |final |new )?period of\b"
    ),
    counted=(
        r"\b(?:how many|number of|count of)\s+(?:the\s+)?(?P<things>(?:(?!(?:is|are|was|were|do|does|did|has|have|had"
        r"|will|can|of|in|on|at|by|to|for|from|with|that|which|who|there|been|be)\b)[\w’'-]+\s*){1,4})"
    ),
    not_a_count=(
        rf"\b\d{{1,2}}(?:(?: and |–|-| to )\d{{1,2}})? (?:{_MONTHS})\b(?: \d{{4}})?"
        rf"|\b(?:{_MONTHS}) \d{{4}}\b|\b(?:19|20)\d\d\b"
        r"|\b\d+/\d+\b"
        r"|\b(?:articles?|paras?\.?|paragraphs?|resolutions?|chapters?|target|recommendation|guidelines?|items?|No\.)"
        r"(?:,? (?:and )?\d[\d.()/]*)+|\b[A-Z][A-Z./\d]*/[\w./]+|\b[A-Z]{1,2}-?\d+(?:/\d+)?\b"
        r"|\bone (?:of|speaker|another)\b"
    ),
    notes_wanted=(
        (r"\bfootnotes?\b", ""),
        (
            r"\b(?:links?|web|websites?|online|url|internet|web address|download\w*|on the net)\b",
            r"www\.|https?://",
        ),
        (
            r"\b(?:title|author\w*|pages?|publication|book|handbook|source|cited|sources|"
            r"read (?:about|more)|wrote|written by)\b",
            r"\bpp?\. \d|\b(?:19|20)\d\d\b|[A-Z]+(?:/[\w.]+)+|\breport\b",
        ),
        (
            r"\b(?:which|names? of|list|who|what are)\b.*\b(?:states?|countries|parties|governments|jurisdictions)\b"
            r"|\bwho (?:replied|answered|commented|responded)\b",
            r"(?:\b[A-Z][\w’'-]+(?: \([^)]*\)| [A-Z][\w’'-]+| of| the| and(?= [A-Z]))*, ){2}",
        ),
    ),
    # After a comma alone, `in which` and `are` go on with what stands before it.
    joint=rf"\s*(?:[,;?]\s+and|[;?]|\s+and)\s+(?={ASKING}\b)|\s*,\s+(?={_ASKING_WORD}\b)",
    opening=rf"{ASKING}\b",
    wanted=_WANTED,
    auxiliary=r"(?:did|do|does|have|has|had|are|is|was|were|can|could|will|would|should|must|may)",
    together=r"\b(?:agree|disagree|differ|between|each other|one another|together|jointly)\b",
    pointing_back=r"\b(?:it|its|they|them|their|this|that|these|those|there|the latter|the former)\b",
    of_something=r"(?:in|of|for|from|by)",
    as_well_as=r"(?:and|as well as|versus|vs\.?|as against|compared (?:to|with))",
    contracted=r"\b(what|who|where|when|how)['’]?s\b",
    asks_for_text=frozenset(
        "what does do did is are was were say says said state states stated provide provides provided read reads tell "
        "tells me us show give quote text content contents full whole entire exact wording cite please can could you "
        "would the of in on at to a an and about under from for which there written contain contains contained set "
        "sets out stand stands address addresses cover covers covered deal deals with summarize summarise summary "
        "exactly recommend recommends demand demands decide decides request requests urge urges call calls upon "
        "encourage encourages invite invites recall recalls reaffirm reaffirms stress stresses emphasize emphasizes "
        "express expresses welcome welcomes i need want see it its this that document report note draft".split()
    ),
    counting_words=frozenset("how many much number numbers amount amounts figure figures".split()),
    headed=(
        # `Who headed the delegation?` names no heading.
        r"\b(?:sections?|chapters?|headings?|parts?|headed(?=:?\s*[\"'“‘]))\b"
        r"(?: (?:on|about|entitled|called|headed|titled)\b|,)?:?\s*"
        r"(?:(?<= on )|(?<= about )|(?<= entitled )|(?<= called )|(?<= headed )|(?<= titled )|(?=[\"'“‘]))"
        r"[\"'“‘]?(?P<title>[^\"'”’?,:;]{4,}?)(?=[\"'”’?,:;]|\s+(?:in|of) the\b|$)"
    ),
    matter=r"\b(?:about|regarding|concerning)\s+(?P<matter>.+?)(?=\bin\b|$)",
    comparing_words=(
        r"\d{4}|how|differ\w*|between|compar\w+|versus|vs|chang\w+|both|two|versions?|revis\w+|drafts?|texts?|with|new"
        r"|old|first|second|original|latest|current|added|dropped|now|then|earlier|later|against|guidelines?|has|have"
        r"|been|was|and"
    ),
    extremes=(
        r"\b(?:most|least|fewest|best|worst|highest|lowest|largest|smallest|biggest|greatest|longest|shortest|top"
        r"|maximum|minimum)\b(?! (?:recent|of)\b)|\brank\w*\b"
        r"|^(?:is|are|was|were|do|does|did|has|have|had)\b.*\b(?:all|any|each|every|none)\b"
    ),
    in_shares=r"\bper ?cent(?:ages?)?\b|%",
    compares=(
        r"\b(?:differ(?:s|ed|ent|ences?)?|compar(?:e|ed|ing|ison)|versus|vs|contrast\w*|unlike|changed?|changes"
        r"|dropped|removed|replaced|evolv\w+|agree|originally)\b"
    ),
    # `between two drafts` compares them, `coordination between two networks` does not.
    compares_versions=(
        r"\b(?:still|now|moved|became|added|earlier|later|what (?:is|was) new|in both)\b"
        r"|\b(?:both|two|between)(?: [\w-]+){0,2}? (?:drafts?|versions?|texts?|wordings?|revisions?)\b"
    ),
    versions=r"\b(?:drafts?|versions?|revis\w+|texts?|wordings?)\b",
    as_source=(
        r"(?:^|\b(?:in|from|per|according to)(?: (?:the|document|report|resolution|letter|paper|note|draft|decision))*)"
        r"\W*$"
    ),
    as_speaker=(
        r"\W*(?:\w+ly )?(?:say|state|tell|recommend|require|request|provide|contain|address|mention|read|call|urge"
        r"|decide|demand|ask|conclude|propose|stress|recall|reaffirm|encourage|invite|condemn|cover|deal|set"
        r"|note)s?\b"
    ),
    publications=frozenset(
        "report note document paper draft guidelines guideline outcome study resolution decision revision background "
        "summary proceedings minutes text version letter statement manual guide".split()
    ),
    not_in_names=frozenset(
        "about on to at by and or but with as if say says said tell tells mention mentions is are was were be do does "
        "did has have had what which who when where how why both".split()
    ),
    resolutions_typed=(
        (r"\b(?:UN)?SCR(?:\s*(?:nos?\b\.?|#))?\s*(?=\d)", "Security Council resolution "),
        (r"\b(?<![/.])res\b(?!/)\.?(?:\s*(?:nos?\b\.?|#))?\s*(?=\d)", "resolution "),
        (r"\bresolution\s+(?:nos?\b\.?|number|#)\s*(?=\d)", "resolution "),
        (r"\b((?:[A-Z]+/)+RES)\s+(?=\d)", r"\1/"),
        (r"\b(resolution (?!(?:19|20)\d\d/)\d{1,4})/((?:19|20)\d\d)\b", r"\1 (\2)"),
    ),
    several_resolutions=(
        r"\b(?P<one>resolution)s\s+(?P<numbers>\d+(?:/\d+)?(?:\s?\(\d{4}\))?"
        r"(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)\d+(?:/\d+)?(?:\s?\(\d{4}\))?)+)"
    ),
    also_english=frozenset(
        "may might must shall would could per via since within upon among much many one two non inter alia".split()
    ),
)
