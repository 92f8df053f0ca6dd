"""Log lines on standard error, for whoever asks for them; the one place that configures logging."""

import logging
import sys

_PACKAGES = ("index", "rag", "eval", "ui")
# By how often -v was given: none, what was loaded and how long it took, what each step did as well.
_LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)
_FORMAT = "%(asctime)s.%(msecs)03d %(name)s: %(message)s"
_TIME_FORMAT = "%H:%M:%S"
_HANDLER = "pincite"


def show_logs(verbosity: int) -> None:
    """Show the program's own log lines on standard error: none for 0, `-v` for 1, `-vv` for 2 and more.

    Can be called again, in the same process, with another verbosity. Other packages' loggers stay as they are.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.set_name(_HANDLER)
    handler.setFormatter(logging.Formatter(_FORMAT, _TIME_FORMAT))
    for name in _PACKAGES:
        logger = logging.getLogger(name)
        for earlier in [each for each in logger.handlers if each.name == _HANDLER]:
            logger.removeHandler(earlier)
        logger.setLevel(_LEVELS[min(verbosity, len(_LEVELS) - 1)])
        if verbosity:
            logger.addHandler(handler)
