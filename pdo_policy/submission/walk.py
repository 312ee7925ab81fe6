"""A model becomes its fields: for each key, the kind, the facts the exporter needs, and the record it leads to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args, get_origin

from pdo_policy.submission.field import Choice, Kind, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo


class FieldFacts(NamedTuple):
    """One field, read off a model.

    Attributes:
        key: the canonical English key.
        kind: what it holds.
        label: its Chinese name.
        meaning: its help sentence.
        examples: as users write them; empty for records.
        unit: what a bare number counts; may be empty.
        clauses: full clause ids.
        aliases: other words for the key.
        choices: the values of a choice, or of the choices in a list.
        item_kind: of a list, the kind of its items.
        item: of a list, what one item is called.
        natural_key: of a list of records, what tells items apart.
        record: the record a record field holds, or a list's items are.
    """

    key: str
    kind: Kind
    label: str
    meaning: str
    examples: tuple[str | float, ...]
    unit: str
    clauses: tuple[str, ...]
    aliases: tuple[str, ...]
    choices: tuple[Choice, ...]
    item_kind: Kind | None
    item: str
    natural_key: tuple[str, ...]
    record: type[Record] | None


# Money is always counted in yuan, whatever multiple of it people write.
_UNITS = {Kind.MONEY: "元"}


def fields_of(model: type[Record]) -> tuple[FieldFacts, ...]:
    """The fields of a record, in the order of the model.

    Raises:
        TypeError: an annotation names no kind.
    """
    return tuple(_facts(key, info) for key, info in model.model_fields.items())


def records_in(model: type[Record]) -> Iterator[type[Record]]:
    """Every use of a record under a model, depth first, the same record as often as it is used."""
    for field in fields_of(model):
        if field.record is not None:
            yield field.record
            yield from records_in(field.record)


def shared_records(model: type[Record]) -> frozenset[type[Record]]:
    """The records that a model's own text names more than once, counting each record's text once."""
    uses: Counter[type[Record]] = Counter()
    for record in {model, *records_in(model)}:
        uses.update(field.record for field in fields_of(record) if field.record is not None)
    return frozenset(record for record, number in uses.items() if number > 1)


def _facts(key: str, info: FieldInfo) -> FieldFacts:
    kind, item_kind, record = _read(info.annotation, info.metadata)
    extra = cast(dict[str, Any], info.json_schema_extra)
    return FieldFacts(
        key=key,
        kind=kind,
        label=info.title or "",
        meaning=info.description or "",
        examples=tuple(info.examples or ()),
        unit=extra["unit"] or _UNITS.get(kind, ""),
        clauses=tuple(extra["clauses"]),
        aliases=tuple(extra["aliases"]),
        choices=extra["choices"],
        item_kind=item_kind,
        item=extra["item"],
        natural_key=tuple(extra["key"]),
        record=record,
    )


def _read(annotation: object, metadata: list[Any]) -> tuple[Kind, Kind | None, type[Record] | None]:
    for mark in metadata:
        if isinstance(mark, Kind):
            return mark, None, None
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Kind.RECORD, None, annotation
    if get_origin(annotation) is list:
        (item,) = get_args(annotation)
        kind, _, record = _read(item, list(getattr(item, "__metadata__", ())))
        return Kind.LIST, kind, record
    raise TypeError(annotation)
