"""How English drafts lead to what they cite and quote."""

from index.language.sayings import DraftPatterns

_SEE = r"(?:see(?:\s+also)?|cf\.?|compare|as\s+(?:stated|set\s+out|contained|noted)\s+in)"

DRAFTS = DraftPatterns(
    before_titles=(
        r"\b(?:(?:sub-?|re|en)?titled|called|named|termed|dubbed|known\s+as|referred\s+to\s+as|so-called|labelled|"
        r"the\s+(?:overall\s+|general\s+|main\s+)?(?:theme|title|topic|heading|headings|slogan|motto|term|terms|phrase|"
        r"word|words|expression|concept|project|programme|campaign|initiative|publication|study|handbook|manual|"
        r"guide|tool|course|event|panel|session|item|items|column|label|acronym)(?:\s+of)?|"
        r"(?:agenda\s+)?(?:sub-?)?items?(?:\s+\d+)?(?:\s*\([a-z]\))?,?|"
        r"on\s+the\s+(?:theme|topic|subject)(?:\s+of)?|under\s+the\s+(?:heading|title|theme)(?:\s+of)?)"
    ),
    of_named=r",?\s+(?:of|in|from|to)\s+(?:the|its|that|this|his|her|their|a)\b",
    naming=r"[\w\s,’'–-]{0,120}?",
    see=_SEE,
    leading=r"in|according\s+to|as\s+(?:stated|noted|set\s+out|reported|described)\s+in|by|under|per",
    compare=r"see\s+also|cf\.?|compare",
)
