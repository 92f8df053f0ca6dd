"""Files and folders read to a corpus."""

from pathlib import Path

import pytest

from index.corpus import read_corpus
from index.errors import CatalogueError, SourceError


def write(path: Path, text: str = "1. The Group met.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ids(*paths: Path) -> list[str]:
    return [parse.document.id for parse in read_corpus(paths).parses]


def test_a_folder_gives_its_text_and_markdown_files_by_id(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "C.TXT", "notes.docx", "deeper/d.txt"):
        write(tmp_path / name)
    assert ids(tmp_path) == ["a", "b", "c"]


def test_files_and_folders_can_be_mixed_and_a_file_counts_once(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one" / "a.txt"), write(tmp_path / "other" / "b.text")
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
    with pytest.raises(SourceError, match=r"holds no \.txt or \.md file"):
        read_corpus([tmp_path])
    with pytest.raises(SourceError, match=r"gone\.txt: no such file"):
        read_corpus([tmp_path / "gone.txt"])
    with pytest.raises(SourceError, match="no file or folder was named"):
        read_corpus([])
    with pytest.raises(SourceError, match="rename it"):
        read_corpus([write(tmp_path / "文件.txt")])


def test_two_files_that_would_have_one_id_are_both_named(tmp_path: Path) -> None:
    first, second = write(tmp_path / "Report A.txt"), write(tmp_path / "report-a.md")
    with pytest.raises(SourceError) as caught:
        read_corpus([tmp_path])
    assert str(caught.value) == f"{first} and {second} would both be called 'report-a'; rename one of them"


def test_a_wrong_catalogue_stops_the_reading(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "catalogue.toml", '[b]\ntitle = "B"\n')
    with pytest.raises(CatalogueError, match=r"there is no b\.txt"):
        read_corpus([tmp_path])


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    files = [write(tmp_path / name) for name in ("b.txt", "a.txt")]
    told: list[Path] = []
    read_corpus([tmp_path], on_file=told.append)
    assert told == sorted(files)


def test_a_file_without_a_paragraph_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt", "***\n\n---\n")
    (failure,) = read_corpus([tmp_path]).failures
    assert str(failure) == (
        f"{tmp_path / 'b.txt'}: there is no paragraph in it; leave it out or put the document's text in it"
    )
