"""What all models have in common, and the one form of an error."""

from pydantic import BaseModel, ConfigDict

MOST_DOCUMENTS = 100  # names of documents that a question can be limited to; a setting
LONGEST_NAME = 300  # characters of a document's name, a citation or an id; a setting


class Model(BaseModel):
    """An object with these names and no others; the text under a name describes it."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class ErrorDetail(Model):
    """What went wrong."""

    type: str
    """The kind of error, such as `QuestionError`; it does not change."""
    message: str
    """A sentence for people: what is wrong, where, and what to do next."""
    status: int
    """The HTTP status."""


class Error(Model):
    """The one form in which every error comes."""

    error: ErrorDetail
