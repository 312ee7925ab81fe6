"""A JSON Schema becomes the tree of its fields: what binding documents and checking rules need to know of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.frozen import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]

NOT_APPLICABLE = ("不适用", "not_applicable")
"""The keys under which a record may say, instead of its fields, why it does not apply."""

_BY_TYPE = {"boolean": "flag", "integer": "count", "number": "number", "object": "record", "array": "list"}
_BY_FORMAT = {"date": "date"}


class Choice(NamedTuple):
    """A value of an enumeration: canonical value, Chinese label, other words for it."""

    value: str
    label: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Field:
    """A field, or the element of a list.

    Attributes:
        key: canonical key; of an element, its list's.
        label: Chinese name.
        kind: text, prose, date, duration, money, percentage, count, number, flag, choice, credit_code, region, record
            or list.
        unit: what a bare number counts; may be empty.
        clauses: full ids of the clauses that ask for it.
        meaning: its help sentence.
        examples: as users write them.
        aliases: other words for the key.
        choices: of a choice.
        fields: of a record, by canonical key.
        item: of a list, its element.
        natural_key: of an element that is a record, the keys that tell it apart, the preferred first.
        closed: of a record, whether it may have no other keys.
    """

    key: str
    label: str
    kind: str
    unit: str = ""
    clauses: tuple[str, ...] = ()
    meaning: str = ""
    examples: tuple[Any, ...] = ()
    aliases: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    item: Field | None = None
    natural_key: tuple[str, ...] = ()
    closed: bool = True

    @cached_property
    def spellings(self) -> Mapping[str, Field]:
        """Every way to write the key of a field of this record: canonical key, label, other words."""
        found: dict[str, Field] = {}
        for below in self.fields.values():
            for word in (below.key, below.label, *below.aliases):
                found.setdefault(word, below)
        return found

    @cached_property
    def names(self) -> Mapping[str, Field]:
        """The fields of this record by canonical key and by label, as rules write them; a key goes before a label."""
        return {**{below.label: below for below in list(self.fields.values())[::-1]}, **self.fields}

    @cached_property
    def values(self) -> Mapping[str, Choice]:
        """Every way to write a value of this choice."""
        return {word: choice for choice in self.choices for word in (choice.value, choice.label, *choice.aliases)}


def fields_of(schema: Schema) -> Field:
    """The root field of a document's schema.

    A schema without the `x-` annotations of ours is read by its types: its properties, items, `$ref` into `$defs`,
    `enum`, and the format `date`.
    """
    return _field("", schema, schema, ())


def _field(key: str, schema: Schema, root: Schema, trail: tuple[str, ...]) -> Field:
    while (name := _referred(schema)) and name not in trail:
        trail = (*trail, name)
        schema = with_definition(schema, root["$defs"][name])
    kind = _kind(schema)
    item = schema.get("items")
    return Field(
        key=key,
        label=str(schema.get("title", key)),
        kind=kind,
        unit=str(schema.get("x-unit", "")),
        clauses=tuple(schema.get("x-clauses", ())),
        meaning=str(schema.get("description", "")),
        examples=tuple(schema.get("examples", ())),
        aliases=tuple(schema.get("x-aliases", ())),
        choices=_choices(schema) if kind == "choice" else (),
        fields={
            name: _field(name, below, root, trail)
            for name, below in schema.get("properties", {}).items()
            if name not in NOT_APPLICABLE and name != "$schema"
        }
        if kind == "record"
        else {},
        item=_field(key, item if isinstance(item, dict) else {}, root, trail) if kind == "list" else None,
        natural_key=tuple(schema.get("x-key", ())),
        closed=schema.get("additionalProperties") is False,
    )


def with_definition(schema: Schema, definition: Schema) -> Schema:
    """A schema with the definition that it refers to put in; what it says itself goes before."""
    return {**definition, **{keyword: value for keyword, value in schema.items() if keyword != "$ref"}}


def _referred(schema: Schema) -> str:
    """The name of the definition that a schema refers to; empty where it refers to none that has fields."""
    reference = str(schema.get("$ref", ""))
    return reference.removeprefix("#/$defs/") if reference not in ("", "#/$defs/NotApplicable") else ""


def _kind(schema: Schema) -> str:
    if "x-kind" in schema:
        return str(schema["x-kind"])
    if "enum" in schema or "const" in schema:
        return "choice"
    types = schema.get("type", "object" if "properties" in schema else "string")
    named = [types] if isinstance(types, str) else [name for name in types if name != "null"]
    return _BY_FORMAT.get(str(schema.get("format")), _BY_TYPE.get(named[0] if named else "string", "text"))


def _choices(schema: Schema) -> tuple[Choice, ...]:
    if "x-choices" in schema:
        return tuple(Choice(row["value"], row["label"], tuple(row["aliases"])) for row in schema["x-choices"])
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return tuple(Choice(str(value), str(value), ()) for value in values if value is not None)
