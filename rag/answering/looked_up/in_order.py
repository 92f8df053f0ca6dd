"""What is looked up before sentences are weighed, in the order in which it is tried."""

from functools import partial

from rag.answering.extractive.footnotes import term_in_a_note
from rag.answering.looked_up.appointed import appointed
from rag.answering.looked_up.dates import date_of_instrument
from rag.answering.looked_up.deadlines import deadline
from rag.answering.looked_up.labelled import beside_label
from rag.answering.looked_up.officers import officers
from rag.answering.looked_up.recommended.action import action_asked_for
from rag.answering.looked_up.recommended.audit_responses import audit_response
from rag.answering.looked_up.recommended.recommendations import all_recommendations
from rag.answering.looked_up.recommended.responses import all_responses
from rag.answering.looked_up.speeches import all_speakers, whole_speech
from rag.answering.looked_up.titled import titled
from rag.answering.looked_up.votes import all_votes, explained_votes
from rag.answering.looked_up.writer import Lookup
from rag.question.words.acronyms import Glossary


def lookups(glossary: Glossary) -> tuple[Lookup, ...]:
    """All look-ups; `glossary` has the short forms of the documents."""
    return (
        action_asked_for,
        all_recommendations,
        all_responses,
        audit_response,
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
        partial(term_in_a_note, glossary=glossary),
    )
