"""What is said where there is no answer. That none was found is all that is known: the documents may hold one."""

from rag.answer import Answer

NO_ANSWER = "No sentence was found that clearly answers the question."
NEAREST = "The paragraphs that come nearest to the question:"


def no_answer(answer: Answer) -> str:
    """Why there is no answer where that is known, else that none was found."""
    return answer.reason or NO_ANSWER
