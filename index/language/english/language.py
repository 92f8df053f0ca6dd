"""English, as United Nations documents print it.

Of other languages it has what English readers meet in a corpus of several: the names of annexes and the words between
the entries of a list, which mean nothing else in English.
"""

from index.language.base import CaptionWords, Language, MastheadWords, PartWords, ResolutionWords, SpeakerWords
from index.language.english.checks import CHECKS
from index.language.english.intents import INTENTS
from index.language.english.questions import QUESTIONS
from index.language.english.references import DRAFTS, REFERENCES
from index.language.english.words import MONTHS, NUMBERS, ORDINALS

ENGLISH = Language(
    code="en",
    months=MONTHS,
    questions=QUESTIONS,
    references=REFERENCES,
    checks=CHECKS,
    drafts=DRAFTS,
    intents=INTENTS,
    numbers=NUMBERS,
    ordinals=ORDINALS,
    joining=("and", "or", "and/or", "et", "ou", "y", "o"),
    hanging=("and", "or", "to", "nor", "et", "ou", "y", "o", "und", "oder"),
    first_headings=(
        "introduction", "background", "summary", "executive summary", "overview", "foreword", "preface", "preamble",
        "note",
    ),
    agenda="agenda",
    contents=("contents", "summary of contents", "table of contents"),
    contents_columns=("page", "pages", "chapter", "paragraphs", "decision", "resolution"),
    letters=("I have the honour", "On instructions", "Upon instructions"),
    signed=("(Signed)", "(signed)"),
    parts=PartWords(
        draft="Draft",
        annexes=("Annex", "Annexe", "Anexo"),
        appendices=("Appendix",),
        enclosures=("Enclosure", "Attachment"),
        texts=("Resolution", "Decision"),
        guidelines=("Guideline", "Principle"),
        conclusions=("Conclusion",),
        provisions=("Article",),
        instruments=(
            "Optional Protocol", "Additional Protocol", "Protocol", "Agreement", "Convention", "Treaty", "Statute",
            "Charter",
        ),
        rules=("Rule", "Regulation"),
        recommendations=("Recommendation",),
        commentaries=("Commentary", "General commentary"),
        letters=("letter", "letters", "identical letters", "note verbale", "notes verbales"),
        parts=("Part",),
        comments=("General comment", "General recommendation"),
        chapters=("Chapter",),
        notes=("Note",),
        sections=("Section",),
        items=("Item",),
    ),
    resolutions=ResolutionWords(
        article="The ",
        linking=(
            "of", "the", "and", "serving", "as", "meeting", "to", "for", "on", "in", "at", "its", "with", "against",
            "this", "present",
        ),
        participle_endings=("ing", "ed"),
        participles=(
            "mindful", "aware", "conscious", "cognizant", "desirous", "hopeful", "pursuant", "taken", "driven",
        ),
        adverb_ending="ly",
        adverbs=("also", "further", "once", "again"),
    ),
    speakers=SpeakerWords(
        article="The",
        titles=(
            "Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Sir", "Dame", "Lord", "Lady", "Baroness", "Prince", "Princess",
            "King", "Queen", "Sheikh", "Archbishop", "Bishop", "Monsignor", "Cardinal", "Judge", "Justice", "General",
            "Father", "Reverend", "Nana", "Chief",
        ),
        offices=(
            "President", "Vice-President", "Chair", "Chairman", "Chairwoman", "Chairperson", "Vice-Chair", "Co-Chair",
            "Secretary-General", "Deputy Secretary-General", "Secretary", "Rapporteur", "Moderator", "Facilitator",
        ),
        begun=("called to order at", "resumed at", "began at"),
        ended=("suspended at", "adjourned at", "rose at"),
    ),
    captions=CaptionWords(
        tables=("Table", "TABLE"),
        figures=("Figure", "FIGURE", "Chart", "Graph", "Map", "Diagram"),
        boxes=("Box", "BOX"),
        notes=("Source:", "Sources:", "Note:", "Notes:", "Abbreviation:", "Abbreviations:"),
        continued=("continued", "concluded", "cont.", "cont'd", "cont’d", "cont’d.", "contd.", "contd", "end"),
    ),
    masthead=MastheadWords(
        organs=(
            "Conference", "Assembly", "Council", "Committee", "Commission", "Group", "Forum", "Tribunal", "Court",
            "Board", "Division", "Meeting of the Parties", "Meeting of the States", "political forum",
        ),
        not_organs=(
            "report", "note", "resolution", "decision", "draft", "outcome", "letters?", "adopted", "records",
            "pursuant", "convened", "auspices", "items?", "follow-up", "concerning", "statement", "observations",
            "views", "comment", "elections?", "appointments?",
        ),
        submitted=("submitted", "pursuant", "in accordance with", "in conformity with"),
        subject=("Subject", "Re"),
        not_in_organs=("on the",),
        papers=(
            "Note", "Report", "Letter", "Memorandum", "Summary", "Background document", "Working document",
            "Conference room document", "Background paper", "Working paper", "Conference room paper", "Document",
            "Paper", "document", "paper", "Progress report",
        ),
        issued=("prepared", "submitted", "issued"),
        authored=("by", "of", "from"),
        authors=(
            "Secretary-General", "Secretariat", "Rapporteur", "Special Rapporteur", "Independent Expert", "President",
            "Chair", "Director", "Executive Director", "Director-General", "Executive Secretary", "Administrator",
            "High Commissioner", "Inspector", "Bureau",
        ),
        sub_titles=("Rapporteur", "Addendum", "Corrigendum", "Annex"),
        sessions=("session", "meeting", "year"),
        agendas=("provisional", "preliminary list", "agenda"),
        held=("Held at", "Held in", "held at", "held in"),
        adopted=("adopted by",),
        adopted_on=r"(?:adopted on|date of adoption(?: of (?:the )?\w+)?:)",
        judgments=("Judgment No", "Judgement No"),
        distribution="Distr.",
        labels=(
            "United Nations", "English", "Contents", "Page", "Official Records", "CONTENTS",
            "World Health Organization", "Food and Agriculture Organization of the United Nations",
            "United Nations Educational, Scientific and Cultural Organization", "International Labour Organization",
        ),
        original=("Original", "ORIGINAL"),
        languages=(
            ("en", ("english", "french", "spanish", "russian", "arabic", "chinese")),
            ("fr", ("anglais", "français", "espagnol", "russe", "arabe", "chinois")),
            ("es", ("inglés", "francés", "español", "ruso", "árabe", "chino")),
            ("ru", ("английский", "французский", "испанский", "русский", "арабский", "китайский")),
        ),
    ),
)  # fmt: skip
