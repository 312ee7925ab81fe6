"""Which slips the cases of a rule tell, and the file that explains those that no case can."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from pdo_policy import bundled, load_rulebook
from pdo_policy.errors import FormError
from pdo_policy.evaluation.machine import machine
from pdo_policy.reporters.problems import problem_text
from pdo_policy.testing import Case, case_files, read_cases
from pdo_policy.testing.equivalents import FILE, read_equivalents, stale
from pdo_policy.testing.mutants import mutated
from pdo_policy.testing.mutating import decisive, tried
from pdo_policy.testing.running import answer, exceptions_to, filed, part_on
from tests.rulebooks import load, plan, small

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

S, V, U = "satisfied", "violated", "undetermined"
RULES = """
判定 够长（方案 案） := 案.页数 不少于 3
规则 T-LONG “甲”
  依据 《实施规范》第八条
  对象 方案
  应当 够长（方案）
完
规则 T-SHORT “乙”
  依据 《实施规范》第八条
  对象 方案
  当 方案.目标 已载明
  应当 非 够长（方案）
完
例外 T-X “丙” 对 T-SHORT
  依据 《实施规范》第十五条
  当 方案.正文 已载明
  效果 豁免
完
"""


def case(rule: str, expect: str, name: str = "", **fields: Any) -> Case:
    document = plan(**fields)
    return Case("x.cases.yaml", rule, name or expect, expect, {"plan": document}, line=7)


LONG = [case("T-LONG", S, pages=3), case("T-LONG", V, pages=2), case("T-LONG", U)]
SHORT = [case("T-SHORT", S, goal="有", pages=1)]


def survivors(folder: Path, *cases: Case, rules: str = RULES) -> list[tuple[str, str]]:
    trials = tried(load(small(folder, rules)), cases)
    return [(trial.mutant.slip.place.home.name, trial.mutant.name) for trial in trials if trial.killer is None]


# ---------------------------------------------------------------------- trying


def test_without_cases_every_slip_survives(tmp_path: Path) -> None:
    book = load(small(tmp_path, RULES))
    trials = list(tried(book, []))
    assert {trial.killer for trial in trials} == {None}
    assert {trial.mutant.slip.place.home.name for trial in trials} == {"够长", "T-LONG", "T-SHORT", "T-X"}


def test_a_slip_is_told_by_a_case_that_is_not_met_with_it(tmp_path: Path) -> None:
    book = load(small(tmp_path, RULES))
    told = 0
    for trial in tried(book, [*LONG, *SHORT]):
        cases = [one for one in (*LONG, *SHORT) if one.rule in trial.mutant.rules]
        altered = machine(mutated(book.program, trial.mutant.slip))
        unmet = [one for one in cases if answer(filed(one, book), book, altered).failure]
        assert trial.killer == (unmet[0] if unmet else None)
        told += trial.killer is not None
    assert told


def test_only_the_cases_of_the_rules_altered_count(tmp_path: Path) -> None:
    homes = {home for home, _ in survivors(tmp_path, *LONG)}
    assert homes == {"T-SHORT", "T-X"}
    assert {home for home, _ in survivors(tmp_path, *SHORT)} == {"够长", "T-LONG", "T-SHORT", "T-X"}


def test_a_predicate_is_told_by_the_cases_of_any_rule_that_calls_it(tmp_path: Path) -> None:
    only_the_second = [case("T-SHORT", S, goal="有", pages=2), case("T-SHORT", V, goal="有", pages=3)]
    assert [name for home, name in survivors(tmp_path, *only_the_second) if home == "够长"] == []


def test_a_missing_case_leaves_its_slip(tmp_path: Path) -> None:
    without_the_bound = [case("T-LONG", S, pages=9), *LONG[1:]]
    kept = [name for home, name in survivors(tmp_path, *without_the_bound) if home == "够长"]
    assert kept == ["bound 3→4: 案.页数不少于3", "inclusive ge→gt: 案.页数不少于3"]


def test_some_homes_are_tried_alone(tmp_path: Path) -> None:
    book = load(small(tmp_path, RULES))
    assert decisive(book, "T-LONG") == {"够长", "T-LONG"}
    assert decisive(book, "T-SHORT") == {"够长", "T-SHORT", "T-X"}
    homes = {trial.mutant.slip.place.home.name for trial in tried(book, LONG, {"T-X"})}
    assert homes == {"T-X"}


def test_the_part_on_a_rule_has_what_makes_it_apply_and_what_attacks_it(tmp_path: Path) -> None:
    text = (
        RULES.replace("  应当 够长（方案）\n", "  应当 够长（方案）\n  后果 T-SHORT\n")
        + "例外 T-Y “丁” 对 T-X\n  依据 《实施规范》第十五条\n  当 方案.期限 已载明\n  效果 豁免\n完\n"
    )
    program = load(small(tmp_path, text)).program
    part = part_on(program, {"T-SHORT"})
    assert ([rule.id for rule in part.rules], [item.id for item in part.exceptions]) == (
        ["T-LONG", "T-SHORT"],
        ["T-X", "T-Y"],
    )
    first = "规则 T-FIRST “戊”\n  依据 《实施规范》第八条\n  对象 方案\n  应当 方案.期限 已载明\n  后果 T-LONG\n完\n"
    longer = load(small(tmp_path, text + first)).program
    assert {rule.id for rule in part_on(longer, {"T-SHORT"}).rules} == {"T-FIRST", "T-LONG", "T-SHORT"}
    alone = part_on(program, {"T-LONG"})
    assert ([rule.id for rule in alone.rules], alone.exceptions) == (["T-LONG"], ())
    assert [item.id for item in exceptions_to(program, program.rules)] == ["T-X", "T-Y"]


# ---------------------------------------------------------------------- the file of equivalents

ENTRY = {"rule": "够长", "mutation": "inclusive ge→gt: 案.页数不少于3", "reason": "只为测试"}


def folder_with(tmp_path: Path, *entries: Mapping[str, str]) -> Path:
    root = small(tmp_path, RULES)
    (root / FILE).write_text(json.dumps({"equivalent": entries}, ensure_ascii=False, indent=1), "utf-8")
    return root


def test_no_file_explains_nothing(tmp_path: Path) -> None:
    assert read_equivalents(small(tmp_path, RULES)) == ()


def test_an_entry_that_is_true_is_no_problem(tmp_path: Path) -> None:
    root = folder_with(tmp_path, ENTRY)
    entries = read_equivalents(root)
    assert [entry[:3] for entry in entries] == [tuple(ENTRY.values())]
    assert list(stale(entries, tried(load(root), [case("T-LONG", S, pages=9)]))) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        pytest.param({}, "CASE-008", id="a case tells by now"),
        pytest.param({"mutation": "inclusive ge→gt: 案.页数不少于4"}, "CASE-007", id="the rule was changed"),
        pytest.param({"rule": "T-GONE"}, "CASE-007", id="the rule is gone"),
    ],
)
def test_an_entry_that_is_not_true_any_more_is_told(tmp_path: Path, changed: dict[str, str], code: str) -> None:
    entry = {**ENTRY, **changed}
    root = folder_with(tmp_path, entry)
    (problem,) = stale(read_equivalents(root), tried(load(root), LONG))
    assert problem.span is not None
    assert (problem.code, problem.span.text) == (code, json.dumps(entry["mutation"], ensure_ascii=False))
    if code == "CASE-008":
        assert "x.cases.yaml 第 7 行“satisfied”" in problem_text(problem, "zh")
        assert "“satisfied”, x.cases.yaml, line 7" in problem_text(problem, "en")


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        pytest.param([ENTRY, {**ENTRY, "reason": "再说一遍"}], "CASE-009", id="twice"),
        pytest.param([{"rule": "够长", "mutation": "x"}], "LAW-F003", id="no reason"),
        pytest.param([{**ENTRY, "reason": ""}], "LAW-F007", id="an empty reason"),
        pytest.param([{**ENTRY, "why": "x"}], "LAW-F004", id="unknown key"),
    ],
)
def test_a_file_that_is_not_in_form_is_told(tmp_path: Path, entries: list[dict[str, str]], code: str) -> None:
    with pytest.raises(FormError) as caught:
        read_equivalents(folder_with(tmp_path, *entries))
    assert [problem.code for problem in caught.value.problems] == [code]


def test_the_schema_of_the_file_is_a_schema() -> None:
    schema = json.loads((bundled.data("schemas") / "mutants.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)


def test_what_the_shipped_rulebook_calls_equivalent_is() -> None:
    """All of them are tried by `make mutate`; here only those that the file names."""
    folder = bundled.rulebook_folder()
    entries = read_equivalents(folder)
    cases = [one for path in case_files(folder) for one in read_cases(path)]
    trials = tried(load_rulebook(), cases, {entry.home for entry in entries})
    assert [problem.facts for problem in stale(entries, trials)] == []
