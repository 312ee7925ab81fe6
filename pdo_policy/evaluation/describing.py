"""A rule becomes what is told of it apart from any case: its words, with names where a case would put values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Severity
from pdo_policy.report import RuleInfo
from pdo_policy.rulebook import ir

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.evaluation.machine import Ready
    from pdo_policy.findings import Citation


def described(versions: Sequence[Ready], cited: Sequence[tuple[Citation, ...]], chapter: str) -> RuleInfo:
    """What a rule is, in the words of its first version with a clause that counts.

    Args:
        versions: of the rule, in the order of time.
        cited: the clauses of each version that count; of one version at least there are some.
        chapter: the part of the rulebook it stands in.
    """
    rule = next(ready.rule for ready, citations in zip(versions, cited, strict=True) if citations)
    why, fix, question = map(unfilled, (rule.texts.reason, rule.texts.remedy, rule.texts.question))
    citations = tuple(dict.fromkeys(citation for found in cited for citation in found))
    return RuleInfo(rule.id, rule.title, Severity(rule.severity), citations, why, fix, question, chapter)


def unfilled(template: ir.Template | None) -> str:
    """The text of a message of no case in particular; an empty text for None."""
    if template is None:
        return ""
    return "".join(part if isinstance(part, str) else _named(part) for part in template.parts)


def _named(hole: ir.Hole) -> str:
    label = _label(hole.node)
    return f"〔{label}〕" if label else "…"


def _label(node: ir.Node | None) -> str:
    match node:
        case None:
            return ""
        case ir.Slot(name=name):
            return name
        case ir.Presumed(node=inner):
            return _label(inner)
        case _:
            return node.label
