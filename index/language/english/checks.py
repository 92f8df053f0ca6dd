"""What of an English question must be found again in the passages that answer it, dates and deadlines among it."""

from index.language.english.countries import COUNTRIES, NOT_COUNTRIES
from index.language.english.words import MONTHS
from index.language.patterns import AuditPatterns, CheckPatterns
from index.language.sayings import DatingPatterns, DeadlinePatterns, ForcePatterns

_EVENTS = r"sessions?|meetings?|conferences?|rounds?|cycles?|anniversary"

CHECKS = CheckPatterns(
    countries=COUNTRIES,
    not_countries=NOT_COUNTRIES,
    tens=tuple("twenty thirty forty fifty sixty seventy eighty ninety".split()),
    ordinal_tens=tuple("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()),
    ordinal_teens=tuple("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()),
    magnitudes=(("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)),
    events=_EVENTS,
    numbered=rf"{_EVENTS}|reports?|assessments?|reviews?|congress|plenary|committee",
    bounds=(
        r"(?:after|before|since|until|till|prior to|from|between|past|beyond|post-?|pre-?|"
        r"(?:from|between) (?:19|20)\d\d (?:to|and|until)|(?:19|20)\d\d\s?[–-])"
    ),
    titles=(
        r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|President|Vice-President|Prime Minister|Minister|Ambassador|Judge|"
        r"Justice|Professor|General|Secretary-General|Special Rapporteur|Senator|Chancellor|King|Queen|Pope)\.?"
    ),
    particles=(
        r"(?:de|van|von|bin|al|el|da|dos|du|des|del|di|la|le|las|los|es|ibn|abu|ul|ben)(?: (?:la|las|los|der|den))?"
    ),
    generic_names=frozenset(
        f"""
        United Nations UN General Assembly Security Council Economic Social Member Members State States Party Parties
        Secretary-General Secretariat Charter Convention Protocol Covenant Treaty Agreement Declaration Resolution
        Decision Report Annex Article Chapter Section Paragraph Guideline Guidelines Conference Committee Commission
        Working Group Government Governments Human Rights Office World International National Republic Organization
        Sustainable Development Goal Goals Agenda Special Rapporteur President Minister Chair Council Assembly Board
        Forum Fund Programme Panel Mission Court Tribunal Bureau
        {" ".join(MONTHS)}
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        """.split()
    ),
    regions=frozenset(
        """
        Africa African Africans Asia Asian Asians Europe European Europeans America American Americans Americas Arab
        Arabs Latin Caribbean Pacific Atlantic East West North South Eastern Western Northern Southern Central Middle
        """.split()
    ),
    generic_acronyms=frozenset("UN GA SC UNGA UNSC SG SDG SDGs US UK EU ID FAQ PDF OK AM PM TV IT NGO NGOs".split()),
    small_words=frozenset("a an and as at by for from in of on or the to with".split()),
    prefix="un",
    # Abbreviations of the United Nations that its documents, which spell names out, seldom print (UNTERM).
    short_forms=(
        ("ECOSOC", "Economic and Social Council"),
        ("GA", "General Assembly"),
        ("UNGASS", "special session of the General Assembly"),
        ("SC", "Security Council"),
        ("SCR", "resolution"),
        ("UNSCR", "resolution"),
        ("HRC", "Human Rights Council"),
        ("UNHRC", "Human Rights Council"),
        ("OHCHR", "High Commissioner for Human Rights"),
        ("UNHCR", "High Commissioner for Refugees"),
        ("UPR", "Universal Periodic Review"),
        ("UDHR", "Universal Declaration of Human Rights"),
        ("ICCPR", "Covenant on Civil and Political Rights"),
        ("ICESCR", "Covenant on Economic, Social and Cultural Rights"),
        ("CEDAW", "Discrimination against Women"),
        ("CERD", "Racial Discrimination"),
        ("CRC", "Rights of the Child"),
        ("CRPD", "Rights of Persons with Disabilities"),
        ("CAT", "Convention against Torture"),
        ("UNDRIP", "Rights of Indigenous Peoples"),
        ("UNCLOS", "Law of the Sea"),
        ("UNCAC", "Convention against Corruption"),
        ("UNTOC", "Transnational Organized Crime"),
        ("UNODC", "Office on Drugs and Crime"),
        ("UNFCCC", "Framework Convention on Climate Change"),
        ("COP", "Conference of the Parties"),
        ("COSP", "Conference of the States Parties"),
        ("IPCC", "Intergovernmental Panel on Climate Change"),
        ("NDC", "nationally determined contribution"),
        ("CO2", "carbon dioxide"),
        ("GHG", "greenhouse gas"),
        ("ODA", "official development assistance"),
        ("DRR", "disaster risk reduction"),
        ("IDP", "internally displaced"),
        ("WHO", "World Health Organization"),
        ("ICC", "International Criminal Court"),
        ("ICJ", "International Court of Justice"),
        ("ITLOS", "International Tribunal for the Law of the Sea"),
        ("ILC", "International Law Commission"),
        ("AU", "African Union"),
        ("EU", "European Union"),
        ("AfCFTA", "African Continental Free Trade Area"),
        ("NAM", "Non-Aligned"),
        ("SIDS", "small island developing States"),
        ("LDC", "least developed countries"),
        ("VNR", "voluntary national review"),
        ("HLPF", "high-level political forum"),
        ("TB", "tuberculosis"),
        ("USD", "$"),
    ),
    languages=(
        r"\b(?:in|into|from)\s+(?:French|Spanish|Russian|Chinese|Portuguese|German|Italian|Japanese|Dutch|Polish|Greek)\b"
        r"(?!\s+[A-Za-z])"
    ),
)

_DEEDS = (
    r"(?:adopt(?:ed|s|ion)?|sign(?:ed|ing|ature)?|conclu(?:ded|sion)|agreed|approv(?:ed|al)|proclaimed|enact(?:ed|ment)"
    r"|passed|done|opened(?: for signature)?|endors(?:ed|ement)|drawn up|dated)",
    r"(?:c[ao]m(?:e|ing) into (?:force|effect)|ent(?:er(?:ed|s|ing)?|ry) into (?:force|effect)|t(?:ook|ake) effect)",
    r"(?:ratif(?:ied|y|ication))",
)
_WHEN = r"(?:when|(?:on |in |since )?(?:what|which) (?:date|day|month|year))"
DATING = DatingPatterns(
    asked=(
        r"\b(?:date|year) of (?P<deed>adoption|signature|conclusion|entry into force|ratification) of (?P<name>.+)$",
        r"\b(?:date|year) of (?P<name>.+)$",
        rf"\b{_WHEN} (?:was|were|did|is|has) (?P<name>.+?) (?:been |first |finally |formally |initially |get )*"
        rf"(?P<deed>{'|'.join(_DEEDS)})\W*$",
    ),
    instruments=(
        r"(?:Agreement|Convention|Covenant|Protocol|Treaty|Statute|Charter|Declaration|Compact|Framework|Act|Accords?|Pact"
        r"|Constitution|Law|Directive|Regulations?|Programme of Action|Plan of Action|Agenda|Consensus|Amendment)"
    ),
    small=r"(?:of|on|the|for|and|in|to|against|by|with|from|relating|concerning|between)",
    deeds=_DEEDS,
    on=r"(?:on|in|at|by|from|as of|since)",
    of=r"(?:of|dated)",
    be=r"(?:(?:which|that) )?(?:was|were|is|has been|had been)",
)

_BY = (
    r"(?:by|before|no later than|not later than|at the latest(?: by| on)?|until|on or before|prior to|in time for)"
    r"(?: (?:the end of|end|early|late|mid-))?"
)
_ORDINAL_SESSION = (
    r"(?:[\w-]+ )?(?:[\w-]+(?:st|nd|rd|th)|next|first|second|third)(?: (?:regular|annual|substantive))? session"
)
_BIDS = (
    r"(?:shall|should|must|(?:is|are|was|were) (?:to|requested|invited|asked|due|required)|request(?:s|ed)?|invites?"
    r"|urges?|decide[sd]|calls? (?:up)?on|appreciate|welcome|require[sd]?|asks|encourages?|deadline|directs?)"
)
_DELIVERS = (
    r"(?:submit(?:s|ted|ting)?|submissions?|(?:to|shall|should|must|also) report|reporting|provid(?:e|ed|ing)"
    r"|transmit(?:ted)?|present(?:ed)?|receiv(?:e|ed|ing)|reach|sen[dt]|communicat(?:e|ed)|inform|respon[ds]e?|repl(?:y|ies)"
    r"|nominat(?:e|ed|ions?)|register(?:ed)?|registrations?|update|conduct|prepare|complete|circulate[sd]?)"
)
_LIMIT = (
    rf"(?:{_BY}\s?(?:\d{{1,2}} )?(?:(?:{'|'.join(MONTHS)}) )?20\d\d\b"
    r"|within (?:\w+ )?(?:\(?\d+\)? )?(?:days|weeks|months)\b"
    rf"|(?:at|to|by|for|before) (?:its|the|their) {_ORDINAL_SESSION}\b)"
)
DEADLINES = DeadlinePatterns(
    asked=(
        r"\bby (?:when|what date|which date|what year|which year)\b|\b(?:deadlines?|time limits?|due date|closing date"
        r"|cut-?off date|last (?:day|date))\b|\b(?:when|what date)\b.+\bdue\b"
        r"|\bwhen (?:must|should|shall|do|does|are|is|has|have)\b.+"
        r"\b(?:submit(?:ted)?|sent|send|respond|reply|report back)\b"
    ),
    words=frozenset(
        "a an and any are at back be been before by can closing comply cut cutoff date day deadline deadlines "
        "deliver do does done due end expected file for from give given had hand handed has have if in is it its "
        "last latest limit limits made make must need needs of off on or our out present presented provide provided "
        "receive received reply respond return send sent set shall should submit submitted supposed take that the "
        "their them there they this time to transmit until up was we what when which will with would year you "
        "your".split()
    ),
    alike=(
        frozenset(
            "comment comments view views observation observations input inputs contribution contributions information "
            "submission submissions reply replies response responses feedback".split()
        ),
        frozenset("government governments state states country countries member members party parties".split()),
        frozenset("nomination nominations candidature candidatures candidate candidates nominate nominated".split()),
        frozenset("registration registrations register registered".split()),
        frozenset("report reports reporting update updates inform account".split()),
    ),
    limit=(
        rf"^(?!(?:should|if|where)\b)(?:.*?\b{_BIDS}\b.*?\b{_DELIVERS}\b(?:\W+[\w’'-]+){{0,30}}?\W+{_LIMIT}"
        rf"|.*?\b{_BIDS}\b.*?{_LIMIT}(?:\W+[\w’'-]+){{0,6}}?\W+{_DELIVERS}\b)"
    ),
)

BESIDES = (
    r"\b(?i:in addition to|other than|rather than|apart from|aside from|besides|except(?: for)?|excluding)\s+"
    r"(?:the\s+)?[A-Z][\w./’'-]*(?:(?:\s+|,\s+|,?\s+(?:and|or)\s+)(?:of\s+)?(?:the\s+)?[A-Z][\w./’'-]*)*"
)
"""What a question leaves out, by name: `apart from Peru and Chile`."""

TITLE_ASKED = (
    r"^\W*who (?:is|was|are|were) (?:the )?(?:(?:current|present|incumbent|new|latest) )?"
    r"(?P<title>[\w’'-]+(?: [\w’'-]+){1,11})\W*$"
)
"""What asks who bears a `title`."""

YES_NO = r"^\W*(?:did|do|does|has|have|had|is|are|was|were|can|could|may|might|will|would|must|shall|should)\b"
"""How a question begins that yes or no answers."""
TOLD_DEEDS = {
    r"accept(?:s|ed)?": r"accept|agree|approv|consent|endors|sign",
    r"authori[sz](?:e[sd]?|ing)": r"authori[sz]|permit|allow|empower|mandat|all necessary",
    r"lift(?:s|ed)?|revoke[sd]?": r"lift|terminat|end|expir|remov|delist|revok|suspen|renew|exten",
    r"ratif(?:y|ies|ied)|accede[sd]?": r"ratif|acced|accession|accept|part(?:y|ies) to",
    r"refuse[sd]?|decline[sd]?|opt out": r"refus|declin|den(?:y|ie)|reject|withh[eo]ld|object|opt|oblig|free to",
    r"withdr[ae]wn?": r"withdr[ae]w|le(?:ave|ft)\b|pull",
}
"""What asks for a deed, and the beginnings of words one of which tells of it where a text does."""

_WANTING = (
    r"(?:appeal|ask|authori[sz]|call|commit|decid|demand|encourag|expect|instruct|invit"
    r"|(?<!the )(?<!its )mandat|order|plan|pledg|promis|propos|recommend|remind|request|requir|schedul|suggest"
    r"|suppos|urg|want)"
)
FORCE = ForcePatterns(
    asks_duty=(
        r"^\W*(?:must|shall)\b|^\W*(?:do|does|did|is|are|was|were|has|have)\b.{1,80}?\b(?:(?:ha(?:ve|s)|need) to"
        r"|oblig(?:ed?|es|ated|atory)|bound to|compelled|compulsory|mandatory|required to"
        r"|an? (?:duty|obligation|requirement))\b"
    ),
    asks_deed=rf"^\W*(?:did|has|have|had|was|were)\b(?!.*\b(?:{_WANTING}|or\b))",
    duty=(
        r"\b(?:shall|must|oblig\w+|mandatory|compulsory|(?:non-)?binding|no need|without (?:the |any )?need to"
        # Not `requires a treaty basis` nor `if necessary`: what a thing needs is nobody's duty.
        r"|necessary (?:to|that)|requir(?:es?|ed|ing)(?=(?: [\w’'-]+){0,5} to\b| that\b)"
        r"|requirements?(?= (?:to|that|under)\b)"
        r"|(?:is|are|was|were|be|been|not|being) requir(?:ed|ing)"
        r"|need(?:s|ed)? (?:not|to)|dut(?:y|ies)|bound|demand(?:s|ed)?|may not|prohibit\w*|not (?:permitted|allowed)"
        r"|voluntary|optional|exempt\w*|ha(?:ve|s|d) to|free to|decides? that)\b"
    ),
    needs=r"\b(?:requir|necessar|need)",
    advice=(
        r"\b(?:should|encourag\w+|urg(?:e[sd]?|ing)|invit(?:e[sd]?|ing)|call(?:s|ed)? (?:up)?on|recommend\w*"
        r"|appeal(?:s|ed)?|may wish|could|suggest\w*|welcom\w+)\b"
    ),
    wanted=(
        r"\b(?:should|shall|must|may (?:also )?wish|will|would|to be|hop(?:e[sd]?|ing)|look(?:s|ed)? forward"
        r"|(?:expect|intend)(?:s|ed)? to|plan(?:s|ned)? to|demands?|calls? (?:up)?on|urges?|requests?|invites?"
        r"|encourages?|recommends?|proposes?|commit to)\b"
    ),
    # What an organ decides to do, it does by deciding.
    past=r"\b(?:has|have|had|was|were|decides to)\b",
    asks_said=r"\b(?:support|back|approve|agree|endorse|recommend|oppose|object|concur|favour)(?:s|d|ed)?\b",
    said=(
        r"\b(?:recommends (?:against|that|the|approval)|does not recommend|supports|endorses|agrees|concurs|opposes"
        r"|objects|has no objection|is (?:not )?(?:convinced|of the view)|approves|favours)\b"
    ),
)

_RESPONDING = (
    r"(?:(?:respon[ds]|repl[iy]|react|answer|accept|reject|agree|disagree|concur|refus|declin)\w*"
    r"|comment(?:s|ed)?|objec\w+|turned? down)"
)
_ACCEPTED = (
    r"(?:(?:did|does|do|had|has) not (?:\w+ )?)?(?:partially |partly |fully |generally |in principle )?"
    r"(?:accept(?:s|ed)?|(?:dis)?agree[sd]?|concur(?:s|red)?|reject(?:s|ed)?|decline[sd]?|support(?:s|ed)?)"
)

AUDITS = AuditPatterns(
    asked=rf"\b{_RESPONDING}\b",
    of_audited=r"\b(?:recommend\w*|management|administration|board|auditors?|audit|oios|jiu)\b",
    words=frozenset(
        "a about accept accepted administration agency agree agreed all and answer answered any are as audit auditor "
        "auditors been board by comment commented comments concerning concur convince decline declined did disagree "
        "disagreed do does for from give given had has have how in is it its made make management no not number object "
        "objected oios on or our partially partly please react reacted reaction recommend recommendation "
        "recommendations recommended refuse refused regarding regards reject rejected relating reply replied respect "
        "respond responded response responses s say secretariat t tell that the their them this to turn turned under "
        "was were what whether which why with".split()
    ),
    recommends=r"\brecommend(?:s|ed|ation)?\b|\bshould\b",
    responds=(
        r"^(?:[A-Z][^.;]{0,80}, )?(?:[Tt]he )?[A-Z][\w&-]*(?: [\w&,-]+){0,9}? "
        rf"(?:(?:stated|noted|replied|responded|commented) that it (?:could not )?)?{_ACCEPTED} (?:with )?"
        r"(?:(?:the|this|both|these|all|most of|part of|audit)\b[^.;]{0,40}\brecommendations?\b"
        r"|recommendations? [\dA-Z(])"
    ),
    insists=(
        r"^(?:the )?[\w -]{2,60}? (?:maintain(?:s|ed)?|reiterate[sd]?|reaffirm(?:s|ed)?|stands by)"
        r" (?:its|their|the)\b[^.;]{0,40}\brecommendation"
    ),
)
