"""What the reports for people say beside the words of the report itself: headings, columns, pictures, annex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    "title": ("材料检查报告", "Report on the papers"),
    "subtitle": ("{rulebook} {version}　基准日 {day}", "{rulebook} {version}, as of {day}"),
    "drafts": (
        "含征求意见稿：{names}。据它得出的结论只是对照征求意见稿，不是现行要求。",
        "Drafts are among the law: {names}. What rests on them compares with a draft, and is not what is in force.",
    ),
    "draft_only": ("只依据征求意见稿", "on a draft alone"),
    "headed": ("{head}：", "{head}: "),
    "with": ("{text}（{more}）", "{text} ({more})"),
    "marked": ("{text}〔{marks}〕", "{text} [{marks}]"),
    "comma": ("，", ", "),
    # columns
    "must": ("必须改", "To be mended"),
    "verify": ("需要核实", "To be verified"),
    "consider": ("建议完善", "To be considered"),
    "explained": ("已说明理由", "Explained"),
    "must_means": ("不符合", "not met"),
    "verify_means": ("待核实", "undecided"),
    "consider_means": ("未采纳", "not adopted"),
    "explained_means": ("豁免", "exempt"),
    "verify_failed": ("待核实，其中 {count} 项出错", "undecided, {count} of which failed"),
    "items": ("{count} 项", "{count}"),
    "nothing": ("没有", "none"),
    "all_of": ("全部 {count} 项，见后面的详情", "all {count} are told in detail below"),
    # an entry
    "problem": ("问题", "Problem"),
    "where": ("位置", "Where"),
    "missing": ("{trail}（没有写）", "{trail} (not written)"),
    "whole": ("整份材料", "the paper as a whole"),
    "near": ("{place} 附近", "near {place}"),
    "more": ("{text}（另有 {count} 个问题）", "{text} (and {count} more)"),
    "basis": ("依据", "Basis"),
    "why": ("为什么", "Why"),
    "fix": ("怎么改", "How to fix it"),
    "example": ("示例", "Example"),
    "question": ("请核实", "Please verify"),
    "detail": ("说明", "Note"),
    "handled": ("处理", "Accepted"),
    "related": ("相关", "Related"),
    "rule": ("规则", "Rule"),
    "paper": ("材料", "Paper"),
    "form": ("书写和格式", "writing and form"),
    "waived": ("已登记豁免", "waived"),
    "baselined": ("已列入基线", "in the baseline"),
    # sections
    "section_must": ("必须改的问题", "What is to be mended"),
    "section_verify": ("需要核实的事项", "What is to be verified"),
    "section_consider": ("建议完善的事项", "What is to be considered"),
    "section_explained": ("已说明理由的事项", "What was explained"),
    "section_timeline": ("时间线", "Time line"),
    "section_grid": ("义务总览", "Obligations at a glance"),
    "section_changes": ("与上次相比", "What changed since the check before"),
    "section_limits": ("工具不能判断的事项", "What the tool cannot judge"),
    "section_coverage": ("检查了哪些义务", "Which obligations were checked"),
    "section_annex": ("附注", "Annex"),
    # limits
    "limits_lead": (
        "“符合”只表示材料写到了规则所核对的内容。写得是否属实、是否妥当，由人判断。",
        "“Met” says that the papers state what the rules compare. Whether it is true and sound is for people to judge.",
    ),
    "awaited": ("等待有权机关认定的", "To be determined by an authority"),
    "taken": ("本次采用的认定", "Determinations taken into account"),
    "people": ("要由人核对的条款", "Clauses for people to look at"),
    "people_lead": (
        "没有规则检查，或者规则只检查了一部分，请对照材料和实际情况核对。",
        "No rule checks them, or rules check a part only.",
    ),
    "absent": ("任何提交的材料都体现不了的条款", "Clauses that no submitted paper can show"),
    "clause": ("条款", "Clause"),
    "says": ("说的是什么", "What it says"),
    "ask": ("请核对", "Please look"),
    "reason": ("原因", "Reason"),
    # coverage
    "chapter": ("章", "Chapter"),
    "rules_of_none": ("其他规则", "Other rules"),
    "total": ("合计", "Total"),
    "verdict": ("结论", "Verdict"),
    "requirement": ("要求", "Requirement"),
    "not_run": ("没有检查", "not run"),
    "coverage_lead": (
        "每一条规则对每一份材料各得一个结论，共 {count} 项。",
        "Each rule comes to one verdict on each paper: {count} in all.",
    ),
    # annex
    "accepted": ("豁免登记和基线", "Waivers and baseline"),
    "law": ("计入的规定", "Law taken into account"),
    "status": ("状态", "Status"),
    "number": ("文号", "Number"),
    "instrument": ("文件", "Instrument"),
    "inputs": ("检查的材料", "Papers checked"),
    "file": ("文件", "File"),
    "digest": ("摘要（SHA-256）", "Digest (SHA-256)"),
    "bytes": ("字节", "Bytes"),
    "made_by": (
        "规则库 {rulebook} {version}，摘要 {digest}；工具 pdo-policy {tool}；基准日 {day}；依据范围 {law}。",
        "Rulebook {rulebook} {version}, digest {digest}; tool pdo-policy {tool}; as of {day}; law {law}.",
    ),
    "unread": ("没有检查", "not checked"),
    # navigation and pictures
    "skip": ("跳到结论", "Skip to the conclusion"),
    "skip_picture": ("跳过这张图", "Skip this picture"),
    "unfold": ("（在屏幕上展开以后再打印，可以印出内容）", "(unfold it on the screen to have it printed)"),
    "grid_lead": (
        "一格是一条规则，对几份材料结论不同的取最重的一个；有问题的格可以点到下面。",
        "One cell is one rule, with the gravest of its verdicts; cells with a problem lead to it.",
    ),
    "grid_title": ("按章排列的义务和结论", "Obligations and verdicts by chapter"),
    "cell": ("{title}：{verdict}", "{title}: {verdict}"),
    "timeline_lead": (
        "从上到下是规则库列出的先后步骤，从左到右是时间。箭头是规则要求的先后：实线已做到，粗线加叉的是问题，虚线待核实。",
        "Steps go down, time goes right. Arrows are orders that rules ask for: thin kept, crossed broken, dashed open.",
    ),
    "timeline_title": ("项目 {dossier} 的时间线", "Time line of project {dossier}"),
    "timeline_alone": ("没有项目编号的材料的时间线", "Time line of a paper without a project"),
    "timeline_words": ("用文字看这张图", "This picture in words"),
    "step": ("步骤", "Step"),
    "date": ("日期", "Date"),
    "undated": ("没有写", "not written"),
    "undateable": ("没有确定的日期", "no definite date"),
    "several": ("{first} 至 {last}，共 {count} 个", "{first} to {last}, {count} dates"),
    "from": ("{day} 等{count}个", "{day} ({count})"),
    "problems": ("问题", "Problems"),
    "orders": ("规则要求的先后", "Orders that rules ask for"),
    "order": ("{earlier} 不晚于 {later}", "{earlier} not after {later}"),
    "entry": ("第 {number} 项", "no. {number}"),
    "entries": ("第 {numbers} 项", "nos. {numbers}"),
}

phrase = saying(_WORDS)
"""A word or sentence of these reports."""
