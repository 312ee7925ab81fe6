"""Records become text that any program may read, and such text becomes the same records again; nothing is executed.

The text is JSON: a pool of values in which each names the earlier ones it is made of by their numbers, plain ones
first. The kinds of record are a closed table; a text that names another, or gives a record too few parts, is refused.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from pdo_policy.law import instruments, manifest
from pdo_policy.rulebook import compiled, ir, outlines
from pdo_policy.schema import fields
from pdo_policy.values import calendars, durations, interval, money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Make = Callable[[Iterable[Any]], Any]
    Places = Mapping[str, Path]


def _records(*modules: ModuleType) -> Iterator[tuple[str, type]]:
    for module in modules:
        for name, found in vars(module).items():
            if isinstance(found, type) and found.__module__ == module.__name__ and _is_record(found):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", found


def _is_record(kind: type) -> bool:
    # To ask a class for what `dataclasses` knows of it would make it known.
    return (issubclass(kind, tuple) and hasattr(kind, "_fields")) or "__dataclass_fields__" in vars(kind)


_RECORDS: Mapping[str, type] = MappingProxyType(
    dict(_records(compiled, ir, manifest, instruments, calendars, durations, fields, interval, money, outlines))
)
_NAMES: Mapping[type, str] = MappingProxyType({kind: name for name, kind in _RECORDS.items()})


def packed(value: object, places: Places | None = None) -> str:
    """A value as text; the same value always gives the same text.

    Args:
        value: of records and plain data.
        places: folders by name; a path below one of them is written as below it, so that the folder may move.

    Raises:
        TypeError: it holds something that is no record of a rulebook, nor plain data.
    """
    pool = _Pool(places or {})
    last = pool.number(value)
    plain = [part for part, _ in pool.plain]
    made = [[kind, *(_later(part, len(plain)) for part in parts)] for kind, *parts in pool.made]
    data = {"kinds": list(pool.kinds), "plain": plain, "made": made, "value": _later(last, len(plain))}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str | bytes, places: Places | None = None) -> object:
    """The value that `packed` made a text of.

    Args:
        text: as it was made; bytes are UTF-8.
        places: as they were given, by the same names.

    Raises:
        ValueError: the text is not one that `packed` makes.
    """
    try:
        data = json.loads(text)
        makers = [_maker(name, places or {}) for name in data["kinds"]]
        values: list[object] = [*data["plain"]]
        add, get = values.append, values.__getitem__
        for kind, *parts in data["made"]:
            add(makers[kind](map(get, parts)))
        return values[data["value"]]
    except (KeyError, IndexError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        message = "this is not a packed rulebook"
        raise ValueError(message) from error


def _later(number: int, plain: int) -> int:
    """The number of an entry among all: plain ones, counted from 0 on, come before those made, counted down from -1."""
    return number if number >= 0 else plain - 1 - number


class _Pool:
    """The entries so far, each once: plain ones by numbers from 0 on, those made of others by numbers from -1 down."""

    def __init__(self, places: Places) -> None:
        self.kinds: dict[str, int] = {}
        # True and 1 are equal in Python; the types keep their entries apart.
        self.plain: dict[tuple[object, type], int] = {}
        self.made: dict[tuple[int, ...], int] = {}
        self._places = places

    def number(self, value: object) -> int:
        if value is None or type(value) in (bool, int, str):
            return self.plain.setdefault((value, type(value)), len(self.plain))
        kind, parts = _taken_apart(value, self._places)
        entry = (self.kinds.setdefault(kind, len(self.kinds)), *map(self.number, parts))
        return self.made.setdefault(entry, -1 - len(self.made))


def _taken_apart(value: object, places: Places) -> tuple[str, list[object]]:
    """The name of a value's kind, and its parts."""
    kind = type(value)
    if kind in _NAMES:
        parts = list(value) if isinstance(value, tuple) else [vars(value)[name] for name in _part_names(kind)]
        return _NAMES[kind], parts
    if kind is tuple or kind is list:
        return kind.__name__, list(value)  # type: ignore[call-overload]  # as just seen
    if isinstance(value, frozenset):
        return "frozenset", sorted(value)
    if isinstance(value, dict | MappingProxyType):
        return "dict", [part for entry in value.items() for part in entry]
    if isinstance(value, Path):
        below = ((name, place) for name, place in places.items() if value.is_relative_to(place))
        name, place = next(below, ("", Path()))
        return "Path", [name, value.relative_to(place).as_posix()]
    if kind in (Decimal, date):
        return kind.__name__, [str(value)]
    message = f"a rulebook holds no {kind.__name__}"
    raise TypeError(message)


def _part_names(kind: type) -> Iterable[str]:
    """The attributes that a record is made of; it may keep further ones for itself."""
    names: Iterable[str] = kind.__match_args__  # type: ignore[attr-defined]  # every record has them
    return names


def _pairs(parts: Iterable[Any]) -> Mapping[Any, Any]:
    listed = list(parts)
    return MappingProxyType(dict(zip(listed[::2], listed[1::2], strict=True)))


_MAKERS: Mapping[str, Make] = MappingProxyType(
    {
        "tuple": tuple,
        "list": list,
        "frozenset": frozenset,
        "dict": _pairs,
        "Decimal": lambda parts: Decimal(*parts),
        "date": lambda parts: date.fromisoformat(*parts),
    }
)


def _maker(name: str, places: Places) -> Make:
    if name == "Path":
        return lambda parts: _path(places, *parts)
    record = _RECORDS.get(name)
    if record is None:
        return _MAKERS[name]
    if issubclass(record, tuple):
        made: Make = record._make  # type: ignore[attr-defined]  # a named tuple
        return made
    return lambda parts: record(*parts)


def _path(places: Places, name: str, below: str) -> Path:
    return places[name] / below if name else Path(below)
