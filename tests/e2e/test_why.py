"""`pdo-policy why` as its users meet it: exit codes, streams, suggestions, options."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from pdo_policy import cli
from tests.golden import traces
from tests.rulebooks import small

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/trace.schema.json").read_text("utf-8"))


class Said(NamedTuple):
    code: int
    out: str
    err: str


Run = "Callable[..., Said]"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Said]:
    book = small(tmp_path, traces.RULES)

    def running(*arguments: object) -> Said:
        with pytest.raises(SystemExit) as stop:
            cli.main(["why", "--rulebook", str(book), "--as-of", "2025-07-01", *map(str, arguments)])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return Said(stop.value.code, said.out, said.err)

    return running


PAPERS = traces.FOLDER / "papers"
RULES = [path.name.removesuffix(".txt") for path in traces.FOLDER.glob("*.txt") if "-en." not in path.name]


@pytest.mark.parametrize("name", RULES)
def test_the_exit_code_is_0_whatever_the_verdict(run: Callable[..., Said], name: str) -> None:
    rule = f"T-{name.upper()}"
    text = run(rule, PAPERS)
    assert (text.code, text.err) == (0, "")
    assert text.out.startswith(f"{rule} ")
    data = run(rule, PAPERS, "--json")
    assert (data.code, data.err) == (0, "")
    found = json.loads(data.out)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)] == []
    assert found["rule_id"] == rule
    assert bool(found["traces"]) is (found["not_run"] is None)


WRONG = [
    # the arguments, what is said in Chinese, in English
    (("T-VIOLATE", PAPERS), "规则库没有规则“T-VIOLATE”。 最接近的是：T-VIOLATED", "there: T-VIOLATED"),
    (("T-NEARLY-RENEWED", PAPERS), "最接近的是：T-NEARLY；", "T-NEARLY;"),
    (("乱写", PAPERS), "规则库没有规则“乱写”", "has no rule “乱写”"),
    (("T-VIOLATED", PAPERS, "--law", "zzz"), "--law 没有“zzz”这个值", "--law has no value “zzz”"),
    (("T-VIOLATED", PAPERS, "--as-of", "昨天"), "“昨天”不是日期", "“昨天” is not a date"),
    (("T-VIOLATED",), "还缺路径…", "is missing"),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), WRONG, ids=[str(row[0][0]) + str(row[0][2:]) for row in WRONG])
def test_a_wrong_call_is_one_line_and_2(
    run: Callable[..., Said], arguments: tuple[object, ...], zh: str, en: str
) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert zh in said.err
    assert len(said.err.splitlines()) == 1
    english = run(*arguments, "--lang", "en")
    assert english.code == 2
    assert en.removeprefix("there: ") in english.err


def test_small_letters_will_do(run: Callable[..., Said]) -> None:
    assert run("t-violated", PAPERS).out == run("T-VIOLATED", PAPERS).out


def test_no_paper_at_all_is_2(run: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    said = run("T-VIOLATED", tmp_path / "空")
    assert (said.code, said.out) == (2, "")
    assert "没有材料" in said.err


def test_a_paper_that_cannot_be_read_is_3_and_hides_nothing(run: Callable[..., Said], tmp_path: Path) -> None:
    bad = tmp_path / "坏.yaml"
    bad.write_text("a: [", "utf-8")
    said = run("T-VIOLATED", PAPERS, bad)
    assert said.code == 3
    assert "不符合" in said.out
    assert "读不了的材料" in said.out
    assert "坏.yaml:1:" in said.out
    assert json.loads(run("T-VIOLATED", bad, "--json").out)["not_run"]["reason"] == "no_subject"


def test_standard_input_law_and_determinations(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = (PAPERS / "方案.yaml").read_bytes()

    class Input:
        buffer = io.BytesIO(paper)

    monkeypatch.setattr("sys.stdin", Input)
    assert "  -:7:1" in run("T-VIOLATED", "-").out.replace("未见“审议 → 纪要文号”", "")
    answers = tmp_path / "认定.yaml"
    answers.write_text(
        "文件种类: 认定\n认定:\n  数据已经脱敏: {结论: 否, 认定单位: 数据局, 认定日期: 2026-03-02}\n", "utf-8"
    )
    assert "不符合" in run("T-UNDETERMINED", PAPERS, "--findings-file", answers).out
    assert "--law draft 不计入" in run("T-EXEMPT", PAPERS, "--law", "draft").out


def test_english(run: Callable[..., Said]) -> None:
    text = run("T-VIOLATED", PAPERS, "--lang", "en").out
    assert "实施方案 P1: not met" in text
    assert json.loads(run("T-VIOLATED", PAPERS, "--lang", "en", "--json").out)["run"]["lang"] == "en"
