"""What a question names and none of the passages that an answer quotes holds, each said in a sentence."""

from collections.abc import Mapping, Sequence

from index.language.english_checks import BESIDES
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.held import Held
from rag.answering.checks.named import Named, named_in

_BESIDES = LatePattern(BESIDES)


def missing_from(question: str, rows: Sequence[int], index: Index, short_forms: Mapping[str, str]) -> tuple[Named, ...]:
    """What `question` names that neither the paragraphs `rows` of `index` nor what is known of their documents has.

    Not what it leaves out: of `networks other than CARIN` no passage need have that one.
    """
    held = Held(index, tuple(rows), short_forms)
    return tuple(each for each in named_in(_BESIDES.sub(" ", question)) if not held.holds(each))


def sentences_of(missing: Sequence[Named]) -> tuple[str, ...]:
    """A sentence for each of `missing`, in the question's words."""
    return tuple(f"“{each.words}” is in none of these passages." for each in missing)
