"""A process that runs a module of ours with the modules of this one, and with nothing that lies beside a file."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import IO


def python_process(
    module: str, streams: Sequence[IO[bytes] | int], arguments: Sequence[str] = (), files: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    """A running `python -m MODULE ARGUMENT…` with the three standard `streams`; `files` are open in it, too."""
    given, results, complaints = streams
    return subprocess.Popen(
        # -P keeps modules that lie in the current folder, beside the file that was handed in, from being imported.
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=given,
        stdout=results,
        stderr=complaints,
        pass_fds=files,
        env=_environment(),
        # Ctrl-C is for this process, which ends the other then.
        start_new_session=True,
    )


def _environment() -> dict[str, str]:
    """The environment with the places that this process imports from, so that the other finds the same modules."""
    path = os.pathsep.join(each or os.getcwd() for each in sys.path)  # noqa: PTH109 - as Python itself reads ''
    # The C library takes memory from the system in pieces of this size (mallopt(3)); in smaller ones, a file that needs
    # much takes most pieces many times over.
    return {"MALLOC_TOP_PAD_": str(4 * 1024 * 1024), **os.environ, "PYTHONPATH": path}
