"""`integrations/pytest` does what its page says, run as whoever copies it would run it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
COPIED = ROOT / "integrations/pytest"


def ran(repository: Path) -> subprocess.CompletedProcess[str]:
    """Run the copied test, and a copy of it that looks for papers where there are none."""
    text = (COPIED / "test_papers.py").read_text("utf-8")
    (repository / "tests").mkdir()
    (repository / "tests/test_papers.py").write_text(text, "utf-8")
    (repository / "tests/test_nowhere.py").write_text(text.replace('"材料"', '"别处"'), "utf-8")
    (repository / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n", "utf-8")
    plain = ("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly", "-rA", "--continue-on-collection-errors")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *plain], cwd=repository, capture_output=True, text=True, check=False
    )


def failures(output: str) -> Sequence[str]:
    """The message of each test that failed, as pytest shows it."""
    section = re.search(r"^=+ FAILURES =+$(.*?)^=+ (?:PASSES|short test)", output, re.MULTILINE | re.DOTALL)
    assert section, output
    parts = re.split(r"^_{4,} .* _{4,}$", section[1], flags=re.MULTILINE)[1:]
    return ["\n".join(re.findall(r"^E {3}(?: {4})?(.*)$", part, re.MULTILINE)) for part in parts]


@pytest.mark.slow
def test_each_project_is_a_test_and_its_report_the_message(tmp_path: Path) -> None:
    papers = tmp_path / "材料"
    papers.mkdir()
    for name in ("compliant", "deficient"):
        shutil.copytree(ROOT / "samples" / name, papers / name)
    (papers / "empty").mkdir()
    done = ran(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    outcomes = dict(re.findall(r"^(PASSED|FAILED) .*\[(\w+)\]", done.stdout, re.MULTILINE))
    assert re.findall(r"^(?:PASSED|FAILED) .*\[\w+\]", done.stdout, re.MULTILINE)
    assert outcomes.keys() == {"PASSED", "FAILED"}
    assert outcomes["PASSED"] == "compliant"
    deficient, empty = failures(done.stdout)
    assert deficient.startswith("AssertionError: 没有通过：有达到 fail_on=error 的问题\n结论：暂不建议提交（")
    assert "implementation_plan.yaml:185:8: 严重 HB-PLAN-TERM-ORDER 〔《实施规范》第九条第（六）项〕" in deficient
    assert empty.startswith("AssertionError: 没有通过：没有找到可以检查的材料，或没有规则可以检查\n结论：无法完成检查")
    assert "empty”中没有材料文件" in empty
    # What failed is the reader's test, and no line of ours.
    assert "testing/papers.py" not in done.stdout[done.stdout.index("FAILURES") :]
    # Nothing to be parametrised with is no reason to skip.
    (nowhere,) = re.findall(
        r"^E +(没有“.*/别处”这个文件夹，或者里面没有项目文件夹，也没有材料。.*)$", done.stdout, re.MULTILINE
    )
    assert nowhere


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", (COPIED / "README.md").read_text("utf-8")))
def test_links_lead_somewhere(target: str) -> None:
    assert (COPIED / target).exists()


def test_nobody_is_told_to_install_by_a_name_that_anybody_may_take() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "integrations").rglob("*.*")]
    told = [
        line
        for page in pages
        for line in page.read_text("utf-8").splitlines()
        for options in re.findall(r"pip install ((?:[\w-]+ )*)pdo-policy\b", line)
        if "--no-index" not in options and "不要" not in line and "do not" not in line.lower()
    ]
    assert told == []
