"""How folders and functions are shaped: circles between neighbours, crowded folders, functions that branch a lot."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path, PurePosixPath

from tests.support.layout.modules import LAYERS, modules, named, nodes_of

MOST_MODULES = 14  # in one folder: what a reader takes in at a glance, and a little more
MOST_BRANCHES = 15  # above it a function is listed; ruff's own count, without comprehensions and `and`, ends at 8

# A pair of neighbours, files or folders of one folder, with one import from the first to the second.
_Arrows = dict[str, dict[str, str]]


def circles(root: Path) -> list[str]:
    """Neighbours (files or folders of one folder) that import each other, straight or by way of others.

    Each with the modules whose imports close the circle, the first by name for every arrow.
    """
    found = []
    for folder, arrows in sorted(_arrows(root).items()):
        for circle in _smallest_circles(arrows):
            ways = [f"{arrows[a][b]} -> {b}" for a, b in pairwise([*circle, circle[0]])]
            found.append(f"{folder}: {' <-> '.join(circle)} ({'; '.join(ways)})")
    return found


def crowded_folders(root: Path) -> dict[str, int]:
    """Folders with more modules than a dozen or so, `__init__.py` not counted."""
    count = Counter(str(PurePosixPath(path).parent) for path, _ in modules(root) if not path.endswith("__init__.py"))
    return {folder: number for folder, number in count.items() if number > MOST_MODULES}


def branching_functions(root: Path) -> dict[str, int]:
    """Functions with more branches than `MOST_BRANCHES`: `path: name` with their number."""
    return {
        f"{path}: {node.name}": number
        for path, tree in modules(root)
        for node in nodes_of(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (number := branches(node)) > MOST_BRANCHES
    }


def branches(function: ast.AST) -> int:
    """McCabe's number with what ruff leaves out: comprehensions, their conditions, and each `and` and `or`.

    Functions inside count for themselves.
    """
    return 1 + sum(_adds(node) for node in _own_nodes(function))


def _adds(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    branching = ast.If | ast.IfExp | ast.For | ast.AsyncFor | ast.While | ast.ExceptHandler | ast.match_case
    return 1 if isinstance(node, branching) else 0


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    waiting = list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node
            waiting += ast.iter_child_nodes(node)


def _arrows(root: Path) -> Mapping[str, _Arrows]:
    """For every folder, which of its files and folders import which others of them, with a module that does."""
    trees = {path: tree for path, tree in modules(root)}
    arrows: dict[str, _Arrows] = defaultdict(lambda: defaultdict(dict))
    for path, tree in trees.items():
        parts = path.removesuffix(".py").split("/")
        for name in named(tree, path):
            other = _module(name, trees)
            if other is None:
                continue
            shared = next((i for i, (a, b) in enumerate(zip(parts, other, strict=False)) if a != b), None)
            if shared:
                arrows["/".join(parts[:shared])][parts[shared]].setdefault(other[shared], path)
    return arrows


def _module(name: str, paths: Mapping[str, object]) -> list[str] | None:
    """The parts of the module that `name` is, or is in; None for packages that are not ours."""
    parts = name.split(".")
    if parts[0] not in LAYERS:
        return None
    as_file = "/".join(parts) + ".py"
    return parts if as_file in paths else None


def _smallest_circles(arrows: _Arrows) -> Iterator[list[str]]:
    """Each shortest circle once, from its first name by the alphabet."""
    seen = set()
    for start in sorted(arrows):
        circle = _way_back(start, arrows)
        if circle and frozenset(circle) not in seen:
            seen.add(frozenset(circle))
            yield circle


def _way_back(start: str, arrows: _Arrows) -> list[str] | None:
    """The shortest way from `start` to itself, without the return; None where there is none."""
    ways, reached = [[start]], {start}
    while ways:
        way = ways.pop(0)
        for other in sorted(arrows.get(way[-1], {})):
            if other == start:
                return way
            if other not in reached:
                reached.add(other)
                ways.append([*way, other])
    return None
