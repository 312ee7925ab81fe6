"""The files of integrations/ and the action do what they say: their commands are run as each platform runs them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.readers import gitlab, sarif, summary, workflow
from tests.rulebooks import small

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "integrations"
FILES = sorted(path for path in PLACE.rglob("*") if path.suffix in (".yml", ".yaml") and "pytest" not in path.parts)
BASH, SH = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail"), ("sh", "-e")
GOAL = "规则 T-GOAL “写明目标”\n  依据 《实施规范》第八条\n  对象 方案\n  严重度 严重\n  应当 方案.目标 已载明\n完\n"
PLAN = "kind: plan\ndossier: D\nid: P\ntitle: 题\nstatus: 已印发\n"
# It stands for `python3` and for the Python of environments: nothing is installed, and what should be is written down.
SHIM = """#!/bin/sh
case "$*" in
  *'-m venv '*)
    for folder; do :; done
    mkdir -p "$folder/bin"
    cp "$0" "$folder/bin/python" ;;
  *'-m pip '*)
    echo "$*" >> {log}
    printf '#!/bin/sh\\nexec {python} -m pdo_policy "$@"\\n' > "${{0%/*}}/pdo-policy"
    chmod +x "${{0%/*}}/pdo-policy" ;;
  *) exec {python} "$@" ;;
esac
"""


class Project(NamedTuple):
    """A repository with papers, and a runner that has nothing installed."""

    folder: Path
    log: Path
    environment: dict[str, str]

    def run(self, script: str, shell: tuple[str, ...] = BASH, **environment: str) -> tuple[int, str]:
        file = self.folder.parent / "script"
        file.write_text(script, "utf-8")
        done = subprocess.run(
            [*shell, str(file)],
            cwd=self.folder,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def installed(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []


def project(tmp_path: Path, *, good: bool) -> Project:
    book = small(tmp_path / "book", GOAL)
    folder, shims = tmp_path / "项 目", tmp_path / "shims"
    for each in (folder / ".git", folder / "材料 一", folder / "wheelhouse", shims, tmp_path / "temp"):
        each.mkdir(parents=True)
    (folder / "材料 一/方案 甲.yaml").write_text(PLAN + ("goal: 方便办事\n" if good else ""), "utf-8")
    (folder / "pdo-policy.toml").write_text(
        f'paths = ["材料 一"]\nas-of = "2026-01-05"\nrulebook = {json.dumps(os.path.relpath(book, folder))}\n', "utf-8"
    )
    shim = SHIM.format(log=shlex.quote(str(tmp_path / "log")), python=shlex.quote(sys.executable))
    (shims / "python3").write_text(shim, "utf-8")
    (shims / "python3").chmod(0o755)
    environment = {
        "PATH": f"{shims}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "PDO_POLICY_CACHE": os.environ["PDO_POLICY_CACHE"],
        "RUNNER_TEMP": str(tmp_path / "temp"),
    }
    return Project(folder, tmp_path / "log", environment)


# ---------------------------------------------------------------------- the action of GitHub

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


class Acted(NamedTuple):
    code: int
    said: str
    outputs: dict[str, str]
    summary: str


def acted(made: Project, **inputs: str) -> Acted:
    """What the action does, with the environment that GitHub gives its steps."""
    files = {name: made.folder.parent / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.touch()
    told = {name: str(about.get("default", "")) for name, about in ACTION["inputs"].items()}
    told |= {name.replace("_", "-"): value for name, value in inputs.items()}
    context = {"GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": "/镜像/动作 一", **{k: str(v) for k, v in files.items()}}
    code, said = 0, ""
    for step in ACTION["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an input in a command would be run"
        given = {name: INPUT.sub(lambda found: told[found[1]], value) for name, value in step.get("env", {}).items()}
        code, new = made.run(step["run"], BASH, **context, **given)
        said += new
        if code:
            break
    pairs = [line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()]
    return Acted(code, said, dict(pairs), files["GITHUB_STEP_SUMMARY"].read_text("utf-8"))


@pytest.mark.parametrize("good", [True, False], ids=["met", "not met"])
def test_the_action_annotates_sums_up_writes_sarif_and_keeps_the_exit_code(tmp_path: Path, good: bool) -> None:
    made = project(tmp_path, good=good)
    seen = acted(made, formats="html:报 告/全部.html\njson:a.json\n", fail_on="error")
    target = made.folder / "pdo-policy.sarif"
    assert (seen.code, seen.outputs) == (int(not good), {"exit-code": str(int(not good)), "sarif-file": str(target)})
    assert (
        len(workflow(seen.said).annotations("error"))
        == len(sarif(target.read_text("utf-8"))["results"])
        == int(not good)
    )
    assert len(summary(seen.summary).findings) == int(not good)
    assert (made.folder / "报 告/全部.html").is_file()
    assert json.loads((made.folder / "a.json").read_text("utf-8"))["run"]["exit_code"] == int(not good)
    assert made.installed() == ["-I -m pip install --quiet --disable-pip-version-check /镜像/动作 一"]
    assert {name: about["value"] for name, about in ACTION["outputs"].items()} == {
        name: f"${{{{ steps.check.outputs.{name} }}}}" for name in seen.outputs
    }


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"paths": '$(touch 坏)\n`touch 坏`\n"; touch 坏; "\n'}, 3),
        ({"paths": "--fail-on=never\n"}, 3),
        ({"fail_on": "never --config=x"}, 2),
        ({"sarif": "a\nexit-code=0"}, 2),
        ({"working_directory": "没有"}, 1),
        ({"paths": "材料 一\r\n\n材料 一/方案 甲.yaml"}, 1),
    ],
    ids=["commands", "an option", "two options", "two outputs", "no folder", "odd lines"],
)
def test_what_stands_in_an_input_is_never_run_and_a_wrong_one_never_passes(
    tmp_path: Path, inputs: dict[str, str], code: int
) -> None:
    made = project(tmp_path, good=False)
    (made.folder / "pdo-policy.sarif").write_text("以前的", "utf-8")
    seen = acted(made, **inputs)
    assert seen.code == code, seen.said
    assert "坏" not in {path.name for path in made.folder.rglob("*")}
    assert seen.outputs.get("exit-code", str(seen.code)) == str(seen.code)
    if "sarif-file" in seen.outputs:
        sarif(Path(seen.outputs["sarif-file"]).read_text("utf-8"))


def test_an_old_python_is_told_and_nothing_is_checked(tmp_path: Path) -> None:
    made = project(tmp_path, good=True)
    shim = Path(made.environment["PATH"].split(":")[0]) / "python3"
    shim.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    seen = acted(made)
    assert (seen.code, seen.outputs, made.installed()) == (1, {}, [])
    assert seen.said == "::error::pdo-policy 需要 Python 3.11 或更新的；在这一步以前用 actions/setup-python。\n"


def test_the_workflow_gives_the_action_what_it_takes() -> None:
    job = yaml.safe_load((PLACE / "github/pdo-policy.yml").read_text("utf-8"))["jobs"]["pdo-policy"]
    (used,) = [step for step in job["steps"] if "pdo-policy" in step.get("uses", "")]
    assert set(used["with"]) <= set(ACTION["inputs"])
    asked = set(re.findall(rf"steps\.{used['id']}\.outputs\.([a-z-]+)", json.dumps(job)))
    assert asked == {"sarif-file"} <= set(ACTION["outputs"])


# ---------------------------------------------------------------------- the other platforms


class Script(NamedTuple):
    """The commands of a pipeline, what runs them, and the environment that the pipeline gives them."""

    text: str
    shell: tuple[str, ...]
    environment: dict[str, str]


Platform = Callable[[], Script]


def _gitlab() -> Script:
    text = (PLACE / "gitlab/templates/pdo-policy.yml").read_text("utf-8")
    header, job = yaml.safe_load_all(text)
    told = {name: str(about.get("default", "")) for name, about in header["spec"]["inputs"].items()}
    job = job["pdo-policy"]
    lines = [*job["before_script"], *job["script"]]
    assert "$[[" not in "".join(lines), "an input in a command would be run"
    filled = {
        name: re.sub(r"\$\[\[ inputs\.([a-z-]+) \]\]", lambda found: told[found[1]], value)
        for name, value in job["variables"].items()
    }
    return Script("\n".join(lines), BASH, filled)


def _cnb() -> Script:
    main = yaml.safe_load((PLACE / "cnb/.cnb.yml").read_text("utf-8"))["main"]
    assert main["push"] == main["pull_request"]
    (pipeline,) = main["push"]
    return Script("\n".join(stage["script"] for stage in pipeline["stages"]), SH, pipeline["env"])


def _gitee() -> Script:
    (stage,) = yaml.safe_load((PLACE / "gitee-go/pdo-policy.yml").read_text("utf-8"))["stages"]
    (step,) = stage["steps"]
    return Script("\n".join(step["commands"]), BASH, {})


def _jenkins() -> Script:
    text = (PLACE / "jenkins/Jenkinsfile").read_text("utf-8")
    assert text.count("{") == text.count("}")
    parts = re.findall(r"sh '''\n(.*?)'''", text, re.DOTALL)
    # Each is a process of its own, and the first that fails ends the stage.
    script = "\n".join(f"sh -xe -c {shlex.quote(part)}" for part in parts)
    return Script(script, SH, dict(re.findall(r"^    (PDO_[A-Z]+) = '(.*)'$", text, re.MULTILINE)))


FROM_WHEELHOUSE = "-I -m pip install --quiet --disable-pip-version-check --no-index --find-links wheelhouse pdo-policy"


@pytest.mark.parametrize(
    ("platform", "folder", "good"),
    [
        (_gitlab, "", True),
        (_gitlab, "", False),
        (_cnb, "", False),
        (_gitee, "out/", False),
        (_jenkins, "", False),
    ],
    ids=["gitlab-met", "gitlab", "cnb", "gitee", "jenkins"],
)
def test_a_pipeline_installs_checks_writes_its_reports_and_keeps_the_exit_code(
    tmp_path: Path, platform: Platform, folder: str, good: bool
) -> None:
    made = project(tmp_path, good=good)
    script, shell, environment = platform()
    code, said = made.run(script, shell, **environment)
    assert code == int(not good), said
    assert made.installed() == [FROM_WHEELHOUSE]
    assert ("材料 一/方案 甲.yaml:1:1: 严重 T-GOAL" in said) == (not good)
    assert (made.folder / f"{folder}pdo-policy.junit.xml").read_text("utf-8").count("<failure") == int(not good)
    assert (made.folder / f"{folder}pdo-policy.html").is_file()
    if platform is _gitlab:
        assert len(gitlab((made.folder / "gl-code-quality-report.json").read_text("utf-8"))) == int(not good)


def test_a_pipeline_ends_where_nothing_could_be_installed(tmp_path: Path) -> None:
    for platform in (_gitlab, _cnb, _gitee, _jenkins):
        made = project(tmp_path / platform.__name__, good=True)
        shim = Path(made.environment["PATH"].split(":")[0]) / "python3"
        shim.write_text(shim.read_text("utf-8").replace("*'-m pip '*)", "*'-m pip '*) exit 7"), "utf-8")
        script, shell, environment = platform()
        code, _ = made.run(script, shell, **environment)
        assert (code, list(made.folder.rglob("*.html"))) == (7, [])


def test_what_gitlab_is_given_is_kept_is_what_is_written() -> None:
    _, job = yaml.safe_load_all((PLACE / "gitlab/templates/pdo-policy.yml").read_text("utf-8"))
    artifacts = job["pdo-policy"]["artifacts"]
    assert artifacts["when"] == "always"
    assert {*artifacts["paths"], *artifacts["reports"].values()} == set(re.findall(r"-f \w+:(\S+)", _gitlab()[0]))
    (included,) = yaml.safe_load((PLACE / "gitlab/.gitlab-ci.yml").read_text("utf-8"))["include"]
    header, _ = yaml.safe_load_all((PLACE / "gitlab/templates/pdo-policy.yml").read_text("utf-8"))
    assert set(included["inputs"]) <= set(header["spec"]["inputs"])


def test_an_input_of_gitlab_is_never_run(tmp_path: Path) -> None:
    made = project(tmp_path, good=False)
    script, shell, environment = _gitlab()
    code, said = made.run(
        script, shell, **{**environment, "PDO_PATH": '$(touch 坏)"; touch 坏; "', "PDO_FAIL_ON": "never"}
    )
    assert (code, (made.folder / "坏").exists()) == (3, False), said
    code, _ = made.run(script, shell, **{**environment, "PDO_PATH": "材料 一", "PDO_FAIL_ON": "never"})
    assert code == 0


# ---------------------------------------------------------------------- the rest


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PLACE).as_posix())
def test_a_file_is_yaml_and_names_no_address_that_is_not_there(path: Path) -> None:
    text = path.read_text("utf-8")
    assert list(yaml.safe_load_all(text))
    assert set(re.findall(r"https?://([^/\s]+)", text)) <= {"git.example.invalid"}
    assert not re.search(r"pip install(?!.*--no-index)", text), "anybody may take our name on PyPI"


def test_the_hooks_of_the_example_are_shipped() -> None:
    shipped = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (repository,) = yaml.safe_load((PLACE / "pre-commit/.pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == shipped


def test_the_line_of_reviewdog_keeps_the_exit_code(tmp_path: Path) -> None:
    text = (PLACE / "README.md").read_text("utf-8")
    (line,) = re.findall(r"^```sh\n(set -o pipefail\n.*?)^```$", text, re.MULTILINE | re.DOTALL)
    made = project(tmp_path, good=False)
    shims = Path(made.environment["PATH"].split(":")[0])
    for name, does in (
        ("reviewdog", "exec cat"),
        ("pdo-policy", f'exec {shlex.quote(sys.executable)} -m pdo_policy "$@"'),
    ):
        (shims / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (shims / name).chmod(0o755)
    code, said = made.run(line, ("bash",))
    assert code == 1
    assert '"path": "材料 一/方案 甲.yaml"' in said


def test_the_readme_shows_every_file_and_its_links_lead_somewhere() -> None:
    text = (PLACE / "README.md").read_text("utf-8")
    targets = set(re.findall(r"\]\((?!https?:|#)([^)#]+)", text))
    for target in targets:
        assert (PLACE / target).exists(), target
    shown = {(PLACE / target).resolve() for target in targets}
    assert {path for path in FILES if path not in shown} == set()
    assert all(f"`{name}`" in text for name in ACTION["inputs"])
