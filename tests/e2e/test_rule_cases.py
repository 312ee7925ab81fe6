"""`rules test` and `rules mutate` as their users meet them: exit codes, what is printed, JSON, JUnit."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from pdo_policy import Source, api, cli
from pdo_policy.reporters.trace_as_text import render_trace_text
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

RULES = """规则 T-GOAL “写明目标”
  依据 《实施规范》第八条
  对象 方案
  应当 方案.页数 不少于 3
  违反时 “只有{方案.页数}页”
完
"""
BASE = "kind: plan\ndossier: D1\nid: P1\ntitle: 方案\nstatus: issued\npages: 3\n"
HEAD = "base: base.yaml\ncases:\n"
MET = "  - {rule: T-GOAL, name: 三页, expect: satisfied}\n"
REST = """  - {rule: T-GOAL, name: 两页, expect: violated, change: {plan: {/pages: 2}}, at: /pages, message: 只有2页}
  - {rule: T-GOAL, name: 未知, expect: undetermined, change: {plan: {/pages: null}}}
"""
UNMET = "  - {rule: T-GOAL, name: 一页, expect: satisfied, change: {plan: {/pages: 1}}}\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


def book(folder: Path, cases: str = MET + REST, **files: str) -> Path:
    root = small(folder, RULES)
    for name, text in {"base.yaml": BASE, "rules.cases.yaml": HEAD + cases, **files}.items():
        (root / name).write_text(text, "utf-8")
    return root


def why(root: Path, **changed: Any) -> str:
    """What `why` says of the rule and the document that the cases start from, with these fields changed."""
    document = {**dict(line.split(": ") for line in BASE.splitlines()), **changed}
    text = json.dumps(document, ensure_ascii=False, indent=1)
    given = api.why("T-GOAL", Source("plan.json", text), as_of=date(2026, 6, 1), rulebook=load(root))
    return render_trace_text(given, "zh")


def indented(text: str) -> str:
    return "".join(f"      {line}\n" for line in text.splitlines())


# ---------------------------------------------------------------------- rules test


def test_cases_that_are_all_met_are_counted_with_what_they_show(run: Run, tmp_path: Path) -> None:
    code, out, err = run("rules", "test", "--rulebook", book(tmp_path))
    assert (code, err) == (0, "")
    assert out == (
        "3 个案例，0 个不符\n案例显示的：结论 3/3 (100.0%)，条件成立和不成立 1/1 (100.0%)，列举的项单独起作用 0/0\n"
    )


def test_a_case_that_is_not_met_tells_what_was_expected_and_why_it_came_otherwise(run: Run, tmp_path: Path) -> None:
    root = book(tmp_path, MET + UNMET)
    code, out, err = run("rules", "test", "--rulebook", root)
    assert (code, err) == (1, "")
    assert out == (
        f"不符 {root.as_posix()}/rules.cases.yaml:4 T-GOAL 一页\n"
        "    期望 satisfied，得到 violated\n"
        "    理由：/pages：只有1页\n"
        f"{indented(why(root, pages=1))}"
        "\n"
        "2 个案例，1 个不符\n"
        "案例显示的：结论 1/3 (33.3%)，条件成立和不成立 1/1 (100.0%)，列举的项单独起作用 0/0\n"
        "\n"
        "没有案例显示的 2 处：\n"
        f"  {root.as_posix()}/rules.pdl:1:1 T-GOAL 没有得到过 undetermined\n"
        f"  {root.as_posix()}/rules.pdl:1:1 T-GOAL 没有得到过 violated\n"
    )


def test_the_same_is_told_in_english(run: Run, tmp_path: Path) -> None:
    _, out, _ = run("rules", "test", "--rulebook", book(tmp_path, MET + UNMET), "--lang", "en")
    own = re.sub(r"只有1页|一页|“[^”]*”|^ {6}.*$", "", out, flags=re.MULTILINE)
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", own), own
    assert "2 cases, 1 failed\n" in out
    assert "never ended in violated" in out


def test_the_json_holds_every_case_and_the_coverage(run: Run, tmp_path: Path) -> None:
    root = book(tmp_path, MET + UNMET)
    code, out, _ = run("rules", "test", root, "--rulebook", root, "-f", "json")
    data = json.loads(out)
    assert code == 1
    assert (data["failed"], [row["passed"] for row in data["cases"]]) == (1, [True, False])
    assert data["cases"][1] == {
        "file": f"{root.as_posix()}/rules.cases.yaml",
        "line": 4,
        "rule": "T-GOAL",
        "name": "一页",
        "expected": "satisfied",
        "actual": "violated",
        "passed": False,
        "failure": "期望 satisfied，得到 violated",
        "reasons": ["/pages：只有1页"],
        "why": why(root, pages=1).splitlines(),
    }
    assert data["coverage"]["verdicts"] == {"shown": 1, "total": 3}
    assert data["coverage"]["unshown"][0] == {
        "home": "T-GOAL",
        "file": f"{root.as_posix()}/rules.pdl",
        "line": 1,
        "column": 1,
        "what": "no-verdict",
        "text": "undetermined",
    }


def test_junit_is_written_beside_what_is_printed(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "cases.xml"
    code, out, _ = run("rules", "test", "--rulebook", book(tmp_path, MET + UNMET), "--junit", target)
    root = ET.parse(target).getroot()  # noqa: S314 - our own text
    assert (code, root.get("tests"), root.get("failures")) == (1, "2", "1")
    assert "2 个案例，1 个不符" in out
    assert run("rules", "test", "--rulebook", book(tmp_path), "--junit", tmp_path / "no" / "x.xml")[0] == 2


def test_some_files_are_run_alone(run: Run, tmp_path: Path) -> None:
    more = HEAD.replace("base.yaml", "base.yaml") + UNMET
    root = book(tmp_path, **{"more.cases.yaml": more})
    assert run("rules", "test", root / "rules.cases.yaml", "--rulebook", root)[0] == 0
    assert run("rules", "test", root / "more.cases.yaml", "--rulebook", root)[0] == 1
    assert run("rules", "test", "--rulebook", root)[0] == 1


@pytest.mark.parametrize("cases", ["", "[]"])
def test_no_case_at_all_is_a_wrong_call(run: Run, tmp_path: Path, cases: str) -> None:
    root = book(tmp_path)
    (root / "rules.cases.yaml").write_text(f"cases: {cases or '[]'}\n", "utf-8")
    if not cases:
        (root / "rules.cases.yaml").unlink()
    for command in ("test", "mutate"):
        code, out, err = run("rules", command, "--rulebook", root)
        assert (code, out) == (2, "")
        assert err.startswith("pdo-policy: 没有找到案例。")


def test_files_that_are_not_in_the_notation_are_told_all_together(run: Run, tmp_path: Path) -> None:
    root = book(tmp_path, "  - {rule: T-GOAL, name: 甲}\n", **{"z.cases.yaml": "- 甲\n"})
    code, out, err = run("rules", "test", "--rulebook", root)
    assert (code, out) == (2, "")
    first, *_, last = err.splitlines()
    assert first == f"{root.as_posix()}/rules.cases.yaml:3:5 错误 LAW-F003：/cases/0 缺少“expect”"
    assert last == "pdo-policy: 规则旁边的文件有 2 处错误，没有运行案例。 改正以上各处后再运行。"


# ---------------------------------------------------------------------- rules mutate


def mutants(out: str) -> dict[str, dict[str, Any]]:
    return {row["mutation"]: row for row in json.loads(out)["mutants"]}


def test_every_slip_is_told_by_good_cases(run: Run, tmp_path: Path) -> None:
    code, out, err = run("rules", "mutate", "--rulebook", book(tmp_path))
    assert (code, err) == (0, "")
    assert out == ("T-GOAL  4/4  100.0%\n\n4 处差错：案例分辨 4，说明为等价 0，没有案例分辨 0；得分 100.0%\n")


def test_a_slip_that_no_case_tells_is_shown_with_its_line(run: Run, tmp_path: Path) -> None:
    root = book(tmp_path, MET)
    code, out, err = run("rules", "mutate", "--rulebook", root)
    assert (code, err) == (1, "得分低于 90%\n")
    assert out.startswith(
        f"{root.as_posix()}/rules.pdl:4:6 T-GOAL 没有案例分辨界限差一（3→2）\n"
        "    4 │   应当 方案.页数 不少于 3\n"
        "      │        ^^^^^^^^^^^^^^^^^^\n"
        "      = 补一个能分辨的案例；分辨不了的，在 equivalent-mutants.yaml 里说明 T-GOAL 的"
        ' "bound 3→2: 方案.页数不少于3"\n'
    )
    assert out.endswith("4 处差错：案例分辨 3，说明为等价 0，没有案例分辨 1；得分 75.0%\n")
    assert run("rules", "mutate", "--rulebook", book(tmp_path, MET), "--fail-under", 75)[0] == 0
    assert run("rules", "mutate", "--rulebook", book(tmp_path, MET), "--fail-under", 76)[0] == 1
    english = run("rules", "mutate", "--rulebook", book(tmp_path, MET), "--lang", "en")[1]
    assert english.startswith(f"{root.as_posix()}/rules.pdl:4:6 T-GOAL no case tells a bound one off (3→2)\n")


def test_what_is_explained_does_not_count(run: Run, tmp_path: Path) -> None:
    entry = '  - {rule: T-GOAL, mutation: "bound 3→2: 方案.页数不少于3", reason: 只为测试}\n'
    root = book(tmp_path, MET, **{"equivalent-mutants.yaml": f"equivalent:\n{entry}"})
    code, out, err = run("rules", "mutate", "--rulebook", root)
    assert (code, err) == (0, "")
    assert out.endswith("4 处差错：案例分辨 3，说明为等价 1，没有案例分辨 0；得分 100.0%\n")
    (root / "rules.cases.yaml").write_text(HEAD + MET + REST, "utf-8")
    code, out, err = run("rules", "mutate", "--rulebook", root)
    assert code == 2
    assert out.endswith("得分 100.0%\n")
    assert f"{root.as_posix()}/equivalent-mutants.yaml:2:30 错误 CASE-008 [T-GOAL]" in err


def test_the_json_tells_what_becomes_of_each_slip(run: Run, tmp_path: Path) -> None:
    root = book(tmp_path, MET)
    code, out, _ = run("rules", "mutate", "T-GOAL", "--rulebook", root, "-f", "json")
    data = json.loads(out)
    assert code == 1
    assert data["total"] == {"total": 4, "told": 3, "equivalent": 0, "survived": 1}
    assert data["scores"] == {"T-GOAL": data["total"]}
    found = mutants(out)
    assert found["bound 3→2: 方案.页数不少于3"] == {
        "rule": "T-GOAL",
        "mutation": "bound 3→2: 方案.页数不少于3",
        "kind": "bound",
        "file": f"{root.as_posix()}/rules.pdl",
        "line": 4,
        "column": 6,
        "standing": "survived",
        "told_by": None,
        "reason": "",
    }
    told = found["inclusive ge→gt: 方案.页数不少于3"]
    assert (told["standing"], told["told_by"]["name"]) == ("told", "三页")


def test_slips_are_made_only_where_the_cases_are_met(run: Run, tmp_path: Path) -> None:
    code, out, err = run("rules", "mutate", "--rulebook", book(tmp_path, MET + UNMET))
    assert (code, out) == (2, "")
    assert err.startswith("pdo-policy: 有 1 个案例不符。 先运行 pdo-policy rules test")


def test_an_unknown_rule_has_its_nearest(run: Run, tmp_path: Path) -> None:
    code, out, err = run("rules", "mutate", "T-GAOL", "--rulebook", book(tmp_path))
    assert (code, out) == (2, "")
    assert err == "pdo-policy: 规则库没有规则“T-GAOL”。 最接近的是：T-GOAL；看全部：pdo-policy rules list\n"
