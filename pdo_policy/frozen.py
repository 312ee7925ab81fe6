"""Classes of annotated fields become frozen records, as `dataclasses` makes them, in a tenth of its time at start.

`dataclasses` writes the source of six functions for each class and compiles it, and a check meets forty classes before
it has read anything. Here one set of functions serves all classes. What `dataclasses` itself and its readers ask of a
class (`fields`, `replace`, `asdict`, a signature) they find: `dataclasses` makes it when they ask.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, field, replace

__all__ = ["dataclass", "field", "replace", "with_other"]

_R = TypeVar("_R")


class _Made:
    """The value of a field that is made for each record where none is given."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


def _field(*, default_factory: Callable[[], object]) -> Any:  # noqa: ANN401 - as `dataclasses.field` has it
    return _Made(default_factory)


def _dataclass(*, frozen: bool, eq: bool = True) -> Callable[[type], type]:
    """What makes a class one of frozen records; without `eq`, each is equal to itself alone."""
    assert frozen, "there is no other kind of record here"

    def decorated(kind: type) -> type:
        given = {name: vars(kind)[name] for name in vars(kind).get("__annotations__", ()) if name in vars(kind)}
        makers = {name: value.make for name, value in given.items() if isinstance(value, _Made)}
        for name in makers:
            delattr(kind, name)
        defaults = {name: value for name, value in given.items() if name not in makers}
        names = tuple(vars(kind).get("__annotations__", ()))
        attributes = {
            "__match_args__": names,
            "__init__": _initialiser(kind, names, defaults, makers),
            "__repr__": _shown,
            "__setattr__": _refuse_to_set,
            "__delattr__": _refuse_to_delete,
            **{name: _Later(defaults, makers) for name in ("__dataclass_fields__", "__dataclass_params__")},
            **(_comparing(names) if eq else {}),
        }
        for name, value in attributes.items():
            setattr(kind, name, value)
            if isinstance(value, _Later):
                value.name = name
        return kind

    return decorated


def _initialiser(
    kind: type, names: tuple[str, ...], defaults: dict[str, object], makers: dict[str, Callable[[], object]]
) -> Callable[..., None]:
    known, count = frozenset(names), len(names)
    # What is left where so many are given, in their order; most records are made so.
    left = [{name: defaults[name] for name in names[given:] if name in defaults} for given in range(count + 1)]
    enough = frozenset(given for given in range(count + 1) if len(left[given]) == count - given)

    def initialise(self: object, *given: object, **named: object) -> None:
        values = self.__dict__
        if not named and len(given) in enough:
            values.update(zip(names, given, strict=False))
            values.update(left[len(given)])
            return
        values.update(defaults)
        values.update(zip(names, given, strict=False))
        values.update(named)
        for name, make in makers.items():
            if name not in values:
                values[name] = make()
        if values.keys() != known or len(given) > len(names) or not named.keys().isdisjoint(names[: len(given)]):
            # The call is wrong, and nobody says better how.
            _twin(kind, defaults, makers)(*given, **named)

    return initialise


def _comparing(names: tuple[str, ...]) -> dict[str, object]:
    values: Callable[[object], object] = attrgetter(*names)

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed}


def _shown(self: object) -> str:
    parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self).__match_args__)  # type: ignore[attr-defined]
    return f"{type(self).__qualname__}({parts})"


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001 - as the language calls it
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - slow to load

    message = f"cannot assign to field {name!r}"
    raise FrozenInstanceError(message)


def _refuse_to_delete(self: object, name: str) -> NoReturn:  # noqa: ARG001 - as the language calls it
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - slow to load

    message = f"cannot delete field {name!r}"
    raise FrozenInstanceError(message)


def _twin(kind: type, defaults: dict[str, object], makers: dict[str, Callable[[], object]]) -> type:
    """The same class as `dataclasses` makes it."""
    import dataclasses  # noqa: PLC0415 - slow to load

    made = {name: dataclasses.field(default_factory=make) for name, make in makers.items()}
    same = {name: getattr(kind, name) for name in ("__annotations__", "__module__", "__qualname__")}
    body = {**same, **defaults, **made}
    return dataclasses.dataclass(frozen=True)(type(kind.__name__, (), body))


class _Later:
    """An attribute of a class that `dataclasses` gives it when somebody asks."""

    def __init__(self, defaults: dict[str, object], makers: dict[str, Callable[[], object]]) -> None:
        self.name = ""
        self._defaults, self._makers = defaults, makers

    def __get__(self, _record: object, kind: type) -> object:
        found = getattr(_twin(kind, self._defaults, self._makers), self.name)
        setattr(kind, self.name, found)
        return found


def _replace(record: object, **changes: object) -> object:
    """A record like another, with changes."""
    kind = record.__class__
    names = kind.__match_args__  # type: ignore[attr-defined]  # every record has them
    like = kind.__new__(kind)
    values = like.__dict__
    values.update(record.__dict__, **changes)
    if len(values) == len(names):
        return like
    # A name that is none of the fields, or what a record keeps beside them, which is not to be taken over.
    return kind(**{name: getattr(record, name) for name in names} | changes)


def with_other(record: _R, name: str) -> Callable[[object], _R]:
    """What makes records like another from the value of one field."""
    kind, values = record.__class__, record.__dict__

    def made(value: object) -> _R:
        like = kind.__new__(kind)
        fields = like.__dict__
        fields.update(values)
        fields[name] = value
        return like

    return made


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, _field, _replace
