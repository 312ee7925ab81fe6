"""What a message needs beyond names: the nearest known one, kinds in words, an example of a kind; in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.rulebook.kinds import word
from pdo_policy.schema.suggestions import nearest
from pdo_policy.values.chinese_numerals import read_chinese_numeral

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.rulebook.kinds import Kind
    from pdo_policy.schema.fields import Field

_SHOWN = 6
_FEW = 3
_ID_CUTOFF = 0.75


def near_id(name: str, known: Iterable[str]) -> dict[str, str]:
    """The same facts for the id of a rule; ids that only begin alike are not near."""
    ids = list(known)
    found = nearest(name, ids, _ID_CUTOFF)
    return meant(found) if found else near("", ids)


def near(name: str, known: Iterable[str], first: Iterable[str] = ()) -> dict[str, str]:
    """The facts `suggestion` and `hint`: the nearest of the known names, or where none is near, some of them.

    Each language lists the names that are spelled in it, where there are such; where some go `first`, these alone.
    """
    names = list(dict.fromkeys([*first, *known]))
    suggestion = nearest(name, names)
    if suggestion:
        return meant(suggestion)
    names = list(dict.fromkeys(first)) or names
    english = [known for known in names if known.isascii()]
    chinese = [known for known in names if not known.isascii()]
    zh, en = "、".join((chinese or names)[:_SHOWN]), ", ".join((english or names)[:_SHOWN])
    return {"suggestion": "", "hint": f"可以写：{zh}", "hint_en": f"there are: {en}"}


def meant(suggestion: str) -> dict[str, str]:
    """The facts `suggestion` and `hint` for the one name that is meant."""
    return {"suggestion": suggestion, "hint": f"是否指“{suggestion}”？", "hint_en": f"do you mean “{suggestion}”?"}


def fields_below(record: Field | None, written: str) -> dict[str, str]:
    """The facts `hint`: some fields of a record that is written so, as they are written."""
    fields = list(record.fields.values())[:_FEW] if record is not None else []
    zh, en = (f"{written}.{field.label}" for field in fields), (f"{written}.{field.key}" for field in fields)
    return {"hint": "、".join(zh), "hint_en": ", ".join(en)}


def said(**kinds: Kind) -> dict[str, str]:
    """Kinds of value as facts, each in both languages."""
    return {
        name: text
        for fact, kind in kinds.items()
        for name, text in ((fact, word(kind)), (f"{fact}_en", word(kind, "en")))
    }


_EXAMPLES = {
    "text": ("“文字”", "“text”"), "flag": ("是 或 否", "true or false"), "integer": ("3", "3"),
    "decimal": ("1.5", "1.5"), "percentage": ("20%", "20%"), "money": ("100 万元", "100 CNY"),
    "date": ("2025-03-01", "2025-03-01"), "duration": ("5 年", "5 years"),
}  # fmt: skip


def example(kind: Kind) -> dict[str, str]:
    """The facts `example`: how a value of this kind is written."""
    if kind.name == "choice" and kind.field is not None:
        return {"example": kind.field.choices[0].label, "example_en": kind.field.choices[0].value}
    zh, en = _EXAMPLES.get(kind.name, (word(kind), word(kind, "en")))
    return {"example": zh, "example_en": en}


_NUMERAL = re.compile(r"([〇零一二三四五六七八九十百千万亿两]+)(个工作日|工作日|个月|年|日|天|元|万元|亿元|%)?")


def in_digits(name: str) -> str:
    """How a name that is a Chinese numeral with or without a unit is written in a rule (5 年); empty for others."""
    match = _NUMERAL.fullmatch(name)
    number = read_chinese_numeral(match[1]) if match is not None else None
    return f"{number} {match[2] or ''}".strip() if match is not None and isinstance(number, int) else ""
