"""What the checker itself says about values and verdicts, beside the words of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import Message, Words

if TYPE_CHECKING:
    from collections.abc import Mapping


def _said(zh: str, en: str) -> Message:
    return Message(Words(zh), Words(en))


MESSAGES: Mapping[str, Message] = {
    # why something is open; also as the reason of a coverage row
    "absent": _said("未见“{where}”", "“{where}” was not found"),
    "blank": _said("“{where}”为空白", "“{where}” is blank"),
    "null": _said("“{where}”注明为未知", "“{where}” is stated as unknown"),
    "not_applicable": _said("“{where}”注明不适用：{detail}", "“{where}” is stated as not applicable: {detail}"),
    "invalid": _said("“{where}”的内容无法识别", "the content of “{where}” could not be read"),
    "document": _said("同一项目中未见{where}", "the dossier holds no {where}"),
    "several": _said(
        "同一项目中有几份{where}，看不出指哪一份", "the dossier holds several of {where}, and it is open which is meant"
    ),
    "unlinked": _said(
        "同一项目中有一份{where}，看不出与哪一份文件对应",
        "the dossier holds a {where} that does not tell which paper it belongs to",
    ),
    "more": _said("另有 {where} 处", "{where} more"),
    "calendar": _said("相关年份的放假安排尚未公布", "the holiday notice of a year concerned is not published"),
    "currency": _said("币种不同，无法比较", "the currencies differ and cannot be compared"),
    "unit": _said(
        "期间的单位不同（年月、日、工作日），无法换算", "the periods have different units and cannot be converted"
    ),
    "division": _said("除数为零", "division by zero"),
    "range": _said("所写精度不足以比较", "what is written is not precise enough to compare"),
    "parameter": _said("参数“{where}”在该日没有取值", "parameter “{where}” has no value on that day"),
    "determination": _said(
        "“{where}”须由{authority}认定：{detail}", "“{where}” must be determined by {authority}: {detail}"
    ),
    "version": _said(
        "适用日期未定，无法确定适用哪一版规定", "the governing date is open, so the version in force is open"
    ),
    "consequence": _said("前提规则 {where} 的结论未定", "the verdict of rule {where}, on which it depends, is open"),
    # further lines of a finding
    "flip": _said(
        "如能证明“{where}”（例外 {detail}），结论将改变",
        "proof of “{where}” (exception {detail}) would change the verdict",
    ),
    "flip_unless": _said(
        "如能证明除外的情形，结论将改变：{where}", "proof of what the rule excepts would change the verdict: {where}"
    ),
    "counterpart": _said("请把{where}一并提交，再检查一次", "file the {where} with these papers and check again"),
    "topic": _said(
        "所依据的条文内容未公开，只核对是否写到；结论待条文核对",
        "the text of the clause is not public, so only presence was checked; to be compared with the clause",
    ),
    "due": _said("整改期限：{where}", "to be mended within {where}"),
    "provisional": _said("读取了待核的参数“{where}”，结论待核", "an unverified parameter “{where}” was read"),
    # default headlines and reasons
    "violated": _said("不符合要求：{where}", "requirement not met: {where}"),
    "undetermined": _said("无法判断：{where}", "cannot be decided: {where}"),
    "rest": _said("另有 {where} 项同样不符合，没有逐条列出", "{where} more of the same are not listed one by one"),
    "rest_open": _said(
        "另有 {where} 项同样无法判断，没有逐条列出", "{where} more that cannot be decided are not listed one by one"
    ),
    "not_adopted": _said("未采纳鼓励事项：{where}", "encouraged, not adopted: {where}"),
    "not_applicable_rule": _said("规则的适用条件不成立", "the rule does not apply"),
    "no_cause": _said("前提规则 {where} 没有不符合", "rule {where}, on whose breach it depends, is not breached"),
    "no_version": _said("该日没有生效的版本", "no version is in force on that day"),
    "exempt": _said("“{where}”成立{detail}", "“{where}” holds{detail}"),
    "conflict": _said("例外 {where} 与 {detail} 相互矛盾", "exceptions {where} and {detail} contradict each other"),
    "too_long": _said(
        "没有算完：各清单要逐项核对的次数超过 {where} 次；把清单分到几份材料里，或改写这条规则",
        "not computed to the end: more than {where} elements of lists would have to be gone through; "
        "split the lists over several papers, or rewrite the rule",
    ),
    "failed": _said("规则内部出错：{where}", "the rule failed inside: {where}"),
    "unless": _said("第{where}项“除非”", "“unless” no. {where}"),
    # why a rule was not run
    "no_subject": _said("没有可检查的{where}", "there is no {where} to check"),
    "no_citation": _said("所引条款在检查日或按 --law 不计入", "none of its clauses counts on the date and under --law"),
    # values without a value
    "hole_absent": _said("〔未载明〕", "[not stated]"),
    "hole_unknown": _said("〔未知〕", "[unknown]"),
    "hole_not_applicable": _said("〔不适用〕", "[not applicable]"),
    "hole_invalid": _said("〔无法识别〕", "[cannot be read]"),
    "hole_document": _said("〔未提交{where}〕", "[no {where} filed]"),
}
