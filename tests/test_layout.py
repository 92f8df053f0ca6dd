"""How the code is laid out; every rule is shown to fail on a planted violation.

index <- rag <- eval <- ui <- pincite: a package imports only itself and those before it. Within a folder no two
neighbours import each other. The rules stand in `tests/support/layout/`.
"""

import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.support.layout.modules import LAYERS, modules
from tests.support.layout.rules import (
    LONGEST_MODULE,
    bare_imports,
    blind_excepts,
    early_handlers,
    early_imports,
    imported_readers,
    long_modules,
    pickles,
    shadowing_names,
    unexplained_numbers,
    upward_imports,
)
from tests.support.layout.shape import (
    MOST_BRANCHES,
    MOST_MODULES,
    branching_functions,
    circles,
    crowded_folders,
)

ROOT = Path(__file__).parent.parent

# Neighbours that import each other still, by the beginning of the rule's line.
KNOWN_CIRCLES: tuple[str, ...] = ()
# Folders that hold more modules than a dozen or so, with their number, which may only become less.
CROWDED = {
    "index/readers/pdf": 20,  # a module for each thing that a printed page hides: columns, tables, notes, heads
}
# Where numbers without a word beside them stand still; everywhere else each says where it comes from.
UNEXPLAINED = ("rag/", "ui/app/")


@cache
def installed_names() -> set[str]:
    """Top-level names that belong to the standard library or to an installed package, ours not among them."""
    ours = {"pincite"}
    return {
        name for name, owners in packages_distributions().items() if not ours & set(owners)
    } | sys.stdlib_module_names


# --- this project ----------------------------------------------------------------------------------------------------


def test_there_is_something_to_check() -> None:
    assert {path.split("/")[0] for path, _ in modules(ROOT)} == set(LAYERS)


def test_no_package_imports_or_starts_one_that_builds_on_it() -> None:
    assert upward_imports(ROOT) == []


def test_no_two_neighbours_import_each_other_but_for_those_listed() -> None:
    assert [each for each in circles(ROOT) if not each.startswith(KNOWN_CIRCLES)] == []


def test_packages_are_imported_from_never_bare() -> None:
    assert bare_imports(ROOT) == []


def test_no_module_of_the_app_is_named_like_a_package() -> None:
    assert shadowing_names(ROOT, installed_names()) == []


def test_no_module_is_too_long() -> None:
    assert long_modules(ROOT) == []


def test_no_folder_holds_more_modules_than_a_dozen_or_so_but_for_those_listed() -> None:
    assert crowded_folders(ROOT) == CROWDED


def test_no_function_branches_too_much() -> None:
    assert branching_functions(ROOT) == {}


def test_heavy_packages_are_imported_where_they_are_used() -> None:
    assert early_imports(ROOT) == []


def test_readers_that_a_process_loads_by_name_are_imported_by_nothing_else() -> None:
    assert imported_readers(ROOT) == []


def test_every_number_says_where_it_comes_from_but_in_the_folders_listed() -> None:
    assert [found for found in unexplained_numbers(ROOT) if not found.startswith(UNEXPLAINED)] == []


def test_nothing_is_pickled() -> None:
    assert pickles(ROOT) == []


def test_nothing_catches_everything() -> None:
    assert blind_excepts(ROOT) == []


def test_logging_is_configured_in_one_place() -> None:
    assert early_handlers(ROOT) == []


# --- planted violations ----------------------------------------------------------------------------------------------


def planted(root: Path, **texts: str) -> Path:
    """A tree with the packages in good order, and each of `texts` in the module of that name (`index__store`)."""
    for layer in (*LAYERS, "ui/app"):
        (root / layer).mkdir()
        text = "import json\nfrom index.errors import PinciteError\n"
        (root / layer / "__init__.py").write_text(text, encoding="utf-8")
    for name, text in texts.items():
        path = root / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


ALL_RULES: dict[str, Callable[[Path], object]] = {
    "upward_imports": upward_imports,
    "circles": circles,
    "bare_imports": bare_imports,
    "shadowing_names": lambda root: shadowing_names(root, installed_names()),
    "long_modules": long_modules,
    "crowded_folders": crowded_folders,
    "branching_functions": branching_functions,
    "early_imports": early_imports,
    "imported_readers": imported_readers,
    "unexplained_numbers": unexplained_numbers,
    "pickles": pickles,
    "blind_excepts": blind_excepts,
    "early_handlers": early_handlers,
}


def test_a_tree_in_good_order_breaks_no_rule(tmp_path: Path) -> None:
    text = (
        "import logging\nfrom typing import TYPE_CHECKING\nfrom rag.answer import Answer\nfrom . import sibling\n"
        "if TYPE_CHECKING:\n    import torch\n"
        "logger = logging.getLogger(__name__)\n"
        "def run() -> None:\n    import torch\n    try:\n        torch.run()\n    except ValueError:\n        raise\n"
    )

    root = planted(tmp_path, eval__systems__run=text, eval__systems__sibling="from eval.gold import gold\n")

    assert {name: found for name, rule in ALL_RULES.items() if (found := rule(root))} == {}


@pytest.mark.parametrize(
    ("module", "text", "found"),
    [
        ("index__store", "from rag.answer import Answer\n", "index/store.py: imports rag"),
        ("rag__deep__batch", "def run():\n    from ui.cli.main import main\n", "rag/deep/batch.py: imports ui"),
        ("rag__batch", "import eval.gold.gold as gold\n", "rag/batch.py: imports eval"),
        (
            "eval__deep__run",
            "from importlib import import_module\nimport_module('ui.cli.main')\n",
            "eval/deep/run.py: imports ui",
        ),
        ("index__store", "from tests.support.fakes import FakeEmbedder\n", "index/store.py: imports tests"),
        ("eval__latency", "command = [sys.executable, '-m', 'ui.cli.main', 'ask']\n", "eval/latency.py: imports ui"),
        ("eval__latency", "subprocess.run('python -m ui.cli.main ask', shell=True)\n", "eval/latency.py: imports ui"),
        ("rag__load", "subprocess.run([p, '-c', f'from ui.app import serve; go({x})'])\n", "rag/load.py: imports ui"),
        ("ui__cli__ask", "import pincite\n", "ui/cli/ask.py: imports pincite"),
        ("rag__load", "from pincite import open\n", "rag/load.py: imports pincite"),
        ("index__registry", "READERS = {'.x': 'rag.lookup:look_up'}\n", "index/registry.py: imports rag"),
    ],
)
def test_a_planted_upward_import_is_found(tmp_path: Path, module: str, text: str, found: str) -> None:
    assert upward_imports(planted(tmp_path, **{module: text})) == [found]


def test_a_relative_import_stays_in_its_package(tmp_path: Path) -> None:
    assert upward_imports(planted(tmp_path, index__deep__store="from .. import ui\nfrom ..rag import x\n")) == []


def test_a_command_told_of_in_a_docstring_is_not_started(tmp_path: Path) -> None:
    assert upward_imports(planted(tmp_path, eval__fit='"""Fits: `python -m ui.cli.main`."""\n')) == []


def test_planted_folders_that_import_each_other_are_found(tmp_path: Path) -> None:
    root = planted(
        tmp_path,
        rag__question__analyse="from rag.answering import select\n",
        rag__answering__select="def run():\n    from rag.question.analyse import analyse\n",
    )

    assert circles(root) == [
        "rag: answering <-> question (rag/answering/select.py -> question; rag/question/analyse.py -> answering)"
    ]


def test_a_planted_circle_of_three_deep_in_a_package_is_found_once(tmp_path: Path) -> None:
    root = planted(
        tmp_path,
        ui__app__a__one="from ui.app.b.two import x\n",
        ui__app__b__two="command = [python, '-m', 'ui.app.c']\n",
        ui__app__c="from ui.app.a.one import x\n",
    )

    (found,) = circles(root)
    assert found.startswith("ui/app: a <-> b <-> c (")


def test_folders_may_import_each_other_s_neighbours_one_way(tmp_path: Path) -> None:
    root = planted(
        tmp_path,
        rag__question__analyse="from rag.citing.find import find\n",
        rag__answering__select="from rag.citing.find import find\nfrom rag.question.analyse import analyse\n",
        rag__citing__find="from index.store import Index\n",
    )

    assert circles(root) == []


@pytest.mark.parametrize(
    "text", ["import eval\n", "import index.store\n", "def run() -> None:\n    import rag, json\n"]
)
def test_a_planted_bare_import_is_found(tmp_path: Path, text: str) -> None:
    (found,) = bare_imports(planted(tmp_path, ui__page=text))

    assert found.startswith("ui/page.py:")


@pytest.mark.parametrize("name", ["rag", "eval", "click", "json", "streamlit", "tests", "numpy__x"])
def test_a_planted_name_that_hides_a_package_is_found(tmp_path: Path, name: str) -> None:
    (found,) = shadowing_names(planted(tmp_path, **{f"ui__app__{name}": ""}), installed_names())

    assert found.endswith(f": hides {name.removesuffix('__x')}")


def test_a_planted_long_module_is_found(tmp_path: Path) -> None:
    root = planted(tmp_path, index__long="x = 1\n" * (LONGEST_MODULE + 1), index__short="x = 1\n" * LONGEST_MODULE)

    assert long_modules(root) == ["index/long.py: 301 lines"]


def test_a_planted_crowd_of_modules_is_found(tmp_path: Path) -> None:
    many = {f"rag__many__m{i}": "" for i in range(MOST_MODULES + 1)}
    enough = {f"rag__enough__m{i}": "" for i in range(MOST_MODULES)}

    assert crowded_folders(planted(tmp_path, **many, **enough)) == {"rag/many": 15}


def test_a_planted_function_that_branches_a_lot_is_found(tmp_path: Path) -> None:
    comprehension = "[x for x in y if x if x]"  # 3
    body = f"    if a or b or c: return {comprehension}\n"  # 1 + 2 + 3
    last = "    return 1 if a else 2\n"
    text = f"def f(a, b, c, y):\n{body * 2}{{}}def g(a):\n    return a\n"

    root = planted(tmp_path, index__a=text.format(last * 3), index__b=text.format(last * 2))

    assert branching_functions(root) == {"index/a.py: f": MOST_BRANCHES + 1}


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
def test_a_planted_early_import_is_found_but_in_what_runs_late(tmp_path: Path, text: str) -> None:
    root = planted(tmp_path, index__registry=text, ui__app__app_pages__ask=text, index__readers__word__a=text)

    assert early_imports(root) == ["index/registry.py: imports torch"]


def test_a_planted_import_of_a_reader_is_found_but_in_a_reader(tmp_path: Path) -> None:
    text = "from index.readers.pdf import page\n"

    found = imported_readers(planted(tmp_path, index__build=text, index__readers__word__a=text))

    assert found == ["index/build.py: imports index.readers.pdf", "index/build.py: imports index.readers.pdf.page"]


def test_a_planted_number_without_a_word_is_found(tmp_path: Path) -> None:
    text = (
        "# Seconds.\nA = 1\nB = 2.5\n\nC = 3\nD = -4  # metres\nE, F = 5, 6\n"
        'G = 7 * 8\n"""Said below."""\nH = True\nI = "9"\n# Both.\nJ = "a"\nK = 10\n'
    )

    assert unexplained_numbers(planted(tmp_path, index__store=text)) == [
        "index/store.py:5: C = 3",
        "index/store.py:7: E, F = 5, 6",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def run() -> None:\n    import pickle\n", "rag/save.py: imports pickle"),
        ("from joblib import dump\n", "rag/save.py: imports joblib"),
        ("import numpy as np\nnp.load('x', allow_pickle=True)\n", "rag/save.py: allow_pickle"),
    ],
)
def test_a_planted_pickle_is_found(tmp_path: Path, text: str, found: str) -> None:
    assert pickles(planted(tmp_path, rag__save=text)) == [found]


def test_forbidding_pickles_is_not_pickling(tmp_path: Path) -> None:
    assert pickles(planted(tmp_path, rag__save="import numpy as np\nnp.load('x', allow_pickle=False)\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    x = 1\nexcept:\n    pass\n",
        "try:\n    x = 1\nexcept Exception:\n    pass\n",
        "try:\n    x = 1\nexcept (ValueError, BaseException) as error:\n    print(error)\n",
        "import contextlib\nwith contextlib.suppress(Exception):\n    x = 1\n",
        "try:\n    x = 1\nexcept Exception as error:\n    raise ValueError from error\n",
    ],
)
def test_a_planted_blind_except_is_found(tmp_path: Path, text: str) -> None:
    assert len(blind_excepts(planted(tmp_path, ui__page=text))) == 1


def test_what_is_raised_again_after_tidying_up_is_not_swallowed(tmp_path: Path) -> None:
    text = "try:\n    x = 1\nexcept BaseException:\n    end()\n    raise\n"

    assert blind_excepts(planted(tmp_path, ui__page=text)) == []


@pytest.mark.parametrize("call", ["logging.basicConfig()", "logging.getLogger(__name__).addHandler(handler)"])
def test_a_planted_configuration_of_logging_is_found_but_in_its_place(tmp_path: Path, call: str) -> None:
    text = f"import logging\n{call}\n"

    (found,) = early_handlers(planted(tmp_path, index__store=text, ui__logs=text))
    assert found.startswith("index/store.py:2: ")
