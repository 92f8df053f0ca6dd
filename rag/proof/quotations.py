"""Words that a sentence has in quotation marks and the text it cites has not."""

import re
from collections.abc import Iterator, Sequence

from rag.citing.quote_check import is_verbatim
from rag.proof.missing import Missing
from rag.proof.source import Source

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|‘([^’]+)’(?!\w)")
# Words left out of a quotation, and words put into it.
_LEFT_OUT = re.compile(r"\s*(?:…|\.\.\.|\[[^\]]*\])\s*")
_MARKS = str.maketrans("“”„«»‘’", '"""""\'\'')


def missing_quotations(sentence: str, sources: Sequence[Source]) -> tuple[Missing, ...]:
    """What `sentence` quotes that does not stand so in `sources` or in what is known of them, in order."""
    texts = [_same_marks(text) for each in sources for text in (each.text, each.about)]
    return tuple(
        Missing("quotation", each)
        for each in _quoted(sentence)
        if not any(_stands_in(_same_marks(each), text) for text in texts)
    )


def _quoted(sentence: str) -> Iterator[str]:
    for match in _QUOTED.finditer(sentence):
        words = next(each for each in match.groups() if each is not None)
        for part in _LEFT_OUT.split(words):
            if bare := part.strip(" .,;:"):
                yield bare


def _stands_in(quoted: str, text: str) -> bool:
    """Whether the words stand there, the first letter large or small."""
    forms = (quoted, quoted[:1].lower() + quoted[1:], quoted[:1].upper() + quoted[1:])
    return any(is_verbatim(each, text) for each in forms)


def _same_marks(text: str) -> str:
    return text.translate(_MARKS)
