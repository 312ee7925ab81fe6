"""The formats of continuous integration as a pipeline gets them: from a folder of a repository, in files or streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy import cli
from pdo_policy.cli import output
from tests.readers import gitlab, sarif, summary, workflow
from tests.rulebooks import small

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = "规则 T-GOAL “写明目标”\n  依据 《实施规范》第八条\n  对象 方案\n  严重度 严重\n  应当 方案.目标 已载明\n完\n"
PLAN = "kind: plan\ndossier: D\nid: P\ntitle: 题\nstatus: 已印发\n"


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """`check` by a rulebook with one rule, in the folder 子 目录 of a repository that has a plan in it."""
    book = small(tmp_path, GOAL)
    folder = tmp_path / "仓 库" / "子 目录"
    (folder / "材料").mkdir(parents=True)
    (folder.parent / ".git").mkdir()
    (folder / "材料" / "方案 一.yaml").write_text(PLAN, "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main(["check", *map(str, arguments), "--rulebook", str(book), "--as-of", "2026-01-05"])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


def test_paths_are_those_of_the_repository(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("材料", "-f", "gitlab")
    assert (code, err) == (1, "")
    assert [entry["location"]["path"] for entry in gitlab(out)] == ["子 目录/材料/方案 一.yaml"]
    (result,) = sarif(run(Path("材料").resolve(), "-f", "sarif")[1])["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == ("%E5%AD%90%20%E7%9B%AE%E5%BD%95/%E6%9D%90%E6%96%99/%E6%96%B9%E6%A1%88%20%E4%B8%80.yaml")


def test_a_file_of_another_place_is_not_taken_for_one_of_the_repository(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "别 处.yaml").write_text(PLAN, "utf-8")
    (result,) = sarif(run("../../别 处.yaml", "-f", "sarif")[1])["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert set(place) == {"uri"}
    assert place["uri"].startswith("file:///")
    assert place["uri"].endswith("/%E5%88%AB%20%E5%A4%84.yaml")


def test_one_run_writes_all_formats(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    code, out, err = run("材料", "-f", f"sarif:{tmp_path}/a.sarif", "-f", f"junit:{tmp_path}/b.xml", "-f", "github")
    assert (code, err) == (1, "")
    assert len(workflow(out).annotations("error")) == 1
    assert len(sarif((tmp_path / "a.sarif").read_text("utf-8"))["results"]) == 1
    assert (tmp_path / "b.xml").read_text("utf-8").count("<testcase ") == 1


def test_a_place_that_cannot_be_written_loses_nothing_else(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    nowhere = [("-f", f"{name}:{tmp_path}/没有/{name}") for name in ("json", "sarif")]
    code, out, err = run("材料", *nowhere[0], *nowhere[1], "-f", "gitlab", "-f", f"rdjson:{tmp_path}/r.json")
    assert code == 2
    assert [line.split("（")[0] for line in err.splitlines()] == [
        f"pdo-policy: 无法写入“{tmp_path}/没有/json”",
        f"pdo-policy: 无法写入“{tmp_path}/没有/sarif”",
    ]
    assert len(gitlab(out)) == 1
    assert len(json.loads((tmp_path / "r.json").read_text("utf-8"))["diagnostics"]) == 1


def test_the_summary_of_a_step_is_added_to(
    run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "摘 要.md"
    target.write_text("前一步\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(target))
    run("材料", "-f", "sarif")
    assert target.read_text("utf-8") == "前一步\n"
    run("材料", "-f", "github")
    first, _, rest = target.read_text("utf-8").partition("\n")
    assert first == "前一步"
    assert summary(rest).findings[0][:2] == ("严重", "T-GOAL")


@pytest.mark.parametrize(("size", "said"), [(900 * 1024, "已满"), (900 * 1024 - 400, "")])
def test_the_summary_of_a_step_keeps_to_its_limit(
    run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: int, said: str
) -> None:
    target = tmp_path / "summary.md"
    target.write_text("x" * size, "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(target))
    code, out, err = run("材料", "-f", "github")
    assert code == 1
    assert len(workflow(out).annotations("error")) == 1
    assert said in err
    assert bool(err) == bool(said)
    assert target.stat().st_size <= 900 * 1024
    assert ("以下从略" in target.read_text("utf-8")) == (not said)


def test_a_summary_that_cannot_be_written_is_told_and_the_check_stands(
    run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    code, out, err = run("材料", "-f", "github")
    assert code == 1
    assert err.startswith(f"pdo-policy: 作业摘要“{tmp_path}”无法写入")
    assert "T-GOAL" in out


def test_a_link_is_written_through_and_a_device_is_left_what_it_is(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", "utf-8")
    link.symlink_to(real)
    output.write(str(link), "new")
    assert (link.is_symlink(), real.read_text("utf-8")) == (True, "new")
    reader, writer = os.pipe()
    output.write(f"/dev/fd/{writer}", "through")
    os.close(writer)
    with os.fdopen(reader) as stream:
        assert stream.read() == "through"


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "junit", "github", "github-summary", "rdjson"])
def test_programs_get_utf_8_whatever_the_console(name: str) -> None:
    command = [sys.executable, "-m", "pdo_policy", "check", "-", "-f", name, "--as-of", "2026-11-24"]
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    environment.pop("GITHUB_STEP_SUMMARY", None)
    document = "kind: implementation_plan\ndossier: D\nid: P\ntitle: 𠮷\nstatus: 起草中\n".encode()
    done = subprocess.run(
        command, input=document, capture_output=True, check=False, env=environment, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == 1
    assert "起草" in done.stdout.decode("utf-8") or "实施方案" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a file have a name that is no text")
def test_a_file_whose_name_is_no_text_is_told_in_every_format(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.yaml"
    Path(os.fsdecode(path)).write_text(PLAN, "utf-8")
    for name in ("text", "json", "sarif", "gitlab", "junit", "github", "rdjson"):
        target = tmp_path / f"out.{name}"
        code, _, err = run(os.fsdecode(path), "-f", f"{name}:{target}")
        assert (code, err) == (1, "")
        assert "T-GOAL" in target.read_text("utf-8")
