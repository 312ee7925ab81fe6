"""A single value as written becomes the value of its field, or the code of what is wrong with it."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.documents.screening import shown
from pdo_policy.schema.suggestions import nearest
from pdo_policy.values.misread import Misread
from pdo_policy.values.normal_form import normal_form
from pdo_policy.values.reading import read_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.schema.fields import Field

_NO_FACTS: Mapping[str, str] = MappingProxyType({})


_PLAIN = frozenset({"count", "number", "flag"})
"""Kinds whose values JSON has: a schema's limits hold for them however they are written."""


class Read(NamedTuple):
    """What reading gave.

    Attributes:
        value: the value; None where it could not be read.
        data: what the schema's validator is shown.
        code: what is wrong; empty where nothing is.
        facts: named parts of the words for it.
    """

    value: Any
    data: Any
    code: str = ""
    facts: Mapping[str, str] = _NO_FACTS


def read_scalar(field: Field, value: bool | float | Decimal | str | None, lexeme: str) -> Read:
    """The value of a field.

    Args:
        field: what it is.
        value: as the reader of the format understood it.
        lexeme: as it was written, for fields of text: `1.10` stays 1.10.
    """
    if field.kind == "choice":
        return _choice(field, lexeme)
    if field.kind == "flag" and isinstance(value, bool):
        return Read(value, value)
    if field.kind in ("count", "number") and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return _number(field, value, lexeme)
    read = read_value(field.kind, _without_unit(field, lexeme))
    if isinstance(read, Misread):
        return Read(None, lexeme, read.code, {**read.facts, "text": shown(lexeme)})
    return Read(read, read if field.kind in _PLAIN else lexeme)


def _without_unit(field: Field, lexeme: str) -> str:
    """A number without the unit that its field is counted in, which people write though it is understood."""
    if field.kind not in ("count", "number") or not field.unit:
        return lexeme
    text = lexeme.strip()
    return text.removesuffix(field.unit) if text != field.unit else text


def _choice(field: Field, lexeme: str) -> Read:
    choice = field.values.get(lexeme) or field.values.get(normal_form(lexeme))
    if choice is not None:
        return Read(choice.value, choice.value)
    known = "、".join(choice.label for choice in field.choices)
    parts = [word for word in field.values if len(word) > 1 and word in lexeme]
    near = nearest(lexeme, field.values)
    facts = {"text": shown(lexeme), "known": known, "near": near}
    if len({field.values[word].value for word in parts}) > 1:
        return Read(None, lexeme, "schema.several-choices", facts)
    return Read(None, lexeme, "schema.unknown-choice-near" if near else "schema.unknown-choice", facts)


def _number(field: Field, value: int | Decimal, lexeme: str) -> Read:
    if field.kind == "number":
        return Read(Decimal(value), value)
    if value == int(value) and value >= 0:
        return Read(int(value), int(value))
    read = read_value("count", lexeme)
    if isinstance(read, Misread):
        return Read(None, value, read.code, read.facts)
    return Read(read, value)
