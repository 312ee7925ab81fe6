"""Words for listing law: how clauses are checked, what of a text was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    "automated": ("由规则检查", "checked by rules"),
    "partial": ("部分由规则检查", "checked by rules in part"),
    "manual": ("由人核对", "left to a person"),
    "not_in_documents": ("材料无法体现", "shown by no paper"),
    "definition": ("定义", "definition"),
    "full": ("条文已见", "text seen"),
    "summary": ("只见概述", "summary seen"),
    "topic": ("只知主题", "only its topic is known"),
    "no_dates": ("施行日期未定", "no date of entry into force"),
    "period": ("{first} 至 {last} 有效", "in force {first} to {last}"),
    "clauses": ("{count} 条款", "{count} clauses"),
    "seen": ("所见：", "seen: "),
    "note": ("说明：", "note: "),
    "rules": ("规则：", "rules: "),
    "question": ("人工核对：", "to be asked: "),
    "reason": ("原因：", "reason: "),
    "total": ("共 {count} 条款：", "{count} clauses: "),
    "matrix": ("条款检查情况：{title}", "Coverage of clauses: {title}"),
    "matrix_instrument": ("文件", "instrument"),
    "matrix_total": ("合计", "all"),
    "matrix_clause": ("条款", "clause"),
    "matrix_summary": ("要求", "what it asks"),
    "matrix_class": ("怎样检查", "how it is checked"),
    "matrix_rules": ("规则；人工核对；原因", "rules; questions; reasons"),
    "matrix_cases": ("案例", "cases"),
    "case_count": ("（{count} 个案例）", "({count} cases)"),
}

said = saying(_WORDS)
"""A word or heading of a listing."""
