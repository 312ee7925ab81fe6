"""Small papers, waivers and baselines for tests of what was accepted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pdo_policy.api import check, load_rulebook
from pdo_policy.disposition.waivers import read_waivers
from pdo_policy.dispositions import Acceptance
from pdo_policy.documents.files import File
from pdo_policy.source import Source

if TYPE_CHECKING:
    from pdo_policy.dispositions import Baseline, Waiver
    from pdo_policy.report import Report

AS_OF = date(2026, 11, 24)
TERM = "授权期限:\n  起始日: 2026年9月1日\n  终止日: 2026年8月31日\n"
"""A term that ends before it begins."""

RESOURCES = """数据资源:
  - 名称: 医保结算数据
  - 名称: 不动产登记信息
"""


def plan(rest: str = TERM, name: str = "FA-1", path: str = "方案.yaml") -> Source:
    """A plan with a header and more."""
    head = f"文件种类: 实施方案\n项目编号: HB-1\n编号: {name}\n标题: 示例市公共数据资源授权运营实施方案\n状态: 起草中\n"
    return Source(path, head + rest)


def waiver(**changes: str) -> dict[str, str]:
    """A waiver in canonical keys, of the term of `plan`, and changes."""
    written = {
        "rule": "HB-PLAN-TERM-ORDER",
        "where": "实施方案 FA-1 → 授权期限 → 终止日",
        "reason": "等待批复",
        "approver": "李四（法务）",
        "basis": "会议纪要第3号",
        "created": "2026-11-01",
        "expires": "2027-10-31",
    }
    return {**written, **changes}


def waivers_file(*waivers: dict[str, str]) -> File:
    """A file of waivers."""
    lines = ["version: 1", "waivers:"]
    for one in waivers:
        lines.append("  -")
        lines.extend(f"    {key}: {value}" for key, value in one.items())
    text = "\n".join(lines) + "\n"
    return File("pdo-waivers.yaml", Source("pdo-waivers.yaml", text), "utf-8", "", len(text), None)


def read(*waivers: dict[str, str]) -> tuple[Waiver, ...]:
    """Waivers as read."""
    return read_waivers([waivers_file(*waivers)], [rule.id for rule in load_rulebook().program.rules])


def checked(
    *papers: Source, waivers: tuple[dict[str, str], ...] = (), baseline: Baseline | None = None, **options: Any
) -> Report:
    """The report on papers with waivers and a baseline; `options` as for `check`."""
    acceptance = Acceptance(read(*waivers) if waivers else (), baseline)
    return check(*papers, **{"as_of": AS_OF, **options}, acceptance=acceptance)
