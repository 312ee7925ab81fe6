"""A parse tree of an item becomes its record: the clauses of rules and exceptions, and the short items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.language import declarations as d
from pdo_policy.language import syntax as s
from pdo_policy.language.literals import duration

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.language.build import Builder, ParseNode


def built(builder: Builder, node: ParseNode) -> d.RuleFileItem:
    """The record of one item's tree."""
    return _ITEMS[str(node.data)](builder, node)


def _rule(b: Builder, node: ParseNode) -> d.RuleItem:
    _, rule_id, title, *clauses = node.children
    return d.RuleItem(b.source, b.name(rule_id), b.text(title), _clauses(b, clauses[:-1]), *b.place(node))


def _exception(b: Builder, node: ParseNode) -> d.ExceptionItem:
    _, rule_id, title, _, targets, *rest = node.children
    over: tuple[s.Name, ...] = ()
    if getattr(rest[0], "type", "") == "OVER":
        over = tuple(b.name(child) for child in rest[1].children)
        rest = rest[2:]
    named = tuple(b.name(child) for child in targets.children)
    return d.ExceptionItem(
        b.source, b.name(rule_id), b.text(title), named, over, _clauses(b, rest[:-1]), *b.place(node)
    )


def _predicate(b: Builder, node: ParseNode) -> d.PredicateItem:
    trees = {str(child.data): child for child in node.children[1:] if hasattr(child, "data")}
    params = trees["params"].children if "params" in trees else []
    pairs = zip(params[::2], params[1::2], strict=True)
    condition = next(
        child for child in reversed(node.children) if hasattr(child, "data") and str(child.data) not in _NOT_CONDITION
    )
    return d.PredicateItem(
        b.source,
        b.name(trees["name"]),
        tuple((_path(b, kind), b.name(name)) for kind, name in pairs),
        b.expr(condition),
        _cites(b, trees.get("cite")),
        *b.place(node),
    )


_NOT_CONDITION = frozenset({"cite", "params", "name"})


def _path(b: Builder, node: ParseNode) -> s.Path:
    path = b.expr(node)
    assert isinstance(path, s.Path), "the grammar lets only a path stand here"
    return path


def _determination(b: Builder, node: ParseNode) -> d.DeterminationItem:
    _, name, question, _, authority, *cite = node.children
    cites = _cites(b, cite[0] if cite else None)
    return d.DeterminationItem(b.source, b.name(name), b.text(question), b.name(authority), cites, *b.place(node))


def _parameter(b: Builder, node: ParseNode) -> d.ParameterItem:
    _, name, _, value, *rest = node.children
    trees = {str(child.data): child for child in rest if hasattr(child, "data")}
    period, status = trees.get("period"), trees.get("name")
    return d.ParameterItem(
        b.source,
        b.name(name),
        b.expr(value),
        _cites(b, trees.get("cite")),
        _period(b, period) if period is not None else None,
        b.name(status) if status is not None else None,
        *b.place(node),
    )


def _term(b: Builder, node: ParseNode) -> d.TermItem:
    _, name, meaning, *cite = node.children
    return d.TermItem(b.source, b.name(name), b.text(meaning), _cites(b, cite[0] if cite else None), *b.place(node))


_ITEMS: Mapping[str, Callable[[Builder, ParseNode], d.RuleFileItem]] = {
    "rule": _rule,
    "exception": _exception,
    "predicate": _predicate,
    "finding": _determination,
    "param": _parameter,
    "term": _term,
}


# ---------------------------------------------------------------------- clauses


def _clauses(b: Builder, nodes: list[ParseNode]) -> tuple[s.Clause, ...]:
    return tuple(_clause(b, node) for node in nodes)


def _clause(b: Builder, node: ParseNode) -> s.Clause:
    kind = str(node.data)
    token, make = _CLAUSES[kind]
    return s.Clause(token, make(b, node.children), *b.place(node))


def _cites(b: Builder, node: ParseNode) -> tuple[s.CiteRef, ...]:
    return _references(b, node.children) if node is not None else ()


def _references(b: Builder, children: list[ParseNode]) -> tuple[s.CiteRef, ...]:
    return tuple(_reference(b, child) for child in children if hasattr(child, "data"))


def _reference(b: Builder, node: ParseNode) -> s.CiteRef:
    parts = {token.type: str(token) for token in node.children}
    return s.CiteRef(parts.get("BOOK", "").strip("《》"), parts.get("CLAUSE", ""), *b.place(node))


def _period(b: Builder, node: ParseNode) -> s.Period:
    dates = [b.day(token) for token in node.children if token.type == "DATE"]
    return s.Period(dates[0], dates[1] if len(dates) > 1 else None, *b.place(node))


def _unless(b: Builder, children: list[ParseNode]) -> tuple[s.Expr, tuple[s.CiteRef, ...], s.Name | None]:
    condition, policy = b.expr(children[1]), None
    cites: tuple[s.CiteRef, ...] = ()
    for child in children[2:]:
        kind = str(getattr(child, "data", ""))
        if kind == "at_cite":
            cites = _references(b, child.children)
        elif kind == "name":
            policy = b.name(child)
    return condition, cites, policy


def _presumption(b: Builder, children: list[ParseNode]) -> tuple[s.Path, s.Expr, tuple[s.CiteRef, ...]]:
    cites = _references(b, children[4].children) if len(children) > 4 else ()  # noqa: PLR2004 - 推定 path 为 value 〔cite〕
    return _path(b, children[1]), b.expr(children[3]), cites


def _remedy(b: Builder, children: list[ParseNode]) -> tuple[s.Template, tuple[int, str] | None]:
    return b.message(children[1]), duration(str(children[3])) if len(children) > 2 else None  # noqa: PLR2004 - with 限期


def _may(b: Builder, children: list[ParseNode]) -> tuple[s.Expr, s.Expr | None]:
    return b.expr(children[1]), b.expr(children[3]) if len(children) > 2 else None  # noqa: PLR2004 - with its proviso


def _replacement(b: Builder, children: list[ParseNode]) -> s.Clause:
    return _clause(b, children[2])


def _names(b: Builder, children: list[ParseNode]) -> tuple[s.Name, ...]:
    return tuple(b.name(child) for child in children if hasattr(child, "data"))


def _ids(b: Builder, children: list[ParseNode]) -> tuple[s.Name, ...]:
    return tuple(b.name(token) for token in children[1].children)


_CLAUSES: Mapping[str, tuple[str, Callable[[Builder, list[ParseNode]], object]]] = {
    "cite": ("CITE", _references),
    "quote": ("QUOTE", lambda b, c: b.text(c[1])),
    "effective": ("EFFECTIVE", lambda b, c: _period(b, c[1])),
    "note": ("NOTE", lambda b, c: b.text(c[1])),
    "subject": ("SUBJECT", _names),
    "bearer": ("BEARER", lambda b, c: b.name(c[1])),
    "timepoint": ("TIMEPOINT", lambda b, c: b.expr(c[1])),
    "severity": ("SEVERITY", lambda b, c: b.name(c[1])),
    "when": ("WHEN", lambda b, c: b.expr(c[1])),
    "presume": ("PRESUME", _presumption),
    "must": ("MUST", lambda b, c: b.expr(c[1])),
    "must_not": ("MUSTNOT", lambda b, c: b.expr(c[1])),
    "encourage": ("ENCOURAGE", lambda b, c: b.expr(c[1])),
    "may": ("MAY", _may),
    "unless": ("UNLESS", _unless),
    "unproven": ("UNPROVEN", lambda b, c: b.name(c[1])),
    "on_violation": ("ON_VIOLATION", lambda b, c: b.message(c[1])),
    "on_unknown": ("ON_UNKNOWN", lambda b, c: b.message(c[1])),
    "reason": ("REASON", lambda b, c: b.message(c[1])),
    "remedy": ("REMEDY", _remedy),
    "question": ("QUESTION", lambda b, c: b.message(c[1])),
    "entails": ("THEN_RULE", _ids),
    "evidence": ("EVIDENCE", lambda b, c: tuple(_path(b, child) for child in c if hasattr(child, "data"))),
    "effect_exempt": ("EXEMPT", lambda _b, _c: None),
    "effect_replace": ("REPLACE", _replacement),
}
