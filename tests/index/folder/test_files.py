"""The files of an index: how they are written, and which folders may be replaced."""

from pathlib import Path

import pytest

from index.errors import IndexFolderError
from index.folder.files import check_target, sha256_of_files, write_lines


def test_lines_are_json_in_utf_8(tmp_path: Path) -> None:
    write_lines(tmp_path / "lines.jsonl", [{"a": "é\u2028\n"}, {"a": 1}])
    assert (tmp_path / "lines.jsonl").read_bytes() == '{"a": "é\u2028\\n"}\n{"a": 1}\n'.encode()


def test_hashes_are_of_all_files_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a").write_text("one", encoding="utf-8")
    assert sha256_of_files(tmp_path) == {"sub/a": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}


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
