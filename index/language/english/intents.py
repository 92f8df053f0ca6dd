"""What English questions want, how they say so, and what stands around them that asks nothing."""

from index.language.english.questions import ASKING
from index.language.patterns import IntentPatterns
from index.language.sayings import FollowingPatterns, FramingPatterns

_PLEASE = r"^\W*(?:(?:please|can you|could you|would you|i (?:need|want|would like)|kindly)[\s,]+)*"
_GIST = (
    r"(?:summary|overview|outline|synopsis|gist|abstract|run-?down|(?:main |key )?(?:take-?aways?|highlights)"
    r"|(?:main|key) (?:points?|messages?|contents?))"
)
_SUM_UP = r"(?:summari[sz]e|sum up|recap|outline)"
_A_GIST_OF = (
    r"(?:(?:give|show|provide|write|prepare|make)(?: me| us)? )?(?:an? |the )?"
    rf"(?:(?:short|brief|quick|general|concise) )?{_GIST} (?:of|on|from|in)"
)
# What may stand between asking for an overview and its theme: `what the documents say on`.
_SAID_ON = (
    r"(?:what|all|everything)(?:(?: that)?(?: the)?(?: \w+)? (?:say|says|tell|tells|hold|holds|have|has|is|are)"
    r"(?: us| said| to say)?)? (?:on|about|of)"
)
_EVERY = r"(?:all|every|each|any)"
_MENTIONS = r"(?:mentions?|references?|occurrences?)"
_PASSAGES = r"(?:passages?|paragraphs?|places?|sentences?|instances?)"
_MENTIONING = (
    r"(?:(?:that |which |where )?(?:\w+ )?(?:mention|refer to|reference|speak of|talk about|discuss|deal with|contain)"
    r"(?:s|es|ing)?|(?:that|which) (?:is|are) (?:about|on)|mentioning|about|on|with|containing)"
)
# What follows `what is` and is not what is to be defined.
_NO_TERM = r"(?:the|there|this|these|that|those|some|it|its|their|new|different|said)"

_GREETING = r"(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|thanks?(?: you)?)"
_GREETED = rf"^\W*(?:{_GREETING}\b(?: (?:there|all|pincite))?[\s,.!:-]*)?"

INTENTS = IntentPatterns(
    summary=(
        rf"{_PLEASE}(?:{_SUM_UP}|{_A_GIST_OF})\b"
        r"|\bwhat (?:is|was|are) (?:.{3,200} )(?:all )?about\W*$"
        rf"|\bwhat (?:is|are|were) the {_GIST} (?:of|from|in)\b"
        r"|\bin a nutshell\b"
        r"|^\W*what (?:does|do|did) .{1,200} (?:say|tell us|cover|contain|deal with)\W*$"
    ),
    summary_words=frozenset(
        (
            "summarize summarise sum up recap outline overview summary synopsis gist abstract rundown run down short "
            "brief quick briefly general concise write prepare make provide all main key point points message messages "
            "nutshell takeaway takeaways highlights mainly kindly like whole it one page few words sentences"
        ).split()
    ),
    name_alone=r"\W*(?:(?:the|an?|this|that)\b\W*)?",
    overview=(
        rf"{_PLEASE}(?:{_SUM_UP}|{_A_GIST_OF})\s+(?:{_SAID_ON}\s+)?(?P<theme>.+?)(?:\s+(?:in|of|from|by)(?: the)?)?\W*$"
    ),
    change=(
        r"\bwhat (?:has |have |was |were |is |are |had )?(?:been )?(?:changed?|changes|different|revised|amended)\b"
        r"|\bwhat (?:is|was|are|were) new\b"
        r"|\b(?:what|which|list|show)\b.{0,40}\b(?:changes|differences?)\b"
        r"|\bdifferences? (?:between|from)\b|\bhow (?:do|does|did|has|have|is|are|was|were)\b.{3,200}"
        r"\b(?:differ|differs|different|changed?|evolved?)\b"
        r"|^\W*(?:please )?compare\b"
    ),
    search=(
        rf"{_PLEASE}(?:(?:list|show|find|give|get|fetch|quote)(?: me| us)? )?(?:{_EVERY} )+(?:the )?"
        rf"(?:{_MENTIONS} (?:of|to)|{_PASSAGES} {_MENTIONING})\s+(?P<words>.+)$"
        rf"|{_PLEASE}(?:list|show|find|give|get)(?: me| us)? {_PASSAGES} {_MENTIONING}\s+(?P<words2>.+)$"
        r"|^\W*(?:which|what) (?:passages|paragraphs|places|sentences|documents|reports|texts)"
        r" (?:mention|refer to|contain|discuss|speak of|talk about)\s+(?:the )?(?P<words3>.+)$"
        r"|\bhow (?:many times|often) (?:is|are|was|were|does|do) (?:the )?(?P<words5>.+?)"
        r" (?:mentioned|referred to|named|cited|appear|occur)\b"
        rf"|\bwhere (?:is|are|was|were) (?P<words4>.+?) (?:mentioned|referred to)\b"
    ),
    definition=(
        r"^\W*(?:please )?define\b|^\W*(?:what (?:is|are|was|were) )?(?:the |an? )?definitions? of\b"
        r"|\bwhat is meant by\b|\bmeaning of\b"
        r"|\bwhat (?:does|do|did) .{1,80} (?:stand for|mean)\b|\bwhat (?:is|are) .{1,60} short for\b"
        rf"|^\W*what (?:is|are|was|were) (?:an? )?(?!{_NO_TERM}\b)(?:[\w’'/.&-]+\s?){{1,5}}\W*$"
        r"|^\W*what (?:is|are|was|were) the (?-i:[A-Z][\w’'-]*)(?: (?-i:[A-Z][\w’'-]*|of|for|on|the|and))*\W*$"
    ),
    about=(
        rf"^\W*(?:{_GREETING}|help|help me|test|start)\W*(?:there|all|everyone|pincite)?\W*$"
        rf"|{_GREETED}(?:what|which) (?:documents?|texts?|reports?|files?|sources?)(?: \w+)?"
        r" (?:do you|are you|can you|can i|are)"
        r" (?:have|hold|know|use|search|ask|available|here|there|loaded|included|indexed)"
        r"(?: (?:here|there|now|to ask|in here))?\W*$"
        rf"|{_GREETED}what (?:can|could|should|do|may) (?:you|i|pincite|we) (?:do|ask|answer|know|find)"
        r"(?: (?:you|here|for me|about|in here|in this))*\W*$"
        rf"|{_GREETED}(?:what|who)(?: is| are|['’]s) (?:you|pincite|this|in here)"
        r"(?: (?:tool|app|site|website|page|program|thing))?(?: (?:about|for|all about))?\W*$"
        rf"|{_GREETED}how (?:do|can|does) (?:i|you|this|it) (?:use|work)(?: (?:this|it|pincite))?\W*$"
    ),
    formal=(
        r"(?:adoption of (?:the |its )?(?:\w+ )?(?:agenda|report|programme of work)|opening of|closure of|closing of"
        r"|organi[sz]ation of (?:the )?(?:session|meeting|work)|attendance\b|participation\b|documentation\b"
        r"|election of (?:the )?(?:officers|bureau)|conduct of the meeting|provisional agenda)"
    ),
    summaries=("summary", "executive summary", "abstract"),
)

_ME = r"(?:\s+(?:me|us))?"
_ASK = (
    rf"(?:(?:tell|inform|advise|remind|show|let|ask){_ME}(?:\s+know)?|(?:help|assist)(?:\s+(?:me|us))?\s+(?:to\s+)?"
    r"(?:understand|know|see|find\s+out|establish)|find\s+out|look\s+up|check|clarify|confirm|specify|see|say|explain"
    rf"(?:\s+to\s+(?:me|us))?|point\s+out(?:\s+to\s+(?:me|us))?)"
)
_ADVERBS = (
    r"(?:(?:also|just|please|kindly|perhaps|possibly|maybe|quickly|really|urgently|still|first|simply|again|so|and|ok"
    r"|okay|now|well),?\s+)*"
)
_LEARN = r"(?:know|learn|understand|find\s+out|check|confirm|establish|see|ask(?:\s+you)?|be\s+told|hear)"
_FOLLOWING = (
    r"(?=(?:,\s+|\s+)?(?:exactly\s+)?(?:(?:in|at|on|by|for|from|to|with|under|of)\s+)?"
    r"(?:who|whom|whose|what|when|where|why|how|which|whether|if)\b)"
    # Of `can you explain what a network is` a definition is wanted, which the words before it tell.
    r"(?!\s*(?:what|who)\s[^?]{1,60}\s(?:is|are|was|were|means?|do|does|did)\W*$)"
)
_PAPER = r"(?:note|brief|briefing|statement|speech|memo|talking\s+points)"
_WRITING = (
    rf"(?:for\s+(?:a|an|my|our|the|this)\s+(?:[a-z-]+\s+){{0,3}}?{_PAPER}\s*[,:]?\s+"
    rf"|(?:i|we)(?:\s+(?:am|are)|['’](?:m|re))\s+(?:now\s+)?(?:preparing|writing|drafting|working\s+on)\s+"
    rf"(?:a|an|my|our|the)\s+(?:[a-z-]+\s+){{0,3}}?{_PAPER}\s+and\s+)"
)

FRAMING = FramingPatterns(
    asking=(
        rf"(?:{_ADVERBS}(?:can|could|would|will|might)\s+(?:you|someone|somebody|anyone|anybody)\s+{_ADVERBS}{_ASK}"
        rf"|{_ADVERBS}(?:do|does|would)\s+(?:you|anyone|anybody|someone|somebody)\s+(?:happen\s+to\s+)?know"
        rf"|{_ADVERBS}(?:i|we)(?:\s+would|\s+should|['’]d)?\s+(?:be\s+)?(?:most\s+|very\s+|so\s+)?"
        r"(?:grateful|glad|pleased|thankful|happy|obliged|appreciate(?:\s+it)?)\s+(?:it\s+)?if\s+"
        rf"(?:you|someone|somebody)\s+(?:could|would|can|might)\s+{_ADVERBS}{_ASK}"
        rf"|{_WRITING}?{_ADVERBS}(?:(?:i|we)(?:\s+would|\s+should|['’]d)?\s+)?{_ADVERBS}(?:need|want|wish|like|love|have"
        rf"|(?:am|are)\s+trying)\s+{_ADVERBS}to\s+{_ADVERBS}{_LEARN}"
        rf"|{_ADVERBS}(?:i|we)(?:\s+(?:was|were|am|are)|['’](?:m|re))\s+{_ADVERBS}(?:wondering|asking|curious"
        rf"(?:\s+to\s+{_LEARN})?|interested\s+(?:to\s+{_LEARN}|in\s+knowing)|trying\s+to\s+{_LEARN}|(?:not\s+|un)sure)"
        rf"|{_ADVERBS}(?:i|we)\s+wonder(?:ed)?"
        rf"|(?:my|our)\s+(?:[\w-]+\s+){{1,4}}?(?:(?:is|are|was)\s+asking|asks|asked|wants?\s+to\s+{_LEARN}"
        rf"|needs?\s+to\s+{_LEARN}|would\s+like\s+to\s+{_LEARN}|wonders?){_ME}"
        rf"|{_ADVERBS}(?:please|kindly)\s+{_ADVERBS}{_ASK}|any\s+idea|remind\s+me)(?:\s*[:,–—-])?\s*{_FOLLOWING}"
    ),
    sources=(
        r"(?:according\s+to|based\s+on|going\s+by|from|in)\s+(?:the|these|those|your|our|all(?:\s+the)?)\s+"
        r"(?:documents|texts|files|papers|sources|materials?)(?:\s+(?:you\s+have|held|here|available|provided|at\s+hand))?"
        r",\s+"
    ),
    greetings=r"(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening|day)|greetings)\b",
    about_asker=(
        r"\b(?:(?:i|we)(?:['’](?:m|re|ve|ll|d)|\s+(?:am|are|was|were|have|had|need|want|hope|work|will|must|just|would))"
        r"|my|our|quick|urgent|today|tomorrow|tonight|brief(?:ing)?|talking\s+points|non-papers?)\b"
    ),
    words=frozenset(
        """
        a about afternoon again ahead all am ambassador an and are as ask asking at back background be been before
        board boss brief briefing briefs bureau busy by call capital chief class colleague colleagues committee
        conference day days deadline dear delegate delegation department desk director do doing draft drafting
        evening everyone file finalise finalising finish folks for friend friends from good greetings group have
        hello help here hey hi hope hour hours how hurry i i'd i'll i'm i've in intern is it join joined just last
        later looking madam me meeting memo mentioned minister minutes mission morning my need needs new next
        non-paper non-papers note notes now of office on one our paper papers point points policy prepare prepared
        preparing presentation presenting question questions quick quickly reading report reports research
        researching review reviewing room secretary session sir some soon speak speaking speech started statement
        supervisor talk talking team tell ten the there this time to today tomorrow tonight two unit up urgent
        urgently us visit want was we we'd we'll we're we've week well with work working write writing yesterday you
        your
        """.split()
    ),
    please=r"(?:please|pls|plz|thx|tx|asap)",
    thanks=(
        r"(?:(?:many|much|with|kind|best|warm)\s+)*(?:thanks?(?:\s+you)?|thx|tx|ty|cheers|regards|please|pls|plz|asap|urgent"
        r"|much\s+appreciated|as\s+soon\s+as\s+possible)(?:\s+(?:very|so|a|much|lot|again|indeed|you|in|advance|kindly"
        r"|for|your|help|time|and|best|kind|regards|all))*"
    ),
    asked_last=(
        rf"^(?P<matter>(?:(?!\b{ASKING}\b).){{3,}}?)[\s,:–—-]+"
        r"(?P<asking>(?:until|till|since|by|from) (?:when|what date|which year)"
        r"|how (?:many|much|often|long)|when|where|why)[\s?.!]*$"
    ),
    duty=(
        r"^\W*is it (?:a (?:duty|must)|an? (?:obligation|requirement)|compulsory|mandatory|obligatory|required)"
        r" (?:for|of) (?P<whom>.+?) to (?P<what>\w.+)$"
    ),
)

FOLLOWING = FollowingPatterns(
    opening=r"(?:(?:and|but|so|then|or)\b[\s,]*)?(?:(?:what|how) about|what of)\b|(?:and|but|so|then)\b,?",
    asking=(
        r"\b(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|should"
        r"|will|would|may|might|must|list|show|name|compare|summari[sz]e|explain|describe)\b"
    ),
    time=r"(?:in|during|since|before|after|by|until|for|as of) (?:\w+ )?(?:19|20)\d\d\b",
    place=r"(?:in|at|from|within|among|under|according to|across)\b",
    pronoun=r"\b(?:it|they|them|this|that(?=\W*$)|these|those)\b",
    possessive=r"\b(?:its|their)\b",
    pointing=r"\b(?:the|this|that|these|those|said)",
    empty=(
        r"\b(?:is|was|be|can|could|may|does|did)\s+it\s+"
        r"(?:possible|true|necessary|mandatory|important|said|the case|mean)\b"
    ),
    own="’s",
    theme=r"\b(?P<on>about|on|regarding|concerning)\s+(?P<theme>[^?!.]+)$",
    preposition=r"(?:of|to|from|for|by|with|against)\b",
    other_one=(
        r"\b(?:next|previous|last|first|second|third|other|same)(?: \w+)? ones?\b|\b(?:next|previous) one\b"
        r"|\b(?:next|last|previous|following) (?:year|month|week|day|session|meeting)\b"
        r"|\b(?:year|month|week|day|session|meeting) (?:after|before)\b"
    ),
    one=r"\b(?:does|did|do|is|was|has|will|would|can|could|should) one\b",
    case=r"^(?:if|when|once|whether|because|unless|while|although)\b",
    bare=(
        r"^(?:(?:by|since|until|till|from|to|for|with|in) )?"
        r"(?:when|where|why|how(?: (?:much|many|long|often))?|who(?:m|se)?)(?: exactly)?$"
    ),
    alone=(
        r"^(?:who|what|when|where|why|how) (?:is|are|was|were|do|does|did|has|have) "
        r"(?:he|she|it|they|this|that|these|those)(?: (?:say|said|do|done|mean|there|then))?$"
        r"|^(?:what about |how about )?(?:the )?(?:next|previous|last|first|second|third|other) ones?$"
    ),
    person=r"\b(?:he|she|him|her|his|hers)\b",
    voted=r"\bvoted (?:against|for|in favou?r(?: of)?)\b|\babstained(?: on)?\b",
    votes=(
        (r"^(?:(?:who )?voted )?(?:against|no)$", "voted against"),
        (r"^(?:(?:who )?voted )?(?:for|in favou?r|yes)(?: of it)?$", "voted in favour of"),
        (r"^(?:who )?(?:abstain\w*|abstentions?)$", "abstained on"),
    ),
)

_DOCUMENT = (
    r"(?:reports?|documents?|resolutions?|decisions?|plans?|notes?|papers?|texts?|reviews?|circulars?|guidelines|stud(?:y|ies)"
    r"|letters?|summary|guide|strategy|budget|proposal|annex|(?-i:[A-Z]{1,6}[\w.]*(?:/[\w.-]+)+)(?: \(\d{4}\))?"
    r"|resolution \d[\w/]*(?: \(\d{4}\))?)"
)
_ABOUT = r"(?:about|on|regarding|concerning)"
_OF_DOCUMENT = rf"(?:[\w’'/.-]+ ){{0,8}}?{_DOCUMENT}(?: (?:of|by|from|for|on|about|to) (?:[\w’'-]+ ){{0,6}}?[\w’'-]+)?"
_MATTER = r"(?!(?:who|what|when|where|why|how|which|whether)\b)[^?]+?"
SAID_ABOUT = (
    rf"^\W*what (?:does|do) {_OF_DOCUMENT} (?:say|tell us|contain|have to say)(?: anything)? {_ABOUT} "
    rf"(?P<matter>{_MATTER})\W*$"
    rf"|^\W*(?:(?:is|was) there |do (?:we|you) have |does it have )?(?:anything|something)(?: said| new)? {_ABOUT} "
    rf"(?P<thing>{_MATTER})(?: in {_OF_DOCUMENT})?\W*$"
    rf"|^\W*what(?:['’]s| is) (?:the latest|new|the news|said|there) {_ABOUT} "
    rf"(?P<news>{_MATTER})(?: in {_OF_DOCUMENT})?\W*$"
)
"""A question for what a document says about a `matter`, for any `thing` or `news` on one; case does not matter."""

SUBJECT = (
    r"\b(?:on|about|regarding|concerning|under)\s+(?:the\s+)?(?P<subject>[\w’'-]+(?:\s+(?!(?:at|in|by|from|during|for"
    r"|to|with|and|or|is|are|was|were|does|do|did|has|have|as|according)\b)[\w’'-]+)+)"
)
"""What a question is on, in the group `subject`, read without regard to case: `what was agreed on decent work`."""
