"""What the integrations install is really installed, and their files are held to a linter of others.

Run by `make check-integrations`: it takes minutes and the network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.hard

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "integrations/docker/Dockerfile"
LINTERS = ROOT / "build/integrations/bin"
"""Where `make check-integrations` installs the linter."""

PAPERS = "材料 一"
HOOKS = [one["id"] for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]


def ran(command: list[str], folder: Path, **environment: str) -> tuple[int, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT", "PDO_"))}
    told = {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8", **environment}
    done = subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with sound papers, and with a rulebook in its root, where the hooks look for one."""
    folder = tmp_path / "项 目"
    shutil.copytree(ROOT / "samples/compliant", folder / PAPERS)
    shutil.copytree(ROOT / "samples/rulebooks/starter", folder, dirs_exist_ok=True)
    (folder / "pdo-policy.toml").write_text(f'paths = ["{PAPERS}"]\nas-of = "2026-11-24"\n', "utf-8")
    assert ran(["git", "init", "--quiet"], folder)[0] == 0
    assert ran(["git", "add", "."], folder)[0] == 0
    return folder


@pytest.mark.parametrize(
    "hook", [one["id"] for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
)
def test_pre_commit_installs_a_hook_and_runs_it(
    hook: str, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = str(tmp_path_factory.getbasetemp() / "pre-commit")
    pre_commit = str(Path(sys.executable).parent / "pre-commit")
    code, said = ran(
        [pre_commit, "try-repo", str(ROOT), hook, "--all-files", "--verbose"], repository, PRE_COMMIT_HOME=home
    )
    assert (code, "Passed" in said) == (0, True), said
    if hook == "pdo-policy-check":
        assert "结论：可以提交" in said


def test_the_action_installs_its_own_code(tmp_path: Path) -> None:
    (install, *_) = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    script = tmp_path / "step"
    script.write_text(install["run"], "utf-8")
    code, said = ran(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        tmp_path,
        RUNNER_TEMP=str(tmp_path),
        GITHUB_ACTION_PATH=str(ROOT),
    )
    assert code == 0, said
    command = str(tmp_path / "pdo-policy/bin/pdo-policy")
    code, said = ran([command, "check", str(ROOT / "samples/compliant"), "--as-of", "2026-11-24", "-q"], tmp_path)
    assert (code, "结论：可以提交" in said) == (0, True), said


def test_the_commands_of_the_dockerfile_make_what_the_entry_point_starts(tmp_path: Path) -> None:
    """There may be no Docker here: each command is run in folders that stand for those of the image."""
    source, home, work, mounted = (tmp_path / name for name in ("src", "opt", "work", "wheels"))
    text = DOCKERFILE.read_text("utf-8")
    source.mkdir()
    home.mkdir()
    for line in (DOCKERFILE.parent / "Dockerfile.dockerignore").read_text("utf-8").splitlines():
        if line.startswith("!"):
            (source / line[1:]).parent.mkdir(parents=True, exist_ok=True)
            ran(["cp", "-r", str(ROOT / line[1:]), str(source / line[1:])], ROOT)
    shutil.copytree(ROOT / "samples/compliant", work / "材料")
    build, install = re.findall(r"^RUN ((?:.*\\\n)*.*)$", text, re.MULTILINE)
    code, said = ran(["sh", "-e", "-c", build], source)
    assert code == 0, said
    (source / "wheelhouse").rename(mounted)
    told = re.sub(r"--mount=\S+ *\\\n", "", install).replace("/tmp/wheelhouse", str(mounted))  # noqa: S108 - in the image
    code, said = ran(["sh", "-e", "-c", told], home, PIP_INDEX_URL="http://nowhere.invalid/")
    assert code == 0, said
    (entry,) = json.loads(re.findall(r"^ENTRYPOINT (.*)$", text, re.MULTILINE)[0])
    path = f"{home}/bin:/usr/bin:/bin"
    code, said = ran(
        [entry, "check", "材料", "--as-of", "2026-11-24", "-q"], work, PATH=path, PDO_POLICY_CACHE=str(tmp_path / "c")
    )
    assert (code, "结论：可以提交" in said) == (0, True), said


def test_hadolint_has_nothing_to_say() -> None:
    assert ran([str(LINTERS / "hadolint"), str(DOCKERFILE)], ROOT) == (0, "")
