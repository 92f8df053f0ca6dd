"""Which modules a command runs through, in the order in which it comes to them.

`python -m tests.support.route ask "How many …?"` prints them for a command. It runs the command once before,
so that what a first run alone does, such as importing, is not among them. Work in other processes is not seen.
"""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from tests.support.layout.modules import LAYERS

ROOT = Path(__file__).parents[2]


def route(work: Callable[[], object]) -> list[str]:
    """The modules of the project whose functions `work` runs, by path (`rag/answerer.py`), each once."""
    entered: dict[str, None] = {}
    known: dict[str, str | None] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file not in known:
            known[file] = _module(file)
        if event == "call" and (module := known[file]) is not None:
            entered.setdefault(module)

    before = sys.getprofile()
    threading.setprofile(note)
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
        threading.setprofile(None)
    return list(entered)


def _module(file: str) -> str | None:
    """The path of a module of the project under its root; None of any other file."""
    path = Path(file)
    if not path.is_relative_to(ROOT):
        return None
    inside = path.relative_to(ROOT)
    return inside.as_posix() if inside.parts[0] in LAYERS else None


def _main(arguments: list[str]) -> None:
    from ui.cli.main import run

    run(arguments)
    modules = route(lambda: run(arguments))
    folders = {Path(module).parent for module in modules}
    sys.stdout.write("\n".join([*modules, f"{len(modules)} modules in {len(folders)} folders", ""]))


if __name__ == "__main__":
    _main(sys.argv[1:])
