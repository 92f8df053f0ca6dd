"""How English texts name places: paragraphs, parts, pages, resolutions and documents; and how drafts lead to them."""

from index.language.patterns import ReferencePatterns
from index.language.sayings import DraftPatterns

REFERENCES = ReferencePatterns(
    paragraph=r"(?:paragraph|para\.?|par\.?|§|¶)",
    paragraphs=r"(?:paragraphs|paras\.?|pars\.?|§{2,4}|¶{2,4})",
    sub_item=r"(?:sub-?(?:paragraphs?|items?)|subparas?\.?|items?|points?|letters?)",
    number=r"(?:nos?\.?|numbers?|#)?",
    unnumbered="unnumbered",
    operative=r"(?:operative|op\.)",
    preambular=r"(?:preambular|preambulatory|preamble)",
    operative_short=r"OP|(?<!-)op\.?",
    preambular_short="PP",
    points=r"(?:points?|clauses?)",
    of=r"(?:of|in|from|under)",
    to="to",
    conjunction=r"(?:and|or)",
    through=r"(?:to|through)",
    numbered_after=tuple(
        (
            "of in from to and or on about under with versus vs as both is are do does say says mean means tell "
            "tells read reads differ compare mention concern address deal refer cover the that which"
        ).split()
    ),
    filler=(
        r"(?:the|this|that|its|said|same|revised|draft|non-binding|general|assembly|security|council|conference|"
        r"provisional|report|document|resolution|decision|note|letter|\d{4})"
    ),
    own_documents=r"(?:report|note|paper|document|guidelines|draft|outcome|revision)",
    pages=r"(?:pages?|p\.|pp\.)",
    on="on",
    labelled=(
        ("recommendation", r"(?:recommendations?|recs?\.)"),
        ("table", "tables?"),
        ("figure", "(?:figures?|charts?)"),
        ("box", "box(?:es)?"),
    ),
    kinds=tuple(
        (
            "annex appendix enclosure attachment addendum supplement schedule part chapter chap. section sect. "
            "guideline principle recommendation"
        ).split()
    ),
    draft_kinds=tuple(
        ("guideline principle recommendation article rule conclusion resolution decision declaration").split()
    ),
    qualifiers=r"(?:draft|revised|non-binding|no\.?|number)",
    revised=r"(?:revised|non-binding)",
    asking=r"(?<!\bwhich )(?<!\bwhat )",
    annexed=r"(?:(?!(?:of|in|the|to|from|under|and|an?)\b)[a-z-]+\s+){0,3}annexed",
    commentary=r"commentar(?:y|ies)(?=\s+(?:to|on)\s+(?:draft\s+)?(?:articles?|conclusions?|guidelines?|principles?)\b)",
    sections=(
        ("section", r"(?:sub-?)?sections?|sects?\.?"),
        ("chapter", r"chapters?|chaps?\.?"),
        ("part", r"(?-i:[Pp]arts?(?=\s+(?:[IVXLC]+|[A-Z]|\d)\b))"),
    ),
    subsection=r"(?:sub-?section|sect\.)",
    not_of_a_section=r"(?!\s+(?:of|in|under)\s+(?:the\s+)?(?:\w+\s+)?(?:sect|chap|part\b|item|head|agenda))",
    agenda=r"(?:agenda\s+)?items?",
    footnotes=r"(?:foot-?\s?notes?|f(?:oo)?t?n\.?)",
    organs=(
        ("General Assembly", r"(?:UN )?General Assembly|(?-i:UNGA|GA)|(?-i:Assembly)", "A/RES/", "A/DEC/"),
        ("Security Council", r"(?:UN )?Security Council|(?-i:UNSC|SC)", "S/RES/", ""),
        ("Human Rights Council", r"Human Rights Council|(?-i:UNHRC|HRC)", "A/HRC/RES/", "A/HRC/DEC/"),
        ("Economic and Social Council", r"Economic and Social Council|(?-i:ECOSOC)", "E/RES/", "E/DEC/"),
    ),
    other_organs=r"(?:Conference|Council|Commission|Committee|COSP|COP|CMA|CMP|Board)",
    resolution=r"(?:resolutions?|res\.)",
    decision=r"decisions?",
    provisions=r"(?:articles?|arts?\.?|rules?|regulations?)",
    instruments=r"(?-i:Convention|Protocol|Covenant|Charter|Treaty|Statute|Declaration|Directive|Agreement|Act)",
    instruments_before=r"(?:(?:United Nations|UN|Council of Europe|political|same|said|(?-i:[A-Z][\w’-]+))\s+)",
    instruments_after=r"(?:\s+(?:against|on|for)\s+(?:the\s+)?(?-i:[A-Z][\w’-]+)(?:\s+(?-i:[A-Z][\w’-]+))*)?",
    instruments_said=(
        r"(?:convention|protocol|covenant|charter|treaty|statute|declaration|resolution|decision|article|directive)"
    ),
    short_instruments=r"(?-i:UNCAC|UNTOC|CEDAW|CERD|CRC|CRPD|ICCPR|ICESCR|UNCLOS)",
    said=r"(?:the|that|this|said|same)",
    declaring=r"(?:the|this|that)\s+(?:[\w’-]+\s+){0,3}(?:declaration|resolution|decision)",
    ibid=r"ibid\.?+",
    own_text=r"above|below|of (?:the present|this) (?:report|document|note|letter|resolution|decision|annex)",
    several_texts="resolutions|decisions",
)

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
