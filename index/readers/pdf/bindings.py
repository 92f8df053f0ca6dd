"""Functions of pdfium that are called for every run or drawing of a page, bound so that a call costs little."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2_raw as pdfium

_ADDRESS, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401
    """The function `name` of pdfium, with what it gives back as plain numbers; making pointer objects takes long.

    Without `arguments` it takes numbers, which are integers of C then, handles and memory of ctypes; to be told their
    types takes ctypes half as long again. An address that was given back is no such integer: its type has to be told.
    It keeps Python's lock, which is quicker to do than to undo for calls this short; pdfium knows no threads anyway.
    """
    place = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(place or 0)


text_object = _function("FPDFText_GetTextObject", _ADDRESS)
font_size = _function("FPDFText_GetFontSize", _DOUBLE)
char_matrix = _function("FPDFText_GetMatrix", _INT)
char_box = _function("FPDFText_GetCharBox", _INT)
char_origin = _function("FPDFText_GetCharOrigin", _INT)
page_object = _function("FPDFPage_GetObject", _ADDRESS)
font_of = _function("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
render_mode = _function("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
object_kind = _function("FPDFPageObj_GetType", _INT, _ADDRESS)
