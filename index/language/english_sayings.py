"""How English texts give short forms of names, define their terms, and say whose words they report."""

from index.language.sayings import ShortFormPatterns

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
