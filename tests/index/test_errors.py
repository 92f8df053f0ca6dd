"""The family of errors is the one that is drawn."""

import inspect
import re

import pytest

from index import errors
from index.errors import PinciteError

_BRANCH = re.compile(r"(?P<lines>(?:[│ ]   )*)[├└]── (?P<name>\w+)\s+(?P<what>\S.*)")


def drawn() -> dict[str, str]:
    """Name -> name of the parent, as the module's docstring draws them."""
    lines = (errors.__doc__ or "").splitlines()
    path = [next(line for line in lines if line == "PinciteError")]
    parents = {}
    for line in lines:
        if match := _BRANCH.fullmatch(line):
            depth = len(match["lines"]) // 4
            parents[match["name"]] = path[depth]
            path[depth + 1 :] = [match["name"]]
    return parents


def defined() -> dict[str, type[Exception]]:
    """Name -> class, for every exception that the module defines."""
    return {
        name: each
        for name, each in inspect.getmembers(errors, inspect.isclass)
        if issubclass(each, Exception) and each.__module__ == errors.__name__
    }


def test_the_drawn_tree_is_the_family() -> None:
    parents = {name: each.__mro__[1].__name__ for name, each in defined().items()}

    assert {"PinciteError": "Exception", **drawn()} == parents
    assert len(parents) > 1


@pytest.mark.parametrize("name", sorted(defined()))
def test_every_error_is_caught_as_one_family_and_keeps_its_message(name: str) -> None:
    with pytest.raises(PinciteError, match=r"^what, where, what next$"):
        raise defined()[name]("what, where, what next")


@pytest.mark.parametrize("name", sorted(defined()))
def test_every_error_says_what_it_is_for(name: str) -> None:
    first_line = (defined()[name].__doc__ or "").splitlines()[0]

    assert re.fullmatch(r"[A-Z].+\.", first_line)
