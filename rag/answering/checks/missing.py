"""What a question names and none of the passages that an answer quotes holds, each said in a sentence."""

from collections.abc import Iterable, Mapping, Sequence

from index.language.english.checks import BESIDES
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.held import Held, is_told, told_of
from rag.answering.checks.named import Named, named_in
from rag.question.words.acronyms import Glossary

_BESIDES = LatePattern(BESIDES)


def missing_from(question: str, rows: Sequence[int], index: Index, short_forms: Mapping[str, str]) -> tuple[Named, ...]:
    """What `question` names that neither the paragraphs `rows` of `index` nor what is known of their documents has.

    Not what it leaves out: of `networks other than CARIN` no passage need have that one.
    """
    held = Held(index, tuple(rows), short_forms)
    return tuple(each for each in named_in(_BESIDES.sub(" ", question)) if not held.holds(each))


def untold(words: Iterable[str], rows: Sequence[int], index: Index, glossary: Glossary) -> tuple[Named, ...]:
    """Those of `words` that neither the paragraphs `rows` of `index`, their headings nor their documents' data have.

    Who voted against one text, or chairs one organ, is told in the same words as who does another: passages on that do
    not answer, though what sets the two apart has no capitals. Short forms, which have, are found by `missing_from`.
    """
    asked = [each for each in dict.fromkeys(words) if not each.isupper()]
    if not asked:
        return ()
    refs = [index.paragraphs[row] for row in rows]
    parts = (part for ref in refs for part in (ref.text, *ref.paragraph.headings, *told_of(ref.document)))
    told = glossary.spell_out(" ".join(parts))
    return tuple(Named("name", each, frozenset((each,))) for each in asked if not is_told(each, told, index))


def sentences_of(missing: Sequence[Named]) -> tuple[str, ...]:
    """A sentence for each of `missing`, in the question's words."""
    return tuple(f"“{each.words}” is in none of these passages." for each in missing)
