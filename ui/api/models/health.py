"""How the server does."""

from ui.api.models.base import Model


class Health(Model):
    """The server runs."""

    status: str
    version: str


class Ready(Model):
    """The server answers: the index was verified and the models are loaded."""

    ready: bool
    version: str
    contract: int
    index: str
    """The fingerprint of the index, whose files were checked against their hashes."""
    documents: int
    paragraphs: int
    model: str
    reader: str | None
    """The model that reads paragraphs with the question, if one does."""
    problem: str | None
    """Why a newer index in the folder is not used, if there is one."""
