"""Log lines on standard error, for whoever asks for them; the one place that configures logging."""

import json
import logging
import sys
from datetime import UTC, datetime

from ui.request_log import REQUEST

_PACKAGES = ("index", "rag", "eval", "ui", "pincite")
# What the server says of itself; only where lines are to have one form.
_SERVERS = ("uvicorn",)
LEVELS = ("error", "warning", "info", "debug")
# By how often -v was given: none, what was loaded and how long it took, what each step did as well.
_BY_VERBOSITY = ("warning", "info", "debug")
TEXT, JSON = "text", "json"
_FORMAT = "%(asctime)s.%(msecs)03d %(name)s: %(message)s"
_TIME_FORMAT = "%H:%M:%S"
_HANDLER = "pincite"
# What every record has; whatever else a line was given goes into it.
_OWN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime"}


def show_logs(verbosity: int = 0, level: str | None = None, form: str = TEXT) -> None:
    """Show the program's own log lines on standard error, as text or a JSON object a line.

    `-v` is a verbosity of 1, `-vv` of 2 and more; a `level` comes before it. Where neither is given, warnings alone are
    shown, as they are. Can be called again, in the same process. Other packages' loggers stay as they are, but for the
    server's where lines are JSON.
    """
    chosen = level or _BY_VERBOSITY[min(verbosity, len(_BY_VERBOSITY) - 1)]
    handler = logging.StreamHandler(sys.stderr)
    handler.set_name(_HANDLER)
    handler.setFormatter(_JsonFormatter() if form == JSON else logging.Formatter(_FORMAT, _TIME_FORMAT))
    is_shown = form == JSON or level is not None or verbosity > 0
    for name in (*_PACKAGES, *_SERVERS):
        logger = logging.getLogger(name)
        for earlier in [each for each in logger.handlers if each.name == _HANDLER]:
            logger.removeHandler(earlier)
        if name in _PACKAGES:
            logger.setLevel(chosen.upper())
        if is_shown and (name in _PACKAGES or form == JSON):
            logger.addHandler(handler)


class _JsonFormatter(logging.Formatter):
    """A line as a JSON object: time (UTC), level, logger, message, the request, and what else the line was given."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request := REQUEST.get():
            line["request"] = request
        line |= {key: value for key, value in record.__dict__.items() if key not in _OWN}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)
