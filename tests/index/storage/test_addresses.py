"""An index elsewhere is named by its address, or by the folder that stands for it."""

from pathlib import Path

import pytest

from index.errors import IndexFolderError
from index.storage.addresses import MilvusAddress, address_of, check_is_here, parse_address, place_of, shown_place


@pytest.mark.parametrize(
    ("text", "uri", "printed"),
    [
        ("milvus://search.example:19531/un", "http://search.example:19531", "milvus://search.example:19531/un"),
        ("milvus://10.0.0.7/un_2", "http://10.0.0.7:19530", "milvus://10.0.0.7:19530/un_2"),
        ("milvus://[::1]:9/_un", "http://[::1]:9", "milvus://[::1]:9/_un"),
        ("milvus:///data/un.db/un", "/data/un.db", "milvus:///data/un.db/un"),
    ],
)
def test_an_address_says_where_the_server_is_and_is_printed_as_it_is_read(text: str, uri: str, printed: str) -> None:
    address = parse_address(text)
    assert (address.uri, address.collection) == (uri, text.rsplit("/", 1)[1])
    assert str(address) == printed
    assert parse_address(printed) == address
    assert address.is_file == uri.startswith("/")


def test_the_path_of_a_file_is_made_absolute() -> None:
    assert parse_address("milvus://./un.db/un") == MilvusAddress(str(Path.cwd() / "un.db"), "un")


@pytest.mark.parametrize(
    "text",
    [
        "milvus://",
        "milvus://host",
        "milvus://host/",
        "milvus://host:port/un",
        "milvus://host:1/un/more",
        "milvus://host/un-2",
        "milvus://host/2un",
        "milvus://a b/un",
        "milvus://host/" + "u" * 192,
        "https://host/un",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(IndexFolderError, match=r"milvus://|no name of a collection"):
        parse_address(text)


def test_a_folder_stands_for_an_address_and_is_told_from_one_that_holds_an_index(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PINCITE_FETCHED", str(tmp_path))
    folder = place_of("milvus://host:1/un")
    assert folder.parent.parent == tmp_path
    assert address_of(folder) == MilvusAddress("http://host:1", "un")
    assert shown_place(folder) == "milvus://host:1/un"
    assert place_of("some/index") == Path("some/index")
    assert address_of(Path("some/index")) is None
    assert shown_place(Path("some/index")) == "some/index"


def test_two_addresses_have_two_folders() -> None:
    names = ["milvus://a:1/b", "milvus://a:1/c", "milvus://a:2/b", "milvus:///a.db/b"]
    assert len({place_of(name) for name in names}) == len(names)


def test_an_address_that_makes_no_name_of_a_folder_is_refused() -> None:
    with pytest.raises(IndexFolderError, match="too long by"):
        place_of(f"milvus:///{'a' * 250}.db/un")


def test_what_stands_for_an_address_is_not_changed_here() -> None:
    check_is_here(Path("some/index"))
    with pytest.raises(IndexFolderError, match=r"milvus://host:1/un is changed in the folder .* --out, .* --engine"):
        check_is_here(place_of("milvus://host:1/un"))
