"""What a question asks for that no passage quoted for it has: names, figures, dates, a duty, a deed."""

from collections.abc import Sequence

from index.store import Index
from rag.answering.checks.dating import undated
from rag.answering.checks.force import of_less_force, on_another_deed
from rag.answering.checks.missing import missing_from, sentences_of, untold
from rag.answering.checks.named import Named
from rag.answering.checks.other_years import of_another_year
from rag.answering.looked_up.officers import organ_presided
from rag.answering.looked_up.recommended.audit_responses import recommendation_responded_to
from rag.answering.looked_up.votes import text_voted_on
from rag.answering.writer import Draft
from rag.citing.quoted import cited_row
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary
from rag.question.words.bare import bare_words


def lacking(question: QuestionAnalysis, draft: Draft, index: Index, glossary: Glossary) -> tuple[str, ...]:
    """What of `question` no passage quoted in `draft` holds, a sentence each; nothing where none is quoted."""
    citations = [each for statement in draft.statements for each in statement.citations]
    cited = [(row, each.quote) for each in citations if (row := cited_row(each, index)) is not None]
    rows = tuple(dict.fromkeys(row for row, _ in cited))
    if not rows:
        return ()
    missing = _missing(question.topic, rows, index, glossary)
    refs = [index.paragraphs[row] for row in rows]
    quotes = [each.quote for each in draft.statements]
    leading = [each.quote for each in draft.statements if each.leads]
    best = [quote for row, quote in cited if row == rows[0]]
    return (
        *sentences_of(missing),
        *undated(question.topic, quotes, [each.document for each in refs]),
        *of_another_year(question, quotes, leading, refs),
        *of_less_force(question.text, quotes, best),
        *on_another_deed(question.text, quotes),
    )


def _missing(topic: str, rows: Sequence[int], index: Index, glossary: Glossary) -> tuple[Named, ...]:
    """What `topic` names, or calls a text, an organ or a recommendation by, that the paragraphs `rows` do not have."""
    # What a question for a vote or an officer is about has to be told, not only named.
    words = [*text_voted_on(topic), *organ_presided(topic)]
    missing = missing_from(topic, rows, index, glossary.forms)
    parts = {part for each in missing for part in bare_words(each.words)}
    missing += untold([each for each in words if each not in parts], rows, index, glossary)
    # One word of what a recommendation is about tells it.
    theme = [each for each in recommendation_responded_to(topic) if not each.isupper()]
    not_any = untold(theme, rows, index, glossary)
    return (*missing, *not_any) if len(not_any) == len({*theme}) else missing
