"""Work on a file of others in a process of its own, which is ended when it takes too long or too much.

A file that somebody hands in can make a library run for hours or fill the memory of the machine, by accident or on
purpose. Such work is done by a child that limits itself before it begins and that the parent ends when its time is
over. What it finds comes back as JSON, a line each: nothing of a foreign file is ever unpickled.

The child is `python -m index.readers.processes.child`, or, where many files are read, a fork of a process that has
loaded what the task needs (`warm.py`).
"""

import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import IO, Any

from index import errors
from index.errors import PinciteError, SourceError
from index.processes.python import python_process
from index.readers.processes.child import EXIT_MEMORY, EXIT_OUTPUT
from index.readers.processes.warm import warm_process

_MEBIBYTE = 1024 * 1024  # bytes
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

    `name` is what the file is called in messages, `advice` what its owner can do when it cannot be read. `loads` are
    modules that the task will load: a process that works on many files loads them once.
    """

    task: str
    arguments: Sequence[str]
    name: str
    advice: str
    loads: Sequence[str] = ()


def run_bounded(work: Work, limits: ProcessLimits | None = None) -> Iterator[Any]:
    """What the task yields, as JSON gives it back; nothing is yielded before the child has ended well.

    PinciteError as the task raised it; SourceError where the child took too much or broke.
    """
    allowed = limits or ProcessLimits()
    with ExitStack() as files:
        request, results, complaints = streams = [files.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        request.write(_request(work, allowed))
        request.seek(0)
        try:
            code = _exit_code(streams, work, allowed.wall_seconds)
        except TimeoutError as error:
            raise _too_long(work, allowed.wall_seconds) from error
        if code:
            raise _broken(code, complaints, work, allowed)
        results.seek(0)
        yield from _read(results)


def _request(work: Work, limits: ProcessLimits) -> bytes:
    asked = {"task": work.task, "arguments": list(work.arguments), "loads": list(work.loads), "limits": asdict(limits)}
    return json.dumps(asked).encode()


def _exit_code(streams: Sequence[IO[bytes]], work: Work, seconds: float) -> int:
    """What the child ended with that read and wrote `streams`, negative for a signal; TimeoutError after `seconds`."""
    warm = warm_process()
    code = warm.exit_code(streams, seconds) if warm else None
    if code is None and warm and warm.is_over:
        raise SourceError(f"{work.name}: reading it was given up; read it again")
    return _exit_code_of_new_process(streams, seconds) if code is None else code


def _exit_code_of_new_process(streams: Sequence[IO[bytes]], seconds: float) -> int:
    with python_process("index.readers.processes.child", streams) as process:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
        finally:
            process.kill()


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
    if code in (EXIT_MEMORY, -getattr(signal, "SIGKILL", 0)):
        most = limits.memory_bytes // _MEBIBYTE
        return SourceError(f"{work.name}: reading it took more than {most:,} MB of memory; {work.advice}")
    if code == EXIT_OUTPUT:
        most = limits.output_bytes // _MEBIBYTE
        return SourceError(f"{work.name}: it holds more than {most:,} MB of text; {work.advice}")
    return SourceError(f"{work.name}: it cannot be read ({_last_words(complaints, code)}); {work.advice}")


def _too_long(work: Work, seconds: int) -> SourceError:
    return SourceError(f"{work.name}: it took longer than {seconds} s to read; {work.advice}")


def _last_words(complaints: IO[bytes], code: int) -> str:
    complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - _REASON_BYTES))
    lines = complaints.read().decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), f"its reader ended with {code}")
