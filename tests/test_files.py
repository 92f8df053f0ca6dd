"""The files of an index: what was written comes back, what is something else is refused by name."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.errors import IndexFolderError
from index.files import check_target, read_array, read_lines, sha256_of_files, verify, write_array, write_lines


@pytest.mark.parametrize(
    "array",
    [np.arange(6, dtype=np.int64).reshape(2, 3), np.ones((3, 2), dtype=np.float16).T, np.zeros((0, 3), dtype=np.int64)],
)
@pytest.mark.parametrize("mapped", [False, True])
def test_an_array_comes_back(tmp_path: Path, array: NDArray[np.int64], mapped: bool) -> None:
    path = tmp_path / "a.npy"
    write_array(path, array)
    assert np.array_equal(np.load(path, allow_pickle=False), array)
    assert np.array_equal(read_array(path, array.dtype.type, array.shape, mapped=mapped), array)


def test_an_array_of_another_kind_or_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.npy"
    write_array(path, np.zeros((2, 3), dtype=np.float32))
    assert read_array(path, np.float32, (-1, 3)).shape == (2, 3)
    with pytest.raises(IndexFolderError, match=r"holds float32\[2, 3\], expected float32\[2, 4\]"):
        read_array(path, np.float32, (2, 4))
    with pytest.raises(IndexFolderError, match=r"expected int64"):
        read_array(path, np.int64, (2, 3))
    with pytest.raises(IndexFolderError, match=r"expected float32\[6\]"):
        read_array(path, np.float32, (6,))


def test_a_pickle_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.npy"
    np.save(path, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(IndexFolderError, match="pincite index"):
        read_array(path, np.float32, (1,))


def test_lines_come_back_and_a_bad_one_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    records = [{"a": "é\u2028\n"}, {"a": "b"}]
    write_lines(path, records)
    assert read_lines(path, lambda record: record["a"]) == ("é\u2028\n", "b")
    with pytest.raises(IndexFolderError, match="line 1: 'b'"):
        read_lines(path, lambda record: record["b"])
    path.write_text('{"a": 1}\n{"a": ', encoding="utf-8")
    with pytest.raises(IndexFolderError, match="line 2"):
        read_lines(path, lambda record: record["a"])


def test_a_file_missing_or_altered_is_named(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a").write_text("one", encoding="utf-8")
    hashes = sha256_of_files(tmp_path)
    assert hashes == {"sub/a": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}
    verify(tmp_path, hashes)
    (tmp_path / "sub" / "a").write_text("two", encoding="utf-8")
    with pytest.raises(IndexFolderError, match=r"sub/a is broken .it is not the file that was written"):
        verify(tmp_path, hashes)
    (tmp_path / "sub" / "a").unlink()
    with pytest.raises(IndexFolderError, match=r"sub/a is broken .it is missing"):
        verify(tmp_path, hashes)


def test_only_nothing_an_empty_folder_or_an_index_may_be_replaced(tmp_path: Path) -> None:
    check_target(tmp_path / "nothing")
    check_target(tmp_path)
    (tmp_path / "vectors.npy").write_bytes(b"half")
    check_target(tmp_path)
    (tmp_path / "manifest.json").write_text('{"program": "pinc', encoding="utf-8")
    check_target(tmp_path)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"")
    with pytest.raises(IndexFolderError, match=r"holds 'thesis.docx'.*--out"):
        check_target(tmp_path)
    with pytest.raises(IndexFolderError, match="is a file"):
        check_target(tmp_path / "thesis.docx")


@pytest.mark.parametrize("text", ["{}", "[]", '{"name": "extension"}', '{"program": "other"}'])
def test_anothers_manifest_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(IndexFolderError, match="not written by pincite"):
        check_target(tmp_path)
