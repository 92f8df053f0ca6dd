"""Children of a process that has loaded what they need: their limits, and that one does not harm the next."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

from index.errors import QuestionError, SourceError
from index.readers.processes.bounded import ProcessLimits, Work, run_bounded
from index.readers.processes.warm import WarmProcess, use_warm_process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process is started for each file")

_SECONDS = 20.0  # to wait for what takes a moment on a machine with nothing else to do
_WARM_PROGRAM = """
import sys
from index.readers.processes.bounded import Work, run_bounded
from index.readers.processes.warm import WarmProcess, use_warm_process
with WarmProcess() as warm:
    use_warm_process(warm)
    server = next(run_bounded(Work("tests.support.bounded_tasks:process_numbers", (), "a", "b")))["parent"]
    print(server, flush=True)
    list(run_bounded(Work("tests.support.bounded_tasks:writes_its_number_and_waits", sys.argv[1:], "a", "b")))
"""


@pytest.fixture
def warm() -> Iterator[WarmProcess]:
    with WarmProcess() as process:
        use_warm_process(process)
        yield process
    use_warm_process(None)


def run(function: str, *arguments: str, **limits: int) -> list[object]:
    work = Work(f"tests.support.bounded_tasks:{function}", arguments, "Desk.docx", "hand it in as text")
    return list(run_bounded(work, ProcessLimits(**limits)))


def numbers() -> dict[str, int]:
    """The numbers of a child and of the process that started it."""
    (found,) = run("process_numbers")
    assert isinstance(found, dict)
    return found


def comes_true(condition: Callable[[], bool]) -> bool:
    end = monotonic() + _SECONDS
    while not condition() and monotonic() < end:
        sleep(0.02)
    return condition()


def is_gone(pid: int) -> bool:
    with suppress(ProcessLookupError, FileNotFoundError):  # it may end between the two
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
    return True


@pytest.mark.usefixtures("warm")
def test_each_file_has_a_child_of_its_own_of_one_process() -> None:
    first, second = numbers(), numbers()
    assert first["self"] != second["self"]
    assert first["parent"] == second["parent"] != os.getpid()


@pytest.mark.usefixtures("warm")
def test_results_and_errors_come_back_as_from_a_process_that_is_started_for_them() -> None:
    assert run("echo", "a b", "ü\n") == ["a b", "ü\n", {"half": "\ud800", "number": 1.5, "none": None}]
    with pytest.raises(QuestionError, match=r"^the question is empty; ask something$"):
        run("refuses", "x")
    with pytest.raises(SourceError, match=r"it cannot be read \(KeyError: 'nothing'\)"):
        run("breaks")
    with pytest.raises(SourceError, match=r"it cannot be read \(ModuleNotFoundError: No module named 'nowhere'\)"):
        list(run_bounded(Work("nowhere:nothing", (), "Desk.docx", "")))


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize(
    ("function", "limits", "words"),
    [
        ("never_ends", {"seconds": 1, "wall_seconds": 30}, "it took longer than 1 s"),
        ("waits", {"wall_seconds": 1}, "it took longer than 1 s"),
        ("takes_memory", {"memory_bytes": 300 * 1024 * 1024}, "it took more than 300 MB|more than 300 MB of memory"),
        ("talks", {"output_bytes": 1024 * 1024}, "it holds more than 1 MB of text"),
        ("is_killed", {}, r"its reader ended with -11"),
    ],
)
def test_each_child_is_held_to_its_limits_and_harms_none_after_it(
    function: str, limits: dict[str, int], words: str
) -> None:
    server = numbers()["parent"]
    with pytest.raises(SourceError, match=words):
        run(function, **limits)
    assert run("echo")[0] == {"half": "\ud800", "number": 1.5, "none": None}
    assert numbers()["parent"] == server


@pytest.mark.usefixtures("warm")
def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="it took longer than 2 s"):
        run("writes_its_number_and_waits", str(tmp_path / "pid"), wall_seconds=2)
    pid = int((tmp_path / "pid").read_text(encoding="utf-8"))
    assert comes_true(lambda: is_gone(pid))


@pytest.mark.usefixtures("warm")
def test_a_child_has_no_file_of_another() -> None:
    assert run("open_files") == [[0, 1, 2]]


@pytest.mark.usefixtures("warm")
def test_no_reader_that_is_loaded_starts_a_thread_which_a_fork_would_break() -> None:
    loads = [f"index.readers.{kind}.reader" for kind in ("pdf", "word", "html")]
    work = Work("tests.support.bounded_tasks:threads_of_its_parent", (), "Desk.docx", "", loads)
    assert list(run_bounded(work)) == [1]


def test_threads_have_children_at_once(tmp_path: Path) -> None:
    with WarmProcess() as process, ThreadPoolExecutor(2, initializer=use_warm_process, initargs=(process,)) as pool:
        # Each of the two waits until the other has begun.
        first, second = tmp_path / "first", tmp_path / "second"
        found = [pool.submit(run, "meets", str(one), str(other)) for one, other in ((first, second), (second, first))]
        assert [each.result() for each in found] == [["met"], ["met"]]


def test_a_file_is_read_by_a_process_of_its_own_where_the_warm_one_is_gone(warm: WarmProcess) -> None:
    server = numbers()["parent"]
    os.kill(server, signal.SIGKILL)
    assert comes_true(lambda: is_gone(server))
    assert numbers()["parent"] == os.getpid()
    assert not warm.is_over


def test_whoever_leaves_ends_the_child_that_runs(tmp_path: Path) -> None:
    place = tmp_path / "pid"
    process = WarmProcess()
    with ThreadPoolExecutor(1, initializer=use_warm_process, initargs=(process,)) as pool:
        with process:
            waiting = pool.submit(run, "writes_its_number_and_waits", str(place))
            assert comes_true(lambda: place.exists() and place.read_text(encoding="utf-8") != "")
        with pytest.raises(SourceError, match=r"^Desk\.docx: reading it was given up"):
            waiting.result()
    assert is_gone(int(place.read_text(encoding="utf-8")))


def test_all_of_it_ends_with_the_process_that_asked(tmp_path: Path) -> None:
    place = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", _WARM_PROGRAM, str(place)], stdout=subprocess.PIPE) as asking:
        assert asking.stdout is not None
        server = int(asking.stdout.readline())
        assert comes_true(lambda: place.exists() and place.read_text(encoding="utf-8") != "")
        asking.kill()
    child = int(place.read_text(encoding="utf-8"))
    assert comes_true(lambda: is_gone(server) and is_gone(child))
