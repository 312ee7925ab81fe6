"""Plain data and a schema become the answer whether the data is surely valid; what is not sure is the validator's.

It knows the keywords of the shipped schemas and says no to every other: a no means nothing, a yes is certain.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.schema.fields import Schema

    Rest = Callable[[Any, Any, Schema, Schema], bool]


def is_valid(schema: Schema, data: object) -> bool:
    """Whether data is surely valid against a schema."""
    return _fits(data, schema, schema)


def _fits(data: object, schema: Any, root: Schema) -> bool:  # noqa: ANN401 - a schema may be anything until looked at
    if schema.__class__ is not dict:
        return schema is True
    for keyword, wanted in schema.items():
        if keyword in _SAYS_NOTHING:
            continue
        test = _TESTS.get(keyword)
        if test is None or not test(data, wanted, schema, root):
            return False
    return True


_SAYS_NOTHING = frozenset({
    "$schema", "$id", "$defs", "title", "description", "examples", "default", "format", "then", "else",
    "x-kind", "x-unit", "x-clauses", "x-aliases", "x-choices", "x-key", "x-item-label",
})  # fmt: skip
_TYPES: Mapping[str, tuple[type, ...]] = MappingProxyType({
    "string": (str,), "null": (type(None),), "object": (dict,), "array": (list,), "boolean": (bool,), "integer": (int,),
    "number": (int, float),
})  # fmt: skip

_FINITE = 1e300
"""Beyond it numbers are the validator's."""


def _type(data: Any, wanted: Any, _schema: Schema, _root: Schema) -> bool:  # noqa: ANN401 - as above
    if data.__class__ is float and not -_FINITE < data < _FINITE:
        return False
    names = (wanted,) if wanted.__class__ is str else wanted
    return any(data.__class__ in _TYPES.get(name, ()) for name in names)


def _same(data: object, wanted: object) -> bool:
    """Whether two values are surely the same; of numbers, which may be written in many ways, nothing is said."""
    return data.__class__ is wanted.__class__ and data.__class__ in (str, bool, type(None)) and data == wanted


def _reference(data: object, wanted: str, _schema: Schema, root: Schema) -> bool:
    name = wanted.removeprefix("#/$defs/")
    return name in root.get("$defs", ()) and _fits(data, root["$defs"][name], root)


def _conditional(data: object, wanted: object, schema: Schema, root: Schema) -> bool:
    # Only where the condition is a bare type is the contrary of "surely" a no.
    if wanted.__class__ is not dict or list(wanted) != ["type"]:
        return False
    branch = "then" if _type(data, wanted["type"], schema, root) else "else"
    return branch not in schema or _fits(data, schema[branch], root)


def _properties(data: object, wanted: Schema, _schema: Schema, root: Schema) -> bool:
    if data.__class__ is not dict:
        return True
    return all(_fits(data[name], wanted[name], root) for name in data if name in wanted)


def _closed(data: object, wanted: object, schema: Schema, _root: Schema) -> bool:
    if data.__class__ is not dict:
        return True
    return wanted is False and "patternProperties" not in schema and data.keys() <= schema.get("properties", {}).keys()


def _dependent(data: object, wanted: Schema, _schema: Schema, root: Schema) -> bool:
    if data.__class__ is not dict:
        return True
    return all(_fits(data, below, root) for name, below in wanted.items() if name in data)


def _items(data: object, wanted: object, schema: Schema, root: Schema) -> bool:
    if data.__class__ is not list:
        return True
    return "prefixItems" not in schema and all(_fits(item, wanted, root) for item in data)


_TESTS: Mapping[str, Rest] = MappingProxyType({
    "type": _type,
    "enum": lambda data, wanted, _schema, _root: any(_same(data, value) for value in wanted),
    "const": lambda data, wanted, _schema, _root: _same(data, wanted),
    "$ref": _reference,
    "if": _conditional,
    "properties": _properties,
    "required": lambda data, wanted, _s, _r: data.__class__ is not dict or all(name in data for name in wanted),
    "additionalProperties": _closed,
    "dependentSchemas": _dependent,
    "maxProperties": lambda data, wanted, _s, _r: data.__class__ is not dict or len(data) <= wanted,
    "minProperties": lambda data, wanted, _s, _r: data.__class__ is not dict or len(data) >= wanted,
    "minLength": lambda data, wanted, _s, _r: data.__class__ is not str or len(data) >= wanted,
    "minimum": lambda data, wanted, _s, _r: data.__class__ not in (int, float) or data >= wanted,
    "items": _items,
})  # fmt: skip
