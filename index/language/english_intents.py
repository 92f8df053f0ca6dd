"""How English questions say what they want, a summary or what changed, and what stands around that: `please advise`."""

from index.language.base import IntentPatterns
from index.language.english_questions import ASKING
from index.language.sayings import FollowingPatterns, RequestPatterns

_PLEASE = r"^\W*(?:(?:please|can you|could you|would you|i (?:need|want|would like)|kindly)[\s,]+)*"
_GIST = r"(?:summary|overview|outline|synopsis|gist|abstract|run-?down)"
_SUM_UP = r"(?:summari[sz]e|sum up|recap|outline)"
_A_GIST_OF = (
    r"(?:(?:give|show|provide|write|prepare|make)(?: me| us)? )?(?:an? |the )?"
    rf"(?:(?:short|brief|quick|general|concise) )?{_GIST} (?:of|on)"
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
        rf"|\bwhat (?:is|are|were) the (?:{_GIST}|(?:main|key) (?:points?|messages?|contents?)) of\b"
        r"|\bin a nutshell\b"
        r"|^\W*what (?:does|do|did) .{1,200} (?:say|tell us|cover|contain|deal with)\W*$"
    ),
    summary_words=frozenset(
        (
            "summarize summarise sum up recap outline overview summary synopsis gist abstract rundown run down short "
            "brief quick briefly general concise write prepare make provide all main key point points message messages "
            "nutshell mainly kindly like whole it one page few words sentences"
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

_GREETING = (
    r"(?:(?:hello|hi|dear (?:\w+ ?){1,3}|good (?:morning|afternoon|evening|day)|greetings|excuse me|sorry|thank you"
    r"|thanks)"
    r"[\s,.!:;-]+)"
)
_YOU = r"(?:you|i|we|someone|somebody|anyone)"
_KINDLY = r"(?:please|kindly|possibly|perhaps|also|quickly|just|be so kind as to|be able to|help me)"
_TELL = (
    r"(?:(?:advise|tell|inform|clarify|explain|confirm|indicate|specify|remind|share|check|know|learn|ask|understand"
    r"|see|find out|let (?:me|us) know|help (?:me|us) (?:understand|find out))"
    r"(?: (?:me|us|with (?:me|us)|my delegation|our delegation))?(?:,? please)?(?: (?:of|about|on|as to))?)"
)
# What is asked after it must be a question of its own: of `can you explain what a network is` a definition is wanted.
_COURTESIES = (
    rf"^\W*{_GREETING}*(?:"
    rf"(?:(?:could|can|would|will|may|might) {_YOU} (?:{_KINDLY},? )*{_TELL},? "
    rf"|(?:please|kindly),? (?:{_KINDLY} )*(?:{_TELL},? )?)"
    rf"|{_YOU}(?: would|['’]d)? (?:also |just |really )?(?:like|love|want|need|wish|have) to {_TELL},? "
    rf"|{_YOU} (?:would |should )?(?:be (?:\w+ )?grateful|appreciate it|be obliged) if {_YOU} (?:could|would) "
    rf"(?:{_KINDLY} )*{_TELL},? "
    rf"|(?:i am|i['’]m|we are|we['’]re) (?:preparing|writing|drafting|working on) [^?]{{1,60}}? and "
    rf"(?:would like|need|want|wish) to {_TELL},? "
    rf"|i(?: was| am|['’]m) (?:just )?wondering,? |do {_YOU} (?:happen to )?know |any idea (?:of |about )?"
    rf"|for (?:a|an|my|our|the|this) (?:[\w-]+ ){{0,3}}?(?:note|brief(?:ing)?|statement|speech|report|memo|points"
    rf"|paper)[,:] (?:please )?)"
    rf"(?={ASKING}\b)(?!(?:what|who)\s[^?]{{1,60}}\s(?:is|are|was|were|means?|do|does)\W*$)"
)

REQUESTS = RequestPatterns(
    courtesies=_COURTESIES,
    thanks=(
        r"[\s,;.?!]*\b(?:please|kindly|(?:many |with )?thanks?(?: you)?(?: (?:so|very) much)?(?: in advance)?"
        r"|(?:best|kind|warm) regards)[\s.!?]*$"
    ),
    asked_last=(
        rf"^(?P<matter>(?:(?!\b{ASKING}\b).){{3,}}?)[\s,:–—-]+"
        r"(?P<asking>(?:until|till|since|by|from) (?:when|what date|which year)"
        r"|how (?:many|much|often|long)|when|where|why)[\s?.!]*$"
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
)

SUBJECT = (
    r"\b(?:on|about|regarding|concerning|under)\s+(?:the\s+)?(?P<subject>[\w’'-]+(?:\s+(?!(?:at|in|by|from|during|for"
    r"|to|with|and|or|is|are|was|were|does|do|did|has|have|as|according)\b)[\w’'-]+)+)"
)
"""What a question is on, in the group `subject`, read without regard to case: `what was agreed on decent work`."""
