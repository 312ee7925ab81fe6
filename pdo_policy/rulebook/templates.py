"""Messages are checked and lowered: every hole names something that exists, and every format fits its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.language import syntax as s
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.hints import said
from pdo_policy.rulebook.kinds import Kind
from pdo_policy.rulebook.operands import operand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.rulebook.scope import Scope

FORMATS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    spelling: (names[0], kinds)
    for names, kinds in (
        (("年月日", "full_date"), ("date",)),
        (("年月", "month"), ("date",)),
        (("元", "yuan"), ("money",)),
        (("万元", "ten_thousand_yuan"), ("money",)),
        (("亿元", "hundred_million_yuan"), ("money",)),
        (("百分比", "percent"), ("percentage", "decimal")),
        (
            ("原文", "as_written"),
            ("text", "choice", "flag", "integer", "decimal", "percentage", "money", "date", "duration"),
        ),
    )
    for spelling in names
}
"""The formats of a hole in both languages: the name that evaluation knows it by, and the kinds it can show."""


def template(scope: Scope, written: s.Template, condition: Callable[[Scope, s.Expr], ir.Condition]) -> ir.Template:
    """The record of a message."""
    return ir.Template(
        tuple(part if isinstance(part, str) else _hole(scope, part, condition) for part in written.parts)
    )


def _hole(scope: Scope, hole: s.Hole, condition: Callable[[Scope, s.Expr], ir.Condition]) -> ir.Hole:
    if isinstance(hole.expr, s.Path):
        bound = scope.resolve(hole.expr)
        if bound is None:
            return ir.Hole(None, None, "error", "")
        if isinstance(bound.code, (ir.Slot, ir.Field, ir.Related, ir.Presumed)):
            return ir.Hole(None, bound.code, bound.kind.name, _format(scope, hole, bound.kind.name))
    bound = operand(scope, hole.expr, condition)
    code = None if bound.kind.name == "error" else bound.code
    return ir.Hole(code, None, bound.kind.name, _format(scope, hole, bound.kind.name))  # type: ignore[arg-type]  # an operand


def _format(scope: Scope, hole: s.Hole, kind: str) -> str:
    if not hole.format or kind == "error":
        return ""
    place = s.Name("", hole.start, hole.end)
    if hole.format not in FORMATS:
        zh, en = list(FORMATS)[::2], list(FORMATS)[1::2]
        facts = {"format": hole.format, "formats": "、".join(zh), "formats_en": ", ".join(en)}
        scope.problem("PDL-T017", place, **facts)
        return ""
    name, kinds = FORMATS[hole.format]
    if kind not in kinds:
        scope.problem("PDL-T017-kind", place, format=hole.format, **said(kind=Kind(kind)))
    return name
