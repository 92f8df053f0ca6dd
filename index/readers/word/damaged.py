"""What python-docx-ng and the libraries below it raise for files that are no Word files or are broken."""

import zlib
from zipfile import BadZipFile

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from lxml.etree import LxmlError

DAMAGED = (
    OpcError, PythonDocxError, XmlchemyError, BadZipFile, LxmlError, zlib.error, KeyError, ValueError, TypeError,
    AttributeError, IndexError, EOFError, NotImplementedError, RecursionError,
)  # fmt: skip
