"""The stop words of bm25s, without the rest of that package, which loads scipy: half a second."""

from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

_PACKAGE, _MODULE = "bm25s", "stopwords"


@cache
def stop_word_lists() -> Any:  # noqa: ANN401 (bm25s has no types)
    """The module `bm25s.stopwords`: its STOPWORDS_ENGLISH, STOPWORDS_FRENCH and so on are tuples of words."""
    package = find_spec(_PACKAGE)
    if package is None or package.origin is None:
        raise ModuleNotFoundError(f"No module named {_PACKAGE!r}", name=_PACKAGE)
    spec = spec_from_file_location(f"{_PACKAGE}.{_MODULE}", Path(package.origin).with_name(f"{_MODULE}.py"))
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named '{_PACKAGE}.{_MODULE}'", name=f"{_PACKAGE}.{_MODULE}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
