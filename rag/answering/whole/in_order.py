"""What is looked up before sentences are weighed, in the order in which it is tried."""

from functools import partial

from rag.answering.whole.appointed import appointed
from rag.answering.whole.dates import date_of_instrument
from rag.answering.whole.deadlines import deadline
from rag.answering.whole.labelled import beside_label
from rag.answering.whole.officers import officers
from rag.answering.whole.recommendations import all_recommendations
from rag.answering.whole.responses import all_responses
from rag.answering.whole.speeches import all_speakers, whole_speech
from rag.answering.whole.titled import titled
from rag.answering.whole.votes import all_votes, explained_votes
from rag.answering.whole.writer import Lookup
from rag.question.words.acronyms import Glossary


def lookups(glossary: Glossary) -> tuple[Lookup, ...]:
    """All look-ups; `glossary` has the short forms of the documents."""
    return (
        all_recommendations,
        all_responses,
        partial(whole_speech, glossary=glossary),
        all_speakers,
        partial(all_votes, glossary=glossary),
        partial(explained_votes, glossary=glossary),
        date_of_instrument,
        partial(deadline, glossary=glossary),
        officers,
        appointed,
        partial(titled, glossary=glossary),
        beside_label,
    )
