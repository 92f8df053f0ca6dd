"""A file or folder is replaced whole or not at all, whatever happens to the writer."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.errors import OutputError
from index.storage import atomic
from index.storage.atomic import replacing_file, replacing_folder

KILLED = """
import sys, time
from pathlib import Path
from index.storage.atomic import replacing_folder
with replacing_folder(Path(sys.argv[1])) as new:
    (new / "half.txt").write_text("half", encoding="utf-8")
    print("writing", flush=True)
    time.sleep(60)
"""


def put(folder: Path, text: str) -> None:
    with replacing_folder(folder) as new:
        (new / "text.txt").write_text(text, encoding="utf-8")


def text_in(folder: Path) -> str:
    return (folder / "text.txt").read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


@pytest.fixture(params=[True, False], ids=["exchanged", "renamed"])
def exchanging(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both ways of putting the new folder in place: in one step, and where the system has no such step, in two."""
    if not request.param:
        monkeypatch.setattr(atomic, "_exchange", lambda _one, _other: False)
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
    with pytest.raises(error), replacing_folder(folder) as new:
        (new / "text.txt").write_text("half", encoding="utf-8")
        raise error
    assert text_in(folder) == "one"
    assert names(folder) == ["index"]


def test_what_cannot_be_written_is_one_line_that_names_the_folder(folder: Path) -> None:
    put(folder, "one")
    with (
        pytest.raises(OutputError, match=r"index: No space left on device; what was there is unchanged$"),
        replacing_folder(folder) as new,
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
    with pytest.raises(ValueError, match="stop"), replacing_folder(folder):
        raise ValueError("stop")
    assert text_in(folder) == "one"


def test_a_builder_waits_for_the_one_before(folder: Path) -> None:
    order: list[str] = []

    def build(text: str) -> None:
        with replacing_folder(folder) as new:
            order.append(text)
            (new / "text.txt").write_text(text, encoding="utf-8")

    with replacing_folder(folder) as new:
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


def test_a_file_is_put_in_place_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("old", encoding="utf-8")
    with replacing_file(path) as file:
        file.write(b"new")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["out.md"]


def test_an_error_or_ctrl_c_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("old", encoding="utf-8")
    for error in (ValueError, KeyboardInterrupt):
        with pytest.raises(error), replacing_file(path) as file:
            file.write(b"new")
            raise error
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.md"]


def test_what_a_killed_run_left_behind_is_written_over(tmp_path: Path) -> None:
    (tmp_path / ".out.md.partial").write_text("half a file that is longer", encoding="utf-8")
    with replacing_file(tmp_path / "out.md") as file:
        file.write(b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["out.md"]
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "new"


def test_a_full_disk_is_one_line_that_names_the_file(tmp_path: Path) -> None:
    message = r"out\.md: No space left on device; what was there is unchanged"
    with pytest.raises(OutputError, match=message), replacing_file(tmp_path / "out.md"):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_file_is_made(tmp_path: Path) -> None:
    with replacing_file(tmp_path / "a" / "b" / "out.md") as file:
        file.write(b"new")
    assert (tmp_path / "a" / "b" / "out.md").read_bytes() == b"new"


def test_a_file_in_what_is_no_folder_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write"), replacing_file(tmp_path / "file" / "out.md"):
        pytest.fail("opened")
