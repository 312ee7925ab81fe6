"""The small rulebook with further law and a nameless field: what lints and their examples run on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdo_policy.linting.lint import linted
from tests.rulebooks import INSTRUMENTS, SCHEMAS, load, small

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pdo_policy.errors import Problem

_CLAUSE = INSTRUMENTS["norm"]["clauses"][2]

# A law that has chapters registered as a whole, and a draft that has articles.
FURTHER: Mapping[str, Any] = {
    "sample": {
        **INSTRUMENTS["norm"],
        "id": "sample", "title": "样例办法", "short": "样例办法", "names": [], "number": "",
        "clauses": [{**_CLAUSE, "id": name} for name in ("chp_3", "art_4")],
    },
    "sample-draft": {
        **INSTRUMENTS["draft"],
        "id": "sample-draft", "title": "样例草案（征求意见稿）", "short": "样例草案（征求意见稿）",
        "names": ["样例草案"],
        "numbering": "articles",
        "clauses": [{**_CLAUSE, "id": name} for name in ("art_2",)],
    },
}  # fmt: skip

_PLAN = SCHEMAS["plan"]
NAMELESS = {**_PLAN, "properties": {**_PLAN["properties"], "memo": {"type": "string"}}}
"""The plan's schema with a field `memo` that has no title."""


def folder_for(folder: Path, rules: str | Mapping[str, str], summary: str = "") -> Path:
    """Write the rulebook with these rules under a folder and return its own.

    `summary` is what the register says of 《管理办法》第二章要点1, of which only a summary was seen.
    """
    draft = INSTRUMENTS["draft"]
    first, *others = draft["clauses"]
    seen = {**draft, "clauses": [{**first, "summary": summary or first["summary"]}, *others]}
    return small(folder, rules, instruments={**INSTRUMENTS, **FURTHER, "draft": seen}, schemas={"plan": NAMELESS})


def lints(folder: Path, rules: str | Mapping[str, str], summary: str = "") -> tuple[Problem, ...]:
    """What the linter sees in rules.

    Raises:
        RulebookError: they do not compile.
    """
    return linted(load(folder_for(folder, rules, summary)))
