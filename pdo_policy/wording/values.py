"""The words for what is wrong with a value: one message for every flaw that can be found in a text of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.wording import Message, Words
from pdo_policy.wording.values_by_kind import BY_KIND

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Kind(NamedTuple):
    """What a kind of value is called in a sentence, and how to write one: name and advice in each language."""

    zh: str
    zh_fix: str
    en: str
    en_fix: str


_KINDS = {
    "date": _Kind(
        "日期",
        "请写确定的日期，例如“2025年3月1日”或“2025-03-01”。",
        "a date",
        "Write a definite date, for example “2025-03-01”.",
    ),
    "duration": _Kind(
        "期间",
        "请写确定的期间，例如“3年”“6个月”“30日”或“10个工作日”。",
        "a period",
        "Write a definite period, for example “3 years”, “6 months”, “30 days” or “10 working days”.",
    ),
    "money": _Kind(
        "金额",
        "请写确定的金额，例如“1200万元”。",
        "an amount of money",
        "Write a definite amount, for example “CNY 12000000”.",
    ),
    "percentage": _Kind(
        "比例", "请写确定的比例，例如“30%”。", "a percentage", "Write a definite percentage, for example “30%”."
    ),
    "count": _Kind(
        "数量", "请写确定的数量，例如“30”或“30个”。", "a count", "Write a definite count, for example “30”."
    ),
    "number": _Kind("数值", "请写确定的数值，例如“24”。", "a number", "Write a definite number, for example “24”."),
    "flag": _Kind("“是”或“否”", "请写“是”或“否”。", "“yes” or “no”", "Write “yes” or “no”."),
    "credit_code": _Kind(
        "统一社会信用代码",
        "请写18位的统一社会信用代码。",
        "a unified social credit code",
        "Write the code of 18 characters.",
    ),
}


def _any(kind: _Kind) -> dict[str, Message]:
    """What can be wrong whatever the kind."""
    zh, zh_fix, en, en_fix = kind
    return {
        "too-long": Message(
            Words(f"“{{text}}”有 {{length}} 个字，不是{zh}", "", f"{zh_fix}其余内容请写进说明。"),
            Words(f"“{{text}}” has {{length}} characters and is not {en}", "", f"{en_fix} Put the rest in a note."),
        ),
        "remark": Message(
            Words(f"“{{text}}”在{zh}之外还写了“{{remark}}”", "", "请只写“{value}”，把“{remark}”写进说明。"),
            Words(
                f"“{{text}}” holds “{{remark}}” besides {en}", "", "Write “{value}” alone; the rest can go in a note."
            ),
        ),
        "contradiction": Message(
            Words("“{text}”括号内外写的不一样", "", "请核对后只写一个。"),
            Words("“{text}” says one thing before and another in the brackets", "", "Check them and write one."),
        ),
    }


def _unreadable(kind: _Kind) -> dict[str, Message]:
    zh, zh_fix, en, en_fix = kind
    return {
        "unreadable": Message(
            Words(f"“{{text}}”不是能识别的{zh}", "", zh_fix), Words(f"“{{text}}” cannot be read as {en}", "", en_fix)
        )
    }


def _indefinite(kind: _Kind) -> dict[str, Message]:
    """What leaves a date or a quantity open."""
    zh, zh_fix, en, en_fix = kind
    return {
        "range": Message(
            Words(f"“{{text}}”是一个范围，不是一个确定的{zh}", "", f"{zh_fix}范围可以写进说明。"),
            Words(f"“{{text}}” is a range, not {en}", "", f"{en_fix} A range can go in a note."),
        ),
        "bound": Message(
            Words(f"“{{text}}”里的“{{word}}”只划了界限，没有给出{zh}", "", zh_fix),
            Words(f"“{{word}}” in “{{text}}” sets a limit and does not give {en}", "", en_fix),
        ),
        "about": Message(
            Words(f"“{{text}}”里的“{{word}}”使{zh}不确定", "", f"{zh_fix}还不能确定的，请写“待定”。"),
            Words(
                "“{word}” in “{text}” leaves the value uncertain",
                "",
                f"{en_fix} Write “TBD” where it is not known yet.",
            ),
        ),
    }


def _numeral(kind: _Kind) -> dict[str, Message]:
    """What can be wrong with how a number is written."""
    return {
        "grouping": Message(
            Words("“{text}”里的逗号不是每三位一个", "", "请去掉逗号；小数点请用“.”。"),
            Words(
                "the commas in “{text}” do not part groups of three digits",
                "",
                "Leave them out, and write a decimal point as “.”.",
            ),
        ),
        "colloquial": Message(
            Words(
                "“{text}”有两种读法",
                "例如“二百五”可以是250，也可以是205；“三五”可以是35，也可以是三到五。",
                "请用阿拉伯数字写明。",
            ),
            Words(
                "“{text}” can be read in two ways",
                "Spoken numerals leave out units, or name two numbers for “from … to …”.",
                "Write it in digits.",
            ),
        ),
        "vague": Message(
            Words("“{text}”只写了数量级，没有写是多少", "", kind.zh_fix),
            Words("“{text}” gives an order of magnitude only", "", kind.en_fix),
        ),
        "too-large": Message(
            Words("“{text}”过大，未采用", "", "请核对位数和单位。"),
            Words("“{text}” is too large and was not used", "", "Check the digits and the unit."),
        ),
    }


def _quantity(kind: _Kind) -> dict[str, Message]:
    return {**_unreadable(kind), **_indefinite(kind), **_numeral(kind), **_any(kind)}


_BY_KIND = {
    "date": {**_unreadable(_KINDS["date"]), **_indefinite(_KINDS["date"]), **_any(_KINDS["date"])},
    **{kind: _quantity(_KINDS[kind]) for kind in ("duration", "money", "percentage", "count", "number")},
    "flag": _any(_KINDS["flag"]),
    "credit_code": _any(_KINDS["credit_code"]),
}

MESSAGES: Mapping[str, Message] = {
    f"schema.{kind}-{flaw}": message
    for table in (_BY_KIND, BY_KIND)  # the words for one kind go before those for any
    for kind, messages in table.items()
    for flaw, message in messages.items()
}
"""Every code of `pdo_policy.values.reading.FLAWS` with its words."""
