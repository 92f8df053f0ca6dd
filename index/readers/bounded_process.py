"""Work on a file of others in a process of its own, which is ended when it takes too long or too much.

A file that somebody hands in can make a library run for hours or fill the memory of the machine, by accident or on
purpose. Such work is done by a child that limits itself before it begins and that the parent ends when its time is
over. What it finds comes back as JSON, a line each: nothing of a foreign file is ever unpickled.

The child is `python -m index.readers.bounded_process`, which imports nothing but what the task needs.
"""

import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import IO, Any

from index import errors
from index.errors import PinciteError, SourceError

_MEBIBYTE = 1024 * 1024  # bytes
# What the child ends with where it went wrong in a way that it could still tell; no program of the system uses them.
_EXIT_MEMORY, _EXIT_OUTPUT = 71, 72
_REASON_BYTES = 4096  # of the child's last words: a traceback's last line


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """The processor time, time, memory and output that a child may use.

    `seconds` of processor time: a list of 60,000 questions takes 10, and nobody waits longer than this at a web page.
    `wall_seconds` end it where the system counts no processor time, or when it waits for something; more than
    `seconds`, so that a busy machine ends nobody's work. `memory_bytes` of address space: a document of 20,000
    paragraphs takes a tenth of it, and a machine with a few of these at once still has room. `output_bytes` of results:
    more than anybody could read.
    """

    seconds: int = 20
    wall_seconds: int = 60
    memory_bytes: int = 1024 * _MEBIBYTE
    output_bytes: int = 256 * _MEBIBYTE


@dataclass(frozen=True, slots=True)
class Work:
    """What a child does: call `task`, `package.module:function`, with `arguments`, and hand back what it yields.

    `name` is what the file is called in messages, `advice` what its owner can do when it cannot be read.
    """

    task: str
    arguments: Sequence[str]
    name: str
    advice: str


def run_bounded(work: Work, limits: ProcessLimits | None = None) -> Iterator[Any]:
    """What the task yields, as JSON gives it back; nothing is yielded before the child has ended well.

    PinciteError as the task raised it; SourceError where the child took too much or broke.
    """
    allowed = limits or ProcessLimits()
    with tempfile.TemporaryFile() as results, tempfile.TemporaryFile() as complaints:
        try:
            ended = subprocess.run(
                _command(work, allowed),
                stdin=subprocess.DEVNULL,
                stdout=results,
                stderr=complaints,
                timeout=allowed.wall_seconds,
                env=_environment(),
                # Ctrl-C is for the parent, which ends the child then.
                start_new_session=True,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise _too_long(work, allowed.wall_seconds) from error
        if ended.returncode:
            raise _broken(ended.returncode, complaints, work, allowed)
        results.seek(0)
        yield from _read(results)


def _command(work: Work, limits: ProcessLimits) -> list[str]:
    # -P keeps modules that lie in the current folder, beside the file that was handed in, from being imported.
    given = json.dumps(asdict(limits))
    return [sys.executable, "-P", "-m", "index.readers.bounded_process", given, work.task, *work.arguments]


def _environment() -> dict[str, str]:
    """The environment with the places that this process imports from, so that the child finds the same modules."""
    path = os.pathsep.join(each or os.getcwd() for each in sys.path)  # noqa: PTH109 - as Python itself reads ''
    return {**os.environ, "PYTHONPATH": path}


def _read(results: IO[bytes]) -> Iterator[Any]:
    for line in results:
        kind, value = json.loads(line)
        if kind == "error":
            name, message = value
            raise _error_class(name)(message)
        yield value


def _error_class(name: str) -> type[PinciteError]:
    found = getattr(errors, name, None)
    return found if isinstance(found, type) and issubclass(found, PinciteError) else SourceError


def _broken(code: int, complaints: IO[bytes], work: Work, limits: ProcessLimits) -> SourceError:
    """The error for a child that ended with `code`."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return _too_long(work, limits.seconds)
    if code in (_EXIT_MEMORY, -getattr(signal, "SIGKILL", 0)):
        most = limits.memory_bytes // _MEBIBYTE
        return SourceError(f"{work.name}: reading it took more than {most:,} MB of memory; {work.advice}")
    if code == _EXIT_OUTPUT:
        most = limits.output_bytes // _MEBIBYTE
        return SourceError(f"{work.name}: it holds more than {most:,} MB of text; {work.advice}")
    return SourceError(f"{work.name}: it cannot be read ({_last_words(complaints, code)}); {work.advice}")


def _too_long(work: Work, seconds: int) -> SourceError:
    return SourceError(f"{work.name}: it took longer than {seconds} s to read; {work.advice}")


def _last_words(complaints: IO[bytes], code: int) -> str:
    complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - _REASON_BYTES))
    lines = complaints.read().decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), f"its reader ended with {code}")


# --- the child -------------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str]) -> int:
    """The exit code of the child: 0 where its results, or an error in words, stand on standard output."""
    limits = ProcessLimits(**json.loads(arguments[0]))
    _limit(limits)
    module, function = arguments[1].split(":")
    left = limits.output_bytes
    try:
        for line in _lines(getattr(import_module(module), function)(*arguments[2:])):
            left -= len(line)
            if left < 0:
                return _EXIT_OUTPUT
            sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    except MemoryError:
        return _EXIT_MEMORY
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


def _limit(limits: ProcessLimits) -> None:
    """Have the system hold the limits, where it can: Linux all of them, macOS the time, Windows none."""
    try:
        import resource
    except ImportError:
        return
    wanted = (
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, value in wanted:
        hard = resource.getrlimit(kind)[1]
        soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    code = main(sys.argv[1:])
    # What is left goes with the process; Python would look for cycles in it several times.
    gc.freeze()
    sys.exit(code)
