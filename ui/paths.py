"""Where things lie, and which model reads them, unless the user says otherwise, in a file of settings or elsewhere."""

from pathlib import Path

from index.storage.addresses import place_of
from rag.settings import NO_READER
from ui.settings.configured import configured

CORPUS_FOLDER = Path("corpus")
MODEL_VARIABLE = "PINCITE_MODEL"
READER_VARIABLE = "PINCITE_READER"
PROFILE_VARIABLE = "PINCITE_PROFILE"
WRITER_VARIABLE = "PINCITE_WRITER"
READING, FAST = "reading", "fast"
"""The profiles: paragraphs are read with the question, or only compared with it."""


def index_folder() -> Path:
    """The index folder: the setting `index`, or `.pincite/index` under the current folder.

    Where that is the address of an index elsewhere, the folder that stands for it.
    """
    return place_of(configured("PINCITE_INDEX") or Path(".pincite") / "index")


def documents_folder(index: Path | None = None) -> Path:
    """The folder of documents added in the app, beside the index."""
    return (index or index_folder()).parent / "documents"


def default_sources(index: Path) -> list[Path]:
    """What is indexed if nothing is named: `corpus`, and what was added in the app to the index in `index`."""
    # It loads the readers of files, of which no question needs any.
    from index.catalogue import SUFFIXES

    added = documents_folder(index)
    holds_some = added.is_dir() and any(path.suffix.lower() in SUFFIXES for path in added.iterdir())
    return [CORPUS_FOLDER, *([added] if holds_some else [])]


def feedback_file() -> Path:
    """The file of readers' verdicts: the setting `feedback`, or `feedback.sqlite` beside the index."""
    return Path(configured("PINCITE_FEEDBACK") or index_folder().parent / "feedback.sqlite")


def replies_file() -> Path:
    """The file of a language model's replies: the setting `replies`, or `replies.sqlite` by the index."""
    return Path(configured("PINCITE_REPLIES") or index_folder().parent / "replies.sqlite")


def questions_file(index: Path | None = None) -> Path:
    """The file of questions that a server may keep: the setting `questions`, or `questions.sqlite` by the index."""
    return Path(configured("PINCITE_QUESTIONS") or (index or index_folder()).parent / "questions.sqlite")


def batches_folder() -> Path:
    """The folder of batches started in the app, beside the index."""
    return index_folder().parent / "batches"


def reports_folder() -> Path:
    """The folder that holds the evaluation reports: the setting `reports`, or `reports`."""
    return Path(configured("PINCITE_REPORTS") or "reports")


def model_name() -> str | None:
    """The model that the person named, or its folder: the setting `model`; None for the packaged one."""
    return configured(MODEL_VARIABLE)


def reader_name(profile: str | None = None) -> str | None:
    """The reader that the person named, or its folder: the setting `reader`; None for the packaged one.

    The profile `fast` does without any; it is the setting `profile` unless `profile` is given.
    """
    is_fast = (profile or configured(PROFILE_VARIABLE)) == FAST
    return NO_READER if is_fast else configured(READER_VARIABLE)
