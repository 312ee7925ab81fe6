"""The command line as its users meet it: exit codes, streams, formats, and one line for every wrong call."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from pdo_policy import cli
from pdo_policy.cli import output
from pdo_policy.cli.check import check
from tests.rulebooks import small

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PLAN = """kind: implementation_plan
dossier: D
id: P
title: 题
status: 起草中
"""
BROKEN = "规则 T-A “写明”\n  对象 方案\n  应当 方案.目标 已载明\n完\n"
GOAL = "规则 T-GOAL “写明目标”\n  依据 《实施规范》第八条\n  对象 方案\n  严重度 {}\n  应当 {}\n完\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")

    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


def small_rulebook(folder: Path, severity: str = "严重", condition: str = "方案.目标 已载明") -> Path:
    folder.mkdir(exist_ok=True)
    return small(folder, GOAL.format(severity, condition))


def small_plan(folder: Path, text: str = "", name: str = "方案.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"kind: plan\ndossier: D\nid: P\ntitle: 题\nstatus: 已印发\n{text}", "utf-8")
    return path


EXITS = [
    # what is given, --fail-on, the code
    ("goal: 有", "严重", "方案.目标 已载明", None, 0),
    ("", "严重", "方案.目标 已载明", None, 1),
    ("", "一般", "方案.目标 已载明", None, 0),
    ("", "一般", "方案.目标 已载明", "warning", 1),
    ("", "提示", "方案.目标 已载明", "warning", 0),
    ("", "提示", "方案.目标 已载明", "note", 1),
    ("goal: null", "严重", "方案.目标 已载明", None, 0),
    ("goal: null", "严重", "方案.目标 已载明", "note", 0),
    ("goal: null", "严重", "方案.目标 已载明", "undetermined", 1),
    ("", "严重", "方案.目标 已载明", "never", 0),
    ("goal: 有\nzzz: 1", "严重", "方案.目标 已载明", None, 1),
    ("goal: 有\nzzz: 1", "严重", "方案.目标 已载明", "never", 0),
]


@pytest.mark.parametrize(("text", "severity", "condition", "fail_on", "expected"), EXITS)
def test_exit_codes_of_findings(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    text: str,
    severity: str,
    condition: str,
    fail_on: str | None,
    expected: int,
) -> None:
    book = small_rulebook(tmp_path / "r", severity, condition)
    plan = small_plan(tmp_path / "p", text)
    options = ["--fail-on", fail_on] if fail_on else []
    for form in ("text", "json"):
        code, out, err = run("check", plan, "--rulebook", book, "-f", form, *options)
        assert (code, err) == (expected, "")
        assert out


def test_the_gravest_code_wins(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    book = small_rulebook(tmp_path / "r")
    bad = small_plan(tmp_path / "p")
    unreadable = tmp_path / "p" / "坏.yaml"
    unreadable.write_text("a: [", "utf-8")
    assert run("check", bad, "--rulebook", book)[0] == 1
    code, out, _ = run("check", bad, unreadable, "--rulebook", book)
    assert code == 3
    assert "T-GOAL" in out, "a file that cannot be read hides no finding of another"
    assert run("check", unreadable, "--rulebook", book, "--fail-on", "never")[0] == 3
    assert run("check", tmp_path / "nowhere.yaml", "--rulebook", book)[0] == 3
    (tmp_path / "empty").mkdir()
    assert run("check", tmp_path / "empty", "--rulebook", book)[0] == 2
    assert run("check", bad, "--rulebook", book, "--law", "draft")[0] == 2


def test_a_broken_rulebook_is_four(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    folder = tmp_path / "r"
    folder.mkdir()
    code, out, err = run("check", small_plan(tmp_path / "p"), "--rulebook", small(folder, BROKEN))
    assert (code, out) == (4, "")
    assert err.splitlines()[0] == f"{folder.as_posix()}/rulebook/rules.pdl:1:4 错误 PDL-R010 [T-A]：“T-A”没有写依据"
    assert err.splitlines()[-1] == "pdo-policy: 规则库有 1 处错误，没有进行检查。 改正以上各处后再运行。"


def test_a_fault_of_ours_is_five(
    run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("pdo_policy.api.check", fail)
    code, out, err = run("check", small_plan(tmp_path / "p"))
    assert (code, out) == (5, "")
    assert err.startswith("pdo-policy: 程序内部出错")
    assert "Traceback" not in err


WRONG_CALLS = [
    (["check"], "没有写要检查什么", "pdo-policy check 文件或文件夹"),
    (["chek", "x"], "没有命令“chek”", "pdo-policy check"),
    (
        ["zzzzzz"],
        "没有命令“zzzzzz”",
        "baseline、check、completion、config、diff、explain、law、new、packet、rules、schema",
    ),
    (["check", "x", "--failon", "never"], "没有选项“--failon”", "--fail-on"),
    (["check", "x", "--fail-on", "all"], "选项 --fail-on 的值不对", "pdo-policy check --help"),
    (["check", "x", "-f", "xml"], "没有输出格式“xml”", "text、json"),
    (["check", "x", "--as-of", "昨天"], "“昨天”不是日期", "--as-of 2026-03-31"),
    (["check", "x", "--as-of", "2026-02-30"], "日历上没有“2026-02-30”", "--as-of 2026-03-31"),
    (["check", "x", "--law", "all"], "--law 没有“all”这个值", "default、in-force、draft"),
    (["check", "x", "--rulebook", "/nowhere"], "“/nowhere”里没有规则库", "rulebook.yaml"),
    (["explain"], "还缺", "pdo-policy explain --help"),
    (["explain", "qqqqqq"], "没有找到“qqqqqq”", "规则编号"),
    (["law", "27"], "没有代号为“27”的文件", "coverage"),
    (["schema"], "还缺种类", "pdo-policy schema --help"),
    (["schema", "report"], "没有“report”这种文件", "implementation_plan"),
    (["rules", "tset"], "没有命令“tset”", "pdo-policy rules test"),
    (["rules", "test", "/nowhere"], "读不到“/nowhere”", "路径"),
]


@pytest.mark.parametrize(("arguments", "found", "instead"), WRONG_CALLS, ids=[" ".join(a) for a, *_ in WRONG_CALLS])
def test_a_wrong_call_gets_one_line_that_says_what_to_type(
    run: Callable[..., tuple[int, str, str]], arguments: list[str], found: str, instead: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("pdo-policy: ")
    assert err.count("\n") == 1
    assert found in err
    assert instead in err


@pytest.mark.parametrize("arguments", [a for a, *_ in WRONG_CALLS if a[:1] in (["check"], ["explain"], ["law"])])
def test_wrong_calls_are_told_in_english_too(run: Callable[..., tuple[int, str, str]], arguments: list[str]) -> None:
    code, out, err = run(*arguments, "--lang", "en")
    assert (code, out) == (2, "")
    own = re.sub(r"“[^”]*”|名称|[A-Z文件夹路径规则条款词|…]+", "", err)
    assert not re.search(r"[\u4e00-\u9fff]", own.replace("是", "").replace("否", "")), err


def test_several_formats_come_from_one_run(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    book, plan = small_rulebook(tmp_path / "r"), small_plan(tmp_path / "p")
    target = tmp_path / "报告.json"
    code, out, err = run("check", plan, "--rulebook", book, "-f", "text", "-f", f"json:{target}")
    assert (code, err) == (1, "")
    assert out.startswith("结论：")
    report = json.loads(target.read_text("utf-8"))
    assert report["run"]["exit_code"] == 1
    schema = json.loads((ROOT / "schemas/report.schema.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(report)) == []


def test_a_place_that_cannot_be_written_is_told(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    book, plan = small_rulebook(tmp_path / "r"), small_plan(tmp_path / "p")
    code, _, err = run("check", plan, "--rulebook", book, "-f", f"json:{tmp_path}/nowhere/x.json")
    assert code == 2
    assert "无法写入" in err


def test_writing_replaces_a_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_text("old", "utf-8")
    output.write(str(target), "new")
    assert target.read_text("utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_the_date_comes_from_the_environment_or_the_option(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    book, plan = small_rulebook(tmp_path / "r"), small_plan(tmp_path / "p", "goal: 有")
    assert json.loads(run("check", plan, "--rulebook", book, "-f", "json")[1])["run"]["as_of"] == "2026-11-30"
    dated = run("check", plan, "--rulebook", book, "-f", "json", "--as-of", "2025年6月1日")
    assert json.loads(dated[1])["run"]["as_of"] == "2025-06-01"


def test_determinations_answer_what_papers_cannot(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    folder = tmp_path / "r"
    folder.mkdir()
    rules = "认定 已经脱敏 “是否脱敏？” 由 主管部门\n" + GOAL.format("严重", "已经脱敏")
    book, plan = small(folder, rules), small_plan(tmp_path / "p")
    answers = tmp_path / "答复.yaml"

    def asked(entry: str) -> tuple[int, str, str]:
        answers.write_text(f"文件种类: 认定\n认定:\n  {entry}\n", "utf-8")
        return run("check", plan, "--rulebook", book, "-f", "json", "--findings-file", answers)

    given = "认定单位: 数据局, 认定日期: 2026-03-02"
    verdicts = {
        answer: json.loads(asked(f"已经脱敏: {{结论: {answer}, {given}}}")[1])["coverage"][0]["verdict"]
        for answer in ("是", "否", "null")
    }
    assert verdicts == {"是": "satisfied", "否": "violated", "null": "undetermined"}
    code, out, err = asked(f"脱敏了: {{结论: 是, {given}}}")
    assert (code, out) == (2, "")
    assert f"{answers}:3:" in err
    assert "规则库没有名为“脱敏了”的认定" in err
    assert "最接近的是“已经脱敏”" in err
    assert "认定文件有 1 处错误，没有检查" in err
    code, _, err = run("check", plan, "--rulebook", book, "--findings-file", "/nowhere.yaml")
    assert code == 2
    assert "读不到认定文件“/nowhere.yaml”" in err


def test_listing_commands_speak_json(run: Callable[..., tuple[int, str, str]]) -> None:
    rules = json.loads(run("rules", "list", "-f", "json")[1])["rules"]
    assert {"id", "title", "severity", "subjects", "clauses", "file"} == set(rules[0])
    instruments = json.loads(run("law", "-f", "json")[1])["instruments"]
    assert {"hb-2024-draft", "ndrc-2025-27"} <= {one["id"] for one in instruments}
    matrix = json.loads(run("law", "coverage", "-f", "json")[1])["clauses"]
    assert {"instrument", "clause", "display", "class", "visibility", "rules"} <= set(matrix[0])
    register = json.loads(run("law", "27号", "-f", "json")[1])
    assert register["instrument"]["id"] == "ndrc-2025-27"
    assert [row["clause"] for row in register["clauses"]] == [
        row["clause"] for row in matrix if row["instrument"] == "ndrc-2025-27"
    ]
    explained = json.loads(run("explain", "27号第九条", "-f", "json")[1])
    assert [row["clause"] for row in explained["clauses"]] == ["art_9", *(f"art_9__point_{n}" for n in range(1, 13))]


@pytest.mark.parametrize(
    ("query", "clauses"),
    [
        ("27号第九条第五项", {"art_9__point_5"}),
        ("27号第九条第（五）项", {"art_9__point_5"}),
        ("《实施规范》第九条第五项", {"art_9__point_5"}),
        ("ndrc-2025-27~art_9__point_5", {"art_9__point_5"}),
        ("art_9__point_5", {"art_9__point_5"}),
        ("办法第二章", {"chp_2__stmt_1", "chp_2__stmt_2", "chp_2__stmt_3"}),
        ("《管理办法（征求意见稿）》第二章", {"chp_2__stmt_1", "chp_2__stmt_2", "chp_2__stmt_3"}),
        ("hb-2024-draft~chp_2", {"chp_2__stmt_1", "chp_2__stmt_2", "chp_2__stmt_3"}),
        ("第十一条", {"art_11", *(f"art_11__para_{n}" for n in range(1, 5))}),
    ],
)
def test_a_clause_is_found_in_any_writing(
    run: Callable[..., tuple[int, str, str]], query: str, clauses: set[str]
) -> None:
    code, out, _ = run("explain", query, "-f", "json")
    assert code == 0
    assert {row["clause"] for row in json.loads(out)["clauses"]} == clauses


def test_a_rule_is_explained_with_its_text(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("explain", "hb-plan-term-order")
    assert code == 0
    assert "《实施规范》第九条第（六）项" in out
    assert "规则 HB-PLAN-TERM-ORDER" in out
    code, out, _ = run("explain", "更新频率")
    assert "HB-PLAN-RESOURCE-FREQUENCY" in out
    assert "第九条第（五）项" in out


@pytest.mark.parametrize("kind", ["implementation_plan", "实施方案", "方案", "agreement", "年度报告"])
def test_a_schema_is_printed(run: Callable[..., tuple[int, str, str]], kind: str) -> None:
    code, out, _ = run("schema", kind)
    assert code == 0
    Draft202012Validator.check_schema(json.loads(out))


# ---------------------------------------------------------------------- as a process


def process(
    *arguments: str, stdin: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pdo_policy", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **(environment or {})},
        cwd=ROOT,
    )


def test_standard_input_is_read_as_a_submission() -> None:
    done = process("check", "-", "-f", "json", "--as-of", "2026-11-24", stdin=PLAN.encode("gb18030"))
    report = json.loads(done.stdout)
    assert done.returncode == report["run"]["exit_code"] == 1
    assert report["inputs"][0]["path"] == "-"
    assert report["inputs"][0]["encoding"] == "gb18030"


def test_a_console_of_another_encoding_loses_nothing_it_can_show() -> None:
    done = process("check", "-", "--as-of", "2026-11-24", stdin=PLAN.encode(), environment={"PYTHONIOENCODING": "gbk"})
    text = done.stdout.decode("gbk")
    assert text.startswith("结论：")
    assert "\\x" not in text
    assert "\\u" not in text


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f"{sys.executable} -m pdo_policy schema plan | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, cwd=ROOT)
    assert done.stderr == b""


def test_help_and_version_are_there() -> None:
    assert process("--version").stdout.startswith(b"pdo-policy ")
    for command in ([], ["check"], ["explain"], ["law"], ["rules"], ["rules", "test"], ["rules", "mutate"], ["schema"]):
        done = process(*command, "--help")
        assert done.returncode == 0
        assert done.stdout


def test_two_runs_give_the_same_bytes_whatever_the_surroundings() -> None:
    seen = {
        process("check", "samples/compliant", "-f", "json", "--as-of", "2026-11-24", environment=environment).stdout
        for environment in (
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
        )
    }
    assert len(seen) == 1


def test_what_a_check_can_be_told_stands_in_a_configuration_too() -> None:
    """Or it is a matter of the moment; a new option belongs to one or the other."""
    form = json.loads((ROOT / "schemas" / "configuration.schema.json").read_text("utf-8"))
    moment = {"compare", "quiet", "group-by", "no-fold", "color", "jobs", "stdin-ndjson", "changed-since"}
    names = {opt[2:] for one in check.params for opt in one.opts if opt.startswith("--")} | {"paths"}
    assert names - {"determinations"} == form["properties"].keys() | moment
