"""Every clause of the shipped registers can be cited as the tool shows it, and in the ways people write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pdo_policy import bundled
from pdo_policy.errors import RulebookError
from pdo_policy.language import declarations as d
from pdo_policy.language.parse import parse
from pdo_policy.law.load import load_manifest
from pdo_policy.rulebook.citing import Citer
from pdo_policy.rulebook.scope import Names, Scope, Slots
from pdo_policy.source import Source
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from pathlib import Path

    from pdo_policy.errors import Problem
    from pdo_policy.law.manifest import Manifest


def cited(manifest: Manifest, citations: str) -> tuple[tuple[str, ...], list[str]]:
    """The full ids of the clauses that a list of citations means, and the codes of what is wrong with it."""
    source = Source("a.pdl", f"术语 甲：“乙” 依据 {citations}")
    parsed = parse(source)
    assert parsed.problems == (), parsed.problems
    (item,) = parsed.items
    assert isinstance(item, d.TermItem)
    problems: list[Problem] = []
    names = Names({}, {}, {}, {}, {}, frozenset())
    found = Citer(manifest).clauses(Scope(names, source, "甲", problems, Slots(1)), item.cites)
    return found, [problem.code for problem in problems]


def test_a_clause_is_cited_as_it_is_shown() -> None:
    shipped = load_manifest(bundled.rulebook_folder())
    for instrument in shipped.instruments:
        shown = "，".join(clause.display for clause in instrument.clauses.values())
        assert cited(shipped, shown) == (tuple(clause.full_id for clause in instrument.clauses.values()), [])


WAYS = [
    ("《实施规范》第九条第一项", ["norm~art_9__point_1"]),
    ("《实施规范》第九条第（一）项", ["norm~art_9__point_1"]),
    ("《实施规范》第9条（一）", ["norm~art_9__point_1"]),
    ("《27号》第八条，第九条第二项、第三项", ["norm~art_8", "norm~art_9__point_2", "norm~art_9__point_3"]),
    ("《测规〔2025〕27号》第十条之一", ["norm~art_10bis1"]),
    ("《公共数据资源授权运营实施规范（试行）》第十一条第一款，第二款", ["norm~art_11__para_1", "norm~art_11__para_2"]),
    ("《实施规范》第九条第一项至第三项", [f"norm~art_9__point_{number}" for number in (1, 2, 3)]),
    ("《实施规范》第十五条至第十六条", ["norm~art_15", "norm~art_16"]),
    ("《管理办法》第二章要点1", ["draft~chp_2__stmt_1"]),
    ("《管理办法》第二章（起草说明要点1），要点2", ["draft~chp_2__stmt_1", "draft~chp_2__stmt_2"]),
    ("《实施办法》二（一），二（三）", ["outline~outline_2__outline2_1", "outline~outline_2__outline2_3"]),
    ("《实施办法》第一项", ["outline~outline_1"]),
    ("《实施规范》第八条，《管理办法》第六章要点1", ["norm~art_8", "draft~chp_6__stmt_1"]),
    ("《实施规范》第八条，《实施规范》第八条", ["norm~art_8"]),
]


@pytest.mark.parametrize(("citations", "expected"), WAYS, ids=[row[0] for row in WAYS])
def test_the_ways_people_cite(citations: str, expected: list[str], tmp_path: Path) -> None:
    assert cited(load(small(tmp_path)).manifest, citations) == (tuple(expected), [])


NEAR = [
    ("《实施规范》第九条第六项", "第九条第（五）项"),
    ("《实施规范》第九条第十项", "第九条第（五）项"),
    ("《实施规范》第十四条第三项", "第十四条第（二）项"),
    ("《实施规范》第十一条第三款", "第十一条第二款"),
    ("《实施规范》第十七条", "第十六条"),
    ("《管理办法》第二章要点9", "第二章（起草说明要点2）"),
    ("《实施办法》二（八）", "二（三）"),
]


@pytest.mark.parametrize(("citation", "suggestion"), NEAR, ids=[row[0] for row in NEAR])
def test_the_clause_beside_is_suggested(citation: str, suggestion: str, tmp_path: Path) -> None:
    text = f"规则 T-A “样例”\n  依据 {citation}\n  对象 方案\n  应当 方案.目标 已载明\n完"
    with pytest.raises(RulebookError) as caught:
        load(small(tmp_path, text))
    assert [(p.code, p.facts.get("suggestion")) for p in caught.value.problems] == [("PDL-R006", suggestion)]
