"""Modules as syntax trees, and the modules that each names: in imports, in subprocesses and in tables of names."""

import ast
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

FRONT = "pincite"
"""What other programs import: it builds on all the others, and none of them on it."""
LAYERS = ("index", "rag", "eval", "ui", FRONT)
_OURS = "|".join((*LAYERS, "tests"))
# `index.readers.pdf.reader`, alone or with the name of what is wanted from it, as in an entry point.
_MODULE_NAME = re.compile(rf"((?:{_OURS})(?:\.\w+)+)(?::\w+)?")
# `python -m ui.cli.main` in one string, and a program given to `python -c`.
_IN_TEXT = re.compile(rf"(?:^|\s)-m\s+((?:{_OURS})(?:\.\w+)+)|\bfrom ((?:{_OURS})(?:\.\w+)*) import ")


@cache
def tree_of(source: str) -> ast.Module:
    """The syntax tree of `source`; the same object for the same text."""
    return ast.parse(source)


@cache
def nodes_of(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All nodes of a syntax tree, itself first; walked through once for all rules."""
    return tuple(ast.walk(tree))


def modules(root: Path, folders: Collection[str] = LAYERS) -> Iterator[tuple[str, ast.Module]]:
    """Path (from `root`, with slashes) and syntax tree of every module in `folders`."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            yield path.relative_to(root).as_posix(), tree_of(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST, module: str) -> Iterator[str]:
    """Full names of what `module` imports anywhere, inside functions and by name (`import_module`) too.

    `from rag import answer` gives `rag` and `rag.answer`: which of them is a module, the files tell.
    """
    package = module.split("/")[:-1]
    for node in nodes_of(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*above, *([node.module] if node.module else [])])
            yield name
            yield from (f"{name}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def started(tree: ast.AST) -> Iterator[str]:
    """Full names of the modules that stand in the strings of a module: `-m ui.cli.main`, `rag.lookup:look_up`."""
    for node in nodes_of(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            whole = _MODULE_NAME.fullmatch(node.value)
            if whole:
                yield whole[1]
    for text in _texts_run(tree):
        yield from (found[1] or found[2] for found in _IN_TEXT.finditer(text))


@cache
def named(tree: ast.AST, module: str) -> tuple[str, ...]:
    """Full names of all that `module` imports or starts."""
    return (*imported(tree, module), *started(tree))


def called(node: ast.Call) -> str:
    """The last name of the function that `node` calls."""
    return last_name(node.func)


def last_name(node: ast.AST) -> str:
    """`run` of `subprocess.run` and of `run`; empty for what is no name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _texts_run(tree: ast.AST) -> Iterator[str]:
    """The strings that statements and calls may hand to an interpreter: all but docstrings and other lone strings."""
    waiting = [(tree, False)]
    while waiting:
        node, handed = waiting.pop()
        if handed and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        handed = handed or isinstance(node, ast.Call | ast.Assign | ast.AnnAssign | ast.Return)
        waiting += [(inner, handed) for inner in ast.iter_child_nodes(node)]
