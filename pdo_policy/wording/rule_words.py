"""What each word of the rule language does, in both languages, with an example that the shipped rulebook compiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording.rule_conditions import CONDITIONS, Explained

if TYPE_CHECKING:
    from collections.abc import Mapping


_ITEMS: Mapping[str, Explained] = {
    "TERM": Explained(
        "定义一个用语，给看规则的人",
        "defines a term, for those who read the rules",
        "术语 授权运营：“把公共数据授权给专门的机构开发，并向社会提供产品和服务”",
    ),
    "PARAM": Explained(
        "给数、金额、期限起名字，注明出处和看没看过条文",
        "names a number, an amount or a period, with its source",
        "参数 最长期限 := 5 年 依据 《实施规范》第十四条第二项 状态 已核",
    ),
    "PREDICATE": Explained(
        "给条件起名字，几条规则共用；参数写明类型",
        "names a condition that several rules share",
        "判定 已有纪要（方案.方案审议 审） := 审.审议结果 已载明 且 审.纪要文号 已载明",
    ),
    "FINDING": Explained(
        "只有人或机关能回答的问题；没有答复的，结论待核实",
        "a question that only a person or an authority can answer",
        "认定 安排稳慎 “特许开发的安排是否稳慎” 由 同级人民政府",
    ),
    "RULE": Explained(
        "一个要求，以“完”结束",
        "one requirement, closed by end",
        "规则 HB-SAMPLE “方案写明更新频率”\n"
        "  依据 《实施规范》第九条第五项\n"
        "  对象 方案\n"
        "  应当 方案.数据资源目录 已载明\n"
        "完",
    ),
    "EXCEPTION": Explained(
        "规则在什么情况下豁免，或者换一种要求，以“完”结束",
        "when a rule does not bind, or demands something else",
        "例外 HB-SAMPLE-OLD “存量项目” 对 HB-PLAN-TERM-ORDER\n"
        "  依据 《实施规范》第九条第六项\n"
        "  当 方案.存量衔接 已载明\n"
        "  效果 豁免\n"
        "完",
    ),
    "END": Explained(
        "结束一条规则或者例外",
        "closes a rule or an exception",
        "规则 HB-SAMPLE-END “方案写明目标”\n"
        "  依据 《实施规范》第九条第五项\n"
        "  对象 方案\n"
        "  应当 方案.总体目标 已载明\n"
        "完",
    ),
}

_CLAUSES: Mapping[str, Explained] = {
    "CITE": Explained(
        "所依据的条款，至少一条", "the clauses that it rests on, at least one", "依据 《实施规范》第九条第五项，第六项"
    ),
    "QUOTE": Explained(
        "引用条文的用语；只能引条款登记的用语",
        "words of the clause; only those that its register holds",
        "依据 《实施规范》第十一条第一款\n原文 “三重一大”",
    ),
    "SUBJECT": Explained(
        "检查哪种材料；写两种的，检查相互对应的每一对",
        "which kind of document is checked; of two, every linked pair",
        "对象 协议，方案",
    ),
    "BEARER": Explained("谁的义务", "whose duty it is", "主体 实施机构"),
    "TIMEPOINT": Explained(
        "按哪一天的规定检查；不写的按检查的日期",
        "the day whose law governs; else that of the check",
        "时点 方案.印发日期",
    ),
    "EFFECTIVE": Explained(
        "这一版规则管哪段时间", "the period that this version of a rule governs", "生效 2025-03-01 起"
    ),
    "UNTIL": Explained(
        "一段时间，或者一串条款的终点，包括在内",
        "the end of a period or of a range of clauses, which is included",
        "生效 2025-03-01 至 2029-12-31",
    ),
    "SEVERITY": Explained(
        "严重、一般（不写就是一般）或者提示", "critical, major (the default) or minor", "严重度 严重"
    ),
    "WHEN": Explained(
        "什么时候适用；写几个的，都成立才适用，有一个不成立就是不适用",
        "when the rule applies; of several, all must hold",
        "当 方案.状态 属于 【已审定、已印发】",
    ),
    "PRESUME": Explained(
        "没有写这个字段的，按这个值看；写了空白、未知的不推定",
        "the value of a field that is not written",
        "推定 方案.是否排他 为 否",
    ),
    "PROVIDED_THAT": Explained(
        "行使了“可以”的权利就要满足的要求",
        "what is demanded of who makes use of a permission",
        "可以 方案.是否排他 但应当 方案.特许开发.必要性 已载明",
    ),
    "UNLESS": Explained(
        "有一个成立就豁免；只管这一条规则",
        "an exception to this rule alone; one that holds is enough",
        "除非 方案.授权期限.超过五年的理由 已载明 〔《实施规范》第十四条第二项〕",
    ),
    "UNPROVEN": Explained(
        "材料没有证明例外成立的怎么办：不成立（不写就是不成立）或者存疑",
        "what to do where an exception is not proven: fails (the default) or undetermined",
        "除非 方案.是否排他 未证时 存疑",
    ),
    "ON_VIOLATION": Explained(
        "不符合时报告里的话，可以写字段的值",
        "what the report says of a breach, with values of fields",
        "违反时 “终止日{方案.授权期限.终止日}不晚于起始日”",
    ),
    "ON_UNKNOWN": Explained(
        "待核实时报告里的话", "what the report says where it stays open", "存疑时 “起止日期尚待核实”"
    ),
    "REASON": Explained("为什么要紧，一句话", "why it matters, in a sentence", "理由 “目标不明确，就无法考核”"),
    "REMEDY": Explained("怎么改，可以加限期", "how to mend it", "整改 “补写总体目标” 限期 30 日"),
    "DUEIN": Explained("整改的期限", "the time for mending", "整改 “补写总体目标” 限期 10 个工作日"),
    "QUESTION": Explained("听证时问什么，不带结论", "what to ask at a hearing, neutrally", "提问 “总体目标是什么？”"),
    "THEN_RULE": Explained(
        "所列规则只在本规则不符合时才适用",
        "rules that apply only where this one is breached",
        "后果 HB-PLAN-TERM-ORDER",
    ),
    "EVIDENCE": Explained(
        "请审查人看哪些字段", "fields that a reviewer should look at", "证据 方案.授权期限.起始日，方案.印发日期"
    ),
    "NOTE": Explained(
        "为什么这样理解条文，写给看规则的人",
        "why the clause is read so, for those who read the rules",
        "解释 “条文没有写起算日，按协议写明的起始日算”",
    ),
    "STATUS": Explained(
        "参数与条文核对到什么程度：已核、待核、工程约定",
        "how far a parameter was verified: verified, unverified, convention",
        "参数 金额容差 := 100 元 状态 工程约定",
    ),
    "BY": Explained(
        "谁有权回答一个认定", "who may answer a finding", "认定 确有必要 “特许开发是否确有必要” 由 同级人民政府"
    ),
}

_NORMS: Mapping[str, Explained] = {
    "MUST": Explained(
        "义务：成立是符合，不成立是不符合", "a duty: breached where it does not hold", "应当 方案.总体目标 已载明"
    ),
    "MUSTNOT": Explained(
        "禁止：成立是不符合", "a ban: breached where it holds", "不得 方案.原始数据管理.原始数据是否出平台"
    ),
    "MAY": Explained(
        "许可，永远不会不符合；后面可以写“但应当”",
        "a permission, never breached; provided_that may follow",
        "可以 方案.是否排他",
    ),
    "ENCOURAGE": Explained(
        "倡导：不成立是未采纳，不算不符合",
        "what is encouraged: not adopted where it does not hold, never a breach",
        "鼓励 方案.再开发.鼓励第三方再开发 已载明",
    ),
}

_EXCEPTIONS: Mapping[str, Explained] = {
    "AGAINST": Explained(
        "例外针对哪些规则或者别的例外",
        "the rules or exceptions that an exception is against",
        "例外 HB-SAMPLE-AGAINST “存量项目” 对 HB-PLAN-TERM-ORDER\n"
        "  依据 《实施规范》第九条第六项\n"
        "  当 方案.存量衔接 已载明\n"
        "  效果 豁免\n"
        "完",
    ),
    "OVER": Explained(
        "几个“改为”同时成立时，本例外先于所列的例外",
        "goes before these where several replacements hold at once",
        "例外 HB-SAMPLE-FIRST “写明说明的” 对 HB-PLAN-TERM-ORDER 优先于 HB-SAMPLE-SECOND\n"
        "  依据 《实施规范》第九条第六项\n"
        "  当 方案.授权期限.期限说明 已载明\n"
        "  效果 改为 应当 方案.授权期限.期限 已载明\n"
        "完\n"
        "\n"
        "例外 HB-SAMPLE-SECOND “续期的” 对 HB-PLAN-TERM-ORDER\n"
        "  依据 《实施规范》第九条第六项\n"
        "  当 方案.授权期限.续期 已载明\n"
        "  效果 改为 应当 方案.授权期限.终止日 已载明\n"
        "完",
    ),
    "EFFECT": Explained(
        "例外成立时怎样：豁免，或者改为另一个要求",
        "what happens where an exception holds: exempt, or replace",
        "例外 HB-SAMPLE-EFFECT “写明说明的” 对 HB-PLAN-TERM-ORDER\n"
        "  依据 《实施规范》第九条第六项\n"
        "  当 方案.授权期限.期限说明 已载明\n"
        "  效果 豁免\n"
        "完",
    ),
    "EXEMPT": Explained(
        "例外的一种效果：规则不再要求什么",
        "an effect: the rule demands nothing any more",
        "例外 HB-SAMPLE-EXEMPT “存量项目” 对 HB-PLAN-TERM-ORDER\n"
        "  依据 《实施规范》第九条第六项\n"
        "  当 方案.存量衔接 已载明\n"
        "  效果 豁免\n"
        "完",
    ),
    "REPLACE": Explained(
        "例外的一种效果：换成另一个要求",
        "an effect: another demand takes its place",
        "例外 HB-SAMPLE-REPLACE “写明说明的” 对 HB-PLAN-TERM-ORDER\n"
        "  依据 《实施规范》第九条第六项\n"
        "  当 方案.授权期限.期限说明 已载明\n"
        "  效果 改为 应当 方案.授权期限.期限 已载明\n"
        "完",
    ),
    "REPORT": Explained(
        "下列的一项不成立时说的话",
        "what is said where an item of an enumeration does not hold",
        "应当 下列全部\n"
        "  （一）方案.总体目标 已载明  报 “没有写总体目标”\n"
        "  （二）方案.主要任务 已载明  报 “没有写主要任务”",
    ),
}

KEYWORDS: Mapping[str, Explained] = {
    **_ITEMS,
    **_CLAUSES,
    **_NORMS,
    **_EXCEPTIONS,
    **CONDITIONS,
}
"""Every keyword of the language by the name that the grammar has for it."""
