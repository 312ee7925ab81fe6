"""What the words of conditions do, in both languages, each with an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Explained(NamedTuple):
    """What a word does in Chinese and in English, and an example: whole items, or clauses of a rule."""

    zh: str
    en: str
    example: str


_CONNECTIVES: Mapping[str, Explained] = {
    "AND": Explained(
        "都成立才成立；与“或”混用要加括号",
        "both must hold; put brackets where it meets or",
        "应当 方案.总体目标 已载明 且 方案.主要任务 已载明",
    ),
    "OR": Explained(
        "有一个成立就成立；与“且”混用要加括号",
        "one must hold; put brackets where it meets and",
        "应当 方案.总体目标 已载明 或 方案.主要任务 已载明",
    ),
    "NOT": Explained("不成立才成立", "holds where what follows does not", "当 非 方案.是否排他"),
    "IF": Explained(
        "前面成立的，后面也要成立；前面不成立的，整个成立",
        "where the first holds, the second must; else it holds",
        "应当 若 方案.是否排他 则 方案.特许开发.必要性 已载明",
    ),
    "THEN": Explained(
        "“若”的条件成立时要成立的",
        "what must hold where the condition of if does",
        "应当 若 方案.重要数据保护.是否涉及重要数据 则 方案.重要数据保护.重要数据目录 已载明",
    ),
    "ELSE": Explained(
        "“若”的条件不成立时要成立的",
        "what must hold where the condition of if does not",
        "应当 若 方案.是否排他 则 方案.特许开发.必要性 已载明 否则 方案.集约化运营 已载明",
    ),
}


def _compared(zh: str, en: str, written: str) -> Explained:
    return Explained(zh, en, f"应当 {written}")


_RELATIONS: Mapping[str, Explained] = {
    "IS": _compared("两边相等；选项直接写，文本加引号", "both are the same", "方案.文件形式 为 分项方案"),
    "ISNOT": _compared("两边不相等", "they differ", "方案.方案审议.审议结果 不为 未通过"),
    "GE": _compared("大于或等于，包括本数", "greater or the same", "方案.授权期限.期限 不少于 1 年"),
    "LE": _compared("小于或等于，包括本数", "less or the same", "方案.授权期限.期限 不超过 5 年"),
    "GT": _compared("大于，不包括本数", "greater, not the same", "方案.退出机制.过渡期 超过 30 日"),
    "LT": _compared("小于，不包括本数", "less, not the same", "方案.授权期限.期限 不满 5 年"),
    "BEFORE": _compared(
        "在这一天之前，不包括这一天", "before that day", "方案.编制.合法性审查.审查日期 早于 方案.印发日期"
    ),
    "NOTBEFORE": _compared("在这一天或者之后", "on that day or later", "方案.印发日期 不早于 方案.方案审议.审议日期"),
    "AFTER": _compared(
        "在这一天之后，不包括这一天", "after that day", "方案.授权期限.终止日 晚于 方案.授权期限.起始日"
    ),
    "NOTAFTER": _compared("在这一天或者之前", "on that day or earlier", "方案.方案审议.审议日期 不晚于 方案.印发日期"),
    "ABOVE": _compared(
        "写在“为”和数的后面：不少于，包括本数",
        "behind is and a number: that or more",
        "方案.授权期限.期限 为 1 年 以上",
    ),
    "BELOW": _compared(
        "写在“为”和数的后面：不超过，包括本数",
        "behind is and a number: that or less",
        "方案.授权期限.期限 为 5 年 以下",
    ),
    "IN": _compared("是其中之一", "is one of them", "方案.状态 属于 【已审定、已印发】"),
    "NOTIN": _compared("哪一个都不是", "is none of them", "方案.状态 不属于 【起草中、征求意见】"),
    "CONTAINS": _compared(
        "清单里有这一项；对文本，含有这几个字",
        "the list has it; the text has these characters",
        "方案.授权模式 包含 整体授权",
    ),
    "MATCHES": _compared(
        "文本合于正则表达式",
        "the text is of the form of a regular expression",
        "方案.项目编号 符合格式 “^HB-[0-9]{4}-[0-9]+$”",
    ),
    "STATED": _compared("写了，而且不是空白", "it is written and not blank", "方案.总体目标 已载明"),
    "NOTSTATED": _compared("没有写，或者是空白", "it is not written, or blank", "方案.特许开发.执行方式 未载明"),
    "SUPPLIED": _compared(
        "有这个字段，不是明示未知（空白也算有）",
        "the field is there and not said to be unknown",
        "方案.印发日期 已提供",
    ),
    "NOTSUPPLIED": _compared(
        "没有这个字段，或者明示未知", "the field is not there, or said to be unknown", "方案.特许开发.批准文号 未提供"
    ),
    "INAPPLICABLE": _compared(
        "写的是 {不适用: 理由}", "it is said not to apply, with a reason", "方案.附件 注明不适用"
    ),
    "AT": _compared(
        "在一个日期起的期间之内", "within a period from a day", "方案.印发日期 在 方案.方案审议.审议日期 起 30 日 内"
    ),
    "FROM": _compared(
        "期间从哪一天起算，当天不计入；也写在“生效”的日期后面",
        "where a period begins; that day is not counted",
        "方案.印发日期 在 方案.方案审议.审议日期 起 10 个工作日 内",
    ),
    "WITHIN": _compared(
        "期间的结尾，最后一日包括在内，遇休息日顺延",
        "ends a period; its last day is within",
        "方案.备案.报备日期 在 方案.印发日期 起 30 日 内",
    ),
}

_LISTS: Mapping[str, Explained] = {
    "EVERY": _compared(
        "清单里个个成立；空的清单成立",
        "all elements of a list; holds of an empty one",
        "每个 源 于 方案.数据资源 满足 源.更新频率 已载明",
    ),
    "SOME": _compared(
        "清单里至少一个成立；空的清单不成立",
        "at least one element of a list",
        "存在 品 于 方案.产品和服务 满足 品.是否免费",
    ),
    "NONE": _compared(
        "清单里一个都不成立；空的清单成立", "no element of a list", "没有 品 于 方案.产品和服务 满足 品.形式 未载明"
    ),
    "OF": _compared("后面写清单", "the list follows", "每个 源 于 方案.数据资源 满足 源.名称 已载明"),
    "SATISFY": _compared(
        "后面写每个元素的条件；几个条件用括号括在一起",
        "the condition on the elements follows",
        "每个 源 于 方案.数据资源 满足 （源.名称 已载明 且 源.范围 已载明）",
    ),
    "TAKE": _compared(
        "函数从每个元素取什么值",
        "the value that a function takes of each element",
        "唯一（源 于 方案.数据资源 取 源.编号）",
    ),
    "ALLOF": _compared(
        "所列各项都成立",
        "all that is listed holds",
        "下列全部\n  （一）方案.总体目标 已载明\n  （二）方案.主要任务 已载明",
    ),
    "ANYOF": _compared(
        "所列各项有一个成立",
        "one of what is listed holds",
        "下列之一\n  （一）方案.授权期限.期限 已载明\n  （二）方案.授权期限.终止日 已载明",
    ),
    "NONEOF": _compared(
        "所列各项一个都不成立",
        "nothing that is listed holds",
        "下列均非\n  （一）方案.是否排他\n  （二）方案.公平竞争.是否有排他条款",
    ),
    "TRUE": _compared(
        "是否字段的值；是否字段本身就是条件，通常不用写",
        "the value of a flag, which is a condition by itself",
        "方案.公平竞争.是否有排他条款 为 是",
    ),
    "FALSE": _compared(
        "是否字段的值；也可以写“非”加字段",
        "the value of a flag; not before the field says the same",
        "方案.公平竞争.是否有排他条款 为 否",
    ),
}

CONDITIONS: Mapping[str, Explained] = {**_CONNECTIVES, **_RELATIONS, **_LISTS}
"""Every keyword of conditions by the name that the grammar has for it."""

AT_LEAST = Explained(
    "所列各项至少有几项成立；数可以换",
    "at least so many of what is listed hold; any number",
    "应当 下列至少 2 项\n  （一）方案.总体目标 已载明\n  （二）方案.主要任务 已载明\n  （三）方案.量化目标 已载明",
)
"""The word that has a number in it."""

FUNCTIONS: Mapping[str, Explained] = {
    "due_date": _compared(
        "期间的最后一日，遇休息日顺延",
        "the last day of a period, moved on from a day of rest",
        "方案.授权期限.终止日 不晚于 届满日（方案.授权期限.起始日，5 年）",
    ),
    "working_days": _compared(
        "两日之间的工作日",
        "the working days between two days",
        "工作日数（方案.方案审议.审议日期，方案.印发日期） 不超过 20",
    ),
    "year_of": _compared("日期的年份", "the year of a day", "年度（方案.印发日期） 不少于 2025"),
    "absolute": _compared(
        "绝对值，不分正负",
        "a number without its sign",
        "绝对值（方案.数据基础.提供单位数 - 数量（方案.数据提供单位）） 为 0",
    ),
    "length": _compared("文本有几个字", "how many characters a text has", "长度（方案.授权运营名称） 不超过 40"),
    "count": _compared(
        "清单里有几个，可以先挑选",
        "how many elements a list has, or those that meet a condition",
        "数量（品 于 方案.产品和服务 满足 品.是否免费） 不少于 1",
    ),
    "sum": _compared(
        "清单里各个值的和", "the sum of values", "合计（份 于 方案.收益分配.分配比例 取 份.比例） 为 100%"
    ),
    "largest": _compared(
        "清单里最大的值", "the largest value", "最大（份 于 方案.收益分配.分配比例 取 份.比例） 不超过 70%"
    ),
    "smallest": _compared(
        "清单里最小的值", "the smallest value", "最小（份 于 方案.收益分配.分配比例 取 份.比例） 超过 0%"
    ),
    "average": _compared(
        "清单里各个值的平均", "the average of values", "平均（份 于 方案.收益分配.分配比例 取 份.比例） 不超过 50%"
    ),
    "unique": _compared(
        "清单里的值互不相同", "whether no two values are the same", "唯一（源 于 方案.数据资源 取 源.编号）"
    ),
    "lacking": Explained(
        "只在消息里用：没有写的字段的名称",
        "in messages only: the names of fields that are not stated",
        "违反时 “没有写：{缺项（方案.总体目标，方案.主要任务）}”",
    ),
}
"""Every function by its English name."""
