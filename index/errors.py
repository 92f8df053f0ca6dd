"""Every error a person can mend, in one family.

PinciteError
├── SourceError         a file handed in cannot be read, decoded or parsed
│   └── ScanError       its pages are pictures, whose letters have to be recognised first
├── CalibrationError    a file of fitted weights and thresholds says something that does not fit
├── TrainingError       a network cannot be trained from what was given
├── CatalogueError      corpus/catalogue.toml says something that does not fit
├── LocatorError        a text is not a locator or not a citation
├── ModelError          the embedding model is missing, altered or cannot be loaded
├── LanguageModelError  a language model that writes answers cannot be asked, or answers nothing of use
├── TokenBudgetError    a language model was sent as many tokens as it may be
├── IndexFolderError    the index is missing, broken, foreign or older than this program
├── EngineError         a search engine on another machine cannot be asked, or answers too late
├── ClusterError        a cluster of machines that builds an index cannot be used
├── QuestionError       a question is empty, too long or names an unknown document
├── FidelityError       a quotation is not in its paragraph: the answer was stopped
├── GoldError           a file of gold questions holds mistakes; all of them are named
├── BenchmarkError      a report, a BEIR set or the expected scores cannot be used
├── SettingsError       a file of settings, or the environment, says something that does not fit
├── MissingPackageError a package that only some commands need is not installed
└── OutputError         a result cannot be written (disk full, no permission)

Each message says what is wrong, where, and what to do next. Only the command line and the pages turn one into words.
"""

MISTAKES = (ValueError, LookupError, ArithmeticError)
"""What a mistake in the program may raise over one question or file; it must not take the others with it."""


class PinciteError(Exception):
    """An error that the user can mend; its text is one line that says how."""


class SourceError(PinciteError):
    """A file that was handed in cannot be read, decoded or parsed."""


class ScanError(SourceError):
    """The pages of a file are pictures without text."""


class CalibrationError(PinciteError):
    """A file of fitted weights and thresholds cannot be used."""


class TrainingError(PinciteError):
    """A network cannot be trained from what was given."""


class CatalogueError(PinciteError):
    """A catalogue does not fit its corpus."""


class LocatorError(PinciteError):
    """A text is not a locator or not a citation."""


class ModelError(PinciteError):
    """The embedding model is missing, altered or cannot be loaded."""


class LanguageModelError(PinciteError):
    """A language model cannot be asked, or answers nothing of use."""


class TokenBudgetError(PinciteError):
    """As many tokens were sent to a language model as it may be sent."""


class IndexFolderError(PinciteError):
    """The index on disk is missing, broken, foreign or of another version."""


class EngineError(PinciteError):
    """A search engine on another machine cannot be asked, or answers nothing of use."""


class ClusterError(PinciteError):
    """A cluster of machines that builds an index cannot be reached, or a machine of it cannot be used."""


class QuestionError(PinciteError):
    """A question is empty, too long or names an unknown document."""


class FidelityError(PinciteError):
    """A quotation is not a substring of its paragraph, so the answer was stopped."""


class GoldError(PinciteError):
    """A file of gold questions holds mistakes; the message has one line for each, with file and line number."""


class SettingsError(PinciteError):
    """A file of settings, or a variable of the environment, says something that does not fit."""


class MissingPackageError(PinciteError):
    """A package that only some commands need is not installed."""


class BenchmarkError(PinciteError):
    """A report, a BEIR set, a setting or the expected scores cannot be used; all mistakes are named, a line each."""


class OutputError(PinciteError):
    """A result cannot be written."""
