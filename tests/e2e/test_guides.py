"""The guides work for whoever follows them: their files are written, their commands run and show what stands there."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

from pdo_policy import api, cli
from tests.e2e.test_readme import matches

DOCS = Path(__file__).parents[2] / "docs"
PAGES = (
    "tutorial.md", "own-schemas.md", "quickstart-applicant.md", "quickstart-reviewer.md", "quickstart-integrator.md",
    "configuration.md", "python.md", "baseline-and-waivers.md", "diff.md", "many-papers.md",
    "integrations.md",
)  # fmt: skip
CODE = "; echo 退出码 $?"
"""Behind a command, it shows the exit code as a shell would."""

BLOCK = re.compile(r"^(?:<!-- (file|append): (\S+) -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """A file to be written or added to, or commands to be run with what they show."""

    how: str
    file: str
    text: str


def steps(page: str) -> list[Step]:
    found = BLOCK.findall((DOCS / page).read_text("utf-8"))
    return [Step(how, file, text) for how, file, language, text in found if how or language == "console"]


def ran(arguments: list[str]) -> object:
    """The exit code of a command that is run as by a process of its own."""
    api._loaded.cache_clear()  # noqa: SLF001 - the guide changes a rulebook that this process has read
    with pytest.raises(SystemExit) as stop:
        cli.main(arguments)
    return stop.value.code


def ran_program(arguments: list[str]) -> object:
    """The exit code of a program of the guide."""
    (path,) = arguments
    try:
        runpy.run_path(path, run_name="__main__")
    except SystemExit as stop:
        return stop.code
    return 0


PROGRAMS = {"pdo-policy": ran, "python": ran_program}


def followed(page: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Do all that a page says, in a folder, and return what was called."""
    calls: list[str] = []
    for step in steps(page):
        if step.how:
            (folder / step.file).parent.mkdir(parents=True, exist_ok=True)
            with (folder / step.file).open("a" if step.how == "append" else "w", encoding="utf-8") as file:
                file.write(step.text)
            continue
        for part in re.split(r"^\$ ", step.text, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            program, *arguments = shlex.split(command.removesuffix(CODE))
            code = PROGRAMS[program](arguments)
            out, err = capsys.readouterr()
            echoed = f"退出码 {code}\n" if command.endswith(CODE) else ""
            if expected.strip():
                # A terminal shows what is said before and after the result in its place.
                seen = (out + err + echoed, err + out + echoed)
                assert any(matches(expected, one) for one in seen), f"{command}\n{out}{err}{echoed}"
            calls.append(arguments[0] if arguments[0] != "rules" else f"rules {arguments[1]}")
    return calls


def test_the_tutorial_leads_to_a_tested_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    calls = followed("tutorial.md", tmp_path, capsys)
    assert len(calls) == 14
    assert set(calls) == {
        "new", "explain", "rules list", "rules lint", "rules fmt", "rules test", "rules mutate", "check", "why",
    }  # fmt: skip
    for call in ("lint 细则", "fmt --check 细则", "test --rulebook 细则", "mutate --rulebook 细则"):
        assert ran(["rules", *call.split()]) == 0, call


def test_the_page_on_own_schemas_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert followed("own-schemas.md", tmp_path, capsys) == ["check", "schema", "check"]
    assert ran(["check", "便条.yaml", "--rulebook", "."]) == 4


def test_the_tutorial_takes_twenty_minutes_by_its_own_count() -> None:
    text = (DOCS / "tutorial.md").read_text("utf-8")
    assert sum(map(int, re.findall(r"^## .*（(\d+) 分钟）$", text, re.MULTILINE))) == 20


@pytest.mark.parametrize("page", [*PAGES, "index.md", "reference.md"])
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", (DOCS / page).read_text("utf-8")):
        assert (DOCS / target).exists(), target


def test_the_page_for_applicants_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert followed("quickstart-applicant.md", tmp_path, capsys) == ["new", "check", "check"]
    report = (tmp_path / "报告.md").read_text("utf-8")
    orders = report[report.index("规则要求的先后") : report.index("## 义务总览")]
    assert "不符合" not in orders
    text = (DOCS / "quickstart-applicant.md").read_text("utf-8")
    for picture in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text):
        assert (DOCS / picture).is_file(), f"{picture}: python -m tests.screenshots"


LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


def test_the_page_for_reviewers_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The excerpts are those of the files that its commands write, with the links taken out."""
    monkeypatch.chdir(tmp_path)
    assert followed("quickstart-reviewer.md", tmp_path, capsys) == ["packet"] * 5
    text = (DOCS / "quickstart-reviewer.md").read_text("utf-8")
    excerpts = re.findall(r"^<!-- excerpt: (\S+) -->\n```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(excerpts) == 4
    for file, excerpt in excerpts:
        written = LINK.sub(r"\1", (tmp_path / file).read_text("utf-8"))
        at = 0
        for part in filter(str.strip, excerpt.split("...")):
            at = written.find(part.strip(), at)
            assert at >= 0, f"{file}: {part}"
            at += len(part.strip())
    for picture in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text):
        assert (DOCS / picture).is_file(), f"{picture}: python -m tests.screenshots"


@pytest.mark.parametrize(
    ("page", "calls"),
    [("baseline-and-waivers.md", ["baseline", "check", "check"]), ("diff.md", ["diff", "check", "check"])],
)
def test_the_pages_on_what_is_accepted_and_changed_run(
    page: str, calls: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert followed(page, tmp_path, capsys) == calls


def test_the_page_for_integrators_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    calls = followed("quickstart-integrator.md", tmp_path, capsys)
    assert calls == [
        "--version", *["check"] * 5, "config", "check", "baseline", "check", "check", "检查.py", "材料测试.py",
    ]  # fmt: skip
    for name in ("pdo.sarif", "gl-code-quality-report.json", "pdo.xml", "pdo-baseline.json"):
        assert (tmp_path / name).stat().st_size
    text = (DOCS / "quickstart-integrator.md").read_text("utf-8")
    minutes = re.findall(r"^## .*（(.)分钟）$", text, re.MULTILINE)
    assert sum("零一两三四".index(number) for number in minutes) == 10


def test_the_page_on_configurations_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PDO_POLICY_LANG", raising=False)
    assert followed("configuration.md", tmp_path, capsys) == [*["config"] * 7, "check"]


def test_the_page_on_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert followed("python.md", tmp_path, capsys) == ["待核实.py", "两种格式.py", "出错.py"]
