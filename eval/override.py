"""Settings changed by name: `choice.most_open=3`, `retrieval.weights.late=0`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from math import isfinite
from types import MappingProxyType
from typing import Literal, get_args, get_origin, get_type_hints

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
    """The names of all settings, those of mappings with their keys."""
    for group in fields(settings):
        values = getattr(settings, group.name)
        for field in fields(values):
            value = getattr(values, field.name)
            keys = [f".{key}" for key in value] if isinstance(value, Mapping) else [""]
            yield from (f"{group.name}.{field.name}{key}" for key in keys)


def _changed(settings: Settings, change: str) -> Settings:
    name, equals, text = change.partition("=")
    if not equals:
        raise ValueError("expected NAME=VALUE")
    if name.strip() not in set(names(settings)):
        raise ValueError("no such setting")
    group, field, *key = name.strip().split(".")
    values = getattr(settings, group)
    old = getattr(values, field)
    if key:
        new: object = MappingProxyType({**old, key[0]: _value(old[key[0]], text.strip())})
    else:
        hint = get_type_hints(type(values))[field]
        choices = get_args(hint) if get_origin(hint) is Literal else ()
        new = _one_of(choices, text.strip()) if choices else _value(old, text.strip())
    return replace(settings, **{group: replace(values, **{field: new})})


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
