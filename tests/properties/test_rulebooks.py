"""Any rule files on any papers end in a report or in problems, and no order of rules or files matters."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pdo_policy.api import check
from pdo_policy.errors import RulebookError
from pdo_policy.findings import Verdict
from pdo_policy.rulebook.load import program_of
from pdo_policy.source import Source
from tests.arbitrary import agreements, plans, reports
from tests.asking import book_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.errors import Problem
    from pdo_policy.report import Report
    from pdo_policy.rulebook.compiled import Rulebook

BOOK = book_of("")
FIELDS = {kind: compiled.root for kind, compiled in BOOK.types.items()}
RULES = """
术语 授权运营：“授权给专门的机构” 依据 《实施规范》第八条

参数 最长期限 := 5 年 依据 《实施规范》第八条 状态 已核

参数 报告期限 := 3 个月 依据 《实施规范》第八条 生效 2024-01-01 至 2025-12-31 状态 待核

参数 报告期限 := 1 个月 依据 《实施规范》第八条 生效 2026-01-01 起 状态 已核

认定 确有必要 “是否确有必要” 由 主管部门 依据 《实施规范》第八条

判定 已审议（方案.审议 审） := 审.审议日期 已载明 且 审.纪要文号 已载明

判定 够大（整数 数） := 数 不少于 2

规则 T-REVIEW “写明审议” 依据 《实施规范》第八条 对象 方案
  应当 已审议（方案.审议）
  违反时 “没有审议”
完

规则 T-TERM “期限” 依据 《实施规范》第八条 对象 方案
  当 方案.期限 已载明
  应当 方案.期限 不超过 最长期限
完

规则 T-LIST “每项数据” 依据 《实施规范》第八条 对象 方案
  严重度 严重
  应当 每个 源 于 方案.数据资源 满足 （源.数据量 已载明 且 够大（源.数据量））
  违反时 “{源.名称}太小”
完

规则 T-FUNDS “自有资金” 依据 《实施规范》第八条 对象 方案
  应当 下列全部
    （一）方案.自有资金 / 方案.投资 为 20% 以上
    （二）方案.投资 不少于 合计（源 于 方案.数据资源 取 源.价格）  报 “合计{方案.投资}”
  除非 确有必要
完

例外 T-FUNDS-FILED “已经备案” 对 T-FUNDS 依据 《实施规范》第八条
  当 方案.是否备案
  未证时 存疑
  效果 改为 应当 方案.投资 超过 1 元
完

例外 T-FUNDS-SMALL “页数很少” 对 T-FUNDS-FILED，T-FUNDS 依据 《实施规范》第八条
  当 方案.页数 不满 2
  效果 豁免
完

例外 T-FUNDS-LARGE “投资很大” 对 T-FUNDS 依据 《实施规范》第八条
  当 方案.投资 超过 1 元
  效果 改为 应当 方案.目标 已载明
完

规则 T-SIGNED “审议以后签订” 依据 《实施规范》第八条 对象 协议
  应当 协议.签订日期 不早于 协议.方案.审议.审议日期
  后果 T-PRICE
完

规则 T-PRICE “价格” 依据 《实施规范》第八条 对象 协议
  不得 存在 品 于 协议.产品 满足 品.价格 超过 1 万元
完

规则 T-PAIR “期限一致” 依据 《实施规范》第八条 对象 协议，方案
  鼓励 协议.期限 为 方案.期限
完

规则 T-IN-TIME “按期” 依据 《实施规范》第八条 对象 年报
  时点 年报.年度终了日
  应当 年报.提交日期 在 年报.年度终了日 起 报告期限 内
  违反时 “应当在{届满日（年报.年度终了日，报告期限）}以前”
完

规则 T-TOTAL “合计一致” 依据 《实施规范》第八条 对象 年报
  推定 年报.收入合计 为 0 元
  应当 年报.收入合计 为 合计（行 于 年报.产品收入 取 行.金额）
完

规则 T-OLD “旧版” 依据 《实施规范》第八条 对象 方案 生效 2024-01-01 至 2025-06-30
  可以 方案.是否备案
完

规则 T-OLD “新版” 依据 《实施规范》第八条 对象 方案 生效 2025-07-01 起
  可以 方案.是否备案 但应当 方案.目标 包含 “甲”
完
"""
ITEMS = tuple(f"{item}\n" for item in RULES.strip().split("\n\n"))

some = settings(max_examples=settings().max_examples // 2)


def compiled(files: Sequence[Source]) -> tuple[Sequence[Problem], Rulebook | None]:
    """What is wrong with rule files, or the rulebook that they make."""
    try:
        return (), book(files)
    except RulebookError as error:
        return error.problems, None


def book(files: Sequence[Source]) -> Rulebook:
    """The small rulebook with these rule files.

    Raises:
        RulebookError: they do not compile.
    """
    program = program_of(files, BOOK.manifest, FIELDS, [])
    return replace(BOOK, program=program, sources={file.name: file.text for file in files})


@st.composite
def papers(draw: st.DrawFn) -> list[str]:
    """Papers with gaps, papers of anything, and texts that are none."""
    kinds = (plans("P1"), plans("P2"), agreements("A1"), reports())
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4, unique_by=id))
    found = [draw(kind) for kind in chosen]
    good = [json.dumps(one.told, ensure_ascii=False) for one in found]
    leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("待定")
    values = st.recursive(leaves, lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=4))
    odd = st.dictionaries(KEYS, values, max_size=6).map(
        lambda fields: json.dumps({**HEADER, **fields, "kind": "plan"}, ensure_ascii=False)
    )
    scrap = st.text(max_size=20) | st.sampled_from(("[" * 5000, '{"kind": "plan"', "\x00", '"甲"'))
    return good + draw(st.lists(odd | scrap, max_size=2))


KEYS = st.sampled_from(
    ("期限", "数据资源", "review", "审议", "pages", "投资", "目标", "领域", "kind", "dossier", "id", "无此")
)
HEADER = {"dossier": "D1", "id": "P9", "title": "标题", "status": "issued"}


def checked(rules: Rulebook, submitted: Sequence[str]) -> Report:
    sources = [Source(f"{number}.json", text) for number, text in enumerate(submitted)]
    return check(
        *(sources or [Source("0.json", "{}")]), as_of=date(2026, 1, 5), rulebook=rules,
        determinations={"确有必要": False} if any(q.name == "确有必要" for q in rules.program.questions) else {},
    )  # fmt: skip


# ---------------------------------------------------------------------- whatever is written

TOKENS = (
    "且", "或", "非", "（", "）", "【", "】", "下列至少 2 项", "（一）", "每个", "于", "满足", "方案.目标",
    "协议.方案.期限", "方案.数据资源", "超过", "为", "已载明", "注明不适用", "5 年",
    "10 个工作日", "100 元", "2025-02-29", "“甲”", "完",
    "应当", "不得", "鼓励", "可以", "但应当", "除非", "当", "对", "效果", "豁免", "改为", "T-TERM", "T-NONE", "后果",
    "届满日（方案.编制日期，1 年）", "数量（源 于 方案.数据资源）", "够大（", "确有必要", "{", "}", "符合格式",
    "“(a+)+$”", "生效",
)  # fmt: skip


@st.composite
def rule_files(draw: st.DrawFn) -> list[Source]:
    """Rule files of which a few items are lost or doubled, or have words that are lost, doubled or changed."""
    spoilt = draw(st.lists(st.sampled_from(range(len(ITEMS))), max_size=2))
    texts = []
    for number, item in enumerate(ITEMS):
        words = item.split(" ")
        if number in spoilt:
            at = draw(st.integers(0, len(words) - 1))
            words[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from([*TOKENS, *words]), max_size=2))
        texts.extend([" ".join(words)] * (draw(st.integers(0, 2)) if spoilt[:1] == [number] else 1))
    cut = draw(st.integers(0, len(texts)))
    return [Source("甲.pdl", "\n".join(texts[:cut])), Source("乙.pdl", "\n".join(texts[cut:]))]


@given(rule_files(), papers())
def test_any_rulebook_on_any_papers_ends_in_one_verdict_for_each_pair(
    files: list[Source], submitted: list[str]
) -> None:
    problems, rules = compiled(files)
    assert all(problem.span is not None for problem in problems)
    assert (rules is None) is bool(problems)
    if rules is None:
        return
    report = checked(rules, submitted)
    idle = {row.rule_id for row in report.not_run}
    kinds = Counter(record.role for record in report.inputs if record.readable)
    for rule in rules.program.rules:
        rows = [row for row in report.coverage if row.rule_id == rule.id]
        if len(rule.subjects) == 1:
            assert len(rows) == (0 if rule.id in idle else kinds[rule.subjects[0]])
        assert all(row.verdict is not Verdict.ERROR or "相互矛盾" in row.reason for row in rows)
    assert report.exit_code in range(5)
    assert sum(report.counts.values()) == len(report.coverage)


# ---------------------------------------------------------------------- order


@some
@given(papers(), st.permutations(ITEMS), st.lists(st.integers(0, len(ITEMS)), max_size=3), st.data())
def test_the_order_of_items_and_files_changes_nothing(
    submitted: list[str], items: Sequence[str], cuts: list[int], data: Any
) -> None:
    bounds = [0, *sorted(cuts), len(ITEMS)]
    texts = ["\n".join(items[first:last]) for first, last in pairwise(bounds)]
    names = data.draw(st.permutations([f"{number}/规则.pdl" for number in range(len(texts))]))
    before = checked(book([Source("规则.pdl", "\n".join(ITEMS))]), submitted)
    after = checked(book([Source(*pair) for pair in zip(names, texts, strict=True)]), submitted)
    assert told(before) == told(after)


def told(report: Report) -> list[Any]:
    findings = [(one.fingerprint, one.verdict, one.severity, one.text, one.locations) for one in report.findings]
    return [report.coverage, findings, sorted(map(str, report.not_run)), report.counts, report.exit_code]
