"""A question worded anew by a language model, to be searched for once more."""

import logging

from index.errors import LanguageModelError
from rag.answering.checks.figures import values
from rag.question.analyse import MAX_QUESTION
from rag.writing.language_model import LanguageModel
from rag.writing.marks import read_reply
from rag.writing.prompt import rewording_prompt

# How much longer another wording may be, and some letters more for a short form that is spelled out: beyond that it is
# no question but what a model says of one.
_LONGER, _MORE = 3, 100
_logger = logging.getLogger(__name__)


def reworded(question: str, model: LanguageModel) -> str | None:
    """`question` in other words; None where `model` has none, is no help, or asks for something else.

    It asks for something else where a figure or date of the question is not in it, or another one is. Only the first
    sentence of what the model says is taken.
    """
    try:
        reply = read_reply(model.reply(rewording_prompt(question)))
    except LanguageModelError as error:
        _logger.info("no other wording of a question: %s", error)
        return None
    said = reply.sentences[0].text if reply.sentences else ""
    is_another = said.casefold() != question.casefold() and values(said) == values(question)
    return said if said and is_another and len(said) <= min(_LONGER * len(question) + _MORE, MAX_QUESTION) else None
