"""Clauses, rules and cases become the coverage matrix: a row for each clause of each instrument."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pdo_policy.law.coverage import matrix
from pdo_policy.law.instruments import CLASSES
from pdo_policy.pages.markdown import plain, table
from pdo_policy.wording.law_listing import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.law.coverage import Row
    from pdo_policy.rulebook.compiled import Rulebook


def coverage_page(book: Rulebook, cases: Mapping[str, int], lang: str = "zh", rules: str = "") -> str:
    """The matrix clause × how checked × rules × cases, in Markdown, with the counts above it.

    Args:
        book: the rulebook.
        cases: how many cases each rule has.
        lang: `zh` or `en`.
        rules: the folder of the rules' pages as seen from this one, with a slash; empty for no links.
    """
    rows = matrix(book.manifest.instruments, book.rules_by_clause)
    parts = [f"# {said('matrix', lang, title=book.manifest.title)}\n", _totals(rows, lang)]
    for instrument in book.manifest.instruments:
        own = [row for row in rows if row.instrument is instrument]
        parts.append(f"## 《{plain(instrument.title)}》\n")
        head = [said(f"matrix_{name}", lang) for name in ("clause", "summary", "class", "rules", "cases")]
        parts.append(table(head, (_row(row, cases, lang, rules) for row in own)))
    return "\n".join(parts)


def cases_of(row: Row, cases: Mapping[str, int]) -> int:
    """How many cases the rules on a clause have between them."""
    return sum(cases.get(name, 0) for name in row.rules)


def _totals(rows: tuple[Row, ...], lang: str) -> str:
    counted = Counter((row.instrument.id, row.clause.check) for row in rows)
    instruments = list({row.instrument.id: row.instrument for row in rows}.values())
    head = [said("matrix_instrument", lang), *(said(name, lang) for name in CLASSES), said("matrix_total", lang)]
    body = [
        [
            f"《{plain(one.short)}》",
            *(str(counted[one.id, name]) for name in CLASSES),
            str(sum(counted[one.id, name] for name in CLASSES)),
        ]
        for one in instruments
    ]
    every = [str(sum(counted[one.id, name] for one in instruments)) for name in CLASSES]
    return table(head, [*body, [said("matrix_total", lang), *every, str(len(rows))]])


def _row(row: Row, cases: Mapping[str, int], lang: str, rules: str) -> list[str]:
    clause = row.clause
    named = "、".join(f"[{name}]({rules}{name}.md)" if rules else name for name in row.rules)
    rest = [plain(text) for text in (clause.question, clause.reason) if text]
    count = str(cases_of(row, cases)) if row.rules else ""
    return [
        plain(clause.name),
        plain(clause.summary),
        said(clause.check, lang),
        "；".join([named, *rest] if named else rest),
        count,
    ]
