"""What CONTRIBUTING.md names is there, and each of its recipes has an example that the tests run."""

import re

from tests.support.route import ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = CONTRIBUTING.partition("## Recipes\n")[2]


def recipes() -> dict[str, list[str]]:
    """The examples that each recipe names, by its heading."""
    parts = re.split(r"^### (.+)$", RECIPES, flags=re.MULTILINE)[1:]
    return {
        title: re.findall(r"`(tests/recipes/\w+\.py)`", text)
        for title, text in zip(parts[::2], parts[1::2], strict=True)
    }


def test_every_file_and_folder_that_is_named_is_there() -> None:
    named = re.findall(r"[`(]((?:index|rag|eval|ui|tests|docs|corpus|\.ci)/[\w./]*)[`)]", CONTRIBUTING)

    assert len(named) > 15
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_target_of_make_that_is_named_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake (\w+) ", CONTRIBUTING))

    assert {"check", "test", "floor"} <= named
    assert named <= set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))


def test_each_recipe_has_one_example_and_each_example_one_recipe() -> None:
    examples = [path for paths in recipes().values() for path in paths]

    assert [len(paths) for paths in recipes().values()] == [1] * 6
    assert sorted(examples) == sorted(
        path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/recipes").glob("test_*.py")
    )
