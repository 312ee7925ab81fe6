"""Papers in somebody's test suite: what passes, what fails and says why, and that nothing passes unseen."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import pdo_policy
from pdo_policy import cli
from pdo_policy.conclusion import conclusion
from pdo_policy.testing import assert_passes, check_papers, dossier_folders
from pdo_policy.wording.report import sentence
from pdo_policy.wording.testing import said as words
from tests.typing import papers as consumer

SAMPLES = Path(__file__).parents[2] / "samples"
AS_OF = date(2026, 11, 24)


def said(report: pdo_policy.Report, lang: str = "zh") -> str:
    with pytest.raises(AssertionError) as failure:
        assert_passes(report, lang=lang)
    return str(failure.value)


def told(error: BaseException) -> str:
    return "\n".join(error.__notes__)


def test_papers_that_are_in_order_pass() -> None:
    assert_passes(check_papers(SAMPLES / "compliant", as_of=AS_OF))
    assert_passes(check_papers(SAMPLES / "compliant" / "agreement.yaml", as_of=AS_OF, fail_on="never"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_fails_says_why_and_then_the_report(lang: str) -> None:
    report = check_papers(SAMPLES / "deficient", as_of=AS_OF, lang=lang)
    head, _, rest = said(report, lang).partition("\n")
    assert head == words("exit-1", lang, fail_on="error")
    assert sentence(conclusion(report), lang) in rest.partition("\n")[0]
    assert rest == pdo_policy.render(report, lang=lang)
    assert head.isascii() is (lang == "en")


def test_it_is_the_check_of_the_command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES)
    with pytest.raises(SystemExit) as stop:
        cli.main(["check", "deficient", "--as-of", "2026-11-24", "--law", "in-force", "--fail-on", "note"])
    report = check_papers("deficient", as_of=AS_OF, law="in-force", fail_on="note")
    assert stop.value.code == report.exit_code == 1
    assert pdo_policy.render(report) == capsys.readouterr().out


EMPTY, UNREAD = "没有找到可以检查的材料，或没有规则可以检查", "有材料没有找到、读不了或不知道是哪一种，或有文件夹是空的"


@pytest.mark.parametrize(
    ("paths", "why"),
    [
        (["空"], EMPTY),
        (["没有"], UNREAD),
        (["只有登记"], EMPTY),
        ([".藏着"], EMPTY),
        (["合规", "空"], UNREAD),
        (["合规", "没有.yaml"], UNREAD),
        (["合规", "坏的"], UNREAD),
        (["别的"], UNREAD),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else "",
)
def test_nothing_passes_that_was_not_checked(
    paths: list[str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where nothing is to fail."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLES / "compliant", "合规")
    for name, file, text in (
        ("空", "", ""),
        ("坏的", "方案.yaml", "a: [\n"),
        ("别的", "说明.yaml", "题目: 说明\n"),
        ("只有登记", "认定.yaml", "文件种类: 认定\n项目编号: D\n认定: {}\n"),
        (".藏着", ".方案.yaml", "kind: implementation_plan\n"),
    ):
        Path(name).mkdir()
        if file:
            Path(name, file).write_text(text, "utf-8")
    assert said(check_papers(*paths, as_of=AS_OF, fail_on="never")).startswith(f"没有通过：{why}\n结论：无法完成检查\n")


def test_what_is_accepted_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline, waivers = tmp_path / "pdo-baseline.json", tmp_path / "pdo-waivers.yaml"
    call = [
        "baseline",
        "create",
        str(SAMPLES / "deficient"),
        "-o",
        str(baseline),
        "--reason",
        "存量",
        "--accept-severe",
    ]
    with pytest.raises(SystemExit):
        cli.main([*call, "--accept-severe", "--as-of", "2026-11-24"])
    capsys.readouterr()
    assert baseline.exists()
    waivers.write_text("version: 1\nwaivers: []\n", "utf-8")
    report = check_papers(SAMPLES / "deficient", as_of=AS_OF, baseline=baseline, waivers=waivers)
    assert_passes(report)
    assert report.baseline is not None
    assert report.baseline.met
    assert said(check_papers(SAMPLES / "deficient", as_of=AS_OF, waivers=[waivers, str(waivers)]))


def test_answers_come_by_name_or_by_files(tmp_path: Path) -> None:
    name = next(question.name for question in pdo_policy.load_rulebook().program.questions)
    file = tmp_path / "答复.yaml"
    file.write_text(f"文件种类: 认定\n认定:\n  {name}: {{结论: 是, 认定单位: 某局, 认定日期: 2026-01-05}}\n", "utf-8")
    ways: list[Any] = [{name: True}, file, str(file), [file]]
    for way in ways:
        report = check_papers(SAMPLES / "compliant", as_of=AS_OF, determinations=way)
        assert [(one.name, one.answer) for one in report.determinations] == [(name, True)]


@pytest.mark.parametrize(
    ("given", "error", "part"),
    [
        ({"paths": ()}, pdo_policy.UsageError, "没有写要检查什么"),
        ({"law": "昨天"}, pdo_policy.UsageError, "没有“昨天”这个值"),
        ({"rulebook": "."}, pdo_policy.UsageError, "“.”里没有规则库"),
        ({"waivers": "没有.yaml"}, pdo_policy.FormError, "WVR-F001"),
        ({"baseline": "没有.json"}, pdo_policy.FormError, "BSL-F001"),
        ({"determinations": "坏.yaml"}, pdo_policy.FormError, "坏.yaml:1:1"),
        ({"rulebook": "坏规则"}, pdo_policy.RulebookError, "规则库有 "),
        ({"law": "x", "lang": "en"}, pdo_policy.UsageError, "has no value “x”"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_a_call_that_cannot_be_carried_out_tells_all(
    given: dict[str, Any], error: type[Exception], part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("坏.yaml").write_text("甲: 1\n", "utf-8")
    Path("坏规则").mkdir()
    Path("坏规则/rulebook.yaml").write_text("id: x\n", "utf-8")
    given = {"paths": (SAMPLES / "compliant",), **given}
    with pytest.raises(error) as fault:
        check_papers(*given.pop("paths"), as_of=AS_OF, **given)
    assert part in told(fault.value)


def test_the_folders_of_projects(tmp_path: Path) -> None:
    for name in ("乙", "甲", ".git", "__pycache__"):
        (tmp_path / name).mkdir()
    (tmp_path / "说明.md").touch()
    assert dossier_folders(tmp_path) == (tmp_path / "乙", tmp_path / "甲")
    (tmp_path / "方案.YAML").touch()
    assert dossier_folders(str(tmp_path)) == (tmp_path,)


@pytest.mark.parametrize(("name", "lang", "part"), [("空", "zh", "没有项目文件夹"), ("没有", "en", "no folders")])
def test_a_root_without_projects_is_refused(name: str, lang: str, part: str, tmp_path: Path) -> None:
    (tmp_path / "空" / ".git").mkdir(parents=True)
    with pytest.raises(pdo_policy.UsageError, match="no-dossier") as fault:
        dossier_folders(tmp_path / name, lang=lang)
    assert part in told(fault.value)


def test_a_typed_consumer_gets_what_it_is_typed_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLES / "compliant", "材料/甲")
    assert consumer.all_pass(Path("材料")) == 1
    assert "there is no rulebook in “规则”" in consumer.strictly("材料/甲", Path("材料"), Path("规则"))
    with pytest.raises(pdo_policy.UsageError, match="no-rulebook"):
        consumer.by_files("材料")
