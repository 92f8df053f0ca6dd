"""Cells that a spreadsheet program would take for a formula."""

# Full-width forms are turned into the plain ones by some programs.
_OPENING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet program might run `text` rather than show it."""
    return text.startswith(_OPENING) or text.lstrip().startswith(_OPENING)


def guarded(text: str) -> str:
    """`text` with an apostrophe before it where it might be run: the sign for plain text in spreadsheet programs."""
    return f"'{text}" if is_formula(text) else text
