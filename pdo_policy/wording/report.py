"""What a report says in its own words: the concluding sentence, headings, verdicts and severities."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.conclusion import Conclusion

_SENTENCES: Mapping[str, tuple[str, str]] = {
    "ready": ("可以提交", "ready to submit"),
    "ready_with_open": (
        "可以提交（有 {undetermined} 项待核实）",
        "ready to submit ({undetermined} to be verified)",
    ),
    "not_ready": ("暂不建议提交（{violated} 项不符合）", "not yet advisable to submit ({violated} not met)"),
    "incomplete": ("无法完成检查", "the check could not be completed"),
}

_WORDS: Mapping[str, tuple[str, str]] = {
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
    "fix": ("怎么改", "mend"),
    "question": ("请核实", "verify"),
    "detail": ("说明", "note"),
    "related": ("相关", "related"),
    "counts": ("义务检查", "Obligations"),
    "total": ("共 {count} 项", "{count} in all"),
    "form": ("书写和格式问题 {count} 处", "faults of writing and form: {count}"),
    "not_run": ("另有 {count} 条规则没有检查", "further rules that were not run: {count}"),
    "counting": ("计入的规定", "Law that counts"),
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
    return _SENTENCES[conclusion.status][lang == "en"].format_map(conclusion._asdict())


def said(code: str, lang: str, **facts: object) -> str:
    """A word or heading of the report."""
    return _WORDS[code][lang == "en"].format_map(facts)
