"""What a child does that works on a file of others: it limits itself, and writes what a function yields as JSON lines.

What to do stands as JSON on standard input: `task`, `module:function`, its `arguments`, and the `limits`. Little is
imported here, since most files are read by a process that is started for them.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

from index.errors import PinciteError

# What the child ends with where it went wrong in a way that it could still tell; no program of the system uses them.
EXIT_MEMORY, EXIT_OUTPUT = 71, 72


def work_on(request: Mapping[str, Any]) -> int:
    """The exit code of the child: 0 where its results, or an error in words, stand on standard output."""
    _limit(request["limits"])
    module, function = request["task"].split(":")
    left = request["limits"]["output_bytes"]
    try:
        for line in _lines(getattr(import_module(module), function)(*request["arguments"])):
            left -= len(line)
            if left < 0:
                return EXIT_OUTPUT
            sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    except MemoryError:
        return EXIT_MEMORY
    return 0


def _lines(results: Iterable[Any]) -> Iterator[bytes]:
    try:
        for each in results:
            yield _line("result", each)
    except PinciteError as error:
        yield _line("error", [type(error).__name__, str(error)])


def _line(kind: str, value: object) -> bytes:
    # Half characters of broken text have no UTF-8; escaped they have.
    return json.dumps([kind, value]).encode() + b"\n"


def _limit(limits: Mapping[str, int]) -> None:
    """Have the system hold the limits, where it can: Linux all of them, macOS the time, Windows none."""
    try:
        import resource
    except ImportError:
        return
    wanted = (
        (resource.RLIMIT_CPU, limits["seconds"]),
        (resource.RLIMIT_AS, limits["memory_bytes"]),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, value in wanted:
        hard = resource.getrlimit(kind)[1]
        soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    # What is left goes with the process; Python would take it apart first.
    os._exit(work_on(json.load(sys.stdin)))
