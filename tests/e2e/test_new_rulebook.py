"""`new rulebook` makes a rulebook that passes all that is asked of one, and touches nothing that is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy import bundled, cli

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)

    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(("options", "prefix"), [((), "MY"), (("--prefix", "WH2"), "WH2")], ids=["usual", "own prefix"])
def test_a_new_rulebook_passes_everything(run: Run, tmp_path: Path, options: tuple[str, ...], prefix: str) -> None:
    code, out, err = run("new", "rulebook", "我的 规则库", *options)
    assert (code, err) == (0, "")
    assert out.startswith(f"已在“我的 规则库”新建规则库，17 个文件，规则编号以 {prefix}- 开头。")
    made = tmp_path / "我的 规则库"
    assert run("rules", "lint", made) == (0, "没有发现问题。\n", "")
    assert run("rules", "fmt", "--check", made)[0] == 0
    code, out, err = run("rules", "test", "--rulebook", made)
    assert (code, err) == (0, "")
    assert out.count("100.0%") == 3
    assert run("rules", "mutate", "--rulebook", made)[0] == 0
    code, out, _ = run("check", made / "base.yaml", "--rulebook", made, "--as-of", "2026-06-01")
    assert code == 0
    assert out.startswith("结论：可以提交\n规则库：我的规则库 0.1.0")
    assert f"{prefix}-PLAN-CONTENTS" in run("rules", "list", "--rulebook", made)[1]


def test_it_holds_the_working_days_of_the_shipped_rulebook_and_nothing_that_leads_astray(run: Run) -> None:
    run("new", "rulebook", "mine")
    made = files(Path("mine"))
    years = sorted(path.name for path in (bundled.rulebook_folder() / "calendars").glob("*.yaml"))
    assert sorted(name.removeprefix("calendars/") for name in made if name.startswith("calendars/")) == years
    assert not any("yaml-language-server" in text for text in made.values())
    assert "虚构" in made["instruments/sample-rules.yaml"]


@pytest.mark.parametrize("name", ["rulebook.yaml", "plan.pdl", "calendars/2026.yaml"])
def test_nothing_is_written_over(run: Run, tmp_path: Path, name: str) -> None:
    there = tmp_path / "mine" / name
    there.parent.mkdir(parents=True)
    there.write_text("自己的\n", "utf-8")
    code, out, err = run("new", "rulebook", "mine")
    assert (code, out) == (2, "")
    assert err == f"pdo-policy: “mine”里已经有 {name}，什么都没有写。 换一个新的文件夹\n"
    assert files(tmp_path) == {f"mine/{name}": "自己的\n"}


def test_a_folder_with_other_things_in_it_will_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("x", "utf-8")
    assert run("new", "rulebook", ".")[0] == 0
    assert (tmp_path / "rulebook.yaml").is_file()


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x", "utf-8")
    code, _, err = run("new", "rulebook", "mine")
    assert code == 2
    assert "无法写入“mine" in err


@pytest.mark.parametrize("prefix", ["my", "1A", "A-B", "", "甲"])
def test_a_prefix_that_cannot_be_one_is_told(run: Run, tmp_path: Path, prefix: str) -> None:
    code, _, err = run("new", "rulebook", "mine", "--prefix", prefix)
    assert code == 2
    assert "不能作规则编号的前缀" in err
    assert not (tmp_path / "mine").exists()


def test_it_is_told_in_english(run: Run) -> None:
    _, out, _ = run("new", "rulebook", "mine", "--lang", "en")
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", out)
    assert "pdo-policy rules test --rulebook mine" in out
    assert "nothing was written" in run("new", "rulebook", "mine", "--lang", "en")[2]


def test_the_group_names_what_can_be_made(run: Run) -> None:
    out = run("new", "--help")[1]
    assert "rulebook" in out
    assert "没有命令“rulebok”。 写作：pdo-policy new rulebook" in run("new", "rulebok", "mine")[2]
