"""A parse tree of the grammar becomes the records of `syntax`; literals get their values here."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pdo_policy.language import syntax as s
from pdo_policy.language.literals import chinese_number, duration, money, percentage, unquoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.source import Source

ParseNode = Any
"""A tree or token of the parser; its type stays behind the one door of `language.parse`."""

_RELATIONS = {
    "IS": "eq", "ISNOT": "ne", "GE": "ge", "LE": "le", "GT": "gt", "LT": "lt",
    "BEFORE": "before", "NOTBEFORE": "not_before", "AFTER": "after", "NOTAFTER": "not_after",
}  # fmt: skip
_SYMBOLS = {
    ">=": "ge", "≥": "ge", "<=": "le", "≤": "le", ">": "gt", "<": "lt", "=": "eq", "==": "eq", "!=": "ne", "≠": "ne",
}  # fmt: skip
_HEADS = {"ALLOF": "all", "ANYOF": "any", "NONEOF": "none", "ATLEASTOF": "at_least"}
_PRESENCE = {
    "STATED": "stated", "NOTSTATED": "not_stated", "SUPPLIED": "supplied", "NOTSUPPLIED": "not_supplied",
    "INAPPLICABLE": "inapplicable",
}  # fmt: skip


class BadLiteralError(Exception):
    """A literal that looks right and has no value: 2025-02-30."""

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(text)
        self.text, self.start, self.end = text, start, end


class TooDeepError(Exception):
    """Conditions within conditions beyond `DEEPEST`."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(start)
        self.start, self.end = start, end


DEEPEST = 60
"""How many expressions may stand within each other: far more than a person can follow."""


class Builder:
    """Makes the records of one item.

    Args:
        source: the file.
        offset: where the parsed piece begins in the file.
        template: turns the text of a message, with its place, into a `Template`; given from outside because holes are
            parsed by the same grammar.
    """

    def __init__(self, source: Source, offset: int, template: Callable[[str, int], s.Template]) -> None:
        self.source = source
        self.offset = offset
        self.template = template
        self._depth = 0

    def place(self, node: ParseNode) -> tuple[int, int]:
        """The offsets of a tree or token in the file."""
        return node.start_pos + self.offset, node.end_pos + self.offset

    def name(self, node: ParseNode) -> s.Name:
        """A name from a token or from a `name` tree."""
        token = node.children[0] if hasattr(node, "children") else node
        return s.Name(str(token).strip("「」"), *self.place(token))

    def text(self, token: ParseNode) -> s.Literal:
        """A text literal from a STRING token."""
        return s.Literal("text", unquoted(str(token)), *self.place(token))

    def message(self, token: ParseNode) -> s.Template:
        """A message from a STRING token."""
        start, _ = self.place(token)
        return self.template(str(token), start)

    def day(self, token: ParseNode) -> date:
        """The date of a DATE token.

        Raises:
            BadLiteralError: there is no such day.
        """
        year, month, dom = (int(part) for part in re.findall(r"[0-9]+", str(token)))
        try:
            return date(year, month, dom)
        except ValueError as error:
            start, end = self.place(token)
            raise BadLiteralError(str(token), start, end) from error

    # ------------------------------------------------------------------ expressions

    def expr(self, node: ParseNode) -> s.Expr:
        """A condition or an operand."""
        kind = str(node.data)
        make = getattr(self, f"_{kind}", None)
        if make is None:
            message = f"the grammar has a node that the builder does not know: {kind}"
            raise AssertionError(message)
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeepError(*self.place(node))
        built: s.Expr = make(node, *self.place(node))
        self._depth -= 1
        return built

    def _string(self, node: ParseNode, start: int, end: int) -> s.Literal:
        return s.Literal("text", unquoted(str(node.children[0])), start, end)

    def _number(self, node: ParseNode, start: int, end: int) -> s.Literal:
        return s.Literal("number", Decimal(str(node.children[0]).replace("_", "")), start, end)

    def _percent(self, node: ParseNode, start: int, end: int) -> s.Literal:
        return s.Literal("percentage", percentage(str(node.children[0])), start, end)

    def _money(self, node: ParseNode, start: int, end: int) -> s.Literal:
        return s.Literal("money", money(str(node.children[0])), start, end)

    def _date(self, node: ParseNode, start: int, end: int) -> s.Literal:
        return s.Literal("date", self.day(node.children[0]), start, end)

    def _duration(self, node: ParseNode, start: int, end: int) -> s.Literal:
        return s.Literal("duration", duration(str(node.children[0])), start, end)

    def _true(self, _node: ParseNode, start: int, end: int) -> s.Literal:
        return s.Literal("flag", True, start, end)

    def _false(self, _node: ParseNode, start: int, end: int) -> s.Literal:
        return s.Literal("flag", False, start, end)

    def _path(self, node: ParseNode, start: int, end: int) -> s.Path:
        token = node.children[0]
        at, names = start, []
        for part in re.findall(r"「[^」]*」|[^.]+", str(token)):
            names.append(s.Name(part.strip("「」"), at, at + len(part)))
            at += len(part) + 1
        return s.Path(tuple(names), start, end)

    def _call(self, node: ParseNode, start: int, end: int) -> s.Call:
        name, *rest = node.children
        args = rest[0].children if rest and rest[0] is not None else []
        return s.Call(self.name(name), tuple(self._arg(arg) for arg in args), start, end)

    def _arg(self, node: ParseNode) -> s.Expr | s.Comprehension:
        if str(node.data) != "comprehension":
            return self.expr(node)
        var, _, source, *rest = node.children
        named = {str(rest[i].type): rest[i + 1] for i in range(0, len(rest), 2)}
        where, take = named.get("SATISFY"), named.get("TAKE")
        return s.Comprehension(
            self.name(var),
            self.expr(source),
            self.expr(where) if where is not None else None,
            self.expr(take) if take is not None else None,
            *self.place(node),
        )

    def _list(self, node: ParseNode, start: int, end: int) -> s.ListOf:
        return s.ListOf(tuple(self.expr(child) for child in node.children if child is not None), start, end)

    def _arithmetic(self, op: str, node: ParseNode, start: int, end: int) -> s.Arithmetic:
        return s.Arithmetic(op, self.expr(node.children[0]), self.expr(node.children[-1]), start, end)

    def _add(self, node: ParseNode, start: int, end: int) -> s.Arithmetic:
        return self._arithmetic("+", node, start, end)

    def _sub(self, node: ParseNode, start: int, end: int) -> s.Arithmetic:
        return self._arithmetic("-", node, start, end)

    def _mul(self, node: ParseNode, start: int, end: int) -> s.Arithmetic:
        return self._arithmetic("*", node, start, end)

    def _div(self, node: ParseNode, start: int, end: int) -> s.Arithmetic:
        return self._arithmetic("/", node, start, end)

    def _neg(self, node: ParseNode, start: int, end: int) -> s.Negative:
        return s.Negative(self.expr(node.children[-1]), start, end)

    def _compare(self, node: ParseNode, start: int, end: int) -> s.Compare:
        left, rel, right, *suffix = node.children
        token = rel.children[0]
        op = _SYMBOLS[str(token)] if token.type == "SYMREL" else _RELATIONS[token.type]
        if suffix:
            op = {"ABOVE": "ge", "BELOW": "le"}[suffix[0].type] if op == "eq" else f"{op}+{suffix[0].type.lower()}"
        return s.Compare(op, self.expr(left), self.expr(right), start, end)

    def _within(self, node: ParseNode, start: int, end: int) -> s.Within:
        subject, _, begin, _, period, _ = node.children
        return s.Within(self.expr(subject), self.expr(begin), self.expr(period), start, end)

    def _present(self, node: ParseNode, start: int, end: int) -> s.Presence:
        operand, presence = node.children
        return s.Presence(_PRESENCE[presence.children[0].type], self.expr(operand), start, end)

    def _member(self, op: str, node: ParseNode, start: int, end: int) -> s.Member:
        return s.Member(op, self.expr(node.children[0]), self.expr(node.children[-1]), start, end)

    def _in_(self, node: ParseNode, start: int, end: int) -> s.Member:
        return self._member("in", node, start, end)

    def _not_in(self, node: ParseNode, start: int, end: int) -> s.Member:
        return self._member("not_in", node, start, end)

    def _contains(self, node: ParseNode, start: int, end: int) -> s.Member:
        return self._member("contains", node, start, end)

    def _matches(self, node: ParseNode, start: int, end: int) -> s.Matches:
        return s.Matches(self.expr(node.children[0]), self.text(node.children[-1]), start, end)

    def _conj(self, node: ParseNode, start: int, end: int) -> s.Junction:
        return s.Junction("and", tuple(self.expr(child) for child in node.children[::2]), start, end)

    def _disj(self, node: ParseNode, start: int, end: int) -> s.Junction:
        return s.Junction("or", tuple(self.expr(child) for child in node.children[::2]), start, end)

    def _not_(self, node: ParseNode, start: int, end: int) -> s.Not:
        return s.Not(self.expr(node.children[-1]), start, end)

    def _quantifier(self, op: str, node: ParseNode, start: int, end: int) -> s.Quantifier:
        _, var, _, source, _, body = node.children
        return s.Quantifier(op, self.name(var), self.expr(source), self.expr(body), start, end)

    def _every(self, node: ParseNode, start: int, end: int) -> s.Quantifier:
        return self._quantifier("every", node, start, end)

    def _some(self, node: ParseNode, start: int, end: int) -> s.Quantifier:
        return self._quantifier("some", node, start, end)

    def _none(self, node: ParseNode, start: int, end: int) -> s.Quantifier:
        return self._quantifier("none", node, start, end)

    def _if_(self, node: ParseNode, start: int, end: int) -> s.Conditional:
        parts = [self.expr(child) for child in node.children if hasattr(child, "data")]
        return s.Conditional(parts[0], parts[1], parts[2] if len(parts) > 2 else None, start, end)  # noqa: PLR2004 - 若, 则, 否则

    def _item_list(self, node: ParseNode, start: int, end: int, level: int = 1) -> s.Enumeration:
        head = node.children[0].children[0]
        number = re.search(r"[0-9]+", str(head))
        pairs = zip(node.children[1::2], node.children[2::2], strict=True)
        items = tuple(self._item(marker, item, level) for marker, item in pairs)
        return s.Enumeration(_HEADS[head.type], int(number.group()) if number else 0, level, items, start, end)

    def _point_list(self, node: ParseNode, start: int, end: int) -> s.Enumeration:
        return self._item_list(node, start, end, level=2)

    def _item(self, marker: ParseNode, node: ParseNode, level: int) -> s.Item:
        body, label, message = list(node.children), "", None
        if not hasattr(body[0], "data"):
            label = unquoted(str(body.pop(0)))
        if len(body) > 1:
            message = self.message(body[-1])
        inner = str(marker).strip("（）() .．、")
        number = chinese_number(inner) if level == 1 else int(inner)
        named = s.Name(str(marker), *self.place(marker))
        return s.Item(number, named, label, self.expr(body[0]), message, named.start, self.place(node)[1])
