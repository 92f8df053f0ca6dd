"""Paragraphs on the country that a question names, before those that would answer it for another.

Retrieval weighs the name of a country as one word among others, and what a paragraph is about may stand in its
heading or in the title of its document alone.
"""

from collections.abc import Mapping, Sequence

from index.store import Index
from rag.answer import Hit
from rag.answering.checks.elsewhere import countries_asked_about, elsewhere
from rag.answering.checks.held import Held
from rag.answering.checks.named import named_in
from rag.answering.raised.put_back import put_back
from rag.question.analyse import QuestionAnalysis


def countries_first(
    question: QuestionAnalysis, hits: Sequence[Hit], index: Index, short_forms: Mapping[str, str]
) -> tuple[Hit, ...]:
    """`hits` with those put back that are about fewer of the countries that `question` names than others are.

    As they are where it names no country.
    """
    countries = [each for each in named_in(question.topic) if each.kind == "country"]
    if not countries or not hits:
        return tuple(hits)
    asked_about = countries_asked_about(question)
    passages = [Held(index, (hit.row,), short_forms) for hit in hits]
    # What is told of another country is further off than what is told of none, which its document may be about.
    missing = [
        len(countries) + 1
        if _is_elsewhere(hit.row, index, asked_about)
        else sum(not held.holds(each) for each in countries)
        for hit, held in zip(hits, passages, strict=True)
    ]
    fewest = min(missing)
    return put_back(hits, [count - fewest for count in missing])


def _is_elsewhere(row: int, index: Index, countries: frozenset[str]) -> bool:
    """Whether the whole paragraph at `row` is about other countries than `countries`, though it may name them."""
    sentences = index.sentence_texts(row)
    return bool(countries and sentences) and all(elsewhere(sentences, countries))
