"""English, as United Nations documents print it.

Of other languages it has what English readers meet in a corpus of several: the names of annexes and the words between
the entries of a list, which mean nothing else in English.
"""

from index.language.base import Language, MastheadWords, PartWords

ENGLISH = Language(
    code="en",
    months=tuple(
        "January February March April May June July August September October November December".split()
    ),
    numbers=tuple("one two three four five six seven eight nine ten eleven twelve".split()),
    ordinals=tuple("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()),
    joining=("and", "or", "and/or", "et", "ou", "y", "o"),
    hanging=("and", "or", "to", "nor", "et", "ou", "y", "o", "und", "oder"),
    first_headings=("introduction", "background", "summary", "overview", "preamble"),
    parts=PartWords(
        annexes=("Annex", "Annexe", "Anexo"),
        appendices=("Appendix",),
        enclosures=("Enclosure", "Attachment"),
        texts=("Resolution", "Decision"),
        guidelines=("Guideline", "Principle"),
        conclusions=("Conclusion",),
        provisions=("Article", "Rule", "Regulation"),
        parts=("Part",),
        chapters=("Chapter",),
        items=("Item",),
    ),
    masthead=MastheadWords(
        organs=(
            "Conference", "Assembly", "Council", "Committee", "Commission", "Group", "Forum", "Tribunal", "Court",
            "Board", "Meeting of the Parties",
        ),
        not_organs=(
            "report", "note", "resolution", "decision", "draft", "outcome", "letter", "adopted", "records", "pursuant",
            "on the",
        ),
        papers=(
            "Note", "Report", "Letter", "Memorandum", "Summary", "Background document", "Working document",
            "Conference room document", "Background paper", "Working paper", "Conference room paper", "Document",
            "Paper", "document", "paper",
        ),
        issued=("prepared", "submitted", "issued"),
        authored=("by", "of", "from"),
        sub_titles=("Rapporteur", "Addendum", "Corrigendum", "Annex"),
        sessions=("session", "meeting", "year"),
        agendas=("provisional", "preliminary list", "agenda"),
        distribution="Distr.",
        labels=("United Nations", "English", "Contents", "Page"),
        original=("Original", "ORIGINAL"),
        languages=(
            ("en", ("english", "french", "spanish", "russian", "arabic", "chinese")),
            ("fr", ("anglais", "français", "espagnol", "russe", "arabe", "chinois")),
            ("es", ("inglés", "francés", "español", "ruso", "árabe", "chino")),
            ("ru", ("английский", "французский", "испанский", "русский", "арабский", "китайский")),
        ),
    ),
)  # fmt: skip
