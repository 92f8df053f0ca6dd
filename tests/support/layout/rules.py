"""What no module may do; each rule gives a line for every place that breaks it."""

import ast
from collections.abc import Collection, Iterator
from pathlib import Path

from tests.support.layout.modules import FRONT, LAYERS, called, imported, last_name, modules, named, nodes_of

LONGEST_MODULE = 300  # lines; STYLE of the project: one thing takes no more

# They take seconds to import together; `pincite --help` has to answer at once.
HEAVY = frozenset(
    "torch sentence_transformers transformers faiss bm25s streamlit pandas docx openpyxl matplotlib scipy sklearn "
    "pypdfium2 ir_measures langchain_text_splitters openai pymilvus milvus_lite grpc ray".split()
)
# Streamlit runs these files itself, when it is up already.
STREAMLIT_FILES = ("ui/app/app.py", "ui/app/app_pages/")
# Readers of foreign formats, which nothing imports: a process of its own loads one by name for each file.
LOADED_BY_NAME = ("index/readers/pdf/", "index/readers/word/", "index/readers/html/")
# Programs of their own and what they share; of these only `examples`, which import none of it, are used elsewhere.
STARTED_ALONE = ("index/embedding/train/", "index/training/", "rag/reader/train/")
# Formats that run code when they are read.
PICKLES = frozenset("pickle cPickle shelve dill cloudpickle joblib".split())


def upward_imports(root: Path) -> list[str]:
    """Modules that import or start one of a layer above theirs."""
    found = []
    for path, tree in modules(root):
        allowed = LAYERS[: LAYERS.index(path.split("/")[0]) + 1]
        tops = {name.split(".")[0] for name in named(tree, path)}
        found += [f"{path}: imports {top}" for top in sorted(tops & {*LAYERS, "tests"}) if top not in allowed]
    return found


def bare_imports(root: Path) -> list[str]:
    """`import eval` hides the built-in, `import index` reads as nothing: always `from index.store import Index`.

    The front package alone is made to be imported so.
    """
    return [
        f"{path}:{node.lineno}: import {alias.name}"
        for path, tree in modules(root, (*LAYERS, "tests"))
        for node in nodes_of(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name.split(".")[0] in LAYERS and alias.name != FRONT and not alias.asname
    ]


def shadowing_names(root: Path, taken: Collection[str]) -> list[str]:
    """Modules of ui/app/ that would be imported instead of a package: Streamlit puts that folder first on the path."""
    folder = root / "ui/app"
    names = {path.stem if path.suffix == ".py" else path.name: path for path in sorted(folder.iterdir())}
    return [f"ui/app/{path.name}: hides {name}" for name, path in names.items() if name in {*LAYERS, "tests", *taken}]


def long_modules(root: Path) -> list[str]:
    """Modules with more lines than one thing takes."""
    lengths = {path: len((root / path).read_text(encoding="utf-8").splitlines()) for path, _ in modules(root)}
    return [f"{path}: {length} lines" for path, length in lengths.items() if length > LONGEST_MODULE]


def early_imports(root: Path) -> list[str]:
    """Heavy packages that are imported as soon as a module is."""
    found = []
    for path, tree in modules(root):
        if not path.startswith((*STREAMLIT_FILES, *LOADED_BY_NAME, *STARTED_ALONE)):
            tops = {name.split(".")[0] for node in _run_on_import(tree) for name in imported(node, path)}
            found += [f"{path}: imports {top}" for top in sorted(tops & HEAVY)]
    return found


def imported_readers(root: Path) -> list[str]:
    """Modules that import a reader of a foreign format, and belong to none."""
    return [
        f"{path}: imports {name}"
        for path, tree in modules(root)
        if not path.startswith(LOADED_BY_NAME)
        for name in dict.fromkeys(imported(tree, path))
        if f"{name.replace('.', '/')}/".startswith(LOADED_BY_NAME)
    ]


def pickles(root: Path) -> list[str]:
    """Modules that import a pickling package, or let numpy read pickles."""
    found = []
    for path, tree in modules(root):
        tops = {name.split(".")[0] for name in imported(tree, path)}
        found += [f"{path}: imports {top}" for top in sorted(tops & PICKLES)]
        keywords = (each for node in nodes_of(tree) if isinstance(node, ast.Call) for each in node.keywords)
        found += [
            f"{path}: allow_pickle" for each in keywords if each.arg == "allow_pickle" and not _is_false(each.value)
        ]
    return found


def blind_excepts(root: Path) -> list[str]:
    """Places that catch, or suppress, whatever happens; those that raise it again after tidying up are none."""
    return [
        f"{path}:{line}: catches everything"
        for path, tree in modules(root)
        for line, caught in _caught(tree)
        if any(_is_everything(each) for each in caught)
    ]


def unexplained_numbers(root: Path) -> list[str]:
    """Numeric constants that no comment explains: on the line, or above it or above neighbours that it follows."""
    found = []
    for path, tree in modules(root):
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        explained = _explained(tree, lines)
        found += [
            f"{path}:{node.lineno}: {lines[node.lineno - 1]}"
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and _is_number(node.value) and node.lineno not in explained
        ]
    return found


def _explained(tree: ast.Module, lines: list[str]) -> set[int]:
    """The first lines of assignments that have a comment, or a string below them, or follow one that has it above."""
    explained: set[int] = set()
    covered_to = 0
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.end_lineno is not None:
            after = lines[node.end_lineno] if node.end_lineno < len(lines) else ""
            before = "".join(lines[node.lineno - 2 : node.lineno - 1])
            above = before.startswith("#") or covered_to == node.lineno - 1
            if above:
                covered_to = node.end_lineno
            if above or "#" in lines[node.end_lineno - 1] or after.startswith('"""'):
                explained.add(node.lineno)
    return explained


def _is_number(node: ast.expr | None) -> bool:
    match node:
        case ast.Constant(value=value):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ast.UnaryOp(operand=operand):
            return _is_number(operand)
        case ast.BinOp(left=left, right=right):
            return _is_number(left) and _is_number(right)
        case ast.Tuple(elts=values):
            return bool(values) and all(map(_is_number, values))
        case _:
            return False


def early_handlers(root: Path) -> list[str]:
    """Modules other than the one that configures logging that add a handler or set a level."""
    return [
        f"{path}:{node.lineno}: {called(node)}"
        for path, tree in modules(root)
        if path not in LOGGING_FILES
        for node in nodes_of(tree)
        if isinstance(node, ast.Call) and called(node) in _CONFIGURING
    ]


# The one place that configures logging.
LOGGING_FILES = frozenset({"ui/logs.py"})
_CONFIGURING = frozenset({"basicConfig", "dictConfig", "fileConfig", "addHandler"})


def _run_on_import(tree: ast.Module) -> Iterator[ast.stmt]:
    """The import statements that run when the module is imported: not those in functions or for type checkers."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and last_name(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def _caught(tree: ast.Module) -> Iterator[tuple[int, list[ast.expr | None]]]:
    """The line of each `except` and `suppress` with what it names; None where it names nothing."""
    for node in nodes_of(tree):
        if isinstance(node, ast.ExceptHandler):
            last = node.body[-1]
            if not (isinstance(last, ast.Raise) and last.exc is None):
                yield node.lineno, [node.type]
        elif isinstance(node, ast.Call) and called(node) == "suppress":
            yield node.lineno, list(node.args)


def _is_everything(node: ast.expr | None) -> bool:
    if isinstance(node, ast.Tuple):
        return any(_is_everything(each) for each in node.elts)
    return node is None or last_name(node) in ("Exception", "BaseException")


def _is_false(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is False
