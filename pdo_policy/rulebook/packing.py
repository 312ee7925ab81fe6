"""Records become text that any program may read, and such text becomes the same records again; nothing is executed.

The text is JSON: a pool of values in which each names the earlier ones it is made of by their numbers. The kinds of
record are a closed table; a text that names another, or gives a record too few parts, is refused.
"""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from pdo_policy.law import instruments, manifest
from pdo_policy.rulebook import compiled, ir
from pdo_policy.values import calendars, durations, interval, money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Make = Callable[[list[Any]], Any]

Packed = Any
"""A value of a pool: text, a truth value or nothing as it is; any other as the number of its entry."""


def _records(*modules: ModuleType) -> Iterator[tuple[str, type]]:
    for module in modules:
        for name, found in vars(module).items():
            if isinstance(found, type) and found.__module__ == module.__name__ and _is_record(found):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", found


def _is_record(kind: type) -> bool:
    return (issubclass(kind, tuple) and hasattr(kind, "_fields")) or is_dataclass(kind)


_RECORDS: Mapping[str, type] = MappingProxyType(
    dict(_records(compiled, ir, manifest, instruments, calendars, durations, interval, money))
)
_NAMES: Mapping[type, str] = MappingProxyType({kind: name for name, kind in _RECORDS.items()})


def packed(value: object) -> str:
    """A value as text; the same value always gives the same text.

    Raises:
        TypeError: it holds something that is no record of a rulebook, nor plain data.
    """
    pool = _Pool()
    pool.number(value)
    return json.dumps({"kinds": list(pool.kinds), "pool": pool.entries}, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> object:
    """The value that `packed` made a text of.

    Raises:
        ValueError: the text is not one that `packed` makes.
    """
    try:
        data = json.loads(text)
        makers = [_maker(name) for name in data["kinds"]]
        values: list[object] = []
        add = values.append
        for kind, *parts in data["pool"]:
            add(makers[kind]([values[part] if type(part) is int else part for part in parts]))
        return values[-1]
    except (KeyError, IndexError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        message = "this is not a packed rulebook"
        raise ValueError(message) from error


class _Pool:
    """The entries made so far, each once."""

    def __init__(self) -> None:
        self.kinds: dict[str, int] = {}
        self.entries: list[list[Packed]] = []
        self._known: dict[tuple[Packed, ...], int] = {}

    def number(self, value: object) -> Packed:
        if value is None or isinstance(value, bool) or type(value) is str:
            return value
        kind, parts = _taken_apart(value)
        entry = (self.kinds.setdefault(kind, len(self.kinds)), *map(self.number, parts))
        # True and 1 are equal in Python; the types keep their entries apart.
        key = (entry, tuple(map(type, entry)))
        if key not in self._known:
            self._known[key] = len(self.entries)
            self.entries.append(list(entry))
        return self._known[key]


def _taken_apart(value: object) -> tuple[str, list[object]]:
    """The name of a value's kind, and its parts."""
    kind = type(value)
    if kind in _NAMES:
        parts = list(value) if isinstance(value, tuple) else list(vars(value).values())
        return _NAMES[kind], parts
    if kind is tuple or kind is list:
        return kind.__name__, list(value)  # type: ignore[call-overload]  # as just seen
    if isinstance(value, frozenset):
        return "frozenset", sorted(value)
    if isinstance(value, dict | MappingProxyType):
        return "dict", [part for entry in value.items() for part in entry]
    if isinstance(value, Path):
        return "Path", [value.as_posix()]
    if kind in (int, Decimal, date):
        return kind.__name__, [str(value)]
    message = f"a rulebook holds no {kind.__name__}"
    raise TypeError(message)


def _pairs(parts: list[Any]) -> Mapping[Any, Any]:
    return MappingProxyType(dict(zip(parts[::2], parts[1::2], strict=True)))


_MAKERS: Mapping[str, Make] = MappingProxyType(
    {
        "tuple": tuple,
        "list": list,
        "frozenset": frozenset,
        "dict": _pairs,
        "Path": lambda parts: Path(*parts),
        "int": lambda parts: int(*parts),
        "Decimal": lambda parts: Decimal(*parts),
        "date": lambda parts: date.fromisoformat(*parts),
    }
)


def _maker(name: str) -> Make:
    record = _RECORDS.get(name)
    if record is None:
        return _MAKERS[name]
    if issubclass(record, tuple):
        made: Make = record._make  # type: ignore[attr-defined]  # a named tuple
        return made
    return lambda parts: record(*parts)
