"""The numbers that Word prints before the paragraphs of a file by itself, for those who read its text otherwise."""

from collections.abc import Iterator

import docx
from docx.document import Document

from index.errors import SourceError
from index.readers.word.blocks import shown_paragraphs
from index.readers.word.damaged import DAMAGED
from index.readers.word.names import PARAGRAPH
from index.readers.word.numbers import list_numbers


def printed_numbers(path: str) -> Iterator[str]:
    """What Word prints by itself before each paragraph of a file, in the order of its elements; work of a process.

    Empty before paragraphs without a number and before points of a list. SourceError where the file has no lists that
    can be read, though its text may be.
    """
    try:
        document: Document = docx.Document(path)
        numbers = list_numbers(document, shown_paragraphs(document.element.body))
    except DAMAGED as error:
        raise SourceError(f"{path}: its lists cannot be read ({type(error).__name__}); save it anew in Word") from None
    for paragraph in document.element.iter(PARAGRAPH):
        yield numbers[paragraph].text.strip() if paragraph in numbers else ""
