"""A text that stands where a value should becomes the answer whether it is blank, an explicit unknown, or 不适用."""

from __future__ import annotations

import re

from pdo_policy.values.normal_form import normal_form

_MARKS = "_＿﹍﹎﹏-－‐‑–—―─.．。·・…⋯"
_LINE = re.compile("[_＿﹍﹎﹏]")
# What a form prints between and behind the lines to be filled in: ____年__月__日, 人民币____万元整, 第__条.
_PRINTED = "年月日时分秒第条款项号个天工作元圆万亿整正人民币￥¥%％‰()（）：:大写小"
_LONGEST = 40
_MARKED = re.compile(rf"[\s{re.escape(_MARKS)}]*")
_FORM = re.compile(rf"[\s{re.escape(_MARKS + _PRINTED)}]*")

_UNKNOWN = frozenset({
    "待定", "待补充", "待补", "待填", "待填写", "待明确", "待确定", "待核实", "待确认", "待议", "待商定", "待协商",
    "待完善", "待公布", "待批复", "尚未确定", "尚未明确", "未确定", "未明确", "未定", "未知", "不知", "不知道",
    "不详", "不明", "不清楚", "暂缺", "暂无", "暂不明确", "暂未确定", "tbd", "tbc", "tba", "unknown", "?", "??", "???",
})  # fmt: skip
_NOT_APPLICABLE = frozenset({
    "不适用", "无需填写", "无须填写", "不需填写", "不需要填写", "不用填写", "n/a", "na", "n.a.", "not applicable", "/",
})  # fmt: skip

_HAN = "".join(sorted({char for word in _UNKNOWN | _NOT_APPLICABLE for char in word if "\u4e00" <= char <= "\u9fff"}))
# A digit, or a Han character that stands in none of the words and that no form prints: nearly every text has one.
_SAID = re.compile(rf"[0-9]|(?![{_HAN}{re.escape(_PRINTED)}])[\u4e00-\u9fff]")


def is_said(text: str) -> bool:
    """Whether a short look shows that it is none of these: neither blank nor a word for what is not there."""
    return _SAID.search(text) is not None


def is_blank(text: str) -> bool:
    """Whether nothing was filled in: white space, or lines, dashes and dots as a printed form has them.

    `____年__月__日` and `____万元` are blank too: lines, and the words that the form prints around them.
    """
    if _MARKED.fullmatch(text):
        return True
    return len(text) <= _LONGEST and _LINE.search(text) is not None and _FORM.fullmatch(text) is not None


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
