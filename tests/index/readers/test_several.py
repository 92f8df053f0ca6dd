from pathlib import Path
from threading import Lock

from index.errors import SourceError
from index.readers.base import Line, ReadLimits, SourceText
from index.readers.several import read_several


class FakeReader:
    """Reads the name of a file; counts how many files it is asked for."""

    suffixes = (".fake",)
    signatures = ()

    def __init__(self) -> None:
        self.asked = 0
        self._lock = Lock()

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        with self._lock:
            self.asked += 1
        if path.stem == "bad":
            raise SourceError(f"{path}: bad")
        return SourceText((Line(path.stem, 1),))


def _words(found: SourceText | SourceError) -> str:
    return str(found) if isinstance(found, SourceError) else found.lines[0].text


def test_files_come_in_their_order_and_a_bad_one_with_its_error() -> None:
    paths = [Path(f"{name}.fake") for name in ("c", "a", "bad", "b")]
    found = list(read_several(paths, [FakeReader()], ReadLimits(), at_once=2))
    assert [path for path, _ in found] == paths
    assert [_words(each) for _, each in found] == ["c", "a", "bad.fake: bad", "b"]


def test_no_more_files_are_read_ahead_than_are_soon_taken() -> None:
    reader = FakeReader()
    found = read_several([Path(f"{number}.fake") for number in range(100)], [reader], ReadLimits(), at_once=2)
    next(found)
    found.close()
    assert reader.asked <= 8
