"""Letters as they are read, whatever characters a file uses to draw them: ligatures, marks without width, symbols."""

import re

SOFT_HYPHEN = "\u00ad"
BULLETS = frozenset("•‣◦▪▫●○■□◆◇‒∙⁃➢➤❖✓✔")

# Control characters, the hyphen that parts nothing, marks without width or of direction (UAX #9), ligatures, private
# characters, what stands for a character that could not be told, and pdfium's sign for a hyphen that ends a line.
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2011\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufb00-\ufb06\ue000-\uf8ff\ufeff\ufff9-\uffff]"
)
_INNER_SOFT_HYPHEN = re.compile(f"{SOFT_HYPHEN}(?!$)")
_NAMED = {
    "\x02": "-",
    "\ufffe": "-",
    "\u2011": "-",
    "\u2028": " ",
    "\u2029": " ",
    SOFT_HYPHEN: SOFT_HYPHEN,
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Private characters of the fonts Symbol and Wingdings that draw bullets: disc, square, arrow head, check mark.
_SYMBOL_BULLETS = frozenset("\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf06e\uf071\uf076")
# Symbol fonts put the characters of their font from here on; those of ASCII's range draw themselves in text fonts.
_SYMBOL_FONT, _SYMBOL_ASCII = 0xF000, range(0x20, 0x7F)


def is_odd(text: str) -> bool:
    """Whether `text` holds characters that are mended."""
    return _ODD.search(text) is not None


def mended(text: str) -> str:
    """`text` in the characters a person would type; a soft hyphen stays at its end, where it shows.

    Ligatures are spelled out, what has no width or no meaning outside its font is dropped, bullets become `•`.
    """
    # What is printed in ASCII is told in a tenth of the time.
    if (text.isascii() and text.isprintable()) or _ODD.search(text) is None:
        return text
    return _INNER_SOFT_HYPHEN.sub("", _ODD.sub(_spelled, text))


def _spelled(match: re.Match[str]) -> str:
    character = match[0]
    if character in _NAMED:
        return _NAMED[character]
    if character in _SYMBOL_BULLETS:
        return "•"
    drawn = ord(character) - _SYMBOL_FONT
    return chr(drawn) if drawn in _SYMBOL_ASCII else ""
