"""Programs of others: what they started ends with the call, and with a process that is killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import SourceError
from index.readers.programs import run_program

SECONDS = 30  # that a busy machine may take for a process to begin or end
# Starts another process, as ocrmypdf starts tesseract, and writes down both.
SLOW = "sleep 600 & echo $$ $! > {noted}.new && mv {noted}.new {noted}; wait"


def _until(holds: Callable[[], bool], words: str) -> None:
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, words
        time.sleep(0.05)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (OSError, IndexError):
        return False
    return state != "Z"


def _ended(noted: Path) -> bool:
    return not any(_runs(int(each)) for each in noted.read_text().split())


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look processes up in")


@needs_proc
def test_a_program_that_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    noted = tmp_path / "noted"
    with pytest.raises(SourceError, match=r"the program took longer than 2 s"):
        run_program(["sh", "-c", SLOW.format(noted=noted)], 2, "the program")
    _until(lambda: _ended(noted), "the program outlived the call")


@needs_proc
def test_a_program_ends_with_a_process_that_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "noted"
    code = (
        "import sys; from index.readers.programs import run_program; run_program(['sh', '-c', sys.argv[1]], 600, 'x')"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen([sys.executable, "-c", code, SLOW.format(noted=noted)], env=environment)
    try:
        _until(noted.exists, "the program did not begin")
        process.send_signal(signal.SIGKILL)
        process.wait()
        _until(lambda: _ended(noted), "the program outlived the process that was killed")
    finally:
        process.kill()


def test_what_a_program_says_last_is_the_reason_of_its_failure() -> None:
    with pytest.raises(SourceError, match=r"^it failed \(no paper\); open the file"):
        run_program(["sh", "-c", "echo much >&2; echo no paper >&2; exit 3"], SECONDS, "it")


def test_a_program_sees_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    run_program(["sh", "-c", f'echo "[$PYTHONPATH]" > {tmp_path}/seen'], SECONDS, "it")
    assert (tmp_path / "seen").read_text() == "[]\n"
