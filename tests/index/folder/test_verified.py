"""The files of an index folder, read through the folder that was opened and against their hashes."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.errors import IndexFolderError
from index.folder.files import sha256_of_files, write_array, write_lines
from index.folder.verified import VerifiedFiles, manifest_of, open_folder, verified_files
from index.manifest import Counts, Manifest

Array = NDArray[np.generic]


def read(folder: Path, work: Callable[[VerifiedFiles], object]) -> object:
    """What `work` makes of the file `name` of `folder`, whose hashes are those of what lies there."""
    manifest = Manifest("f" * 64, "m", "a" * 64, 4, 4, 256, Counts(1, 1, 1, 1, 1), files=sha256_of_files(folder))
    with open_folder(folder) as opened, verified_files(opened, manifest, frozenset(manifest.files)) as files:
        return work(files)


def array(
    folder: Path, dtype: type[np.generic], shape: tuple[int, ...], *, mapped: bool = False
) -> NDArray[np.generic]:
    found = read(folder, lambda files: files.array("a.npy", dtype, shape, mapped=mapped))
    assert isinstance(found, np.ndarray)
    return found


@pytest.mark.parametrize(
    "wanted",
    [np.arange(6, dtype=np.int64).reshape(2, 3), np.ones((3, 2), dtype=np.float16).T, np.zeros((0, 3), dtype=np.int64)],
)
@pytest.mark.parametrize("mapped", [False, True])
def test_an_array_comes_back(tmp_path: Path, wanted: Array, mapped: bool) -> None:
    write_array(tmp_path / "a.npy", wanted)
    assert np.array_equal(np.load(tmp_path / "a.npy", allow_pickle=False), wanted)
    assert np.array_equal(array(tmp_path, wanted.dtype.type, wanted.shape, mapped=mapped), wanted)


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="only Linux tells how a file is read")
@pytest.mark.parametrize(("very_long", "expected"), [(1_000, True), (10_000, False)])
def test_of_a_very_long_array_no_more_is_read_than_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, very_long: int, expected: bool
) -> None:
    monkeypatch.setattr("index.folder.verified.VERY_LONG", very_long)
    write_array(tmp_path / "a.npy", np.ones((100, 4), dtype=np.float32))
    held = array(tmp_path, np.float32, (100, 4), mapped=True)
    mapping = Path("/proc/self/smaps").read_text(encoding="utf-8").split(f"{tmp_path}/a.npy")[1]
    flags = next(line for line in mapping.splitlines() if line.startswith("VmFlags"))
    assert ("rr" in flags.split()) == expected
    assert held.sum() == 400


def test_an_array_of_another_kind_or_shape_is_refused(tmp_path: Path) -> None:
    write_array(tmp_path / "a.npy", np.zeros((2, 3), dtype=np.float32))
    assert array(tmp_path, np.float32, (-1, 3)).shape == (2, 3)
    with pytest.raises(IndexFolderError, match=r"holds float32\[2, 3\], expected float32\[2, 4\]"):
        array(tmp_path, np.float32, (2, 4))
    with pytest.raises(IndexFolderError, match=r"expected int64"):
        array(tmp_path, np.int64, (2, 3))
    with pytest.raises(IndexFolderError, match=r"expected float32\[6\]"):
        array(tmp_path, np.float32, (6,))


def test_an_array_whose_rows_are_its_columns_is_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.zeros((2, 2), dtype=np.float32, order="F"))
    with pytest.raises(IndexFolderError, match=r"a\.npy is broken"):
        array(tmp_path, np.float32, (2, 2))


@pytest.mark.parametrize(
    "head", ["{'descr': '<f4', 'fortran_order': False, 'shape': (2,)", "(" * 900, "{}", "[1]", "{'descr': 9}"]
)
def test_an_array_with_a_damaged_head_is_refused(tmp_path: Path, head: str) -> None:
    start = b"\x93NUMPY\x01\x00" + len(head).to_bytes(2, "little")
    (tmp_path / "a.npy").write_bytes(start + head.encode() + bytes(8))
    with pytest.raises(IndexFolderError, match=r"a\.npy is broken"):
        array(tmp_path, np.float32, (2,))


@pytest.mark.parametrize("length", [-1, 1])
def test_an_array_cut_off_or_with_more_behind_it_is_refused(tmp_path: Path, length: int) -> None:
    write_array(tmp_path / "a.npy", np.zeros(4, dtype=np.float32))
    content = (tmp_path / "a.npy").read_bytes()
    (tmp_path / "a.npy").write_bytes(content[:length] if length < 0 else content + b"x")
    with pytest.raises(IndexFolderError, match=r"a.npy is broken .it holds 1[57] bytes of float32\[4\]"):
        array(tmp_path, np.float32, (4,))


def test_a_pickle_is_never_opened(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(IndexFolderError, match="pincite index"):
        array(tmp_path, np.float32, (1,))


def test_lines_come_back_and_a_bad_one_is_counted(tmp_path: Path) -> None:
    def said(record: object) -> object:
        if not isinstance(record, dict) or record.keys() != {"a"}:
            raise TypeError("it is something else")
        return record["a"]

    path = tmp_path / "lines.jsonl"
    write_lines(path, [{"a": "é\u2028\n"}, {"a": "b"}])
    assert read(tmp_path, lambda files: files.lines(path.name, said)) == ("é\u2028\n", "b")
    for text, message in (
        ('{"a": 1}\n{"a": ', "line 2"),
        ('{"b": 1}\n', "line 1: it is something else"),
        ("[" * 100_000, "line 1: lists or objects nested too deeply"),
        ('{"a": ' + "9" * 5_000 + "}\n", "line 1"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(IndexFolderError, match=message):
            read(tmp_path, lambda files: files.lines(path.name, said))
    path.write_bytes(b'{"a": "\xe9"}\n')
    with pytest.raises(IndexFolderError, match=r"lines.jsonl is broken .*utf-8"):
        read(tmp_path, lambda files: files.lines(path.name, said))


def test_a_file_missing_altered_or_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a").write_text("one", encoding="utf-8")
    manifest = Manifest("f" * 64, "m", "a" * 64, 4, 4, 256, Counts(1, 1, 1, 1, 1), files=sha256_of_files(tmp_path))

    def text() -> str:
        with open_folder(tmp_path) as opened, verified_files(opened, manifest, frozenset({"sub/a"})) as files:
            return files.text("sub/a")

    assert text() == "one"
    (tmp_path / "sub" / "a").write_text("two", encoding="utf-8")
    with pytest.raises(IndexFolderError, match=r"sub/a is broken .it is not the file that was written"):
        text()
    (tmp_path / "sub" / "a").unlink()
    with pytest.raises(IndexFolderError, match=r"sub/a is broken .it is missing"):
        text()
    os.mkfifo(tmp_path / "sub" / "a")
    with pytest.raises(IndexFolderError, match=r"sub/a is broken .it is not a file"):
        text()


@pytest.mark.parametrize(("named", "message"), [(["a"], "'b' is missing"), (["a", "b", "c"], "'c' is not known")])
def test_a_manifest_names_each_file_that_is_read_and_no_other(tmp_path: Path, named: list[str], message: str) -> None:
    files = dict.fromkeys(named, "0" * 64)
    manifest = Manifest("f" * 64, "m", "a" * 64, 4, 4, 256, Counts(1, 1, 1, 1, 1), files=files)
    with (
        open_folder(tmp_path) as opened,
        pytest.raises(IndexFolderError, match=rf"manifest.json is broken .files: {message}"),
        verified_files(opened, manifest, frozenset({"a", "b"})),
    ):
        pass


def test_a_folder_that_was_opened_is_read_though_another_is_in_its_place(tmp_path: Path) -> None:
    folder, other = tmp_path / "index", tmp_path / "other"
    for each, text in ((folder, "one"), (other, "two")):
        each.mkdir()
        (each / "a").write_text(text, encoding="utf-8")
    with open_folder(folder) as opened:
        assert opened.is_in_place()
        folder.rename(tmp_path / "aside")
        assert not opened.is_in_place()
        other.rename(folder)
        assert not opened.is_in_place()
        with opened.open("a") as file:
            assert file.read() == b"one"


def test_what_is_no_folder_says_how_to_build_an_index(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "none", tmp_path / "file"):
        with pytest.raises(IndexFolderError, match=rf"no index at {path}; build one: pincite index"), open_folder(path):
            pass


@pytest.mark.parametrize("content", [b"", b"{", b"\x00", b'{"program": "pinc', b"\xff", b"[" * 100_000])
def test_half_a_manifest_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    with (
        open_folder(tmp_path) as opened,
        pytest.raises(IndexFolderError, match=r"manifest.json cannot be read .*pincite index"),
    ):
        manifest_of(opened)


def test_a_folder_without_manifest_is_no_index(tmp_path: Path) -> None:
    with open_folder(tmp_path) as opened, pytest.raises(IndexFolderError, match="is not a pincite index"):
        manifest_of(opened)
    (tmp_path / "manifest.json").write_text(json.dumps({"program": "other"}), encoding="utf-8")
    with open_folder(tmp_path) as opened, pytest.raises(IndexFolderError, match="was not written by pincite"):
        manifest_of(opened)
