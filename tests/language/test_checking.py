"""Names and kinds of a rulebook are checked as a whole: each root cause once, all of them in one run, none let pass."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy.errors import RulebookError
from pdo_policy.language.keywords import KEYWORDS
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS
from tests.rulebooks import CALENDARS, SCHEMAS, checked, load, plan, scalar, small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pdo_policy.errors import Problem

HEAD = "  依据 《实施规范》第八条\n"


def found(folder: Path, rules: str | Mapping[str, str]) -> tuple[Problem, ...]:
    try:
        load(small(folder, rules))
    except RulebookError as error:
        return error.problems
    return ()


def told(folder: Path, rules: str | Mapping[str, str]) -> list[tuple[str, str]]:
    """Code of each problem, and the text at its place."""
    return [(p.code, p.span.text if p.span is not None else "") for p in found(folder, rules)]


def rule(body: str, name: str = "T-A", subject: str = "方案") -> str:
    return f"规则 {name} “样例”\n{HEAD}  对象 {subject}\n  {body}\n完\n"


def exception(body: str = "效果 豁免", name: str = "T-A-X1", against: str = "T-A") -> str:
    return f"例外 {name} “样例” 对 {against}\n{HEAD}  {body}\n完\n"


# ---------------------------------------------------------------------- each operator on each kind

FIELDS = {
    "text": "方案.目标", "choice": "方案.授权模式", "flag": "方案.是否备案", "integer": "方案.页数",
    "decimal": "方案.系数", "percentage": "方案.自有比例", "money": "方案.投资", "date": "方案.编制日期",
    "duration": "方案.期限", "list": "方案.领域", "record": "方案.审议", "document": "方案",
}  # fmt: skip
NUMBERS = ("integer", "decimal")
SCALARS = tuple(kind for kind in FIELDS if kind not in ("list", "record", "document"))


def pairs(*kinds: str) -> set[tuple[str, str]]:
    """Each kind with itself, and the kinds of number with each other."""
    alike = {(kind, kind) for kind in kinds}
    return alike | {(a, b) for a in NUMBERS for b in NUMBERS if {a, b} <= set(kinds)}


def crossed(left: tuple[str, ...], right: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(a, b) for a in left for b in right}


ORDERED = ("integer", "decimal", "percentage", "money", "duration")


def spelled(*tokens: str) -> Iterator[str]:
    """Each spelling of relations, in both packs, as a pattern."""
    return (f"{{}} {word} {{}}" for token in tokens for pack in KEYWORDS[token] for word in pack)


MEANINGFUL: Mapping[str, set[tuple[str, str]]] = {
    **dict.fromkeys(spelled("IS", "ISNOT"), pairs(*SCALARS)),
    **dict.fromkeys(spelled("GE", "LE", "GT", "LT"), pairs(*ORDERED)),
    **dict.fromkeys(spelled("BEFORE", "NOTBEFORE", "AFTER", "NOTAFTER"), pairs("date")),
    **dict.fromkeys(spelled("IN", "NOTIN"), crossed(("text",), ("list",))),
    **dict.fromkeys(spelled("CONTAINS"), crossed(("list", "text"), ("text",))),
    **dict.fromkeys(("{} = {}", "{} != {}"), pairs(*SCALARS)),
    **dict.fromkeys(("{} >= {}", "{} > {}", "{} <= {}", "{} < {}"), pairs(*ORDERED, "date")),
    **dict.fromkeys(("{} 为 {} 以上", "{} 为 {} 以下"), pairs(*ORDERED)),
    "{} 属于 【{}】": pairs(*SCALARS),
    "{0} 在 {0} 起 {1} 内": {("date", "duration")},
    "2025-01-01 在 {} 起 {} 内": {("date", "duration")},
    "（{} + {}） 为 （{} + {}）": pairs(*ORDERED) | {("date", "duration")},
    "（{} - {}） 为 （{} - {}）": pairs(*ORDERED, "date") | {("date", "duration")},
    "（{} * {}） 为 （{} * {}）": pairs(*NUMBERS, "percentage")
    | crossed(("percentage", "money"), NUMBERS)
    | crossed(NUMBERS, ("percentage", "money"))
    | {("money", "percentage"), ("percentage", "money"), ("duration", "integer")},
    "（{} / {}） 为 （{} / {}）": pairs(*NUMBERS, "percentage", "money") | crossed(("percentage", "money"), NUMBERS),
    "{} 且 {}": {("flag", "flag")},
    "{} 或 {}": {("flag", "flag")},
    "若 {} 则 {}": {("flag", "flag")},
    "若 方案.是否备案 则 {} 否则 {}": {("flag", "flag")},
    "下列全部 （一）{} （二）{}": {("flag", "flag")},
    "下列至少 1 项 （一）{} （二）{}": {("flag", "flag")},
}


def taken(name: str) -> str:
    """A pattern with a function over what is taken of each element."""
    call = f"{name}（项 于 方案.数据资源 取 {{0}}）"
    return f"{call} 为 {call}"


COMPUTED = ("integer", "decimal", "percentage", "money")
ALONE: Mapping[str, tuple[str, ...]] = {
    "{}": ("flag",),
    "非 {}": ("flag",),
    "下列均非 （一）{}": ("flag",),
    "下列之一 （一）{}": ("flag",),
    **dict.fromkeys(("{} 已载明", "{} 未载明", "{} 已提供", "{} 未提供", "{} 注明不适用"), tuple(FIELDS)),
    "{} 符合格式 “a”": ("text",),
    "-{} 不为 -{}": COMPUTED,
    **dict.fromkeys(("每个 项 于 {} 满足 是", "存在 项 于 {} 满足 是", "没有 项 于 {} 满足 是"), ("list",)),
    "每个 项 于 方案.数据资源 满足 {}": ("flag",),
    "数量（{}） 超过 0": ("list",),
    "数量（项 于 方案.数据资源 满足 {}） 超过 0": ("flag",),
    **dict.fromkeys(("合计（{0}） 超过 0", "最大（{0}） 超过 0", "最小（{0}） 超过 0", "平均（{0}） 超过 0"), ()),
    **dict.fromkeys(("合计（{0}） 为 合计（{0}）", "平均（{0}） 为 平均（{0}）"), ()),
    **dict.fromkeys(map(taken, ("合计", "平均")), COMPUTED),
    **dict.fromkeys(map(taken, ("最大", "最小")), (*COMPUTED, "date")),
    "唯一（项 于 方案.数据资源 取 {}）": SCALARS,
    "唯一（{}）": ("list",),
    "长度（{}） 超过 0": ("text",),
    "年度（{}） 超过 0": ("date",),
    "绝对值（{}） 为 绝对值（{}）": COMPUTED,
    "届满日（{}，5 年） 晚于 2025-01-01": ("date",),
    "届满日（2025-01-01，{}） 晚于 2025-01-01": ("duration",),
    "工作日数（{}，{}） 超过 0": ("date",),
    "工作日数（2025-01-01，{}） 超过 0": ("date",),
}


def sentences() -> Iterator[tuple[str, bool]]:
    """Every operator on every kind of operand, and whether it means something."""
    for pattern, meaningful in MEANINGFUL.items():
        for left, first in FIELDS.items():
            for right, second in FIELDS.items():
                yield pattern.format(first, second, first, second), (left, right) in meaningful
    for pattern, kinds in ALONE.items():
        for kind, field in FIELDS.items():
            yield pattern.format(field, field), kind in kinds


OPERATORS = {
    "IS", "ISNOT", "GE", "LE", "GT", "LT", "BEFORE", "NOTBEFORE", "AFTER", "NOTAFTER", "ABOVE", "BELOW", "IN", "NOTIN",
    "CONTAINS", "MATCHES", "STATED", "NOTSTATED", "SUPPLIED", "NOTSUPPLIED", "INAPPLICABLE", "AT", "EVERY", "SOME",
    "NONE", "NOT", "AND", "OR", "IF", "ALLOF", "ANYOF", "NONEOF",
}  # fmt: skip


def test_every_operator_and_function_is_tried() -> None:
    patterns = " ".join((*MEANINGFUL, *ALONE))
    untried = [token for token in OPERATORS if not any(word in patterns for word in KEYWORDS[token].zh)]
    assert untried == []
    assert [name for name in (*list(FUNCTIONS)[::2], *list(AGGREGATES)[::2]) if f"{name}（" not in patterns] == []


@pytest.mark.slow
def test_an_operator_takes_the_kinds_it_means_something_for_and_no_other(tmp_path: Path) -> None:
    written = list(sentences())
    text = "".join(rule(f"应当 {sentence}", f"T-A-{number}") for number, (sentence, _) in enumerate(written))
    refused = {problem.within for problem in found(tmp_path, text)}
    assert len(written) > 6_000
    wrong = [sentence for number, (sentence, means) in enumerate(written) if (f"T-A-{number}" in refused) is means]
    assert wrong == []


@pytest.mark.parametrize(
    "sentence",
    [
        "方案.自有资金 / 方案.投资 为 20% 以上",
        "方案.自有资金 / 方案.投资 不少于 0.2",
        "方案.自有比例 / 方案.比例上限 不超过 1",
        "20% 不超过 方案.自有资金 / 方案.投资",
        "“整体授权” 为 方案.授权模式",
        "“whole” 属于 【方案.授权模式】",
        "整体授权 不为 方案.授权模式",
        "方案.产品形态 包含 接口",
        "“接口” 属于 方案.产品形态",
        "方案.授权模式 属于 【整体授权、“by_field”、依场景授权】",
        "方案.页数 属于 【1、2.5】",
        "方案.期限 不超过 5 年 且 方案.期限 不超过 30 日 且 方案.期限 不少于 10 个工作日",
        "方案.施行日期 - 方案.编制日期 不少于 30",
        "方案.编制日期 + 3 个月 不晚于 方案.施行日期 且 方案.编制日期 > 2024-12-31",
        "方案.投资 不超过 100 CNY + 1_000 万元",
        "方案.投资 * 20% 不超过 方案.自有资金",
        "最大（项 于 方案.数据资源 取 项.登记日期） 不晚于 最小（项 于 方案.数据资源 取 项.登记日期）",
        "平均（项 于 方案.数据资源 取 项.数据量） 不少于 1.5",
        "plan.goal 已载明 或 方案.goal 已载明 或 方案.review.审议日期 已载明",
        "每个 协议 于 方案.协议清单 满足 协议.签订日期 晚于 方案.编制日期",
    ],
)
@pytest.mark.parametrize("subject", ["方案", "plan"])
def test_what_means_something_is_taken(sentence: str, subject: str, tmp_path: Path) -> None:
    assert told(tmp_path, rule(f"应当 {sentence}", subject=subject)) == []


# ---------------------------------------------------------------------- once for each root cause

CAUSES = {
    "no subject": (
        f"规则 T-A “样例”\n{HEAD}  应当 方案.目标 已载明 且 协议.期限 已载明\n完", [("PDL-R010-subject", "T-A")],
    ),
    "an unknown subject": (rule("应当 方案.目标 已载明", subject="方桉"), [("PDL-R015", "方桉")]),
    "one subject of two unknown": (
        rule("应当 协议.期限 已载明 且 方案.目标 已载明", subject="协议，方桉"), [("PDL-R015", "方桉")],
    ),
    "an unknown list": (
        rule("应当 每个 项 于 方案.数据资 满足 项.名称 已载明\n  违反时 “{项.名称}”"), [("PDL-T002", "数据资")],
    ),
    "no list": (rule("应当 每个 项 于 方案.目标 满足 项.名称 已载明\n  违反时 “{项}”"), [("PDL-T013", "方案.目标")]),
    "an aggregate of an unknown list": (
        rule("应当 合计（项 于 方案.数据资 满足 项.名称 已载明 取 项.价格） 超过 0 元"), [("PDL-T002", "数据资")],
    ),
    "a list of unknown words": (rule("应当 方案.领域 为 【交通】"), [("PDL-T001-quotes", "交通")]),
    "an argument that does not fit": (
        "判定 长（文本 甲） := 长度（甲） 超过 3 且 甲 包含 “乙”\n" + rule("应当 长（方案.页数）"),
        [("PDL-T010-argument", "方案.页数")],
    ),
    "an unknown kind of parameter": ("判定 长（时长 甲） := 甲 超过 5 年 且 甲.子 已载明", [("PDL-T001-kind", "时长")]),
    "a predicate with a fault, used twice": (
        "判定 甲（方案 乙） := 乙.目示 已载明\n"
        + rule("应当 甲（方案）")
        + rule("应当 甲（方案） 或 方案.是否备案", "T-B"),
        [("PDL-T002", "目示")],
    ),
    "a rule that cannot be parsed, with an exception": (
        rule("应该 方案.目标 已载明") + exception(), [("PDL-E002-word", "应该")],
    ),
    "an exception that cannot be parsed, with another": (
        rule("应当 方案.目标 已载明") + exception("当 乙 丙") + exception(name="T-A-X2", against="T-A-X1"),
        [("PDL-E002", "丙")],
    ),
    "a predicate that cannot be parsed, with its use": (
        "判定 甲（方案 乙 := 乙.目标 已载明\n" + rule("应当 甲（方案）"), [("PDL-E002-bracket", "（")],
    ),
    "a parameter that cannot be parsed, with its uses": (
        "参数 甲 = 3\n"
        + rule("应当 方案.页数 不超过 甲 且 方案.目标 为 甲 且 方案.授权模式 为 甲 且 方案.是否备案 为 甲"),
        [("PDL-E002", "=")],
    ),
    "a determination that cannot be parsed, with its use": (
        "认定 甲 “问？”\n" + rule("应当 甲 且 方案.是否备案"), [("PDL-E002-end", "”")],
    ),
    "an invisible character, with uses of the item": (
        rule("应当 方案.\u200b目标 已载明") + exception(), [("PDL-E004", "\u200b")],
    ),
    "an unknown instrument": (
        "规则 T-A “样例”\n  依据 《甲》第九条，第十条\n  对象 方案\n  应当 方案.目标 已载明\n完",
        [("PDL-R006-book", "《甲》第九条")],
    ),
    "an unknown clause in a range": (
        "规则 T-A “样例”\n  依据 《实施规范》第九条第四项至第九项\n  对象 方案\n  应当 方案.目标 已载明\n完",
        [("PDL-R006", "《实施规范》第九条第四项至第九项")],
    ),
    "a circle of three predicates": (
        "判定 甲（方案 子） := 乙（子）\n判定 乙（方案 子） := 丙（子）\n判定 丙（方案 子） := 甲（子）\n"
        + rule("应当 甲（方案）"),
        [("PDL-R004", "乙")],
    ),
    "a predicate of itself": ("判定 甲（方案 子） := 甲（子）", [("PDL-R004", "甲")]),
    "an exception against itself": (exception(against="T-A-X1"), [("PDL-R005", "T-A-X1")]),
    "a circle of consequences": (
        rule("应当 方案.目标 已载明\n  后果 T-B") + rule("应当 方案.目标 已载明\n  后果 T-A", "T-B"),
        [("PDL-R005", "T-B")],
    ),
    "a circle of precedence": (
        rule("应当 方案.目标 已载明")
        + exception(name="T-A-X1", against="T-A 优先于 T-A-X2")
        + exception(name="T-A-X2", against="T-A 优先于 T-A-X1"),
        [("PDL-R005", "T-A-X2")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CAUSES.values(), ids=CAUSES)
def test_a_root_cause_is_told_once(text: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert told(tmp_path, text) == expected


# ---------------------------------------------------------------------- nothing is let pass

SILENT = {
    "a first citation without its instrument": (
        "规则 T-A “样例”\n  依据 第八条\n  对象 方案\n  应当 方案.目标 已载明\n完", "PDL-R006-first", "第八条",
    ),
    "an unknown clause behind a presumption": (
        rule("推定 方案.是否备案 为 否 〔《实施规范》第九十条〕\n  应当 方案.是否备案"),
        "PDL-R006", "《实施规范》第九十条",
    ),
    "a presumption of a paper": (
        rule("推定 协议.方案 为 否\n  应当 协议.期限 已载明", subject="协议"), "PDL-T018-presume", "协议.方案",
    ),
    "a presumption of a parameter": (
        "参数 甲 := 3\n" + rule("推定 甲 为 4\n  应当 方案.页数 不超过 甲"), "PDL-T018-presume", "甲",
    ),
    "one document under two names": (
        rule("应当 方案.目标 已载明", subject="方案，plan"), "PDL-R019-twice", "plan",
    ),
    "a presumption twice": (
        rule("推定 方案.是否备案 为 否\n  推定 方案.filed 为 是\n  应当 方案.是否备案"), "PDL-R012", "方案.filed",
    ),
    "a parameter as evidence": ("参数 甲 := 3\n" + rule("应当 方案.页数 不超过 甲\n  证据 甲"), "PDL-T018", "甲"),
    "a quotation in an exception": (
        rule("应当 方案.目标 已载明") + exception("原文 “从来没有”\n  效果 豁免"), "PDL-R007-none", "“从来没有”",
    ),
    "an exception without a clause of law": (
        rule("应当 方案.目标 已载明") + "例外 T-A-X1 “样例” 对 T-A\n  效果 豁免\n完", "PDL-R010-cite", "T-A-X1",
    ),
    "two effects": (
        rule("应当 方案.目标 已载明") + exception("效果 豁免\n  效果 改为 应当 方案.正文 已载明"), "PDL-R012",
        "效果 改为 应当 方案.正文 已载明",
    ),
    "a rule and an exception with one id": (rule("应当 方案.目标 已载明") + exception(name="T-A"), "PDL-R001", "T-A"),
    "a parameter and a determination with one name": ("参数 甲 := 3\n认定 甲 “问？” 由 乙", "PDL-R001", "甲"),
    "a predicate named like a document": ("判定 方案（协议 甲） := 甲.期限 已载明", "PDL-R001-taken", "方案"),
    "a variable that hides a parameter": (
        "参数 项 := 3\n" + rule("应当 每个 项 于 方案.数据资源 满足 项.名称 已载明"), "PDL-R001-variable", "项",
    ),
    "a variable that hides another": (
        rule("应当 每个 项 于 方案.数据资源 满足 （存在 项 于 方案.变更 满足 项.内容 已载明）"),
        "PDL-R001-variable", "项",
    ),
    "a parameter of a predicate twice": (
        "判定 甲（方案 乙，协议 乙） := 乙.期限 已载明", "PDL-R001-variable", "乙",
    ),
    "text and choice": (rule("应当 方案.目标 为 方案.授权模式"), "PDL-T010", "方案.目标 为 方案.授权模式"),
    "a text among choices": (
        rule("应当 方案.目标 属于 方案.产品形态"), "PDL-T010", "方案.目标 属于 方案.产品形态",
    ),
    "choices of another field": (
        rule("应当 方案.授权模式 属于 方案.产品形态"), "PDL-T010-choices", "方案.授权模式 属于 方案.产品形态",
    ),
    "a misspelt choice on the left": (rule("应当 “整体受权” 为 方案.授权模式"), "PDL-T011", "“整体受权”"),
    "a predicate of an unnamed kind of choice": ("判定 甲（选项 乙） := 乙 为 整体授权", "PDL-T001-kind", "选项"),
    "a list written in the rule, gone through": (
        rule("应当 唯一（【方案.页数、方案.附件数】）"), "PDL-T013-literal", "【方案.页数、方案.附件数】",
    ),
    "缺项 of nothing": (rule("应当 方案.目标 已载明\n  违反时 “{缺项（）}”"), "PDL-T015-count", "缺项（）"),
    "versions of a parameter in months and days": (
        "参数 甲 := 3 个月 生效 2024-01-01 至 2024-12-31\n参数 甲 := 90 日 生效 2025-01-01 起",
        "PDL-R018-kind", "90 日",
    ),
    "a version beside one without a period": (
        rule("应当 方案.目标 已载明") + rule("生效 2025-01-01 起\n  应当 方案.正文 已载明"), "PDL-R008", "T-A",
    ),
    "versions with different subjects": (
        rule("生效 2024-01-01 至 2024-12-31\n  应当 方案.目标 已载明")
        + rule("生效 2025-01-01 起\n  应当 协议.期限 已载明", subject="协议"), "PDL-R022", "T-A",
    ),
    "a fault in an exception against nothing": (exception("当 方案.目示 已载明\n  效果 豁免"), "PDL-T002", "目示"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "place"), SILENT.values(), ids=SILENT)
def test_what_would_mean_nothing_is_refused(text: str, code: str, place: str, tmp_path: Path) -> None:
    assert (code, place) in told(tmp_path, text)


# ---------------------------------------------------------------------- all in one run

TWELVE = {
    "1-general/terms.pdl": "参数 上限 := 方案\n判定 甲（方案 子） := 子.目示 已载明\n认定 乙 “问？” 由\n",
    "2-plans/plans.pdl": rule("应当 方案.期限 不超过 5周", "T-ONE")
    + rule("应当 方案.页数 早于 5", "T-TWO")
    + rule("应该 方案.目标 已载明", "T-THREE")
    + rule("应当 方案.授权模式 为 整体受权\n  违反时 “{方案.目标|年月日}”", "T-FOUR"),
    "3-more/more.pdl": rule("应当 协议.期限 已载明\n  严重度 较重", "HB-FIVE", "协议")
    + exception(name="T-SIX", against="T-SEVEN")
    + "规则 T-EIGHT “样例”\n  依据 《实施规范》第九条\n  对象 方案\n  应当 方案.目标 已载明\n",
}


SUGGESTED = {
    "a field without its document": (rule("应当 目标 已载明"), "PDL-T001", "hint", "是否指“方案.目标”？"),
    "a field of an element without it": (
        rule("应当 每个 源 于 方案.数据资源 满足 更新频率 已载明"), "PDL-T001", "hint", "是否指“源.更新频率”？",
    ),
    "a name of nothing": (rule("应当 某某 已载明"), "PDL-T001", "hint", "可以写：方案"),
    "a record for a value": (
        rule("应当 方案.退出 为 “甲”"), "PDL-T015-record", "hint", "方案.退出.退出机制、方案.退出.移交方",
    ),
    "a list for a value": (rule("应当 方案.领域 为 交通"), "PDL-T010-list", "right", "方案.领域 包含 交通"),
    "a value for a list": (
        rule("应当 方案.授权模式 不为 方案.产品形态"), "PDL-T010-list", "right", "方案.授权模式 属于 方案.产品形态",
    ),
    "days for a period": (
        rule("应当 方案.施行日期 - 方案.编制日期 不超过 30 日"),
        "PDL-T010-days", "right", "方案.施行日期 在 方案.编制日期 起 30 日 内",
    ),
    "one more choice": (
        rule("应当 方案.授权模式 = 整体授权 或 其他"), "PDL-T014-value", "right", "方案.授权模式 = 其他",
    ),
    "one more text": (
        rule("应当 方案.目标 为 “甲” 或 乙丙丁 或 方案.正文 已载明"),
        "PDL-T014-value", "right", "方案.目标 为 “乙丙丁”",
    ),
    "a flag after a value": (
        rule("应当 方案.授权模式 为 其他 或 方案.是否备安"), "PDL-T002", "hint", "是否指“是否备案”？",
    ),
    "an id that only begins like others": (
        rule("应当 方案.目标 已载明\n后果 T-OTHERWISE"), "PDL-R002", "suggestion", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "fact", "said"), SUGGESTED.values(), ids=SUGGESTED)
def test_the_suggestion_is_what_the_author_would_write(
    text: str, code: str, fact: str, said: str, tmp_path: Path
) -> None:
    (problem,) = found(tmp_path, text)
    assert (problem.code, problem.facts[fact]) == (code, said)


def test_twelve_faults_give_twelve_problems_in_the_order_of_files_and_places(tmp_path: Path) -> None:
    problems = found(tmp_path, TWELVE)
    assert [(p.span.source.name[0], p.code, p.within) for p in problems if p.span is not None] == [
        ("1", "PDL-T001-subject", "上限"),
        ("1", "PDL-T002", "甲"),
        ("1", "PDL-E002-end", "乙"),
        ("2", "PDL-E002-unit", "T-ONE"),
        ("2", "PDL-T012-date", "T-TWO"),
        ("2", "PDL-E002-word", "T-THREE"),
        ("2", "PDL-T011", "T-FOUR"),
        ("2", "PDL-T017-kind", "T-FOUR"),
        ("3", "PDL-R016", "HB-FIVE"),
        ("3", "PDL-R014", "HB-FIVE"),
        ("3", "PDL-R002", "T-SIX"),
        ("3", "PDL-E003", "T-EIGHT"),
    ]


def test_the_order_of_items_changes_no_problem(tmp_path: Path) -> None:
    items = [
        rule(f"应当 方案.{name} 已载明", f"T-{number}") for number, name in enumerate(["目示", "目标", "目录", "期现"])
    ]
    expected = sorted(told(tmp_path, "".join(items)))
    random.Random(3).shuffle(items)  # noqa: S311 - a fixed shuffle, no secret
    assert sorted(told(tmp_path, "".join(items))) == expected
    assert len(expected) == 3


# ---------------------------------------------------------------------- the English pack


ENGLISH = """
parameter longest := 5 years per 《实施规范》第十四条第二项 status verified
predicate long(duration period, plan of_plan) := period more_than longest and of_plan.goal stated
predicate costly(money a, percentage b, integer c, decimal e, date f, text g, flag h) := h and f after 2025-01-01
rule T-ENGLISH "in English"
  per 《实施规范》第八条
  subject plan
  severity critical
  must not long(plan.term, plan) and count(x of plan.resources satisfies x.category is personal) at_most 3
  unless plan.filed if_unproven undetermined
  on_violation "{plan.drafted_on|full_date} {plan.budget|ten_thousand_yuan} {lacking(plan.goal)}"
end
rule T-ENGLISH-TWO "due"
  per 《实施规范》第八条
  subject plan
  severity major
  must due_date(plan.drafted_on, 10 working_days) not_after plan.starts_on and plan.mode in [whole, by_field]
  unless plan.filed if_unproven fails
end
exception T-ENGLISH-X1 "over" against T-ENGLISH
  per 《实施规范》第八条
  effect exempt
end
"""


def test_a_rulebook_may_be_english_throughout(tmp_path: Path) -> None:
    book = load(small(tmp_path, ENGLISH))
    assert [rule.severity for rule in book.program.rules] == ["error", "warning"]
    one = plan(term="6年", goal="甲", drafted_on="2025-03-01", budget="100万元", filed=False, resources=[])
    report = checked(book, {**one, "starts_on": "2025-03-13", "mode": "whole"}, lang="en")
    assert {row.rule_id: row.verdict.value for row in report.coverage} == {
        "T-ENGLISH": "exempt",
        "T-ENGLISH-TWO": "violated",
    }


def test_english_formats_are_the_chinese_ones(tmp_path: Path) -> None:
    forms = {"年月日": "full_date", "年月": "month"}
    texts = [rule(f"应当 否\n  违反时 “{{方案.编制日期|{form}}}”") for pair in forms.items() for form in pair]
    said = []
    for number, text in enumerate(texts):
        (tmp_path / str(number)).mkdir()
        report = checked(load(small(tmp_path / str(number), text)), plan(drafted_on="2025-03-01"))
        said.append(report.findings[0].text.headline)
    assert said == ["2025年3月1日", "2025年3月1日", "2025年3月", "2025年3月"]


# ---------------------------------------------------------------------- what a rulebook was made from


def test_the_digest_is_over_everything_that_decides(tmp_path: Path) -> None:
    def digest(name: str, **parts: Any) -> str:
        (tmp_path / name).mkdir()
        return load(small(tmp_path / name, **parts)).digest

    text = rule("应当 方案.目标 已载明")
    plan_schema = SCHEMAS["plan"]
    title = {**plan_schema, "properties": {**plan_schema["properties"], "goal": scalar("prose", "目标")}}
    made = [
        digest("one", rules=text),
        digest("two", rules=text.replace("样例", "样品")),
        digest("three", rules={"other.pdl": text}),
        digest("four", rules=text, schemas={"plan": title}),
        digest("five", rules=text, calendars={"2025": CALENDARS["2025"]}),
        digest("six", rules=text, manifest={"version": "1.1"}),
    ]
    assert len(set(made)) == len(made)
    assert digest("again", rules=text) == made[0]


def test_a_byte_order_mark_and_line_ends_move_nothing(tmp_path: Path) -> None:
    text = rule("应当 方案.目示 已载明")
    expected = [problem.span.first for problem in found(tmp_path, text) if problem.span is not None]
    for other in ("\ufeff" + text, text.replace("\n", "\r\n"), "\ufeff" + text.replace("\n", "\r\n")):
        assert [problem.span.first for problem in found(tmp_path, other) if problem.span is not None] == expected
