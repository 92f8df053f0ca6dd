"""Packages that only Word and Excel files need."""

from importlib import import_module
from types import ModuleType

from index.errors import MissingPackageError


def require(module: str, purpose: str) -> ModuleType:
    """The package `module`; MissingPackageError says how to install what `purpose` needs."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingPackageError(
            f"{purpose} need the package {error.name}; run: pip install 'pincite[batch]'"
        ) from error
