"""A text for every flaw that reading a value can find."""

from __future__ import annotations

from pdo_policy.values.reading import FLAWS

CODES = {f"schema.{kind}-{flaw}" for kind, flaws in FLAWS.items() for flaw in flaws}

# One text for every flaw, beside those that every kind has.
EXAMPLES = {
    "region": {"empty": " "},
    "date": {
        "no-such-day": "2025-02-30", "year": "1899年", "short-year": "25年3月", "no-year": "3月1日",
        "run-together": "2026116", "lost-zero": "2025.1", "time": "2025-03-01 12:00", "range": "2025年至2027年",
        "vague": "2025年底", "bound": "2025年3月前", "about": "约2025年3月", "remark": "2025年（预计）",
        "contradiction": "2025年（2026年）",
    },
    "duration": {
        "mixed": "1个月10日", "fraction": "半个月", "bare-month": "6月", "date": "2025年", "negative": "-3年",
        "no-unit": "3", "unknown-unit": "24小时", "grouping": "1,20年", "colloquial": "三五年", "vague": "百年",
        "too-large": "9999年", "range": "2-3年", "bound": "3年以上", "about": "约3年", "remark": "3年（含延期）",
        "contradiction": "3年（5年）",
    },
    "money": {
        "per-unit": "1000元/月", "currency": "$100", "free": "免费", "no-unit": "1200", "unknown-unit": "1200块",
        "grouping": "12,00元", "colloquial": "三五万元", "vague": "百万元", "too-large": "9" * 20 + "元",
        "range": "1-2万元", "bound": "超1万元", "about": "约1万元", "remark": "1万元（含税）",
        "contradiction": "1万元（2万元）",
    },
    "percentage": {
        "no-sign": "0.3", "fraction": "1/3", "grouping": "1,20%", "colloquial": "百分之三五", "vague": "百%",
        "too-large": "9" * 20 + "%", "range": "20-30%", "bound": "30%以上", "about": "约30%", "remark": "30%（暂定）",
        "contradiction": "30%（40%）",
    },
    "count": {
        "negative": "-3", "fraction": "1.5个", "unknown-unit": "30天", "grouping": "12,00个", "colloquial": "三五个",
        "vague": "百亿条", "too-large": "9" * 20, "range": "3-5个", "bound": "5个以上", "about": "300个左右",
        "remark": "3个（试点）", "contradiction": "3个（4个）",
    },
    "number": {
        "unknown-unit": "24小时", "grouping": "12,00", "colloquial": "三五", "vague": "百", "too-large": "9" * 20,
        "range": "3-5", "bound": "5以上", "about": "约5", "remark": "3（试点）", "contradiction": "3（4）",
    },
    "flag": {"remark": "是（部分）", "contradiction": "是（否）"},
    "credit_code": {
        "length": "9142", "character": "91420100MI0000023A", "check": "91420100MA0000023B",
        "remark": "91420100MA0000023A（新）", "contradiction": "91420100MA0000023A（11429000MB9000015U）",
    },
}  # fmt: skip
EVERYWHERE = {"unreadable": "好", "too-long": "本" * 101}


def flawed() -> list[tuple[str, str, str]]:
    """Kind, flaw and text."""
    return [(kind, flaw, {**EVERYWHERE, **EXAMPLES[kind]}[flaw]) for kind, flaws in FLAWS.items() for flaw in flaws]
