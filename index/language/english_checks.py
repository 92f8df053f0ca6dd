"""What of an English question must be found again in the passages that answer it."""

from index.language.base import CheckPatterns
from index.language.english_countries import COUNTRIES, NOT_COUNTRIES

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
    generic_names=frozenset(
        """
        United Nations UN General Assembly Security Council Economic Social Member Members State States Party Parties
        Secretary-General Secretariat Charter Convention Protocol Covenant Treaty Agreement Declaration Resolution
        Decision Report Annex Article Chapter Section Paragraph Guideline Guidelines Conference Committee Commission
        Working Group Government Governments Human Rights Office World International National Republic Organization
        Sustainable Development Goal Goals Agenda Special Rapporteur President Minister Chair Council Assembly Board
        Forum Fund Programme Panel Mission Court Tribunal Bureau
        January February March April May June July August September October November December
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        Africa African Asia Asian Europe European America American Americas Arab Latin Caribbean Pacific Atlantic
        East West North South Eastern Western Northern Southern Central Middle
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
