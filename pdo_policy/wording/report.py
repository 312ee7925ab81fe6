"""What a report says in its own words: the concluding sentence, headings, verdicts and severities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.conclusion import Conclusion
    from pdo_policy.wording import Pairs

_SENTENCES: Pairs = {
    "ready": ("可以提交", "ready to submit"),
    "ready_with_open": (
        "可以提交（有 {undetermined} 项待核实）",
        "ready to submit ({undetermined} to be verified)",
    ),
    "not_ready": ("暂不建议提交（{violated} 项不符合）", "not yet advisable to submit ({violated} not met)"),
    "not_ready_accepted": (
        "暂不建议提交（{violated} 项不符合，其中 {accepted} 项已登记豁免或列入基线）",
        "not yet advisable to submit ({violated} not met, {accepted} of which are waived or in the baseline)",
    ),
    "incomplete": ("无法完成检查", "the check could not be completed"),
}

_WORDS: Pairs = {
    # verdicts
    "satisfied": ("符合", "met"),
    "violated": ("不符合", "not met"),
    "undetermined": ("待核实", "to be verified"),
    "not_applicable": ("不适用", "not applicable"),
    "exempt": ("豁免", "exempt"),
    "not_adopted": ("未采纳", "not adopted"),
    "error": ("出错", "failed"),
    # severities
    "severity_error": ("严重", "error"),
    "severity_warning": ("一般", "warning"),
    "severity_note": ("提示", "note"),
    # instruments
    "draft": ("征求意见稿", "draft"),
    "pending": ("尚未施行", "not yet in force"),
    "in_force": ("施行", "in force"),
    "superseded": ("已失效", "no longer in force"),
    # headings
    "conclusion": ("结论", "Conclusion"),
    "rulebook": ("规则库", "Rulebook"),
    "as_of": ("基准日", "as of"),
    "law": ("依据范围", "law"),
    "papers": ("材料", "Papers"),
    "stage": ("现在是", "now"),
    "next": ("下一步", "next"),
    "no_paper": ("（没有可检查的材料）", "(nothing to check)"),
    "where": ("位置", "where"),
    "where_else": ("又见", "also at"),
    "why": ("为什么", "why"),
    "fix": ("怎么改", "fix"),
    "question": ("请核实", "verify"),
    "detail": ("说明", "note"),
    "related": ("相关", "related"),
    "dealt": ("处理", "accepted"),
    # what is told together
    "group": ("── {head}（{count} 处）", "── {head} ({count})"),
    "writing": ("书写和格式", "writing and form"),
    "lacking_paper": ("没有提交{what}", "no {what} was given"),
    "lacking_paper_named": ("没有提交{what}（编号 {id}）", "no {what} with the id {id} was given"),
    "lacking_absent": ("没有写“{what}”", "“{what}” is not written"),
    "lacking_empty": ("“{what}”还没有填写", "“{what}” is not filled in"),
    "lacking_paper_fix": (
        "把它和这份材料放在一起再检查一次；确实还没有的，下面各项到时候再判断。",
        "check it together with this paper; where there is none yet, the rules below are for later.",
    ),
    "lacking_absent_fix": (
        "补写这一部分；本项目没有这件事的，写作 {{不适用: 理由}}。",
        "write this part; where the project has no such thing, write {{不适用: the reason}}.",
    ),
    "lacking_empty_fix": (
        "填写这一部分；本项目没有这件事的，写作 {{不适用: 理由}}。",
        "fill in this part; where the project has no such thing, write {{不适用: the reason}}.",
    ),
    "lacking_unreadable": ("“{what}”的内容无法识别", "the content of “{what}” could not be read"),
    "lacking_unreadable_fix": (
        "先改好它，再检查一次；怎样改，见书写和格式问题里的这一处。",
        "mend it and check again; how is told where its fault of writing is.",
    ),
    "left_open": (
        "因此未能判断的规则 {count} 条（加 --no-fold 逐项展开）：",
        "rules that could not be decided because of it: {count} (--no-fold tells each in full)",
    ),
    "undecided_for_it": ("{lacking}，{count} 项规则无法判断", "{lacking}: {count} rules cannot be decided"),
    "affected_by_it": ("{lacking}，牵涉 {count} 项规则：{told}", "{lacking}: it bears on {count} rules: {told}"),
    "comma": ("，", ", "),
    "remedy": ("怎么办", "to do"),
    "unfold": (
        "逐项展开：加 --no-fold。看其中一项：pdo-policy why 规则编号 材料",
        "to see each in full: --no-fold. To see one: pdo-policy why RULE PAPERS",
    ),
    "counts": ("义务检查", "Obligations"),
    "total": ("共 {count} 项", "{count} in all"),
    "form": ("书写和格式问题 {count} 处", "faults of writing and form: {count}"),
    "not_run": ("另有 {count} 条规则没有检查", "further rules that were not run: {count}"),
    "counting": ("计入的规定", "Law taken into account"),
    "scope": ("范围", "Scope"),
    "determined": ("采用的认定", "Determination taken"),
    "determined_by": ("“{name}”：{answer}（{by}）", "“{name}”: {answer} ({by})"),
    "determined_elsewhere": ("本次没有这个项目的材料：{dossier}", "no paper of its project is here: {dossier}"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "unsigned": ("调用者给出，没有写明由谁认定", "given by the caller, without an authority"),
    "to_determine": ("等待认定", "To be determined"),
    "to_determine_by": (
        "“{name}”由{authority}认定：{question}  {rules}",
        "“{name}” by {authority}: {question}  {rules}",
    ),
    "of_projects": ("（项目 {dossiers}）", " (projects {dossiers})"),
    "unreadable": ("没有检查", "not checked"),
    "because": ("原因", "because"),
    "because_unreadable": (
        "{count} 份材料读不了，或不知道是哪一种",
        "papers that cannot be read or are of no known kind: {count}",
    ),
    "because_failed": ("{count} 条规则在检查中出错", "rules that failed: {count}"),
    "because_nothing": (
        "没有一条规则可以检查；核对路径、--as-of 和 --law",
        "no rule could be run; check the paths, --as-of and --law",
    ),
    "disclaimer": (
        "本报告由自查工具按规则生成，只对照条款要求，不代替主管部门审查。",
        "Made by a tool that compares papers with clauses; it does not replace review by the authority.",
    ),
}


def sentence(conclusion: Conclusion, lang: str) -> str:
    """The concluding sentence, from counts alone (charter 5)."""
    some = conclusion.status == "not_ready" and conclusion.accepted
    return _SENTENCES["not_ready_accepted" if some else conclusion.status][lang == "en"].format_map(
        conclusion._asdict()
    )


said = saying(_WORDS)
"""A word or heading of the report."""
