"""The reserved words of PDL in both packs, as a table: the grammar names tokens, and only this module spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Spelling(NamedTuple):
    """How a token is written; the first of each pack is the canonical one."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


def _words(zh: str, en: str) -> Spelling:
    return Spelling(tuple(zh.split("/")), tuple(en.split("/")))


KEYWORDS: Mapping[str, Spelling] = {
    # items
    "TERM": _words("术语", "term"),
    "PARAM": _words("参数", "parameter"),
    "PREDICATE": _words("判定", "predicate"),
    "FINDING": _words("认定", "finding"),
    "RULE": _words("规则", "rule"),
    "EXCEPTION": _words("例外", "exception"),
    "END": _words("完", "end"),
    # clauses of an item
    "CITE": _words("依据", "per"),
    "QUOTE": _words("原文", "quote"),
    "SUBJECT": _words("对象", "subject"),
    "BEARER": _words("主体", "bearer"),
    "TIMEPOINT": _words("时点", "governed_on"),
    "EFFECTIVE": _words("生效", "effective"),
    "UNTIL": _words("至", "until"),
    "SEVERITY": _words("严重度", "severity"),
    "WHEN": _words("当", "when"),
    "PRESUME": _words("推定", "presume"),
    "MUST": _words("应当/必须", "must"),
    "MUSTNOT": _words("不得/禁止", "must_not"),
    "MAY": _words("可以", "may"),
    "PROVIDED_THAT": _words("但应当", "provided_that"),
    "ENCOURAGE": _words("鼓励", "encourage"),
    "UNLESS": _words("除非", "unless"),
    "UNPROVEN": _words("未证时", "if_unproven"),
    "ON_VIOLATION": _words("违反时", "on_violation"),
    "ON_UNKNOWN": _words("存疑时", "on_undetermined"),
    "REASON": _words("理由", "reason"),
    "REMEDY": _words("整改", "remedy"),
    "DUEIN": _words("限期", "due_in"),
    "QUESTION": _words("提问", "question"),
    "THEN_RULE": _words("后果", "entails"),
    "EVIDENCE": _words("证据", "evidence"),
    "NOTE": _words("解释", "note"),
    "STATUS": _words("状态", "status"),
    "BY": _words("由", "by"),
    # exceptions
    "AGAINST": _words("对", "against"),
    "OVER": _words("优先于", "over"),
    "EFFECT": _words("效果", "effect"),
    "EXEMPT": _words("豁免", "exempt"),
    "REPLACE": _words("改为", "replace"),
    "REPORT": _words("报", "saying"),
    # connectives
    "AND": _words("且/并且", "and"),
    "OR": _words("或/或者", "or"),
    "NOT": _words("非", "not"),
    "IF": _words("若", "if"),
    "THEN": _words("则", "then"),
    "ELSE": _words("否则", "else"),
    # relations
    "IS": _words("为", "is"),
    "ISNOT": _words("不为", "is_not"),
    "GE": _words("不少于/不低于", "at_least"),
    "LE": _words("不超过/不高于", "at_most"),
    "GT": _words("超过/高于/多于", "more_than"),
    "LT": _words("不满/低于/少于", "less_than"),
    "BEFORE": _words("早于", "before"),
    "NOTBEFORE": _words("不早于", "not_before"),
    "AFTER": _words("晚于", "after"),
    "NOTAFTER": _words("不晚于", "not_after"),
    "ABOVE": _words("以上", "or_more"),
    "BELOW": _words("以下", "or_less"),
    "IN": _words("属于", "in"),
    "NOTIN": _words("不属于", "not_in"),
    "CONTAINS": _words("包含", "contains"),
    "MATCHES": _words("符合格式", "matches"),
    "STATED": _words("已载明", "stated"),
    "NOTSTATED": _words("未载明", "not_stated"),
    "SUPPLIED": _words("已提供", "supplied"),
    "NOTSUPPLIED": _words("未提供", "not_supplied"),
    "INAPPLICABLE": _words("注明不适用", "inapplicable"),
    "AT": _words("在", "at"),
    "FROM": _words("起", "from"),
    "WITHIN": _words("内", "within"),
    # quantifiers, lists, literals
    "EVERY": _words("每个", "every"),
    "SOME": _words("存在", "some"),
    "NONE": _words("没有", "none"),
    "OF": _words("于", "of"),
    "SATISFY": _words("满足", "satisfies"),
    "TAKE": _words("取", "take"),
    "ALLOF": _words("下列全部", "all_of"),
    "ANYOF": _words("下列之一", "any_of"),
    "NONEOF": _words("下列均非", "none_of"),
    "TRUE": _words("是", "true"),
    "FALSE": _words("否", "false"),
}

TOKEN_OF: Mapping[str, str] = {
    spelling: token for token, words in KEYWORDS.items() for pack in words for spelling in pack
}
"""Every spelling of either pack, and the token it stands for."""

ITEM_TOKENS = ("TERM", "PARAM", "PREDICATE", "FINDING", "RULE", "EXCEPTION")
"""The tokens that begin an item; a file is cut at them, so that one broken item costs one message."""

NEAR_MISSES: Mapping[str, str] = {
    miss: right
    for right, misses in (
        # norms and clauses
        ("应当", "应该/应/须/必需/需/需要/务必"),
        ("不得", "不能/不可/不准/不应/不应当/不许/严禁"),
        ("可以", "可/能够/有权"),
        ("鼓励", "提倡/支持"),
        ("除非", "除/除外/例外情形"),
        ("但应当", "但须/但是/但必须"),
        ("当", "适用条件/前提/当且仅当"),
        ("依据", "根据/依照/按照/法律依据"),
        ("对象", "适用对象/检查对象"),
        ("严重度", "级别/严重性/严重程度"),
        ("违反时", "违反/不符合时/违规时/消息"),
        ("存疑时", "存疑/待核实时/未知时"),
        ("整改", "整改措施/整改建议/建议"),
        ("提问", "问题/询问"),
        ("理由", "原因"),
        ("生效", "有效期/施行"),
        ("报", "报告/报错/提示语"),
        ("完", "结束/完毕/止"),
        # connectives
        ("且", "并/和/以及/与/而且/同时/及"),
        ("或", "或是/要么"),
        ("非", "并非/不"),
        ("若", "如果/假如/如/倘若"),
        ("则", "那么/那就"),
        ("否则", "不然/其他情况"),
        # relations
        ("为", "等于/是否/是否为/应为"),
        ("不为", "不是/不等于"),
        ("不少于", "大于等于/大于或等于/至少/最少/不小于"),
        ("不超过", "小于等于/小于或等于/至多/最多/不大于/不多于"),
        ("超过", "大于"),
        ("不满", "小于"),
        ("早于", "之前/先于"),
        ("晚于", "之后/后于"),
        ("属于", "在于/之一"),
        ("包含", "包括/含有/含"),
        ("符合格式", "匹配/格式为"),
        ("已载明", "已填写/已写明/写明/载明/不为空/有值/应写明/应载明/应当写明/应当载明"),
        ("未载明", "为空/缺失/未写明/未填写/没写"),
        ("已提供", "提供"),
        # quantifiers and lists
        ("每个", "所有/每一个/任意/任何/各/全部"),
        ("存在", "任一/有/至少一个/某个"),
        ("没有", "不存在/无"),
        ("满足", "使得/都满足"),
        ("下列全部", "下列所有/以下全部/下列各项/下列内容/以下内容/以下各项/同时满足"),
        ("下列之一", "下列任一/以下之一/下列任意一项"),
        ("下列均非", "下列均不/以下均非/下列都不"),
        ("下列至少 2 项", "下列至少二项/下列至少两项/下列至少一项/下列至少三项/至少满足"),
        # the English pack
        ("must", "shall/should/ought"),
        ("must_not", "cannot/shall_not/forbidden"),
        ("unless", "except"),
        ("on_violation", "message/on_fail/violation"),
        ("at_least", "greater_or_equal/min"),
        ("at_most", "less_or_equal/max"),
        ("more_than", "greater_than/exceeds/over_than"),
        ("less_than", "lower_than/under"),
        ("is", "equals/equal/eq"),
        ("is_not", "isnt/not_equal/ne"),
        ("every", "all/each/forall"),
        ("some", "any/exists"),
        ("none", "no"),
        ("stated", "present/filled/provided"),
        ("not_stated", "missing/empty/absent"),
        ("satisfies", "satisfy/where/such_that"),
        ("and", "plus"),
        ("else", "otherwise"),
        ("end", "done/fi"),
    )
    for miss in misses.split("/")
}
"""Words that people write for a keyword, and the keyword, in the pack the word is of; hints only, never accepted."""

ELSE_MEANT: Mapping[str, str] = {
    **dict.fromkeys(("如果", "假如", "如", "倘若"), "当"),
    **dict.fromkeys(("之后", "后于"), "起"),
    "除外": "除非",
}
"""What some of these words are written for where the keyword cannot stand: 如果 at the beginning of a clause is 当."""

ELSEWHERE: Mapping[str, str] = {
    "文件": "instruments",
    "instrument": "instruments",
    "文书": "documents",
    "document": "documents",
    "引入": "import",
    "import": "import",
    "测试": "cases",
    "test": "cases",
}
"""Words that begin an item in other rule languages; here these things are declared in the manifest or in case files."""


def spelled(token: str, lang: str) -> str:
    """The canonical spelling of a token in the Chinese (`zh`) or English (`en`) pack."""
    words = KEYWORDS[token]
    return words.en[0] if lang == "en" else words.zh[0]
