"""Office files: the packages that read and write them, and what a damaged one may raise, in words."""

import struct
import zlib
from importlib import import_module
from types import ModuleType
from zipfile import BadZipFile

from index.errors import MissingPackageError

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


def require(module: str, purpose: str) -> ModuleType:
    """The package `module`; MissingPackageError says how to install what `purpose` needs."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingPackageError(
            f"{purpose} need the package {error.name}; run: pip install 'pincite[batch]'"
        ) from error
