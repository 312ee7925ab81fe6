"""The page on what is found in papers of the real world: what is found stands in it, with a reason; and the reverse."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from pdo_policy import Verdict, check, load_rulebook

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/real-samples.md").read_text("utf-8")
AS_OF = date(2026, 11, 24)
PAPERS = {
    "方案": "real/wuhan-plan-2025.yaml",
    "范本": "real/csg-agreement-template.yaml",
    "报道": "real/operating-results.yaml",
    "起草": "drafting/implementation_plan.yaml",
}


class Row(NamedTuple):
    """A row of the table of findings."""

    code: str
    papers: tuple[str, ...]
    reason: str


def rows() -> list[Row]:
    table = PAGE.partition("<!-- table: findings -->\n")[2].partition("\n\n")[0]
    cells = [re.fullmatch(r"\| `([\w.-]+)` \| (.+?) \| (.+) \|", line) for line in table.splitlines()[2:]]
    return [Row(cell[1], tuple(cell[2].split("、")), cell[3]) for cell in cells if cell]


ROWS = rows()


@pytest.mark.parametrize(("name", "path"), PAPERS.items(), ids=PAPERS.keys())
def test_what_is_found_is_what_the_page_defends(name: str, path: str) -> None:
    findings = check(ROOT / "samples" / path, as_of=AS_OF).findings
    assert {finding.rule_id for finding in findings} == {row.code for row in ROWS if name in row.papers}


def test_every_row_gives_a_reason_and_none_is_there_twice() -> None:
    table = PAGE.partition("<!-- table: findings -->\n")[2].partition("\n\n")[0]
    assert len({row.code for row in ROWS}) == len(ROWS) == len(table.splitlines()) - 2
    assert [row.code for row in ROWS if len(row.reason) < len("同上") or not set(row.papers) <= set(PAPERS)] == []


@pytest.mark.parametrize("path", PAPERS.values(), ids=PAPERS.keys())
def test_no_rule_blames_a_real_body_or_a_draft(path: str) -> None:
    found = check(ROOT / "samples" / path, as_of=AS_OF)
    assert Verdict.VIOLATED not in {row.verdict for row in found.coverage}


def test_the_rules_that_were_mended_are_rules() -> None:
    named = re.findall(r"`(HB-[A-Z-]+)`", PAGE.partition("## 据此改了的规则")[2])
    assert set(named) <= {rule.id for rule in load_rulebook().program.rules}
    assert len(named) >= 10
