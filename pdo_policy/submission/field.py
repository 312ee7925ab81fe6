"""A field's label, meaning, examples and clauses become a pydantic field that carries them for the exporter."""

from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field


class Kind(StrEnum):
    """What a field holds; the values are the `x-kind` of the schemas."""

    TEXT = "text"
    PROSE = "prose"
    DATE = "date"
    DURATION = "duration"
    MONEY = "money"
    PERCENTAGE = "percentage"
    COUNT = "count"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    CREDIT_CODE = "credit_code"
    REGION = "region"
    RECORD = "record"
    LIST = "list"


# The types of values are those of the text that people write; what a kind reads out of it is the schemas' business.
Text = Annotated[str, Kind.TEXT]
Prose = Annotated[str | list[str], Kind.PROSE]
Date = Annotated[str, Kind.DATE]
Duration = Annotated[str, Kind.DURATION]
Money = Annotated[str, Kind.MONEY]
Percentage = Annotated[str, Kind.PERCENTAGE]
Count = Annotated[int | str, Kind.COUNT]
Number = Annotated[float | str, Kind.NUMBER]
Flag = Annotated[bool | str, Kind.FLAG]
OneOf = Annotated[str, Kind.CHOICE]
CreditCode = Annotated[str, Kind.CREDIT_CODE]
Region = Annotated[str, Kind.REGION]


class Record(BaseModel):
    """A group of fields.

    Annotations name the kind only: that each field may also be missing, null or 不适用 holds for all of them and is
    said once, by the exporter.
    """

    model_config = ConfigDict(extra="forbid")


class Choice(NamedTuple):
    """One value of a choice.

    Attributes:
        value: the canonical English value.
        label: the canonical Chinese word for it.
        aliases: other Chinese words that mean the same.
    """

    value: str
    label: str
    aliases: tuple[str, ...] = ()


def choices(*rows: tuple[str, ...]) -> tuple[Choice, ...]:
    """A table of choices from rows of value, label and any number of aliases."""
    return tuple(Choice(value, label, tuple(aliases)) for value, label, *aliases in rows)


def about(
    label: str,
    meaning: str,
    *examples: str | float,
    clauses: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    unit: str = "",
    of: tuple[Choice, ...] = (),
    item: str = "",
    key: tuple[str, ...] = (),
) -> Any:  # noqa: ANN401 the annotation beside it gives the type, as with pydantic's own Field
    """A field.

    Args:
        label: its Chinese name, which users may write as its key and rules in a path.
        meaning: one Chinese sentence that helps to fill it in.
        examples: values as users write them; of a list, its items; of a record, none, they come from its fields.
        clauses: full ids of the clauses it answers to.
        aliases: other Chinese words for the key; unique among the keys of its record.
        unit: what a bare number counts.
        of: the values of a choice.
        item: what one item of a list is called.
        key: of a list of records, the fields that tell items apart, the preferred first.
    """
    extra: dict[str, Any] = {
        "unit": unit,
        "clauses": list(clauses),
        "aliases": list(aliases),
        "choices": of,
        "item": item,
        "key": list(key),
    }
    return Field(default=None, title=label, description=meaning, examples=list(examples), json_schema_extra=extra)
