"""The tokens that a parser would have taken become a short list in the author's words."""

from __future__ import annotations

from pdo_policy.language.keywords import KEYWORDS, spelled

_READABLE = {
    "STRING": ("“文字”", "“text”"),
    "RULE_ID": ("规则编号", "a rule id"),
    "NAME": ("名称", "a name"),
    "PATH": ("字段", "a field"),
    "QNAME": ("「名称」", "「name」"),
    "BOOK": ("《文件》", "《instrument》"),
    "CLAUSE": ("第…条", "第…条"),
    "NUMBER": ("数", "a number"),
    "DATE": ("日期", "a date"),
    "DURATION": ("期间", "a period"),
    "ITEM": ("（一）", "（一）"),
    "POINT": ("1.", "1."),
    "DEFEQ": (":=", ":="),
    "_LPAR": ("（", "("),
    "_RPAR": ("）", ")"),
    "_LSQB": ("【", "["),
    "_RSQB": ("】", "]"),
    "_COMMA": ("，", ","),
    "_COLON": ("：", ":"),
    "_ATRB": ("〕", "]"),
}
_ORDER = (
    "RULE_ID", "STRING", "BOOK", "PATH", "NAME", "ITEM", "POINT", "STATED", "IS", "OF", "SATISFY", "THEN", "WITHIN",
    "_RPAR", "_RSQB", "_ATRB", "DEFEQ", "AND", "OR", "MUST", "WHEN", "CITE", "SUBJECT", "END", "CLAUSE", "DATE",
    "NUMBER",
)  # fmt: skip
_MOST_SHOWN = 6


def expectations(tokens: frozenset[str]) -> dict[str, str]:
    """The fact `expected` in both languages: what might have stood there, the likeliest first, and not many of them."""

    def rank(token: str) -> tuple[int, str]:
        return (_ORDER.index(token) if token in _ORDER else len(_ORDER), token)

    shown = [token for token in sorted(tokens, key=rank) if token in KEYWORDS or token in _READABLE]
    zh = [spelled(token, "zh") if token in KEYWORDS else _READABLE[token][0] for token in shown[:_MOST_SHOWN]]
    en = [spelled(token, "en") if token in KEYWORDS else _READABLE[token][1] for token in shown[:_MOST_SHOWN]]
    return {"expected": "、".join(zh), "expected_en": ", ".join(en)}
