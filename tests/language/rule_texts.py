"""Rule files as nobody would write them: right in grammar, odd in layout, with comments wherever one may stand."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from pdo_policy.language.keywords import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Words = list[str]

NAMES = ("甲", "乙", "资源", "x1", "amount", "「存量 平台」", "「文件」", "百", "很长很长很长很长很长的名称")
PATHS = (
    "方案.目标", "方案.审议.审议日期", "plan.goal", "方案.「审 议」.日期", "协议.方案.审议.纪要文号", "甲.是",
    "「甲」.in", "方案.运营机构选择条件.全生命周期管理服务", "方案.文件",
)  # fmt: skip
TEXTS = (
    "没有写目标", "", "写明“名称”，# 不是注释", "{{不是}}空", "a b", "第一条：（一）", "长" * 40,
)  # fmt: skip
LITERALS = (
    "12", "1_000", "3.5", "20%", "80 ％", "5‰", "100元", "1_000 万元", "1.5 亿元", "¥ 5000", "100 USD", "7 CNY",
    "2024-11-01", "2024年1月2日", "5 年", "1 year", "2 months", "30天", "10 工作日", "10 个工作日", "1 working_day",
    "3 days", "6个月",
)  # fmt: skip
CLAUSES = ("第九条第五项", "第十条之一", "第二章要点2", "二（三）", "第九条第(五)项", "第十条至第十二条")
HOLES = (
    "方案.目标", "协议.终止日|年月日", "plan.term | as_written", "数量（方案.资源）", "count(plan.resources)",
    "届满日（甲，5 年）", "due_date(甲,1 year)", "合计（项 于 甲 满足 项.乙 为 是 取 项.丙）|万元",
)  # fmt: skip
FUNCTIONS = ("届满日", "due_date", "数量", "count", "已审议", "唯一", "f")
WORDS = {
    "severity": ("严重", "一般", "提示", "critical", "major", "minor"),
    "burden": ("不成立", "存疑", "fails", "undetermined"),
    "status": ("已核", "待核", "工程约定", "verified", "unverified", "convention"),
    "kind": ("日期", "date", "金额", "money", "方案", "方案.审议", "plan.review"),
}
RELATIONS = ("IS", "IS", "ISNOT", "GE", "LE", "GT", "LT", "BEFORE", "NOTBEFORE", "AFTER", "NOTAFTER")
COMMENTS = ("# 一", "#", "#二 # 三", "# “四", "# 规则 T-X “不是” 完", "# five  ")


class RuleTexts:
    """Makes the words of items at random, and puts them on lines at random.

    Args:
        seed: the same seed gives the same text.
        commented: whether there are comments.
    """

    def __init__(self, seed: int, *, commented: bool = True) -> None:
        self.random = Random(seed)  # noqa: S311 - odd texts, no secrets
        self.packs = self.random.choice(("zh", "en", "zh", "mixed"))
        self.comments = self.random.choice((0.0, 0.02, 0.1)) if commented else 0.0
        self.breaks = self.random.choice((0.05, 0.3))
        self.counter = 0

    # ------------------------------------------------------------------ lines

    def file(self, rules: int) -> str:
        """The text of a file with so many items, and comments in odd places."""
        made = [self.gap(start=True)]
        for _ in range(rules):
            for word in self.item():
                made.extend((word, self.gap(end=word[-1])))
            made.append("\n" * self.random.randrange(1, 4))
        return "".join(made) + self.random.choice(("", "# 末\n", "\n\n# 末") if self.comments else ("", "\n"))

    def gap(self, *, start: bool = False, end: str = "") -> str:
        """White space, sometimes with a comment or several in it; none only behind a bracket or comma."""
        if self.random.random() < self.comments:
            lead = self.random.choice(("", " ", "\n", "\n\n  "))
            more = f"\n{self.random.choice(COMMENTS)}" if self.random.random() < 0.2 else ""
            return f"{lead}{self.random.choice(COMMENTS)}{more}\n{self.random.choice(('', '  ', chr(10)))}"
        if start:
            return ""
        if self.random.random() < self.breaks:
            return self.random.choice(("\n", "\n\t", "\n\n    "))
        return self.random.choice(("", " ") if end in "（([【，,、" else (" ", "  ", "\u3000"))

    # ------------------------------------------------------------------ words

    def keyword(self, token: str) -> str:
        words = KEYWORDS[token]
        pack = self.random.choice(("zh", "en")) if self.packs == "mixed" else self.packs
        return self.random.choice(words.en if pack == "en" else words.zh)

    def pick(self, table: Sequence[str]) -> str:
        return self.random.choice(table)

    def maybe(self, *words: str | Words, chance: float = 0.5) -> Words:
        if self.random.random() >= chance:
            return []
        return [one for word in words for one in ([word] if isinstance(word, str) else word)]

    def several(self, make: Callable[[], Words], most: int = 3, comma: str = "，,、") -> Words:
        made = make()
        for _ in range(self.random.randrange(most)):
            made += [self.random.choice(comma), *make()]
        return made

    def text(self, content: str | None = None) -> str:
        content = self.pick(TEXTS) if content is None else content
        if self.random.random() < 0.4 and '"' not in content:
            return f'"{content}"'
        return f"“{content}”"

    def message(self) -> str:
        parts = [self.pick(TEXTS[:5]) for _ in range(3)]
        return self.text(f"{parts[0]}{{{self.pick(HOLES)}}}{parts[1]}{{{self.pick(HOLES)}}}")

    def name(self) -> str:
        return self.pick(NAMES)

    def variable(self) -> str:
        return self.pick(("源", "x1", "百", "项"))

    def rule_id(self) -> str:
        self.counter += 1
        return f"T-{self.pick(('A', 'LONG-NAME-OF-A-RULE', 'B1'))}-{self.counter}"

    def reference(self) -> Words:
        return self.random.choice((["《实施规范》", self.pick(CLAUSES)], ["《样例（试行）》"], [self.pick(CLAUSES)]))

    def inline(self) -> Words:
        opening = self.random.choice(("〔", "@["))
        return [opening, *self.several(self.reference, comma="，,"), "〕" if opening == "〔" else "]"]

    def period(self) -> Words:
        last = self.maybe(self.keyword("UNTIL"), "2025年12月31日")
        return ["2024-1-1", *self.maybe(self.keyword("FROM")), *last]

    # ------------------------------------------------------------------ operands

    def atom(self, depth: int) -> Words:
        kinds = (
            ("path", "path", "name", "literal", "text", "flag")
            if depth <= 0
            else ("path", "name", "literal", "text", "call", "list", "brackets", "path")
        )
        match self.random.choice(kinds):
            case "path":
                return [self.pick(PATHS)]
            case "name":
                return [self.name()]
            case "literal":
                return [self.pick(LITERALS)]
            case "text":
                return [self.text()]
            case "flag":
                return [self.keyword(self.random.choice(("TRUE", "FALSE")))]
            case "call":
                return [self.pick(FUNCTIONS), *self.bracketed(self.arguments(depth - 1))]
            case "list":
                inside = self.several(lambda: self.sum(0), 5) if self.random.random() < 0.9 else []
                return [self.random.choice("【["), *inside, self.random.choice("】]")]
            case _:
                return self.bracketed(self.condition(depth - 1))

    def bracketed(self, words: Words) -> Words:
        opening = self.random.choice("（(")
        # （百） would be the mark of an item.
        return [f"{opening} " if words == ["百"] else opening, *words, self.random.choice("）)")]

    def arguments(self, depth: int) -> Words:
        if self.random.random() < 0.1:
            return []
        if self.random.random() < 0.3:
            taken = self.maybe(self.keyword("TAKE"), self.sum(depth))
            met = self.maybe(self.keyword("SATISFY"), self.unary(depth))
            return [self.variable(), self.keyword("OF"), *self.sum(0), *met, *taken]
        return self.several(lambda: self.condition(depth) if self.random.random() < 0.2 else self.sum(depth))

    def sum(self, depth: int) -> Words:
        made = self.maybe("-", chance=0.1) + self.atom(depth)
        for _ in range(self.random.randrange(3) if self.random.random() < 0.25 else 0):
            made += [self.random.choice("+-*×/÷"), *self.atom(depth - 1)]
        return made

    # ------------------------------------------------------------------ conditions

    def comparison(self, depth: int) -> Words:
        left = self.sum(depth)
        match self.random.randrange(7):
            case 0:
                relation = self.random.choice(RELATIONS)
                above = self.random.choice(("ABOVE", "BELOW"))
                suffix = self.maybe(self.keyword(above), chance=0.5 if relation == "IS" else 0)
                return [*left, self.keyword(relation), *self.sum(depth), *suffix]
            case 1:
                return [*left, self.pick((">=", "≥", "<=", "≤", "=", "==", "!=", "≠", "<", ">")), *self.sum(depth)]
            case 2:
                at, begin, within = (self.keyword(token) for token in ("AT", "FROM", "WITHIN"))
                return [*left, at, *self.sum(0), begin, *self.sum(0), within]
            case 3:
                return [*left, self.keyword(self.random.choice(("IN", "NOTIN", "CONTAINS"))), *self.sum(depth)]
            case 4:
                return [*left, self.keyword("MATCHES"), self.text("^[0-9]+$")]
            case _:
                token = self.random.choice(("STATED", "NOTSTATED", "SUPPLIED", "NOTSUPPLIED", "INAPPLICABLE"))
                return [*left, self.keyword(token)]

    def unary(self, depth: int) -> Words:
        if depth > 0 and self.random.random() < 0.3:
            kind = self.random.choice(("NOT", "EVERY", "SOME", "NONE"))
            if kind == "NOT":
                return [self.keyword("NOT"), *self.unary(depth - 1)]
            head = [self.keyword(kind), self.variable(), self.keyword("OF"), *self.sum(0)]
            return [*head, self.keyword("SATISFY"), *self.unary(depth - 1)]
        return self.comparison(depth)

    def simple(self, depth: int) -> Words:
        made = self.unary(depth)
        if depth > 0 and self.random.random() < 0.6:
            token = self.random.choice(("AND", "OR"))
            for _ in range(self.random.randrange(1, 5)):
                made += [self.keyword(token), *self.unary(depth - 1)]
        return made

    def condition(self, depth: int) -> Words:
        chance = self.random.random()
        if depth > 0 and chance < 0.2:
            otherwise = self.maybe(self.keyword("ELSE"), self.simple(depth - 1))
            tested = [self.keyword("IF"), *self.simple(depth - 1), self.keyword("THEN"), *self.simple(depth - 1)]
            return [*tested, *otherwise]
        if depth > 0 and chance < 0.5:
            return self.items(depth - 1)
        return self.simple(depth)

    def head(self) -> str:
        english = self.packs == "en"
        fixed = [self.keyword(token) for token in ("ALLOF", "ANYOF", "NONEOF")]
        return self.random.choice([*fixed, "at_least_2_of" if english else self.pick(("下列至少2项", "下列至少 2 项"))])

    def items(self, depth: int) -> Words:
        made = [self.head()]
        for number in range(self.random.randrange(1, 5)):
            made.append(self.random.choice(("（{}）", "({})")).format("一二三四五"[number]))
            made += self.maybe(self.text("标签"), self.random.choice("：:"))
            if depth > 0 and self.random.random() < 0.2:
                made.append(self.head())
                for point in range(self.random.randrange(1, 3)):
                    made += [f"{point + 1}{self.random.choice('.．')} ", *self.said(self.simple(depth - 1))]
            else:
                made += self.said(self.simple(depth))
        return made

    def said(self, words: Words) -> Words:
        return [*words, *self.maybe(self.keyword("REPORT"), self.message())]

    # ------------------------------------------------------------------ clauses and items

    def clause(self, *, exception: bool) -> Words:
        makers: list[tuple[str, Callable[[], Words]]] = [
            ("CITE", lambda: self.several(self.reference, 4, "，,")), ("QUOTE", lambda: [self.text()]),
            ("EFFECTIVE", self.period), ("NOTE", lambda: [self.text()]), ("WHEN", lambda: self.condition(2)),
            ("ON_VIOLATION", lambda: [self.message()]),
        ]  # fmt: skip
        if exception:
            makers += [
                ("UNPROVEN", lambda: [self.pick(WORDS["burden"])]), ("EFFECT", lambda: [self.keyword("EXEMPT")]),
                ("EFFECT", lambda: [self.keyword("REPLACE"), *self.norm()]),
            ]  # fmt: skip
        else:
            makers += [
                ("SUBJECT", lambda: self.several(lambda: [self.name()])), ("BEARER", lambda: [self.name()]),
                ("TIMEPOINT", lambda: self.sum(1)), ("SEVERITY", lambda: [self.pick(WORDS["severity"])]),
                ("PRESUME", self.presumption), ("", self.norm), ("UNLESS", self.unless),
                ("ON_UNKNOWN", lambda: [self.message()]), ("REASON", lambda: [self.message()]),
                ("REMEDY", self.remedy), ("QUESTION", lambda: [self.message()]),
                ("THEN_RULE", lambda: self.several(lambda: [self.rule_id()], 5)),
                ("EVIDENCE", lambda: self.several(lambda: [self.pick((*PATHS, "甲"))], 6)),
            ]  # fmt: skip
        token, make = self.random.choice(makers)
        return [*([self.keyword(token)] if token else []), *make()]

    def norm(self) -> Words:
        kind = self.random.choice(("MUST", "MUSTNOT", "ENCOURAGE", "MAY"))
        proviso = self.maybe(self.keyword("PROVIDED_THAT"), self.condition(2)) if kind == "MAY" else []
        return [self.keyword(kind), *self.condition(3), *proviso]

    def presumption(self) -> Words:
        return [self.pick((*PATHS, "甲")), self.keyword("IS"), *self.sum(1), *self.maybe(self.inline())]

    def unless(self) -> Words:
        burden = self.maybe(self.keyword("UNPROVEN"), self.pick(WORDS["burden"]))
        return [*self.condition(2), *self.maybe(self.inline()), *burden]

    def remedy(self) -> Words:
        return [self.message(), *self.maybe(self.keyword("DUEIN"), self.pick(("30 日", "1个月", "2 years")))]

    def item(self) -> Words:
        match self.random.randrange(8):
            case 0:
                return self.short()
            case 1 | 2:
                over = self.maybe(self.keyword("OVER"), self.several(lambda: [self.rule_id()]))
                targets = [self.keyword("AGAINST"), *self.several(lambda: [self.rule_id()]), *over]
                return [self.keyword("EXCEPTION"), self.rule_id(), self.text(), *targets, *self.body(exception=True)]
            case _:
                return [self.keyword("RULE"), self.rule_id(), self.text(), *self.body(exception=False)]

    def body(self, *, exception: bool) -> Words:
        clauses = [self.clause(exception=exception) for _ in range(self.random.randrange(8))]
        return [*(word for clause in clauses for word in clause), self.keyword("END")]

    def short(self) -> Words:
        cite = self.maybe(self.keyword("CITE"), self.several(self.reference))
        match self.random.randrange(4):
            case 0:
                return [self.keyword("TERM"), self.name(), self.random.choice("：:"), self.text(), *cite]
            case 1:
                tail = [
                    *self.maybe(self.keyword("EFFECTIVE"), self.period()),
                    *self.maybe(self.keyword("STATUS"), self.pick(WORDS["status"])),
                ]
                return [
                    self.keyword("PARAM"),
                    self.name(),
                    self.random.choice((":=", "：=")),
                    *self.sum(1),
                    *cite,
                    *tail,
                ]
            case 2:
                pairs = self.several(lambda: [self.pick(WORDS["kind"]), self.variable()])
                params = self.bracketed(pairs if self.random.random() < 0.8 else [])
                return [self.keyword("PREDICATE"), self.name(), *params, ":=", *self.condition(4), *cite]
            case _:
                return [self.keyword("FINDING"), self.name(), self.text(), self.keyword("BY"), self.name(), *cite]


def rule_text(seed: int, rules: int = 5, *, commented: bool = True) -> str:
    """The text of a file with so many items; the same for the same seed."""
    return RuleTexts(seed, commented=commented).file(rules)
