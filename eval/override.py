"""Settings changed by name: `choice.most_open=3`, `retrieval.weights.late=0`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from math import isfinite
from types import MappingProxyType
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from index.errors import BenchmarkError
from rag.settings import Settings

_WORDS = {"true": True, "false": False, "yes": True, "no": False, "on": True, "off": False}


def overridden(settings: Settings, changes: Sequence[str]) -> Settings:
    """`settings` with `changes`, each `GROUP.NAME=VALUE`; BenchmarkError lists all that cannot be done."""
    mistakes = []
    for change in changes:
        try:
            settings = _changed(settings, change)
        except ValueError as error:
            mistakes.append(f"{change}: {error}")
    if mistakes:
        known = ", ".join(names(settings))
        raise BenchmarkError("\n".join(["these settings cannot be changed", *mistakes, f"there are: {known}"]))
    return settings


def names(settings: Settings) -> Iterator[str]:
    """The names of all settings that are numbers, switches or a choice of words."""
    for name, hint, value in _leaves(settings, ""):
        if _choices(hint) or not isinstance(value, str):
            yield name


def _leaves(value: Any, above: str) -> Iterator[tuple[str, object, object]]:  # noqa: ANN401 (dataclasses of all kinds)
    """Every single setting in the dataclass `value`: its dotted name, its annotation (None in a mapping), its value."""
    hints = get_type_hints(type(value))
    for field in fields(value):
        name, own = f"{above}{field.name}", getattr(value, field.name)
        if is_dataclass(own):
            yield from _leaves(own, f"{name}.")
        elif isinstance(own, Mapping):
            yield from ((f"{name}.{key}", None, each) for key, each in own.items())
        else:
            yield name, hints[field.name], own


def _changed(settings: Settings, change: str) -> Settings:
    name, equals, text = change.partition("=")
    if not equals:
        raise ValueError("expected NAME=VALUE")
    if name.strip() not in set(names(settings)):
        raise ValueError("no such setting")
    found = {each: (hint, value) for each, hint, value in _leaves(settings, "")}
    hint, old = found[name.strip()]
    new = _one_of(_choices(hint), text.strip()) if _choices(hint) else _value(old, text.strip())
    return cast(Settings, _with(settings, name.strip().split("."), new))


def _with(value: Any, path: Sequence[str], new: object) -> object:  # noqa: ANN401 (dataclasses of all kinds)
    """`value`, a dataclass or a mapping, with `new` at the end of `path`."""
    if not path:
        return new
    if isinstance(value, Mapping):
        return MappingProxyType({**value, path[0]: new})
    return replace(value, **{path[0]: _with(getattr(value, path[0]), path[1:], new)})


def _choices(hint: object) -> Sequence[str]:
    return get_args(hint) if get_origin(hint) is Literal else ()


def _one_of(choices: Sequence[str], text: str) -> str:
    if text not in choices:
        raise ValueError(f"expected {' or '.join(choices)}")
    return text


def _value(old: object, text: str) -> bool | int | float:
    """`text` as a value of the kind of `old`."""
    if isinstance(old, bool):
        if text.lower() not in _WORDS:
            raise ValueError("expected true or false")
        return _WORDS[text.lower()]
    try:
        value = int(text) if isinstance(old, int) else float(text)
    except ValueError:
        raise ValueError(f"expected a {'whole ' if isinstance(old, int) else ''}number") from None
    if not isfinite(value):
        raise ValueError("expected a finite number")
    return value
