"""The cases of tests/conformance, written from the specification: each is run through the public functions."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
import yaml

import pdo_policy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.rulebook.compiled import Rulebook

HERE = Path(__file__).parent / "conformance"
FILES = sorted(HERE.glob("*.yaml"))
SCHEMA = json.loads((HERE / "case.schema.json").read_text("utf-8"))

TRUTH = {"成立": "satisfied", "不成立": "violated", "未定": "undetermined"}
VERDICTS = {
    "符合": "satisfied", "不符合": "violated", "待核实": "undetermined", "不适用": "not_applicable", "豁免": "exempt",
    "未采纳": "not_adopted", "出错": "error",
}  # fmt: skip
RULE = "规则 {} “样例”\n  依据 《样例规定》第一条\n  对象 {}\n{}\n完\n"


class Core(yaml.SafeLoader):
    """YAML 1.2: a date is a text."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def written(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=Core)  # noqa: S506 - a safe loader with less in it


CASES: dict[str, dict[str, Any]] = {case["编号"]: case for path in FILES for case in written(path)["案例"]}


@cache
def book_of(rules: str) -> Rulebook:
    with TemporaryDirectory() as folder:
        root = shutil.copytree(HERE / "rulebook", Path(folder) / "rulebook")
        (root / "rules.pdl").write_text(rules, "utf-8")
        return pdo_policy.load_rulebook(root)


def headed(kind: str, number: int, fields: dict[str, Any]) -> dict[str, Any]:
    """A paper with its header: the first of its kind has number 1."""
    letter = {"paper": "M", "annex": "F"}[kind]
    return {"kind": kind, "dossier": "D1", "id": f"{letter}{number}", **fields}


def papers(case: dict[str, Any]) -> list[pdo_policy.Source]:
    main = case.get("材料", {})
    found = [headed("paper", number, fields) for number, fields in enumerate(listed(main), 1)]
    found += [headed("annex", number, fields) for number, fields in enumerate(case.get("附件", []), 1)]
    texts = [json.dumps(paper, ensure_ascii=False) for paper in found]
    return [pdo_policy.Source(f"{number}.json", text) for number, text in enumerate(texts, 1)]


def listed(papers: Any) -> list[dict[str, Any]]:
    return papers if isinstance(papers, list) else [papers]


def verdicts(case: dict[str, Any], **rules: str) -> dict[str, set[tuple[str, bool]]]:
    """The verdicts of each rule on all its subjects, and whether they are firm; `rules` are C-A and others like it."""
    about = case.get("对象", "材料")
    text = "".join(RULE.format(f"C-{name}", about, clauses) for name, clauses in rules.items()) + case.get("另有", "")
    report = pdo_policy.check(
        *papers(case),
        as_of=date.fromisoformat(case.get("基准日", "2026-01-05")),
        rulebook=book_of(text),
        determinations={name: answer == "是" for name, answer in case.get("认定", {}).items()},
    )
    found: dict[str, set[tuple[str, bool]]] = {}
    for row in report.coverage:
        found.setdefault(row.rule_id, set()).add((row.verdict.value, row.firm))
    return found


def answers(case: dict[str, Any], **rules: str) -> dict[str, str]:
    """The one verdict of each of these rules."""
    found = verdicts(case, **rules)
    return {name: " ".join(verdict for verdict, _ in found[f"C-{name}"]) for name in rules}


@pytest.mark.parametrize("number", [number for number, case in CASES.items() if "条件" in case])
def test_a_condition_holds_or_not_or_is_open(number: str) -> None:
    case = CASES[number]
    expected = TRUTH[case["结果"]]
    opposite = {"satisfied": "violated", "violated": "satisfied", "undetermined": "undetermined"}[expected]
    found = answers(case, A=f"应当 {case['条件']}", NOT=f"不得 （{case['条件']}）")
    assert found == {"A": expected, "NOT": opposite}, case["标题"]


@pytest.mark.parametrize("number", [number for number, case in CASES.items() if "算式" in case])
def test_a_value_is_what_it_is_said_to_be(number: str) -> None:
    case = CASES[number]
    formula, value = case["算式"], case["值"]
    if value == "未定":
        assert answers(case, A=f"应当 {formula} 为 {formula}") == {"A": "undetermined"}, case["标题"]
        return
    least, most = (">=", "<=") if isinstance(value, int) else ("不早于", "不晚于")
    rules = {name: f"应当 {formula} {op} {value}" for name, op in (("A", "为"), ("LEAST", least), ("MOST", most))}
    assert answers(case, **rules) == dict.fromkeys(rules, "satisfied"), case["标题"]


@pytest.mark.parametrize("number", [number for number, case in CASES.items() if "语句" in case])
def test_a_rule_comes_to_its_verdict(number: str) -> None:
    case = CASES[number]
    found = verdicts(case, A=case["语句"])
    expected = case["结论"] if isinstance(case["结论"], dict) else {"C-A": case["结论"]}
    told = {name: {verdict for verdict, _ in rows} for name, rows in found.items()}
    assert {name: told.get(name) for name in expected} == {
        name: {VERDICTS[verdict]} for name, verdict in expected.items()
    }, case["标题"]
    if "确定" in case:
        assert {firm for _, firm in found["C-A"]} == {case["确定"] == "是"}, case["标题"]


# ---------------------------------------------------------------------- the files themselves


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_files_are_in_form(path: Path) -> None:
    errors = jsonschema_rs.Draft202012Validator(SCHEMA).iter_errors(written(path))
    assert [f"{list(error.instance_path)}: {error.message}" for error in errors] == []


def test_there_are_enough_cases_and_no_two_are_the_same() -> None:
    numbers = Counter(case["编号"] for path in FILES for case in written(path)["案例"])
    assert [number for number, count in numbers.items() if count > 1] == []
    asked = Counter(
        json.dumps({key: case[key] for key in case if key not in ("编号", "标题")}, sort_keys=True)
        for case in CASES.values()
    )
    assert [what for what, count in asked.items() if count > 1] == []
    assert len({case["标题"] for case in CASES.values()}) == len(CASES) >= 150


def test_the_readme_tells_every_key_and_file() -> None:
    text = (HERE / "README.md").read_text("utf-8")
    keys: Iterable[str] = (*SCHEMA["properties"], *SCHEMA["$defs"]["Case"]["properties"])
    assert [key for key in keys if f"`{key}`" not in text] == []
    assert [path.name for path in FILES if f"`{path.name}`" not in text] == []
    assert [word for word in (*TRUTH, *VERDICTS) if word not in text] == []
