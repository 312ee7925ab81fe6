"""The hooks as pre-commit really runs them, in a repository whose names are Chinese and have spaces in them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BINARIES = Path(sys.executable).parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ARGUMENTS = {"pdo-policy-rules-lint": ["--rulebook", "细则 一"], "pdo-policy-rules-test": []}
CONFIGURATION = 'paths = ["材料 一"]\nas-of = "2026-11-24"\nrulebook = "细则 一"\n'


class Repository:
    """A repository in which the shipped hooks are installed, as of this environment: no network is needed for that."""

    def __init__(self, folder: Path, ids: tuple[str, ...]) -> None:
        self.folder = folder
        home = folder.parent / "home"
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PDO_", "PRE_COMMIT"))},
            "PATH": os.pathsep.join([str(BINARIES), os.environ["PATH"]]),
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "PDO_POLICY_CACHE": str(home / "rulebooks"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "LC_ALL": "C.UTF-8",
        } | {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        folder.mkdir(parents=True)
        home.mkdir()
        self.ran("git", "init", "--quiet")
        hooks = [
            {**hook, "language": "system", "args": ARGUMENTS.get(hook["id"], hook.get("args", []))}
            for hook in HOOKS
            if hook["id"] in ids
        ]
        config = {"repos": [{"repo": "local", "hooks": hooks}]}
        self.write(".pre-commit-config.yaml", yaml.safe_dump(config, allow_unicode=True))
        self.ran("pre-commit", "install")

    def ran(self, *command: str) -> tuple[int, str]:
        done = subprocess.run(
            command, cwd=self.folder, env=self._environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self, *paths: str) -> tuple[int, str]:
        assert self.ran("git", "add", "--", *paths)[0] == 0
        return self.ran("git", "commit", "--quiet", "-m", "材料")


def test_the_hooks_are_four_and_a_check_sees_all_papers() -> None:
    told = {hook["id"]: hook.get("pass_filenames", True) for hook in HOOKS}
    assert told == {
        "pdo-policy-check": False,
        "pdo-policy-rules-fmt": True,
        "pdo-policy-rules-lint": False,
        "pdo-policy-rules-test": False,
    }
    assert {hook["language"] for hook in HOOKS} == {"python"}


@pytest.mark.slow
def test_a_commit_of_papers_is_checked_with_their_siblings(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "仓 库", ("pdo-policy-check",))
    repository.write("pdo-policy.toml", CONFIGURATION.replace('rulebook = "细则 一"\n', ""))
    for paper, name in (("implementation_plan", "实施方案"), ("agreement", "授权运营协议"), ("annual_report", "年报")):
        text = (ROOT / "samples/compliant" / f"{paper}.yaml").read_text("utf-8")
        repository.write(f"材料 一/{name} 甲.yaml", text)
    code, said = repository.commit(".")
    assert (code, "Passed" in said) == (0, True), said
    # The plan is not part of the commit: only together with it can the agreement be seen to begin too early.
    agreement = repository.folder / "材料 一/授权运营协议 甲.yaml"
    text = agreement.read_text("utf-8")
    agreement.write_text(text.replace("\n  start: 2025-09-01\n", "\n  start: 2025-08-25\n"), "utf-8")
    code, said = repository.commit("材料 一/授权运营协议 甲.yaml")
    assert code == 1
    assert "- hook id: pdo-policy-check\n- exit code: 1\n" in said
    assert "\n材料 一/授权运营协议 甲.yaml:243:10: 严重 HB-AGREEMENT-TERM-WITHIN-PLAN " in said
    assert repository.ran("git", "log", "--oneline")[1].count("\n") == 1


@pytest.mark.slow
def test_a_rulebook_is_laid_out_linted_and_tested(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "仓 库", tuple(hook["id"] for hook in HOOKS if "rules" in hook["id"]))
    repository.write("pdo-policy.toml", CONFIGURATION)
    shutil.copytree(ROOT / "samples/rulebooks/starter", repository.folder / "细则 一")
    rules = repository.folder / "细则 一/plan.pdl"
    text = rules.read_text("utf-8")
    spoilt = text.replace("不少于 20", "不少于  25").replace("“补足征求意见的时间”", "“违法了，补足征求意见的时间”")
    rules.write_text(spoilt, "utf-8")
    code, said = repository.commit("细则 一/plan.pdl")
    assert (code, said.count("Failed")) == (1, 3), said
    assert "- hook id: pdo-policy-rules-fmt\n- files were modified by this hook\n\n细则 一/plan.pdl\n" in said
    assert rules.read_text("utf-8") == spoilt.replace("不少于  25", "不少于 25")
    assert "plan.pdl:27:7 错误 PDL-L053 " in said
    assert "不符 细则 一/plan.cases.yaml:32 MY-PLAN-CONSULTED 刚好二十日\n" in said


def test_a_hook_that_does_not_know_its_rulebook_says_so(tmp_path: Path) -> None:
    """It must not test the shipped rulebook instead, and be content."""
    for hook in HOOKS[2:]:
        command = [*hook["entry"].split(), *hook["args"]]
        done = subprocess.run(
            [sys.executable, "-m", "pdo_policy", *command[1:]],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (
            2, "pdo-policy: “.”里没有规则库。 --rulebook 指向含有 rulebook.yaml 的文件夹\n",
        )  # fmt: skip
