"""Frozen dataclasses from JSON: each value of the kind its field is annotated with, no key missing and none extra."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from reprlib import repr as shown
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Reader = Callable[[object], Any]
# JSON can spell what cannot be written as UTF-8, such as "\ud800".
_HALF = re.compile("[\ud800-\udfff]")


def json_value(text: str) -> object:
    """What the JSON in `text` says; ValueError where it is none, or one made to break its reader."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("lists or objects nested too deeply") from None


def made(kind: type[T], record: object) -> T:
    """The dataclass `kind` that the JSON object `record` says; TypeError names what does not fit.

    Fields may be texts, whole numbers, literals, dataclasses, any of these or None, tuples and sequences of them and
    mappings from texts to them.
    """
    reader: Callable[[object], T] = _reader(cast(Any, kind))
    return reader(record)


@cache
def _reader(kind: Any) -> _Reader:  # noqa: ANN401
    """What turns a JSON value into a `kind` or raises TypeError."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _object_reader(kind)
    if origin in (Union, UnionType):
        return _optional_reader(arguments)
    if origin in (tuple, Sequence):
        return _list_reader(_reader(arguments[0]), are_texts=arguments[0] is str)
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        return _mapping_reader(_reader(arguments[1]))
    return _literal_reader(arguments) if origin is Literal else _plain_reader(kind)


def _object_reader(kind: Any) -> _Reader:  # noqa: ANN401
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}

    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise TypeError(f"{shown(value)} is not an object")
        if odd := sorted(value.keys() ^ readers.keys(), key=str):
            raise TypeError(f"{shown(odd[0])} is {'not known' if odd[0] in value else 'missing'}")
        return kind(**{name: _named(name, reader, value[name]) for name, reader in readers.items()})

    return read


def _named(name: str, reader: _Reader, value: object) -> object:
    try:
        return reader(value)
    except TypeError as error:
        raise TypeError(f"{name}: {error}") from None


def _optional_reader(kinds: tuple[Any, ...]) -> _Reader:
    (reader,) = (_reader(kind) for kind in kinds if kind is not NoneType)
    return lambda value: None if value is None else reader(value)


def _list_reader(reader: _Reader, *, are_texts: bool) -> _Reader:
    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise TypeError(f"{shown(value)} is not a list")
        # Hundreds of thousands of words are looked at together in a tenth of the time.
        if are_texts and set(map(type, value)) == {str} and not _HALF.search("\n".join(value)):
            return tuple(value)
        return tuple(map(reader, value))

    return read


def _mapping_reader(reader: _Reader) -> _Reader:
    def read(value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            raise TypeError(f"{shown(value)} is not an object")
        return {name: reader(each) for name, each in value.items()}

    return read


def _literal_reader(allowed: tuple[Any, ...]) -> _Reader:
    def read(value: object) -> object:
        if value not in allowed:
            raise TypeError(f"{shown(value)} is none of {', '.join(map(str, allowed))}")
        return value

    return read


def _plain_reader(kind: type) -> _Reader:
    def read(value: object) -> object:
        # Not isinstance: True is no number here.
        if type(value) is not kind:
            raise TypeError(f"{shown(value)} is not of type {kind.__name__}")
        if isinstance(value, str) and _HALF.search(value):
            raise TypeError(f"{shown(value)} holds half a character")
        return value

    return read
