"""How the code is laid out, read from its imports; every rule is shown to fail on a planted violation.

index <- rag <- eval <- ui: a package imports only itself and those before it.
"""

import ast
import sys
from collections.abc import Callable, Collection, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("index", "rag", "eval", "ui")
LONGEST_MODULE = 350

# They take seconds to import together; `pincite --help` has to answer at once.
HEAVY = frozenset(
    "torch sentence_transformers transformers faiss bm25s streamlit pandas docx openpyxl matplotlib scipy sklearn "
    "pypdfium2 ir_measures langchain_text_splitters".split()
)
# Streamlit runs these files itself, when it is up already.
STREAMLIT_FILES = ("ui/app/app.py", "ui/app/app_pages/")
# These are loaded by the process that reads one file and by no other.
FORMAT_FILES = ("index/readers/pdf/", "index/readers/word/", "index/readers/html/")
# Formats that run code when they are read.
PICKLES = frozenset("pickle cPickle shelve dill cloudpickle joblib".split())
# Files that may catch every exception: none.
BLIND: frozenset[str] = frozenset()


@cache
def tree_of(source: str) -> ast.Module:
    return ast.parse(source)


def modules(root: Path, folders: Collection[str] = LAYERS) -> Iterator[tuple[str, ast.Module]]:
    """Path (from `root`, with slashes) and syntax tree of every module in `folders`."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            yield path.relative_to(root).as_posix(), tree_of(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST, module: str) -> Iterator[str]:
    """Full names of what `module` imports anywhere, inside functions and by name (`import_module`) too."""
    package = module.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join([*above, *([node.module] if node.module else [])])
        elif isinstance(node, ast.Call) and _name(node.func) in ("import_module", "__import__"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def upward_imports(root: Path) -> list[str]:
    """Imports that go against the layers."""
    found = []
    for path, tree in modules(root):
        allowed = LAYERS[: LAYERS.index(path.split("/")[0]) + 1]
        tops = {name.split(".")[0] for name in imported(tree, path)}
        found += [f"{path}: imports {top}" for top in sorted(tops & {*LAYERS, "tests"}) if top not in allowed]
    return found


def bare_imports(root: Path) -> list[str]:
    """`import eval` hides the built-in, `import index` reads as nothing: always `from index.store import Index`."""
    return [
        f"{path}:{node.lineno}: import {alias.name}"
        for path, tree in modules(root, (*LAYERS, "tests"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name.split(".")[0] in LAYERS and not alias.asname
    ]


def shadowing_names(root: Path, taken: Collection[str]) -> list[str]:
    """Modules of ui/app/ that would be imported instead of a package: Streamlit puts that folder first on the path."""
    names = {path.stem if path.suffix == ".py" else path.name: path for path in sorted((root / "ui/app").iterdir())}
    return [f"ui/app/{path.name}: hides {name}" for name, path in names.items() if name in {*LAYERS, "tests", *taken}]


def long_modules(root: Path) -> list[str]:
    """Modules with more lines than one thing takes."""
    lengths = {path: len((root / path).read_text(encoding="utf-8").splitlines()) for path, _ in modules(root)}
    return [f"{path}: {length} lines" for path, length in lengths.items() if length > LONGEST_MODULE]


def early_imports(root: Path) -> list[str]:
    """Heavy packages that are imported as soon as a module is."""
    found = []
    for path, tree in modules(root):
        if not path.startswith((*STREAMLIT_FILES, *FORMAT_FILES)):
            tops = {name.split(".")[0] for node in _run_on_import(tree) for name in imported(node, path)}
            found += [f"{path}: imports {top}" for top in sorted(tops & HEAVY)]
    return found


def pickles(root: Path) -> list[str]:
    """Modules that import a pickling package, or let numpy read pickles."""
    found = []
    for path, tree in modules(root):
        tops = {name.split(".")[0] for name in imported(tree, path)}
        found += [f"{path}: imports {top}" for top in sorted(tops & PICKLES)]
        keywords = (each for node in ast.walk(tree) if isinstance(node, ast.Call) for each in node.keywords)
        found += [
            f"{path}: allow_pickle" for each in keywords if each.arg == "allow_pickle" and not _is_false(each.value)
        ]
    return found


def blind_excepts(root: Path, allowed: Collection[str] = BLIND) -> list[str]:
    """Places that catch, or suppress, whatever happens."""
    found = []
    for path, tree in modules(root):
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                caught = [node.type] if node.type else None
            elif isinstance(node, ast.Call) and _name(node.func) == "suppress":
                caught = list(node.args)
            else:
                continue
            if path not in allowed and (caught is None or any(_is_everything(each) for each in caught)):
                found.append(f"{path}:{node.lineno}: catches everything")
    return found


def _run_on_import(tree: ast.Module) -> Iterator[ast.stmt]:
    """The import statements that run when the module is imported: not those in functions or for type checkers."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and _name(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_everything(node: ast.AST) -> bool:
    if isinstance(node, ast.Tuple):
        return any(_is_everything(each) for each in node.elts)
    return _name(node) in ("Exception", "BaseException")


def _is_false(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def installed_names() -> set[str]:
    """Top-level names that belong to the standard library or to an installed package, ours not among them."""
    ours = {"pincite"}
    return {
        name for name, owners in packages_distributions().items() if not ours & set(owners)
    } | sys.stdlib_module_names


# --- this project ----------------------------------------------------------------------------------------------------


def test_there_is_something_to_check() -> None:
    assert {path.split("/")[0] for path, _ in modules(ROOT)} == set(LAYERS)


def test_no_package_imports_one_that_builds_on_it() -> None:
    assert upward_imports(ROOT) == []


def test_packages_are_imported_from_never_bare() -> None:
    assert bare_imports(ROOT) == []


def test_no_module_of_ui_is_named_like_a_package() -> None:
    assert shadowing_names(ROOT, installed_names()) == []


def test_no_module_is_too_long() -> None:
    assert long_modules(ROOT) == []


def test_heavy_packages_are_imported_where_they_are_used() -> None:
    assert early_imports(ROOT) == []


def test_readers_that_a_process_loads_by_name_are_imported_by_nothing_else() -> None:
    found = []
    for path, tree in modules(ROOT):
        names = {name.replace(".", "/") + "/" for name in imported(tree, path)}
        found += [f"{path}: {name}" for name in names for each in LOADED_BY_NAME if name.startswith(each)]
    assert [each for each in found if not each.startswith(LOADED_BY_NAME)] == []


def test_nothing_is_pickled() -> None:
    assert pickles(ROOT) == []


def test_nothing_catches_everything() -> None:
    assert blind_excepts(ROOT) == []


# --- planted violations ----------------------------------------------------------------------------------------------


def planted(root: Path, path: str, text: str = "") -> Path:
    """A tree with the four packages in good order and `text` in one module."""
    for layer in LAYERS:
        (root / layer).mkdir()
        (root / layer / "__init__.py").write_text(
            "import json\nfrom index.errors import PinciteError\n", encoding="utf-8"
        )
    (root / "ui" / "app").mkdir()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return root


ALL_RULES: dict[str, Callable[[Path], list[str]]] = {
    "upward_imports": upward_imports,
    "bare_imports": bare_imports,
    "shadowing_names": lambda root: shadowing_names(root, installed_names()),
    "long_modules": long_modules,
    "early_imports": early_imports,
    "pickles": pickles,
    "blind_excepts": blind_excepts,
}


def test_a_tree_in_good_order_breaks_no_rule(tmp_path: Path) -> None:
    text = (
        "from typing import TYPE_CHECKING\nfrom rag.answer import Answer\nfrom . import sibling\n"
        "if TYPE_CHECKING:\n    import torch\n"
        "def run() -> None:\n    import torch\n    try:\n        torch.run()\n    except ValueError:\n        raise\n"
    )

    root = planted(tmp_path, "eval/systems/run.py", text)

    assert {name: found for name, rule in ALL_RULES.items() if (found := rule(root))} == {}


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("index/store.py", "from rag.answer import Answer\n", "index/store.py: imports rag"),
        (
            "rag/batches/batch.py",
            "def run() -> None:\n    from ui.cli.main import main\n",
            "rag/batches/batch.py: imports ui",
        ),
        ("rag/batches/batch.py", "import eval.gold.gold as gold\n", "rag/batches/batch.py: imports eval"),
        (
            "eval/deep/run.py",
            "from importlib import import_module\nimport_module('ui.cli.main')\n",
            "eval/deep/run.py: imports ui",
        ),
        ("index/store.py", "from tests.support.fakes import FakeEmbedder\n", "index/store.py: imports tests"),
    ],
)
def test_a_planted_upward_import_is_found(tmp_path: Path, path: str, text: str, found: str) -> None:
    assert upward_imports(planted(tmp_path, path, text)) == [found]


def test_a_relative_import_stays_in_its_package(tmp_path: Path) -> None:
    assert upward_imports(planted(tmp_path, "index/deep/store.py", "from .. import ui\nfrom ..rag import x\n")) == []


@pytest.mark.parametrize(
    "text", ["import eval\n", "import index.store\n", "def run() -> None:\n    import rag, json\n"]
)
def test_a_planted_bare_import_is_found(tmp_path: Path, text: str) -> None:
    (found,) = bare_imports(planted(tmp_path, "ui/page.py", text))

    assert found.startswith("ui/page.py:")


@pytest.mark.parametrize(
    "name", ["rag.py", "eval.py", "click.py", "json.py", "streamlit.py", "tests.py", "numpy/__init__.py"]
)
def test_a_planted_name_that_hides_a_package_is_found(tmp_path: Path, name: str) -> None:
    top = name.split("/")[0]

    assert shadowing_names(planted(tmp_path, f"ui/app/{name}"), installed_names()) == [
        f"ui/app/{top}: hides {top.removesuffix('.py')}"
    ]


def test_a_planted_long_module_is_found(tmp_path: Path) -> None:
    root = planted(tmp_path, "index/store.py", "x = 1\n" * (LONGEST_MODULE + 1))
    (root / "index" / "short.py").write_text("x = 1\n" * LONGEST_MODULE, encoding="utf-8")

    assert long_modules(root) == ["index/store.py: 351 lines"]


@pytest.mark.parametrize(
    "text",
    [
        "import torch\n",
        "from torch.nn import functional\n",
        "try:\n    import torch\nexcept ImportError:\n    raise\n",
        "class Model:\n    import torch\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import faiss\nelse:\n    import torch\n",
    ],
)
def test_a_planted_early_import_is_found_but_in_a_streamlit_page(tmp_path: Path, text: str) -> None:
    root = planted(tmp_path, "index/embedding/registry.py", text)
    (root / "ui" / "app" / "app_pages").mkdir()
    (root / "ui" / "app" / "app_pages" / "ask.py").write_text(text, encoding="utf-8")

    assert early_imports(root) == ["index/embedding/registry.py: imports torch"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def run() -> None:\n    import pickle\n", "rag/save.py: imports pickle"),
        ("from joblib import dump\n", "rag/save.py: imports joblib"),
        ("import numpy as np\nnp.load('x', allow_pickle=True)\n", "rag/save.py: allow_pickle"),
    ],
)
def test_a_planted_pickle_is_found(tmp_path: Path, text: str, found: str) -> None:
    assert pickles(planted(tmp_path, "rag/save.py", text)) == [found]


def test_forbidding_pickles_is_not_pickling(tmp_path: Path) -> None:
    assert pickles(planted(tmp_path, "rag/save.py", "import numpy as np\nnp.load('x', allow_pickle=False)\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    x = 1\nexcept:\n    pass\n",
        "try:\n    x = 1\nexcept Exception:\n    pass\n",
        "try:\n    x = 1\nexcept (ValueError, BaseException) as error:\n    print(error)\n",
        "import contextlib\nwith contextlib.suppress(Exception):\n    x = 1\n",
    ],
)
def test_a_planted_blind_except_is_found_unless_its_file_is_listed(tmp_path: Path, text: str) -> None:
    root = planted(tmp_path, "ui/page.py", text)

    assert len(blind_excepts(root)) == 1
    assert blind_excepts(root, {"ui/page.py"}) == []
