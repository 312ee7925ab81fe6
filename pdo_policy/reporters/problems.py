"""What is wrong with rules, with files beside them or with a call becomes text, with its place and what to do."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pdo_policy.errors import FormError, RulebookError, UsageError
from pdo_policy.reporters.excerpt import excerpt
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording import usage, worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.errors import PolicyError, Problem
    from pdo_policy.wording import Message

_SEVERITIES = {"error": ("错误", "error"), "warning": ("警告", "warning")}


def fault_text(error: PolicyError, lang: str = "zh") -> str:
    """All that an exception of ours holds, in words, as lines.

    Args:
        error: as `check`, `load_rulebook` and the others raise it.
        lang: `zh` or `en`.

    Returns:
        Each problem with its place, the line it stands on and what to do; then what it comes to.
    """
    if isinstance(error, UsageError):
        return usage_text(error.code, error.facts, lang)
    if not isinstance(error, RulebookError | FormError):
        return str(error)
    summary = "broken-rulebook" if isinstance(error, RulebookError) else f"broken-{error.about}"
    told = [problem_text(problem, lang) for problem in error.problems]
    return "\n\n".join([*told, usage_text(summary, {"count": str(len(told))}, lang)])


def usage_text(code: str, facts: Mapping[str, str], lang: str) -> str:
    """One line: what is wrong with a call, and what to write instead."""
    words = worded(usage.MESSAGES, code, facts, lang)
    # What was typed may hold anything, and a terminal obeys some of it.
    return one_line(words.headline + (f" {words.fix}" if words.fix else ""))


def problem_text(problem: Problem, lang: str, severity: str = "error") -> str:
    """A problem as text: place, code, what was found, the line with an underline, and one suggestion."""
    facts = {name: one_line(value) or "—" for name, value in problem.facts.items()}
    words = worded(_problems(), problem.code, facts, lang)
    code = "-".join(problem.code.split("-")[:2])
    kind, hint = _SEVERITIES[severity][lang == "en"], "hint" if lang == "en" else "提示"
    colon = ": " if lang == "en" else "："
    if problem.span is None:
        return f"{kind} {code}{colon}{words.headline}\n  = {hint}{colon}{words.fix}"
    first = problem.span.first
    within = f" [{problem.within}]" if problem.within else ""
    lines = [
        f"{one_line(problem.span.source.name)}:{first.line}:{first.column} {kind} {code}{within}{colon}{words.headline}"
    ]
    lines.extend(excerpt(problem.span))
    lines.append(f"      = {hint}{colon}{words.fix}")
    return "\n".join(lines)


@cache
def _problems() -> Mapping[str, Message]:
    """The words of every problem; they are many, and wanted only where there is a problem."""
    from pdo_policy.wording import (  # noqa: PLC0415 - see above
        configuration,
        determinations,
        disposition,
        law,
        lint,
        rulebook,
        testing,
    )

    return {
        **rulebook.MESSAGES,
        **law.MESSAGES,
        **lint.MESSAGES,
        **testing.MESSAGES,
        **determinations.MESSAGES,
        **disposition.MESSAGES,
        **configuration.MESSAGES,
    }
