"""Whether a condition tests nothing but presence: all that a clause may carry whose text nobody saw (charter 2)."""

from __future__ import annotations

from pdo_policy.rulebook import ir


def presence_only(condition: ir.Condition) -> bool:
    """True where every leaf asks only whether something is there, or has its problem already."""
    match condition:
        case ir.Present() | ir.Truth(operand=ir.Const(kind="error")):
            return True
        case ir.And() | ir.Or():
            return all(presence_only(part) for part in condition.parts)
        case ir.Not():
            return presence_only(condition.part)
        case ir.Predicate():
            return presence_only(condition.body)
        case ir.If():
            branches = (condition.test, condition.then, condition.otherwise)
            return all(presence_only(part) for part in branches if part is not None)
        case ir.Quantifier():
            return isinstance(condition.source, ir.Elements) and presence_only(condition.body)
        case ir.Enumeration():
            return condition.op != "at_least" and all(presence_only(item.condition) for item in condition.items)
        case _:
            return False
