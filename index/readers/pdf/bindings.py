"""Functions of pdfium that are called for every run or drawing of a page, bound so that a call costs little."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2_raw as pdfium

_ADDRESS, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401
    """The function `name` of pdfium with addresses as plain numbers; making pointer objects takes most of a call.

    It keeps Python's lock, which is quicker to do than to undo for calls this short; pdfium knows no threads anyway.
    """
    place = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(place or 0)


def address_of(handle: Any) -> int:  # noqa: ANN401
    """The address that a handle of pdfium is; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


text_object = _function("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
font_of = _function("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
render_mode = _function("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
font_size = _function("FPDFText_GetFontSize", _DOUBLE, _ADDRESS, _INT)
char_matrix = _function("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
char_box = _function("FPDFText_GetCharBox", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
char_origin = _function("FPDFText_GetCharOrigin", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
page_object = _function("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
object_kind = _function("FPDFPageObj_GetType", _INT, _ADDRESS)
