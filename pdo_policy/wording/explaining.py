"""Words of `explain`: what a thing is, where it stands, and an example."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    "several": ("找到 {count} 处：", "{count} found:"),
    # a rule or an exception
    "subjects": ("检查对象：", "asked of: "),
    "bearer": ("义务主体：", "duty of: "),
    "severity": ("严重度：", "severity: "),
    "clauses_of": ("依据：", "rests on: "),
    "why": ("理由：", "why: "),
    "fix": ("整改：", "fix: "),
    "ask": ("提问：", "question: "),
    "exceptions": ("例外：", "exception: "),
    "against": ("针对：", "against: "),
    "attacked": ("反对它的例外：", "excepted by: "),
    "exempt": ("豁免", "exempts"),
    "replace": ("改为另一个要求", "demands something else"),
    "text": ("规则原文（{file} 第 {line} 行）：", "rule text ({file}, line {line}):"),
    "users": ("用到它的规则：", "used by: "),
    # a field
    "place": ("在：", "stands in: "),
    "written": ("规则里写：", "in rules: "),
    "written_each": ("规则里写：每个 x 于 {list} 满足 x.{rest} …", "in rules: every x of {list} satisfies x.{rest} …"),
    "meaning": ("说明：", "meaning: "),
    "choices": ("可选：", "one of: "),
    "examples": ("例：", "example: "),
    "yes": ("是", "true"),
    "no": ("否", "false"),
    "aliases": ("也可写作：", "also written: "),
    "asked_by": ("要求它的条款：", "asked for by: "),
    "read_by": ("读它的规则：", "read by: "),
    "places": ("“{word}”在 {count} 处：", "“{word}” stands in {count} places:"),
    # a word of the language
    "keyword": ("关键字", "keyword"),
    "function": ("函数", "function"),
    "other_pack": ("英文：", "Chinese: "),
    "same": ("同义：", "the same: "),
    "near_miss": ("“{word}”不是关键字，写作“{right}”。", "“{word}” is no keyword; write “{right}”."),
    "does": ("作用：", "does: "),
    "example": ("例：", "example:"),
    "see": ("见：", "see: "),
    # a code
    "rulebook": ("规则文件的错误", "a fault of a rule file"),
    "lint": ("规则检查", "a lint of rules"),
    "law": ("清单、条款登记、放假安排的错误", "a fault of a manifest, a register or a calendar"),
    "testing": ("案例文件的错误", "a fault of a case file"),
    "intake": ("提交材料的问题", "a finding on a submission"),
    "hint": ("提示：", "hint: "),
    "wrong": ("错（第 {line} 行第 {column} 列）：", "wrong (line {line}, column {column}):"),
    "right": ("对：", "right:"),
}

_KINDS: Mapping[str, tuple[str, str]] = {
    "text": ("文本", "text"),
    "prose": ("正文", "prose"),
    "date": ("日期", "date"),
    "duration": ("期间", "duration"),
    "money": ("金额", "money"),
    "percentage": ("比例", "percentage"),
    "count": ("计数", "count"),
    "number": ("数值", "number"),
    "flag": ("是否", "flag"),
    "choice": ("选项", "choice"),
    "credit_code": ("信用代码", "credit code"),
    "region": ("行政区划", "region"),
    "record": ("记录", "record"),
    "list": ("清单", "list"),
}

said = saying(_WORDS)
"""A word or heading of an explanation."""


def kind_name(kind: str, lang: str) -> str:
    """The name of a kind of field."""
    return _KINDS[kind][lang == "en"]


def opened(template: str) -> str:
    """A sentence of a contract with its named places left open."""
    text = re.sub(r"\{\{|\}\}", lambda brace: brace[0][0], re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", template))
    return text.removesuffix("。").removesuffix("，…")
