"""What is said of waivers, of the baseline and of changes, in both languages; the errors of their files too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted, saying

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message, Pairs

MESSAGES: Mapping[str, Message] = {
    "WVR-F001": contracted(
        "读不到豁免登记“{file}”",
        "核对路径；文件另存为 UTF-8",
        "the waivers in “{file}” cannot be read",
        "check the path, and save the file as UTF-8",
    ),
    "WVR-F002": contracted(
        "规则库没有规则“{name}”，豁免不了",
        "最接近的是“{near}”；看全部：pdo-policy rules list",
        "the rulebook has no rule “{name}” to waive",
        "the nearest is “{near}”; see all with pdo-policy rules list",
    ),
    "WVR-F003": contracted("“{key}”是空的", "写明这一项", "“{key}” is empty", "write it"),
    "WVR-F004": contracted(
        "“{key}”写的是“{value}”，不是一个日期",
        "写到日，如 2026-11-01",
        "“{key}” is “{value}”, which is not a day",
        "write a day, as in 2026-11-01",
    ),
    "WVR-F005": contracted(
        "到期日期 {expires} 早于登记日期 {created}",
        "核对两个日期",
        "it expires on {expires}, before it is created on {created}",
        "check the two days",
    ),
    "WVR-F006": contracted(
        "豁免最长十二个月：到期日期 {expires} 晚于 {latest}",
        "到期日期改为 {latest} 或更早，到时重新批准",
        "a waiver holds for twelve months at most: {expires} is after {latest}",
        "let it end on {latest} or before, and have it approved anew then",
    ),
    "BSL-F001": contracted(
        "读不到基线“{file}”",
        "核对路径；还没有基线的，用 pdo-policy baseline create 生成",
        "the baseline “{file}” cannot be read",
        "check the path; without a baseline yet, make one with pdo-policy baseline create",
    ),
    "BSL-F002": contracted(
        "规则库没有基线里的规则“{name}”",
        "最接近的是“{near}”；用 pdo-policy baseline update 重新生成这一项",
        "the rulebook has no rule “{name}” of the baseline",
        "the nearest is “{near}”; make the entry anew with pdo-policy baseline update",
    ),
}
"""Code to words; the facts are those of `pdo_policy.disposition`."""

_WORDS: Pairs = {
    "waiver": ("登记的豁免", "Waiver"),
    "dealt_waived": (
        "已登记豁免，到 {expires} 为止：{reason}（批准人：{approver}；依据：{basis}）",
        "waived until {expires}: {reason} (approved by {approver}; on {basis})",
    ),
    "dealt_baselined": ("已列入基线 {age} 天：{reason}", "in the baseline for {age} days: {reason}"),
    "waiver_signed": (
        "理由：{reason}；批准人：{approver}；依据：{basis}",
        "because: {reason}; approved by: {approver}; on: {basis}",
    ),
    "waiver_used": ("采用，{count} 项，到 {expires} 为止", "taken, for {count}, until {expires}"),
    "waiver_expiring": (
        "采用，{count} 项，再过 {left} 天到期（{expires}）",
        "taken, for {count}, and it ends in {left} days ({expires})",
    ),
    "waiver_broad": (
        "采用，但是写得太宽：一条豁免盖住 {count} 项、几处位置，请写到具体位置；到 {expires} 为止",
        "taken, but too broad: it covers {count} at several places; name the place; until {expires}",
    ),
    "waiver_unused": (
        "用不上：这个位置没有这条规则的问题，请删去",
        "of no use: this rule finds nothing there; take it out",
    ),
    "waiver_elsewhere": ("本次没有这份材料，没有用到", "its paper is not here; not used"),
    "waiver_expired": (
        "已于 {expires} 到期，不再采用；请整改或者重新批准",
        "expired on {expires} and is no longer taken; solve the problem, or have it approved anew",
    ),
    "waiver_early": ("{created} 才开始，现在不采用", "begins on {created}; not taken yet"),
    "waiver_barred": (
        "规则库规定这条规则不得豁免，没有采用",
        "the rulebook lets nobody waive this rule; not taken",
    ),
    "baseline": ("基线", "Baseline"),
    "baseline_met": (
        "{path}（{created} 建立）：列入 {count} 项，最早的 {age} 天",
        "{path} (made on {created}): {count} accepted, the oldest for {age} days",
    ),
    "baseline_grave": (
        "其中 {count} 项是严重的不符合，只是暂不拦截，仍须整改",
        "{count} of them are errors: not stopped for now, and still to be mended",
    ),
    "baseline_stale": (
        "基线里已经解决的 {count} 项：{rules}；用 pdo-policy baseline prune 去掉",
        "{count} in the baseline are solved: {rules}; take them out with pdo-policy baseline prune",
    ),
    "baseline_worse": (
        "基线里的 {count} 项结论变了，不再算作已列入：{rules}",
        "{count} in the baseline have another verdict now and are not accepted: {rules}",
    ),
    "baseline_elsewhere": ("另有 {count} 项属于本次没有的材料", "{count} more are of papers that are not here"),
    "baseline_written": (
        "已写入 {path}：共 {total} 项，新列入 {added} 项，去掉 {removed} 项",
        "{path} is written: {total} in all, {added} new, {removed} taken out",
    ),
    "baseline_left": (
        "有 {count} 项严重的不符合没有列入，检查仍会拦住。确需列入的，加 --accept-severe，每次检查都会提示：",
        "{count} errors were not taken in and still stop a check. --accept-severe takes them in, and each check tells:",
    ),
    "set_aside": (
        "没有采用的文件：{files}。要采用，用 --waivers、--baseline 给出",
        "Files that were not taken: {files}. Give them with --waivers or --baseline",
    ),
    "compared": (
        "与上次相比（{before}）：已解决 {solved} 项，新增 {new} 项，剩余 {remaining} 项",
        "Compared with {before}: {solved} solved, {new} new, {remaining} remaining",
    ),
    "caution_rulebook": (
        "两次用的规则库不同，差别不一定来自材料",
        "the two checks had different rulebooks: not every difference is of the papers",
    ),
    "caution_as_of": (
        "两次的基准日不同，差别不一定来自材料",
        "the two checks were as of different days: not every difference is of the papers",
    ),
    "caution_law": (
        "两次的依据范围不同，差别不一定来自材料",
        "the two checks were by different law: not every difference is of the papers",
    ),
    "new": ("新增", "New"),
    "solved": ("已解决", "Solved"),
    "unasked": ("上次有、这次没有问到或者还判断不了的", "There before, and not asked or not decided now"),
    "remaining": ("剩余", "Remaining"),
    "verdicts": ("结论变化", "Verdicts that changed"),
    "fields": ("材料改动", "Fields that changed"),
    "papers_gone": ("上次有、这次没有的材料", "Papers that are gone"),
    "papers_new": ("这次新增的材料", "Papers that are new"),
    "unchanged": ("没有变化", "No change"),
    "no_verdict": ("没有检查", "not run"),
    "nothing_there": ("（没有）", "(nothing)"),
    "changed_to": ("{before} → {after}", "{before} → {after}"),
}

told = saying(_WORDS)
"""A sentence or heading about what was accepted or changed."""
