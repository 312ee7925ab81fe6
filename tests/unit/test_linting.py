"""What the linter sees and what it lets pass, lint by lint, where its example does not tell enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pdo_policy.linting.lint import LINTS
from tests.linting import lints

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TEXTS = {
    "违反时": "方案没有写目标",
    "存疑时": "目标尚待核实",
    "理由": "没有目标就无从考核",
    "整改": "写明目标",
    "提问": "目标是什么？",
}


def rule(
    body: str, name: str = "T-PLAN-GOAL", title: str = "方案写明目标", cite: str = "《实施规范》第八条", **texts: str
) -> str:
    """A rule with all its words; `body` is what else it has, and `texts` are words that differ, empty to leave out."""
    said = "".join(f"  {keyword} “{text}”\n" for keyword, text in {**TEXTS, **texts}.items() if text)
    return f"规则 {name} “{title}”\n  依据 {cite}\n  对象 方案\n  主体 编制单位\n  {body}\n{said}完\n"


def exception(body: str, name: str, rest: str = "") -> str:
    return f"例外 {name} “样例” 对 T-PLAN-GOAL{rest}\n  依据 《实施规范》第八条\n  {body}\n完\n"


def told(folder: Path, text: str | Mapping[str, str], summary: str = "") -> list[tuple[str, str]]:
    """Code and text of each place; `summary` is what the register says of the clause `UNSEEN`."""
    return [(p.code, p.span.text) for p in lints(folder, text, summary) if p.span is not None]


# ---------------------------------------------------------------------- conditions

CERTAIN = [
    "方案.期限 超过 5 年 且 方案.期限 不满 3 年",
    "方案.期限 超过 5 年 且 方案.期限 不超过 5 年",
    "方案.期限 超过 5 年 或 方案.期限 不超过 5 年",
    "方案.页数 为 3 且 方案.页数 为 4",
    "方案.页数 为 3 且 方案.页数 不少于 4",
    "方案.自有比例 不超过 20% 且 方案.自有比例 不少于 30%",
    "方案.投资 超过 100 万元 且 方案.投资 不超过 50 万元",
    "方案.编制日期 早于 2025-01-01 且 方案.编制日期 不早于 2025-06-01",
    "方案.目标 为 方案.目标",
    "方案.页数 超过 方案.页数",
    "3 超过 2",
    "5 年 不超过 5 年",
    "方案.授权模式 为 整体授权 且 方案.授权模式 为 其他",
    "方案.授权模式 为 整体授权 且 方案.授权模式 不为 整体授权",
    "方案.授权模式 属于 【整体授权、其他】 且 方案.授权模式 为 依场景授权",
    "方案.授权模式 属于 【整体授权、分领域授权、依场景授权、其他】",
    "方案.授权模式 为 整体授权 或 方案.授权模式 不为 整体授权",
    "方案.是否备案 且 非 方案.是否备案",
    "方案.是否备案 为 是 且 方案.是否备案 为 否",
    "方案.是否备案 或 非 方案.是否备案",
    "方案.目标 已载明 且 方案.目标 未载明",
    "方案.目标 已载明 或 方案.目标 未载明",
    "（方案.目标 已载明 且 方案.正文 已载明） 且 方案.目标 未载明",
    "非 （方案.目标 已载明 或 方案.正文 未载明） 且 方案.目标 已载明",
    "方案.编制日期 早于 方案.施行日期 且 方案.编制日期 晚于 方案.施行日期",
    "数量（项 于 方案.数据资源 满足 项.是否共享） 超过 3 且 数量（物 于 方案.数据资源 满足 物.是否共享） 不满 2",
    "每个 项 于 方案.领域 满足 （项 为 “甲” 且 项 为 “乙”）",
    "方案.目标 属于 方案.领域 且 方案.目标 不属于 方案.领域",
]
DEPENDS = [
    "方案.期限 超过 3 年 且 方案.期限 不满 5 年",
    "方案.期限 不少于 5 年 且 方案.期限 不超过 5 年",
    "方案.期限 超过 5 年 或 方案.期限 不满 5 年",
    "方案.期限 超过 5 年 且 方案.试用期 不满 3 年",
    "方案.期限 不满 30 日 且 方案.期限 超过 5 年",
    "方案.投资 超过 100 USD 且 方案.投资 不满 50 元",
    "方案.授权模式 为 整体授权 或 方案.授权模式 为 其他",
    "方案.授权模式 属于 【整体授权、分领域授权、依场景授权】",
    "方案.目标 已载明 且 方案.目标 未提供",
    "方案.目标 已载明 且 方案.目标 为 “甲”",
    "（方案.目标 已载明 且 方案.正文 已载明） 或 方案.目标 未载明",
    "若 方案.目标 已载明 则 方案.正文 已载明",
    "方案.编制日期 早于 方案.施行日期 且 方案.施行日期 早于 2030-01-01",
    "存在 项 于 方案.数据资源 满足 项.是否共享 且 非 （存在 物 于 方案.数据资源 满足 物.数据量 超过 0）",
    "是",
]


def certain_ones(folder: Path, conditions: list[str]) -> list[str]:
    """Those of the conditions that the linter calls certain; each stands in a rule of its own."""
    names = [f"T-PLAN-{'A' * (number + 1)}" for number in range(len(conditions))]
    text = "".join(rule(f"应当 {condition}", name) for name, condition in zip(names, conditions, strict=True))
    found = {problem.within for problem in lints(folder, text) if problem.code == "PDL-L032"}
    return [condition for name, condition in zip(names, conditions, strict=True) if name in found]


def test_a_condition_that_no_paper_can_change_is_told(tmp_path: Path) -> None:
    assert certain_ones(tmp_path, CERTAIN) == CERTAIN


def test_a_condition_that_depends_on_the_paper_is_let_pass(tmp_path: Path) -> None:
    assert certain_ones(tmp_path, DEPENDS) == []


def test_the_smallest_certain_part_is_told(tmp_path: Path) -> None:
    certain = "方案.期限 超过 5 年 且 方案.期限 不满 3 年"
    text = rule(f"应当 方案.目标 已载明 或 （方案.正文 已载明 且 （{certain}））")
    assert told(tmp_path, text) == [("PDL-L032", certain)]


def test_a_certain_predicate_is_told_once_where_it_stands(tmp_path: Path) -> None:
    text = "判定 甲（方案 案） := 案.页数 超过 3 且 案.页数 不满 2\n"
    text += rule("应当 甲（方案）") + rule("应当 甲（方案） 或 方案.目标 已载明", "T-PLAN-OTHER", "方案写有目标")
    (found,) = [problem for problem in lints(tmp_path, text) if problem.code == "PDL-L032"]
    assert found.span is not None
    assert (found.span.text, found.within) == ("案.页数 超过 3 且 案.页数 不满 2", "甲")


DECIDED = {
    "kept": ("当 方案.目标 已载明\n  应当 方案.目标 已载明", "符合"),
    "kept, in part": ("当 方案.目标 已载明 且 方案.正文 已载明\n  应当 方案.目标 已载明", "符合"),
    "broken": ("当 方案.页数 超过 3\n  应当 方案.页数 不满 2", "不符合"),
    "a prohibition, kept": ("当 方案.页数 超过 3\n  不得 方案.页数 不满 2", "符合"),
    "a prohibition, broken": ("当 方案.目标 已载明\n  不得 方案.目标 已载明", "不符合"),
    "an exercise": ("可以 方案.目标 已载明 但应当 方案.目标 已载明", "符合"),
}


@pytest.mark.parametrize(("body", "verdict"), DECIDED.values(), ids=DECIDED)
def test_a_requirement_that_its_own_when_decides_is_told(body: str, verdict: str, tmp_path: Path) -> None:
    (found,) = lints(tmp_path, rule(body))
    assert (found.code, found.facts["verdict"]) == ("PDL-L045", verdict)


EMPTY = "应当 {}每个 项 于 方案.数据资源 满足 项.名称 已载明{}"
FILLED = {
    "by when": "当 方案.数据资源 已载明\n  " + EMPTY.format("", ""),
    "by a part of when": "当 方案.目标 已载明 且 方案.数据资源 已载明\n  " + EMPTY.format("", ""),
    "beside it": EMPTY.format("方案.数据资源 已载明 且 （", "）"),
    "by its test": EMPTY.format("若 方案.数据资源 已载明 则 ", ""),
    "by the test that failed": EMPTY.format("若 方案.数据资源 未载明 则 方案.目标 已载明 否则 ", ""),
    "or else": EMPTY.format("方案.数据资源 未载明 或 （", "）"),
    "by an element": "当 存在 物 于 方案.数据资源 满足 物.是否共享\n  " + EMPTY.format("", ""),
    "by number": "当 数量（方案.数据资源） 不少于 1\n  " + EMPTY.format("", ""),
    "by a 判定": "当 有（方案）\n  " + EMPTY.format("", ""),
}


@pytest.mark.parametrize("body", FILLED.values(), ids=FILLED)
def test_a_list_that_is_asked_for_is_not_empty(body: str, tmp_path: Path) -> None:
    predicate = "判定 有（方案 案） := 案.数据资源 已载明\n" if "有（" in body else ""
    assert told(tmp_path, predicate + rule(body)) == []


UNFILLED = {
    "asked for by nobody": EMPTY.format("", ""),
    "another list": "当 方案.领域 已载明\n  " + EMPTY.format("", ""),
    "only supplied": "当 方案.数据资源 已提供\n  " + EMPTY.format("", ""),
    "an or": "当 方案.数据资源 已载明 或 方案.目标 已载明\n  " + EMPTY.format("", ""),
    "the otherwise": EMPTY.format("若 方案.数据资源 已载明 则 方案.目标 已载明 否则 ", ""),
}


@pytest.mark.parametrize("body", UNFILLED.values(), ids=UNFILLED)
def test_a_list_that_may_be_empty_is_told(body: str, tmp_path: Path) -> None:
    assert [code for code, _ in told(tmp_path, rule(body))] == ["PDL-L030"]


REPEATED = {
    "且": ("应当 方案.目标 已载明 且 方案.正文 已载明 且 plan.goal 已载明", "plan.goal 已载明"),
    "或": ("应当 方案.页数 超过 3 或 3 不满 方案.页数 或 方案.页数 超过 3", "方案.页数 超过 3"),
    "下列": (
        "应当 下列之一 （一）方案.目标 已载明 （二）方案.正文 已载明 （三）方案.目标 已载明",
        "方案.目标 已载明",
    ),
    "a list": ("应当 方案.页数 属于 【3、4、3】", "方案.页数 属于 【3、4、3】"),
}


@pytest.mark.parametrize(("body", "place"), REPEATED.values(), ids=REPEATED)
def test_what_is_written_twice_is_told(body: str, place: str, tmp_path: Path) -> None:
    assert told(tmp_path, rule(body)) == [("PDL-L035", place)]


NEGATIONS = [
    "不得 方案.目标 未载明",
    "不得 方案.授权模式 不为 整体授权",
    "不得 非 方案.是否备案",
    "应当 非 方案.目标 未载明",
    "应当 非 非 方案.是否备案",
    "应当 非 方案.授权模式 不属于 【整体授权、其他】",
]


@pytest.mark.parametrize("body", NEGATIONS)
def test_a_double_negation_is_told(body: str, tmp_path: Path) -> None:
    assert [code for code, _ in told(tmp_path, rule(body))] == ["PDL-L039"]


@pytest.mark.parametrize("body", ["不得 方案.目标 已载明", "应当 非 方案.是否备案", "应当 方案.目标 未载明"])
def test_a_single_negation_is_let_pass(body: str, tmp_path: Path) -> None:
    assert told(tmp_path, rule(body)) == []


SAME = "应当 每个 项 于 方案.数据资源 满足 项.名称 已载明"


def test_two_rules_that_ask_the_same_are_told_whatever_they_call_things(tmp_path: Path) -> None:
    first = rule("当 方案.数据资源 已载明\n  " + SAME)
    second = rule("当 plan.resources 已载明\n  " + SAME.replace("项", "物"), "T-PLAN-OTHER", "方案写有目标")
    assert told(tmp_path, {"a.pdl": first, "b.pdl": second}) == [("PDL-L038", "T-PLAN-OTHER")]


DIFFERENT = {
    "when": rule("当 方案.是否备案\n  应当 方案.目标 已载明", "T-PLAN-OTHER", "方案写有目标"),
    "norm": rule("鼓励 方案.目标 已载明", "T-PLAN-OTHER", "方案写有目标", cite="《管理办法》第三章要点1"),
    "unless": rule("应当 方案.目标 已载明\n  除非 方案.是否备案", "T-PLAN-OTHER", "方案写有目标"),
}


@pytest.mark.parametrize("other", DIFFERENT.values(), ids=DIFFERENT)
def test_rules_that_differ_are_two(other: str, tmp_path: Path) -> None:
    assert told(tmp_path, rule("应当 方案.目标 已载明") + other) == []


def test_versions_of_one_rule_may_ask_the_same(tmp_path: Path) -> None:
    first = rule("生效 2025-03-01 至 2025-12-31\n  应当 方案.目标 已载明")
    second = rule("生效 2026-01-01 起\n  应当 方案.目标 已载明")
    assert told(tmp_path, first + second) == []


# ---------------------------------------------------------------------- exceptions and versions

EFFECT = "效果 改为 应当 方案.正文 已载明"
MEETING = {
    "both always": ("", "", "", 1),
    "over": ("", "", " 优先于 T-PLAN-ONE", 0),
    "disjoint": ("当 方案.页数 超过 5\n  ", "当 方案.页数 不超过 5\n  ", "", 0),
    "disjoint choices": ("当 方案.授权模式 为 其他\n  ", "当 方案.授权模式 为 整体授权\n  ", "", 0),
    "overlapping": ("当 方案.页数 超过 5\n  ", "当 方案.页数 超过 3\n  ", "", 1),
    "two fields": ("当 方案.页数 超过 5\n  ", "当 方案.附件数 不超过 5\n  ", "", 1),
    "one after the other": ("生效 2025-03-01 至 2025-12-31\n  ", "生效 2026-01-01 起\n  ", "", 0),
}


@pytest.mark.parametrize(("first", "second", "over", "seen"), MEETING.values(), ids=MEETING)
def test_replacements_that_may_meet_are_told(first: str, second: str, over: str, seen: int, tmp_path: Path) -> None:
    text = rule("应当 方案.目标 已载明")
    text += exception(first + EFFECT, "T-PLAN-ONE") + exception(second + EFFECT, "T-PLAN-TWO", over)
    assert told(tmp_path, text) == [("PDL-L033", "T-PLAN-TWO")] * seen


def test_an_exemption_and_a_replacement_may_meet(tmp_path: Path) -> None:
    text = rule("应当 方案.目标 已载明") + exception(EFFECT, "T-PLAN-ONE") + exception("效果 豁免", "T-PLAN-TWO")
    assert told(tmp_path, text) == []


def test_an_exception_that_never_applies_is_told(tmp_path: Path) -> None:
    never = exception("当 方案.页数 超过 3 且 方案.页数 不满 2\n  效果 豁免", "T-PLAN-NEVER")
    assert told(tmp_path, rule("应当 方案.目标 已载明") + never) == [("PDL-L034", "T-PLAN-NEVER")]


@pytest.mark.parametrize(("last", "seen"), [("2025-12-31", 0), ("2025-12-30", 1)])
def test_a_day_between_two_versions_is_told(last: str, seen: int, tmp_path: Path) -> None:
    first = rule(f"生效 2025-03-01 至 {last}\n  应当 方案.目标 已载明")
    second = rule("生效 2026-01-01 起\n  应当 方案.正文 已载明")
    assert told(tmp_path, first + second) == [("PDL-L036", "T-PLAN-GOAL")] * seen


# ---------------------------------------------------------------------- law

UNSEEN = "《管理办法》第二章要点1"
THRESHOLDS = {
    "a number": ("应当 方案.页数 不少于 2", "2"),
    "a share": ("应当 方案.自有比例 不少于 20%", "20%"),
    "money": ("应当 方案.投资 超过 1 元", "1 元"),
    "a date": ("应当 方案.编制日期 晚于 2025-01-01", "2025-01-01"),
    "a period": ("应当 方案.期限 不超过 1 个月", "1 个月"),
    "in when": ("当 方案.页数 超过 100\n  应当 方案.目标 已载明", "100"),
    "in unless": ("应当 方案.目标 已载明\n  除非 方案.页数 超过 100", "100"),
    "a parameter": ("应当 方案.页数 不超过 上限", "上限"),
    "a predicate": ("应当 过长（方案.期限）", "过长（方案.期限）"),
    "a function": ("应当 方案.施行日期 不晚于 届满日（方案.编制日期，30 日）", "30 日"),
}


@pytest.mark.parametrize(("body", "value"), THRESHOLDS.values(), ids=THRESHOLDS)
def test_a_threshold_without_a_text_is_told(body: str, value: str, tmp_path: Path) -> None:
    beside = "参数 上限 := 30 状态 工程约定\n" if "上限" in body else ""
    beside += "判定 过长（期间 限） := 限 超过 5 年\n" if "过长" in body else ""
    assert told(tmp_path, beside + rule(body, cite=UNSEEN), "没有数") == [("PDL-L023", value)]
    assert told(tmp_path, beside + rule(body, cite=f"{UNSEEN}，《实施规范》第八条")) == []


SUMMARIES = {
    "授权期限一般为五年": True,
    "授权期限一般为 5 年": True,
    "授权期限为十五年": False,
    "授权期限为 15 年": False,
    "授权期限为五十年": False,
    "授权期限较长": False,
}


@pytest.mark.parametrize(("summary", "shown"), SUMMARIES.items())
def test_a_summary_may_show_the_number(summary: str, shown: bool, tmp_path: Path) -> None:
    text = rule("应当 方案.期限 不超过 5 年", cite=UNSEEN)
    assert told(tmp_path, text, summary) == ([] if shown else [("PDL-L023", "5 年")])


@pytest.mark.parametrize(
    "body",
    ["应当 数量（方案.领域） 不少于 1", "应当 方案.投资 超过 0 元", "应当 方案.页数 超过 0", "应当 方案.目标 为 “甲”"],
)
def test_asking_whether_there_is_anything_is_no_threshold(body: str, tmp_path: Path) -> None:
    assert told(tmp_path, rule(body, cite=UNSEEN)) == []


def test_a_parameter_that_nobody_uses_is_told_as_that_alone(tmp_path: Path) -> None:
    assert told(tmp_path, "参数 上限 := 5 年") == [("PDL-L050", "上限")]
    used = "判定 过长（方案 案） := 案.期限 超过 上限\n" + rule("应当 非 过长（方案）")
    assert told(tmp_path, "参数 上限 := 5 年\n" + used) == [("PDL-L021", "上限")]


USES = {
    "a message": "参数 甲 := 3 状态 工程约定\n" + rule("应当 方案.目标 已载明", 整改="写明{甲}个目标"),
    "a predicate in a predicate": "判定 甲（方案 案） := 案.目标 已载明\n判定 乙（方案 案） := 甲（案）\n"
    + rule("应当 乙（方案）"),
    "a term in a title": "术语 目标：“想要达到的状态”\n" + rule("应当 方案.目标 已载明"),
    "a term in a meaning": "术语 目标：“想要达到的状态”\n术语 标准：“衡量目标的尺度”\n"
    + rule("应当 方案.目标 已载明", 理由="有标准才能考核"),
    "a determination": "认定 甲 “是否已经审定” 由 政府\n" + rule("应当 甲"),
}


@pytest.mark.parametrize("text", USES.values(), ids=USES)
def test_what_is_used_is_let_pass(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == []


IDLE = {
    "a term in its own meaning alone": ("术语 运营：“把运营写进运营”\n", "运营"),
    "a predicate": ("判定 甲（方案 案） := 案.目标 已载明\n", "甲"),
    "a determination": ("认定 甲 “是否已经审定” 由 政府\n", "甲"),
    "a parameter in two versions": (
        "参数 甲 := 3 生效 2025-01-01 至 2025-12-31 状态 工程约定\n参数 甲 := 4 生效 2026-01-01 起 状态 工程约定\n",
        "甲",
    ),
}


@pytest.mark.parametrize(("text", "name"), IDLE.values(), ids=IDLE)
def test_what_nobody_uses_is_told_once(text: str, name: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == [("PDL-L050", name)]


PRESUMED = {
    "read": ("当 非 方案.是否备案\n  应当 方案.目标 已载明", 0),
    "read by its key": ("应当 plan.filed 为 是", 0),
    "stated alone": ("应当 方案.是否备案 已载明", 1),
    "another": ("应当 方案.是否涉及个人信息", 1),
}


@pytest.mark.parametrize(("body", "seen"), PRESUMED.values(), ids=PRESUMED)
def test_a_presumption_that_changes_nothing_is_told(body: str, seen: int, tmp_path: Path) -> None:
    text = rule(f"推定 方案.是否备案 为 否\n  {body}")
    assert told(tmp_path, text) == [("PDL-L042", "方案.是否备案")] * seen


# ---------------------------------------------------------------------- words

WORDS = [
    ("违反时", "方案涉嫌缺项", "PDL-L053", "涉嫌"),
    ("整改", "停止违规操作", "PDL-L053", "违规"),
    ("提问", "是否弄虚作假？", "PDL-L053", "弄虚作假"),
    ("理由", "按第九条第（五）项", "PDL-L066", "第九条"),
    ("理由", "没有目标!就无从考核", "PDL-L062", "!"),
    ("理由", "没有'目标'就无从考核", "PDL-L062", "'"),
    ("理由", "没有目标就无从考核！", "PDL-L063", None),
    ("整改", "写明 goal", "PDL-L061", "goal"),
    ("存疑时", "方案没有写目标", "PDL-L065", None),
    ("违反时", "方案" * 21, "PDL-L052", None),
    ("存疑时", "方案" * 20 + "尚待核实", "PDL-L052", None),
]
LET_PASS = [
    ("理由", "目标见 API 和 PDF，共 3,000 字，10:30 以前"),
    ("违反时", "方案" * 20),
    ("违反时", "方案{方案.标题}{方案.目标}{方案.正文}" + "方案" * 18),
    ("存疑时", "目标为{方案.目标}，看不出能否考核"),
    ("提问", "目标是什么？由谁考核？"),
]


@pytest.mark.parametrize(("keyword", "text", "code", "place"), WORDS, ids=[f"{row[0]} {row[1][:12]}" for row in WORDS])
def test_words_no_official_would_sign_are_told(
    keyword: str, text: str, code: str, place: str | None, tmp_path: Path
) -> None:
    (found,) = lints(tmp_path, rule("应当 方案.目标 已载明", **{keyword: text}))
    assert found.code == code
    assert found.span is not None
    assert place is None or found.span.text == place


@pytest.mark.parametrize(("keyword", "text"), LET_PASS, ids=[row[1][:12] for row in LET_PASS])
def test_words_an_official_would_sign_are_let_pass(keyword: str, text: str, tmp_path: Path) -> None:
    assert told(tmp_path, rule("应当 方案.目标 已载明", **{keyword: text})) == []


def test_each_accusing_word_of_a_text_is_told_once(tmp_path: Path) -> None:
    text = rule("应当 方案.目标 已载明", 违反时="方案涉嫌违法，违法就要整改")
    assert told(tmp_path, text) == [("PDL-L053", "涉嫌"), ("PDL-L053", "违法")]


def test_every_text_is_read(tmp_path: Path) -> None:
    """Titles, messages of items, of exceptions and of replacements, determinations and terms."""
    text = (
        "术语 目标：“违法一”\n认定 甲 “是否违法二” 由 政府\n"
        + rule("应当 下列全部 （一）甲 报 “违法四” （二）方案.目标 已载明 报 “违法五”", title="违法三")
        + exception("效果 改为 应当 下列全部 （一）方案.正文 已载明 报 “违法六”\n  违反时 “违法七”", "T-PLAN-OTHER")
    )
    assert [(code, place) for code, place in told(tmp_path, text)] == [("PDL-L053", "违法")] * 7


MISSING = {"违反时": "PDL-L054", "存疑时": "PDL-L031", "理由": "PDL-L055", "整改": "PDL-L056", "提问": "PDL-L057"}


@pytest.mark.parametrize(("keyword", "code"), MISSING.items())
def test_missing_words_are_told(keyword: str, code: str, tmp_path: Path) -> None:
    assert told(tmp_path, rule("应当 方案.目标 已载明", **{keyword: ""})) == [(code, "T-PLAN-GOAL")]
    assert told(tmp_path, rule("可以 方案.目标 已载明", **dict.fromkeys(TEXTS, ""))) == []


ONE = "下列全部 （一）方案.{0} 已载明 报 “没有{0}”"
SAID = {
    "all items": ("下列全部 （一）方案.目标 已载明 报 “没有目标” （二）方案.正文 已载明 报 “没有正文”", 0),
    "one item not": ("下列全部 （一）方案.目标 已载明 报 “没有目标” （二）方案.正文 已载明", 1),
    "items of items": ("下列全部 （一）下列之一 1. 方案.目标 已载明 报 “没有目标”", 0),
    "in a quantifier": (
        "每个 项 于 方案.领域 满足 （下列全部 （一）项 为 “甲” 报 “领域不对”）", 0,
    ),
    "in both branches": (
        f"若 方案.是否备案 则 （{ONE.format('目标')}） 否则 （{ONE.format('正文')}）", 0,
    ),
    "in one branch": (
        "若 方案.是否备案 则 （下列全部 （一）方案.目标 已载明 报 “没有目标”） 否则 方案.正文 已载明", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("condition", "seen"), SAID.values(), ids=SAID)
def test_items_may_say_what_is_wrong(condition: str, seen: int, tmp_path: Path) -> None:
    text = rule(f"当 方案.领域 已载明\n  应当 {condition}", 违反时="")
    assert [code for code, _ in told(tmp_path, text)] == ["PDL-L054"] * seen


TITLES = {
    "方案写明目标": 0,
    "方案的期限不超过五年": 0,
    "方案写明监督管理要求": 0,
    "期限要求": 1,
    "有没有写目标": 1,
    "方案缺少目标": 1,
    "方案与协议不一致": 1,
    "目标是什么？": 1,
    "The plan states its goal": 0,
    "Whether the plan states its goal": 1,
}


@pytest.mark.parametrize(("title", "seen"), TITLES.items())
def test_a_title_states_a_norm(title: str, seen: int, tmp_path: Path) -> None:
    assert [code for code, _ in told(tmp_path, rule("应当 方案.目标 已载明", title=title))] == ["PDL-L051"] * seen


def test_an_english_rule_is_read_in_english(tmp_path: Path) -> None:
    text = """rule T-PLAN-GOAL "The plan states its goal"
  per 《实施规范》第八条
  subject plan
  bearer drafter
  must plan.goal stated
  on_violation "The plan shows fraud, and no goal"
  on_undetermined "Whether the plan has a goal is not clear"
  reason "A goal can be judged, by article 9"
  remedy "State the goal"
  question "State the goal"
end
"""
    assert told(tmp_path, text) == [("PDL-L053", "fraud"), ("PDL-L066", "article 9"), ("PDL-L064", '"State the goal"')]


# ---------------------------------------------------------------------- comments that let a lint pass

TWICE = "应当 非 方案.目标 未载明\n  除非 非 方案.正文 未载明"
COVERED = {
    "behind it": ("应当 非 方案.目标 未载明  # 忽略 PDL-L039：原文如此", []),
    "behind another line": (
        "应当 方案.目标 已载明\n  除非 非 方案.正文 未载明\n  # 忽略 PDL-L039：原文如此", ["PDL-L039", "PDL-L001"],
    ),
    "before the clause": ("# 忽略 PDL-L039：原文如此\n  应当 非 方案.目标 未载明", []),
    "before another comment": ("# 忽略 PDL-L039：原文如此\n  # 说明\n\n  应当 非 方案.目标 未载明", []),
    "a clause of several lines": ("# 忽略 PDL-L039：原文如此\n  应当 方案.正文 已载明\n  且 非 方案.目标 未载明", []),
    "one clause of two": (f"# 忽略 PDL-L039：原文如此\n  {TWICE}", ["PDL-L039"]),
    "an item": (
        "应当 下列全部\n  # 忽略 PDL-L039：原文如此\n  （一）非 方案.目标 未载明\n  （二）非 方案.正文 未载明",
        ["PDL-L039"],
    ),
    "a line of a condition": ("应当 方案.正文 已载明\n  # 忽略 PDL-L039：原文如此\n  且 非 方案.目标 未载明", []),
    "another code": ("# 忽略 PDL-L038：原文如此\n  应当 非 方案.目标 未载明", ["PDL-L001", "PDL-L039"]),
    "two codes": ("# 忽略 PDL-L039、PDL-L035：原文如此\n  应当 非 方案.目标 未载明", ["PDL-L001"]),
    "no reason": ("# 忽略 PDL-L039\n  应当 非 方案.目标 未载明", ["PDL-L002"]),
    "an empty reason": ("# 忽略 PDL-L039：  \n  应当 非 方案.目标 未载明", ["PDL-L002"]),
    "no lint": ("# 忽略 PDL-L999：原文如此\n  应当 方案.目标 已载明", ["PDL-L003"]),
    "itself": ("# 忽略 PDL-L001：原文如此\n  应当 方案.目标 已载明", ["PDL-L003"]),
    "in English": ("# ignore PDL-L039: as the text has it\n  应当 非 方案.目标 未载明", []),
    "a comment like any other": ("# 忽略这一句\n  应当 方案.目标 已载明 # 见 PDL-L039：原文", []),
    "in a text": ("应当 非 方案.目标 未载明\n  解释 “# 忽略 PDL-L039：原文如此”", ["PDL-L039"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "codes"), COVERED.values(), ids=COVERED)
def test_a_comment_covers_what_it_stands_at(body: str, codes: list[str], tmp_path: Path) -> None:
    assert [code for code, _ in told(tmp_path, rule(body))] == codes


def test_a_comment_before_an_item_covers_all_of_it(tmp_path: Path) -> None:
    text = f"# 忽略 PDL-L039：原文如此\n{rule(TWICE)}"
    assert told(tmp_path, text) == []
    other = rule("应当 非 方案.正文 未载明", "T-PLAN-OTHER", "方案写有正文")
    assert told(tmp_path, text + other) == [("PDL-L039", "非 方案.正文 未载明")]


def test_a_comment_of_a_family_covers_each_of_it(tmp_path: Path) -> None:
    text = rule("生效 2020-01-01 至 2023-12-31\n  应当 方案.目标 已载明")
    assert told(tmp_path, text) == [("PDL-L034-period", "T-PLAN-GOAL")]
    assert told(tmp_path, f"# 忽略 PDL-L034：旧版留作参考\n{text}") == []


# ---------------------------------------------------------------------- the table


def test_there_are_enough_lints_and_none_is_graver_than_it_can_be() -> None:
    assert len(LINTS) >= 25
    assert {lint.severity for lint in LINTS.values()} == {"error", "warning"}
