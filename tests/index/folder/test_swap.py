"""A folder is replaced whole or not at all, whatever happens to the builder."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.errors import OutputError
from index.folder import swap
from index.folder.swap import replacing

KILLED = """
import sys, time
from pathlib import Path
from index.folder.swap import replacing
with replacing(Path(sys.argv[1])) as new:
    (new / "half.txt").write_text("half", encoding="utf-8")
    print("writing", flush=True)
    time.sleep(60)
"""


def put(folder: Path, text: str) -> None:
    with replacing(folder) as new:
        (new / "text.txt").write_text(text, encoding="utf-8")


def text_in(folder: Path) -> str:
    return (folder / "text.txt").read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


@pytest.fixture(params=[True, False], ids=["exchanged", "renamed"])
def exchanging(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both ways of putting the new folder in place: in one step, and where the system has no such step, in two."""
    if not request.param:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    return bool(request.param)


@pytest.mark.usefixtures("exchanging")
def test_a_folder_is_made_and_then_replaced_and_nothing_else_is_left(folder: Path) -> None:
    put(folder, "one")
    assert text_in(folder) == "one"
    put(folder, "two")
    assert text_in(folder) == "two"
    assert names(folder) == ["index"]


@pytest.mark.usefixtures("exchanging")
def test_a_file_opened_in_the_old_folder_can_be_read_on(folder: Path) -> None:
    put(folder, "one")
    with (folder / "text.txt").open(encoding="utf-8") as file:
        put(folder, "two")
        assert file.read() == "one"


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_error_leaves_the_old_folder_as_it_was(folder: Path, error: type[BaseException]) -> None:
    put(folder, "one")
    with pytest.raises(error), replacing(folder) as new:
        (new / "text.txt").write_text("half", encoding="utf-8")
        raise error
    assert text_in(folder) == "one"
    assert names(folder) == ["index"]


def test_what_cannot_be_written_is_one_line_that_names_the_folder(folder: Path) -> None:
    put(folder, "one")
    with (
        pytest.raises(OutputError, match=r"index: No space left on device; what was there is unchanged$"),
        replacing(folder) as new,
    ):
        (new / "text.txt").write_text("half", encoding="utf-8")
        Path("/dev/full").write_text("more", encoding="utf-8")
    assert text_in(folder) == "one"
    assert names(folder) == ["index"]


def test_a_parent_that_is_a_file_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write"):
        put(tmp_path / "file" / "index", "one")


def test_what_a_killed_builder_left_is_removed_by_the_next(folder: Path) -> None:
    put(folder, "one")
    with subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True) as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "writing\n"
        os.kill(builder.pid, signal.SIGKILL)
    assert text_in(folder) == "one"
    assert len(names(folder)) == 2
    put(folder, "two")
    assert text_in(folder) == "two"
    assert names(folder) == ["index"]


def test_an_old_folder_put_aside_by_a_killed_builder_comes_back(folder: Path) -> None:
    aside = folder.with_name(".index.building-1-x") / "index"
    aside.mkdir(parents=True)
    (aside / "text.txt").write_text("one", encoding="utf-8")
    with pytest.raises(ValueError, match="stop"), replacing(folder):
        raise ValueError("stop")
    assert text_in(folder) == "one"


def test_a_builder_waits_for_the_one_before(folder: Path) -> None:
    order: list[str] = []

    def build(text: str) -> None:
        with replacing(folder) as new:
            order.append(text)
            (new / "text.txt").write_text(text, encoding="utf-8")

    with replacing(folder) as new:
        second = threading.Thread(target=build, args=("two",))
        second.start()
        second.join(0.2)
        assert second.is_alive()
        order.append("one")
        (new / "text.txt").write_text("one", encoding="utf-8")
    second.join()
    assert order == ["one", "two"]
    assert text_in(folder) == "two"


def test_a_name_with_odd_characters_is_only_a_name(tmp_path: Path) -> None:
    other = tmp_path / ".[ab] *.building-notes"
    other.mkdir()
    put(tmp_path / "a", "one")
    put(tmp_path / "[ab] ü", "two")
    assert other.is_dir()
    assert text_in(tmp_path / "[ab] ü") == "two"


def test_through_a_link_the_folder_it_points_to_is_replaced(folder: Path, tmp_path: Path) -> None:
    put(folder, "one")
    (tmp_path / "link").symlink_to(folder)
    put(tmp_path / "link", "two")
    assert (tmp_path / "link").is_symlink()
    assert text_in(folder) == "two"
