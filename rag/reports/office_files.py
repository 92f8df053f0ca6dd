"""Office files that somebody handed in: what reading a damaged one may raise, in words."""

import struct
import zlib
from zipfile import BadZipFile

# python-docx and openpyxl read a damaged file until something in it does not fit.
DAMAGED = (
    BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    AssertionError,
)


def reason(error: Exception) -> str:
    """What `error` says, in one line."""
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__
