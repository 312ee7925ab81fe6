"""What the reports for continuous integration say beside the words of the report itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    # SARIF
    "clauses": ("依据", "Basis"),
    "why": ("为什么", "Why"),
    "fix": ("怎么改", "How to fix it"),
    "question": ("请核实", "To be verified"),
    "form": ("书写和格式", "Writing and form"),
    "based_on": ("依据：{clauses}", "Basis: {clauses}"),
    "see": ("相关：{links}", "See also: {links}"),
    "line": ("{path} 第{line}行", "{path} line {line}"),
    "cut": (
        "这里只写了最重的 {kept} 项，另有 {more} 项没有写入：GitHub 每次最多接收 {kept} 项。全部见 json 格式。",
        "Only the gravest {kept} are here, {more} are left out: GitHub takes no more at a time. JSON has all.",
    ),
    "root": ("仓库根目录", "The root of the repository"),
    # JUnit
    "open": ("待核实：{text}", "To be verified: {text}"),
    "not_applicable": ("不适用：{text}", "Not applicable: {text}"),
    "exempt": ("豁免：{text}", "Exempt: {text}"),
    "not_adopted": ("未采纳：{text}", "Not adopted: {text}"),
    "waived": ("已登记豁免，不计入：{text}", "Waived and not counted: {text}"),
    "baselined": ("已列入基线，不计入：{text}", "In the baseline and not counted: {text}"),
    # GitHub
    "overflow": (
        "另有 {count} 处这一级的问题没有标注在文件上；全部列在本步骤的日志和摘要里",
        "{count} more of this level are not annotated; all of them are in the log and the summary of this step",
    ),
    "all": ("全部 {count} 项发现", "All {count} findings"),
    "level": ("级别", "Level"),
    "rule": ("规则", "Rule"),
    "place": ("位置", "Place"),
    "problem": ("问题", "Problem"),
    "summary_cut": (
        "摘要只能有 {limit} KiB，以下从略；全部内容见本步骤的日志",
        "A summary holds {limit} KiB, so the rest is left out; the log of this step has it all",
    ),
}

phrase = saying(_WORDS)
"""A word or sentence of these reports."""
