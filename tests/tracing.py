"""Rules and papers become explanations: what tests of `why` are written in."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from pdo_policy.api import why
from pdo_policy.reporters.trace_as_text import render_trace_text
from pdo_policy.source import Source
from tests.asking import book_of, rule

if TYPE_CHECKING:
    from pdo_policy.traces import Explanation

AS_OF = date(2026, 1, 5)


def sources(*papers: dict[str, Any] | str) -> list[Source]:
    """Papers as sources: `1.yaml` for a text, `1.json` for data."""
    return [
        Source(f"{number}.yaml", paper)
        if isinstance(paper, str)
        else Source(f"{number}.json", json.dumps(paper, ensure_ascii=False, indent=1))
        for number, paper in enumerate(papers, 1)
    ]


def explained(rules: str, *papers: dict[str, Any] | str, name: str = "T-A", **options: Any) -> Explanation:
    """The explanation of a rule; `rules` is the text of a rulebook, or the body of one rule on a 方案."""
    text = rules if rules.lstrip().startswith(("规则", "例外", "参数", "认定", "判定", "rule")) else rule(rules)
    return why(name, *sources(*papers), rulebook=book_of(text), **{"as_of": AS_OF, **options})


def told(rules: str, *papers: dict[str, Any] | str, name: str = "T-A", **options: Any) -> str:
    """The same as text."""
    return render_trace_text(explained(rules, *papers, name=name, **options), options.get("lang", "zh"))
