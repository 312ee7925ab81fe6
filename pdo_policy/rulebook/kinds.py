"""Kinds of value in the rule language, how the fields of a document get theirs, and which may be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pdo_policy.schema.fields import Field


class Kind(NamedTuple):
    """A kind of value.

    Attributes:
        name: text, choice, flag, integer, decimal, percentage, money, date, duration, list, record, document, or
            error for what already has its problem.
        unit: of a duration: month, day, workday, or empty where only the submission tells; of money: the currency,
            or empty; of a decimal: ratio, or empty; of a document: its kind.
        item: of a list: the kind of its elements.
        field: of a choice, record or list from a document: the field.
    """

    name: str
    unit: str = ""
    item: Kind | None = None
    field: Field | None = None


TEXT, FLAG, INTEGER, DECIMAL = Kind("text"), Kind("flag"), Kind("integer"), Kind("decimal")
PERCENTAGE, MONEY, DATE, DURATION = Kind("percentage"), Kind("money"), Kind("date"), Kind("duration")
ERROR = Kind("error")
RATIO = Kind("decimal", unit="ratio")
"""What comes of dividing two amounts, or two percentages: a number that is a percentage just as well."""

_FIELD_KINDS = {
    "text": TEXT, "prose": TEXT, "credit_code": TEXT, "region": TEXT, "flag": FLAG, "count": INTEGER,
    "number": DECIMAL, "percentage": PERCENTAGE, "money": MONEY, "date": DATE, "duration": DURATION,
}  # fmt: skip

_WORDS = {
    "text": ("文本", "text"), "choice": ("选项", "choice"), "flag": ("是否", "flag"), "integer": ("整数", "integer"),
    "decimal": ("小数", "decimal"), "percentage": ("比例", "percentage"), "money": ("金额", "money"),
    "date": ("日期", "date"), "duration": ("期间", "duration"), "list": ("清单", "list"), "record": ("记录", "record"),
    "document": ("文件", "document"), "error": ("（有误）", "(wrong)"),
}  # fmt: skip
_UNITS = {"month": ("月", "months"), "day": ("日", "days"), "workday": ("工作日", "working days")}

NAMED_KINDS = {
    spelling: Kind(name)
    for name in ("text", "flag", "integer", "decimal", "percentage", "money", "date", "duration")
    for spelling in _WORDS[name]
}
"""Kinds that a predicate's parameter may name, in either language."""

_NUMBERS = frozenset({"integer", "decimal"})
_SHARES = frozenset({"integer", "decimal", "percentage"})
_ORDERED = frozenset({"integer", "decimal", "percentage", "money", "date", "duration"})


def kind_of(field: Field) -> Kind:
    """The kind of a field of a document."""
    if field.kind == "choice":
        return Kind("choice", field=field)
    if field.kind == "record":
        return Kind("record", field=field)
    if field.kind == "list":
        assert field.item is not None, "a list's schema always has an item"
        return Kind("list", item=kind_of(field.item), field=field)
    return _FIELD_KINDS[field.kind]


def word(kind: Kind, lang: str = "zh") -> str:
    """The kind in the author's words: 期间（月）, duration (months)."""
    at = 1 if lang == "en" else 0
    inner = ""
    if kind.name == "duration" and kind.unit:
        inner = _UNITS[kind.unit][at]
    elif kind.name == "money":
        inner = kind.unit
    elif kind.name == "list" and kind.item is not None and kind.item.name != "error":
        inner = word(kind.item, lang)
    own = _WORDS[kind.name][at]
    if not inner:
        return own
    return f"{own} ({inner})" if at else f"{own}（{inner}）"


def is_ordered(kind: Kind) -> bool:
    """Whether 超过, 不满 and their like mean something for it."""
    return kind.name in _ORDERED


def alike(left: Kind, right: Kind) -> bool:
    """Whether two values of these kinds can be compared at all.

    The values of an enumeration are compared with those of one that has the same values, and never with text: a paper
    may spell them in several ways. What came of dividing amounts may be compared with percentages and with numbers.
    """
    if "error" in (left.name, right.name):
        return True
    if left.name in _NUMBERS and right.name in _NUMBERS:
        return True
    if left.name == "choice" and right.name == "choice" and left.field is not None and right.field is not None:
        return {choice.value for choice in left.field.choices} == {choice.value for choice in right.field.choices}
    if RATIO in (left, right):
        return left.name in _SHARES and right.name in _SHARES
    if left.name != right.name:
        return False
    if left.name in ("duration", "money"):
        return not left.unit or not right.unit or left.unit == right.unit
    return True
