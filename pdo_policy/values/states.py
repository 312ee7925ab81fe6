"""A text that stands where a value should becomes the answer whether it is blank, an explicit unknown, or 不适用."""

from __future__ import annotations

from pdo_policy.values.normal_form import normal_form

_MARKS = "_＿﹍﹎﹏-－‐‑–—―─.．。·・…⋯"
_LINES = ("_", "＿", "﹍", "﹎", "﹏")
# What a form prints between and behind the lines to be filled in: ____年__月__日, 人民币____万元整, 第__条.
_PRINTED = "年月日时分秒第条款项号个天工作元圆万亿整正人民币￥¥%％‰()（）：:大写小"
_LONGEST = 40

_UNKNOWN = frozenset({
    "待定", "待补充", "待补", "待填", "待填写", "待明确", "待确定", "待核实", "待确认", "待议", "待商定", "待协商",
    "待完善", "待公布", "待批复", "尚未确定", "尚未明确", "未确定", "未明确", "未定", "未知", "不知", "不知道",
    "不详", "不明", "不清楚", "暂缺", "暂无", "暂不明确", "暂未确定", "tbd", "tbc", "tba", "unknown", "?", "??", "???",
})  # fmt: skip
_NOT_APPLICABLE = frozenset({
    "不适用", "无需填写", "无须填写", "不需填写", "不需要填写", "不用填写", "n/a", "na", "n.a.", "not applicable", "/",
})  # fmt: skip


def is_blank(text: str) -> bool:
    """Whether nothing was filled in: white space, or lines, dashes and dots as a printed form has them.

    `____年__月__日` and `____万元` are blank too: lines, and the words that the form prints around them.
    """
    if _consists(text, _MARKS):
        return True
    return len(text) <= _LONGEST and any(line in text for line in _LINES) and _consists(text, _MARKS + _PRINTED)


def _consists(text: str, marks: str) -> bool:
    return all(char in marks or char.isspace() for char in text)


def is_unknown(text: str) -> bool:
    """Whether it says that the value is not known or not decided: one of a closed table of words (待定, 不详, TBD)."""
    return _word(text) in _UNKNOWN


def is_bare_not_applicable(text: str) -> bool:
    """Whether it says that the field does not apply, without the reason: 不适用, 无需填写, `N/A`, `/`."""
    return _word(text) in _NOT_APPLICABLE


def _word(text: str) -> str:
    """A short text without brackets around it, in small letters; an empty text for a long one."""
    if len(text) > _LONGEST:
        return ""
    return normal_form(text).strip("()[]【】〔〕<>《》“”\"' ").lower()
