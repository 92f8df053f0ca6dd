"""The paragraphs found for a question with those first that it wants, by each rule in turn."""

from collections.abc import Sequence

from index.store import Index
from rag.answer import Hit
from rag.answering.raised.beside_before import beside_before
from rag.answering.raised.countries_first import countries_first
from rag.answering.raised.definitions_first import definitions_first
from rag.answering.raised.formulas_last import formulas_last
from rag.answering.raised.headings_first import headings_first
from rag.answering.steps import Asked
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary


def raised(
    question: QuestionAnalysis, hits: Sequence[Hit], index: Index, glossary: Glossary, asked: Asked
) -> tuple[Hit, ...]:
    """`hits` as `question`, which was `asked`, wants them; a later rule overrules those before it.

    As they are where it names places or sides that its answer comes from: which paragraphs are wanted it says itself.
    """
    if question.names_sources:
        return tuple(hits)
    documents = asked.documents
    near = beside_before(hits, asked.before, index, documents)
    telling = formulas_last(question, near, index)
    on_country = countries_first(question, telling, index, glossary.forms)
    under_heading = headings_first(question, on_country, index, documents)
    return definitions_first(question, under_heading, index, glossary, documents)
