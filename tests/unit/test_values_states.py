"""What stands where a value should: a blank, an explicit unknown, 不适用 without a reason, or something said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.values.states import is_bare_not_applicable, is_blank, is_said, is_unknown

BLANK = [
    "", " ", "\t\n", "\u3000", "_", "____", "＿＿＿", "——", "—", "-", "－－", "……", "...", "。。。", "· · ·", "_ _ _",
    "─────", "____年__月__日", "＿＿年＿＿月＿＿日", "____万元", "人民币____元整", "人民币（大写）____", "第__条",
    "__个工作日", "￥____", "__%",
]  # fmt: skip
UNKNOWN = [
    "待定", "（待定）", "【待定】", "[待定]", "“待定”", "待定。", " 待定 ", "待补充", "待填", "待明确", "待确定",
    "待核实", "待议", "待商定", "未定", "未知", "不详", "暂缺", "暂无", "TBD", "tbd", "ＴＢＤ", "?", "？", "unknown",
]  # fmt: skip
NOT_APPLICABLE = [
    "不适用", "（不适用）", "不适用。", "无需填写", "无须填写", "N/A", "n/a", "NA", "Ｎ／Ａ", "/", "／",
    "Not applicable",
]  # fmt: skip
SAID = [
    "0", "无", "否", "3年", "年", "元", "万元", "2025年__月__日", "__3__", "甲方____", "a", "是", "待定项目管理办法",
    "期限待定", "不适用于本市", "不适用：本市没有引入特许开发主体", "不详细说明", "N", "年月日",
    "_" * 30 + "年" * 30, "~",
]  # fmt: skip


@pytest.mark.parametrize("text", BLANK, ids=repr)
def test_a_blank_is_known(text: str) -> None:
    assert (is_blank(text), is_unknown(text), is_bare_not_applicable(text)) == (True, False, False)


@pytest.mark.parametrize("text", UNKNOWN, ids=repr)
def test_an_explicit_unknown_is_known(text: str) -> None:
    assert (is_blank(text), is_unknown(text), is_bare_not_applicable(text)) == (False, True, False)


@pytest.mark.parametrize("text", NOT_APPLICABLE, ids=repr)
def test_a_bare_not_applicable_is_known(text: str) -> None:
    assert (is_blank(text), is_unknown(text), is_bare_not_applicable(text)) == (False, False, True)


@pytest.mark.parametrize("text", SAID, ids=repr)
def test_whatever_else_is_something_said(text: str) -> None:
    assert (is_blank(text), is_unknown(text), is_bare_not_applicable(text)) == (False, False, False)


@given(st.text("_＿ 年月日.-/待定不适用()（）“”naNAbd?？3甲数据局元万"))
def test_what_a_short_look_takes_for_said_is_said(text: str) -> None:
    assert not is_said(text) or not (is_blank(text) or is_unknown(text) or is_bare_not_applicable(text))


@pytest.mark.parametrize("text", [*BLANK, *UNKNOWN, *NOT_APPLICABLE], ids=repr)
def test_no_word_for_what_is_not_there_is_taken_for_said(text: str) -> None:
    assert not is_said(text)


def test_a_long_blank_is_a_blank() -> None:
    assert is_blank("_" * 100_000)
