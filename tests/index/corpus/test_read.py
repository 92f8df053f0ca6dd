"""Files and folders read to a corpus."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.corpus import read
from index.corpus.read import ReadBefore, read_corpus
from index.corpus.state import CorpusState
from index.document import Parse
from index.errors import CatalogueError, SourceError
from index.parser.parse import parse_source
from index.readers.base import SourceText


def write(path: Path, text: str = "1. The Group met.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ids(*paths: Path) -> list[str]:
    return [parse.document.id for parse in read_corpus(paths).parses]


def test_a_folder_gives_its_files_and_those_of_the_folders_in_it_by_id(tmp_path: Path) -> None:
    for number, name in enumerate(
        ("b.md", "a.txt", "C.TXT", "picture.png", "deeper/still/d.txt", ".hidden/e.txt", "~$f.txt")
    ):
        write(tmp_path / name, f"1. The Group met {number} times.\n")
    assert ids(tmp_path) == ["a", "b", "c", "d"]


def test_files_and_folders_can_be_mixed_and_a_file_counts_once(tmp_path: Path) -> None:
    one = write(tmp_path / "one" / "a.txt")
    other = write(tmp_path / "other" / "b.text", "1. The Group met again.\n")
    assert ids(other, tmp_path / "one", one, tmp_path / "one" / ".." / "one" / "a.txt") == ["a", "b"]


def test_a_document_takes_what_the_catalogue_beside_it_says(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Report of the Group\n\n4 April 2018\n\n1. The Group met.\n")
    write(tmp_path / "catalogue.toml", '[a]\nsymbol = "A/1/2"\nalso_known_as = ["the report"]\n')
    for paths in ([tmp_path], [tmp_path / "a.txt"]):
        (parse,) = read_corpus(paths).parses
        assert (parse.document.symbol, parse.document.also_known_as) == ("A/1/2", ("the report",))
        assert (parse.document.date, parse.document.title) == ("2018-04-04", "Report of the Group")


def test_a_file_that_cannot_be_read_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.txt").write_bytes(b"caf\xe9")
    corpus = read_corpus([tmp_path, tmp_path / "gone.txt"])
    assert [parse.document.id for parse in corpus.parses] == ["a"]
    assert [str(failure).split(": ")[0] for failure in corpus.failures] == [
        str(tmp_path / "b.txt"),
        str(tmp_path / "c.txt"),
        str(tmp_path / "gone.txt"),
    ]


def test_a_fault_in_taking_one_text_apart_costs_that_text_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse(text: SourceText, **given: Any) -> Parse:  # noqa: ANN401 - handed on as it is
        if "Crash." in text.lines[0].text:
            raise IndexError("tuple index out of range")
        return parse_source(text, **given)

    monkeypatch.setattr(read, "parse_source", parse)
    for name, text in (("one", "1. Crash."), ("two", "1. Words.")):
        (tmp_path / f"{name}.txt").write_text(text)
    found = read_corpus([tmp_path])
    assert [each.document.id for each in found.parses] == ["two"]
    (failure,) = found.failures
    assert "one.txt: pincite failed to take its text apart (IndexError: tuple index out of range)" in str(failure)


def test_a_link_out_of_a_folder_is_not_followed_and_is_reported(tmp_path: Path) -> None:
    outside, inside = write(tmp_path / "home" / "secret.txt"), write(tmp_path / "handed-in" / "a.txt")
    folder = inside.parent
    (folder / "out.txt").symlink_to(outside)
    (folder / "up.md").symlink_to(Path("..") / "home" / "secret.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    corpus = read_corpus([folder])
    assert [parse.document.id for parse in corpus.parses] == ["a"]
    nowhere = "a symbolic link to a file that is not there; mend the link or take it away"
    leading_out = "a symbolic link out of its folder, which is not followed; name the file it leads to"
    assert [str(failure) for failure in corpus.failures] == [
        f"{folder / 'circle.txt'}: {nowhere}",
        f"{folder / 'gone.txt'}: {nowhere}",
        f"{folder / 'out.txt'}: {leading_out}",
        f"{folder / 'up.md'}: {leading_out}",
    ]


def test_a_link_that_is_named_or_stays_in_its_folder_is_followed(tmp_path: Path) -> None:
    file = write(tmp_path / "there" / "deeper" / "a.txt")
    (tmp_path / "there" / "inside.txt").symlink_to(file)
    (tmp_path / "folder").symlink_to(tmp_path / "there")
    (tmp_path / "file.txt").symlink_to(file)
    assert ids(tmp_path / "folder") == ["inside"]
    assert ids(tmp_path / "file.txt") == ["file"]


def test_a_link_in_a_circle_that_is_named_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    with pytest.raises(SourceError, match=r"circle\.txt: cannot be read"):
        read_corpus([tmp_path / "circle.txt"])


def test_another_encoding_holds_for_all_files(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes("1. Le café a ouvert.\n".encode("cp1252"))
    (parse,) = read_corpus([tmp_path], encoding="cp1252").parses
    assert parse.document.paragraphs[0].text == "Le café a ouvert."


def test_nothing_to_read_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"holds no file that is read \(.*\.pdf.*\.txt.*\); name another"):
        read_corpus([tmp_path])
    with pytest.raises(SourceError, match=r"gone\.txt: no such file"):
        read_corpus([tmp_path / "gone.txt"])
    with pytest.raises(SourceError, match="no file or folder was named"):
        read_corpus([])


def test_names_in_any_script_and_with_signs_in_them_give_ids(tmp_path: Path) -> None:
    names = ("تقرير 2025.txt", "文件.txt", "Rapport annuel (1).txt", "Résolution n° 7.txt", "__.txt", "A_79_352.en.txt")
    for number, name in enumerate(names):
        write(tmp_path / name, f"1. The Group met {number} times.\n")
    assert sorted(ids(tmp_path)) == sorted(
        ["تقرير-2025", "文件", "rapport-annuel-1", "résolution-n-7", "document", "a-79-352-en"]
    )


def test_files_of_one_name_are_told_apart_by_their_folders_and_at_last_by_a_number(tmp_path: Path) -> None:
    for number, name in enumerate(("report.txt", "2024/report.txt", "2025/report.txt", "2025/Report.md")):
        write(tmp_path / name, f"1. The Group met {number} times.\n")
    parses = read_corpus([tmp_path]).parses
    sources = {parse.document.id: Path(parse.document.source).relative_to(tmp_path).as_posix() for parse in parses}
    assert sources["report"] == "report.txt"
    assert sources["2024-report"] == "2024/report.txt"
    assert {sources[id] for id in sources if id.endswith("2025-report")} == {"2025/report.txt", "2025/Report.md"}
    assert len(sources) == 4


def test_the_same_file_twice_is_one_document(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.txt"), write(tmp_path / "b (copy of a).txt")
    corpus = read_corpus([tmp_path])
    assert [parse.document.id for parse in corpus.parses] == ["a"]
    assert [str(failure) for failure in corpus.failures] == [
        f"{second}: the same as {first}, which is read; nothing is lost"
    ]


def before(*paths: Path) -> ReadBefore:
    corpus = read_corpus(paths)
    return ReadBefore(corpus.state, {parse.document.id: parse for parse in corpus.parses})


def reading_twice(*paths: Path, known: ReadBefore, encoding: str = "utf-8") -> tuple[list[str], int]:
    """The texts of the first paragraphs, and how many files were read, when `paths` are read after `known`."""
    totals: list[int] = []
    corpus = read_corpus(
        paths, before=known, encoding=encoding, on_progress=lambda _stage, _done, total: totals.append(total)
    )
    return [parse.document.paragraphs[0].text for parse in corpus.parses], totals[-1]


def test_only_files_whose_contents_changed_are_read_again(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "1. First.\n")
    write(tmp_path / "b.txt", "1. Second.\n")
    known = before(tmp_path)
    assert reading_twice(tmp_path, known=known) == (["First.", "Second."], 0)
    write(tmp_path / "b.txt", "1. Other words.\n")
    write(tmp_path / "c.txt", "1. Third.\n")
    assert reading_twice(tmp_path, known=known) == (["First.", "Other words.", "Third."], 2)


def test_a_file_that_was_only_touched_is_not_read_again(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", "1. First.\n")
    known = before(tmp_path)
    os.utime(file, ns=(1, 1))
    assert reading_twice(tmp_path, known=known) == (["First."], 0)


def test_what_the_catalogue_says_now_counts(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "1. First.\n")
    known = before(tmp_path)
    write(tmp_path / "catalogue.toml", '[a]\nsymbol = "A/1/2"\n')
    assert reading_twice(tmp_path, known=known) == (["First."], 1)


def test_another_version_of_the_program_or_another_encoding_reads_all_again_and_keeps_the_ids(tmp_path: Path) -> None:
    write(tmp_path / "later" / "report.txt", "1. First.\n")
    known = before(tmp_path)
    write(tmp_path / "earlier" / "report.txt", "1. Second.\n")
    older = replace(known, state=replace(known.state, read_by="0.0"))
    assert reading_twice(tmp_path, known=older)[1] == 2
    corpus = read_corpus([tmp_path], before=older)
    assert {parse.document.id: parse.document.paragraphs[0].text for parse in corpus.parses} == {
        "report": "First.",
        "earlier-report": "Second.",
    }
    assert reading_twice(tmp_path, known=known, encoding="cp1252")[1] == 2


def test_a_file_that_could_not_be_read_is_told_of_again_and_not_tried_again(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"caf\xe9")
    known = before(tmp_path)
    totals: list[int] = []
    again = read_corpus([tmp_path], before=known, on_progress=lambda _stage, _done, total: totals.append(total))
    assert totals[-1] == 0
    assert [str(failure).split(": ")[0] for failure in again.failures] == [str(tmp_path / "b.txt")]


def test_files_that_somebody_removed_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "1. First.\n")
    file = write(tmp_path / "b.txt", "1. Second.\n")
    assert [parse.document.id for parse in read_corpus([tmp_path], left_out=[str(file)]).parses] == ["a"]


def test_the_state_of_a_corpus_is_written_and_read_back(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "تقرير.txt").write_bytes(b"caf\xe9")
    state = read_corpus([tmp_path]).state
    assert CorpusState.from_json(state.to_json()) == state


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"roots": 1}', '{"roots": [1], "left_out": [], "files": [], "encoding": "", "read_by": ""}'],
)
def test_what_is_no_state_of_a_corpus_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not the files|Expecting value"):
        CorpusState.from_json(text)


def test_a_wrong_catalogue_stops_the_reading(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "catalogue.toml", '[b]\ntitle = "B"\n')
    with pytest.raises(CatalogueError, match=r"there is no b\.txt"):
        read_corpus([tmp_path])


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        write(tmp_path / name, f"1. The Group met in {name}.\n")
    told: list[tuple[str, int, int]] = []
    read_corpus([tmp_path], on_progress=lambda *step: told.append(step))
    assert told == [("files", 0, 2), ("files", 1, 2), ("files", 2, 2)]


def test_a_file_without_a_paragraph_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt", "***\n\n---\n")
    (failure,) = read_corpus([tmp_path]).failures
    assert str(failure) == (
        f"{tmp_path / 'b.txt'}: there is no paragraph in it; leave it out or put the document's text in it"
    )
