"""What an answer states, measured: key facts, likeness to the reference answer, length."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from eval.gold.gold import Nugget, Place, Requirement
from eval.measures.requirements import is_right, paragraph_of, paragraph_requirements
from rag.answer import Answer

_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    }
)


def comparable(text: str) -> str:
    """`text` as it is compared: single spaces, no capitals, one kind of quotation mark, apostrophe and dash."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold().split())


def states(text: str, wording: str) -> bool:
    """Whether `text` holds `wording`, as `comparable` sees both, and not as a part of a longer word or figure.

    `129` is in `129 States` and `in 2019, 129.` and neither in `1,129` nor in `129.5` nor in `129th`.
    """
    wanted = comparable(wording)
    before = r"(?<!\w)(?<!\d[.,])" if wanted[:1].isdigit() else r"(?<!\w)" if wanted[:1].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if wanted[-1:].isdigit() else r"(?!\w)" if wanted[-1:].isalnum() else ""
    return bool(wanted) and re.search(before + re.escape(wanted) + after, comparable(text)) is not None


def is_stated(nugget: Nugget, text: str) -> bool:
    """Whether `text` states `nugget` in any of its wordings."""
    return any(states(text, wording) for wording in nugget.wordings)


def answer_text(answer: Answer) -> str:
    """All sentences of an answer."""
    return " ".join(statement.text for statement in answer.statements)


def rightly_cited_text(answer: Answer, gold: Sequence[Requirement]) -> str:
    """The sentences of an answer that cite a required paragraph at least once."""
    wanted = paragraph_requirements(gold)
    return " ".join(
        statement.text
        for statement in answer.statements
        if any(is_right(paragraph_of(Place(each.document, each.locator)), wanted) for each in statement.citations)
    )


def nugget_recall(nuggets: Sequence[Nugget], text: str) -> float | None:
    """The share of `nuggets` that `text` states, None where there are none: nugget recall of TREC's question answering.

    There (Voorhees 2003) an assessor matched the nuggets; here their accepted wordings do.
    """
    return sum(is_stated(each, text) for each in nuggets) / len(nuggets) if nuggets else None


def token_f1(text: str, reference: str) -> float:
    """How many words `text` and `reference` share: F1 over bags of words as SQuAD has it (Rajpurkar et al. 2016).

    Capitals, punctuation and articles do not count.
    """
    said, wanted = _tokens(text), _tokens(reference)
    shared = (said & wanted).total()
    if not shared:
        return 0.0
    precision, recall = shared / said.total(), shared / wanted.total()
    return 2 * precision * recall / (precision + recall)


def word_count(text: str) -> int:
    """How many words there are between white space."""
    return len(text.split())


def _tokens(text: str) -> Counter[str]:
    without_marks = "".join(c for c in comparable(text) if not unicodedata.category(c).startswith("P"))
    return Counter(_ARTICLES.sub(" ", without_marks).split())
