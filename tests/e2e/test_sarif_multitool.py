"""Microsoft's validator of SARIF, with GitHub's rules, finds nothing in our logs; `make check-formats` fetches it."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy.api import render
from pdo_policy.report import Whereabouts
from pdo_policy.source import Source
from tests.golden.reports import cases
from tests.reports import PLAN, RECORD, finding, made, report_of, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.report import Report

# The program itself: what npm puts in front of it hands names with spaces to a shell.
TOOL = next(Path(__file__).parents[2].glob(".judges/node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool"), None)
ALLOWED = {
    "SARIF2005",  # no `informationUri`: the project has no page of its own to point at
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        TOOL is None, reason="NOT CHECKED: the SARIF multitool is not installed; `make check-formats` fetches it"
    ),
]


def judged(logs: Iterable[Path], folder: Path) -> list[dict[str, Any]]:
    """What the validator finds of the levels error and warning."""
    verdict = folder / "verdict.json"
    files = list(map(str, logs))
    command = [str(TOOL), "validate", *files, "--rule-kind", "Sarif;Gh", "--level", "Error;Warning"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(
        [*command, "--output", str(verdict), "--log", "ForceOverwrite", "--max-file-size-in-kb", "100000"],
        capture_output=True, text=True, check=False, env=environment, cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Done. {len(files)} files scanned." in done.stdout
    found: list[dict[str, Any]] = json.loads(verdict.read_text("utf-8-sig"))["runs"][0]["results"]
    return found


def awkward() -> Report:
    """Chinese and astral characters, spaces, brackets, links, and files that are not in the repository."""
    names = ("材料/方案 一.yaml", "a b#c?d%41.yaml", "/外面/乙 丙.json", "../../别处/[甲](1).yaml", "-")
    text = "[甲](2) {0} %41 <b> 𠮷 \\ ]( 再\n"
    findings = []
    for number, name in enumerate(names):
        source = Source(name, text)
        places = tuple(replace(one, span=source.span(2, 9)) for one in report_of().findings[0].locations * 3)
        words = replace(report_of().findings[0].text, headline=text)
        findings.append(finding(rule(), source, PLAN, number, locations=places, text=words))
    inputs = [replace(RECORD, path=name) for name in names]
    return made(findings, [], inputs, [rule()], Whereabouts("/仓 库/子", "/仓 库"))


def test_nothing_is_found_against_our_logs(tmp_path: Path) -> None:
    texts = {f"{case.name}{lang}": (case / f"report{lang}.sarif").read_text("utf-8")
             for case in cases() for lang in ("", "-en")}  # fmt: skip
    texts |= {"许 多": render(report_of(5000), "sarif"), "awkward report": render(awkward(), "sarif")}
    logs = []
    for name, text in texts.items():
        logs.append(tmp_path / f"{name}.sarif")
        logs[-1].write_text(text, "utf-8")
    found = judged(logs, tmp_path)
    assert [one for one in found if one["ruleId"] not in ALLOWED] == []


def test_the_validator_does_find_faults(tmp_path: Path) -> None:
    log = json.loads(render(awkward(), "sarif"))
    first, second, third, *_ = log["runs"][0]["results"]
    first["ruleIndex"] = 99
    second["locations"] = []
    third["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "/a b"
    (tmp_path / "bad.sarif").write_text(json.dumps(log), "utf-8")
    found = {one["ruleId"] for one in judged([tmp_path / "bad.sarif"], tmp_path)}
    assert {"SARIF1009", "SARIF1002", "GH1015"} <= found
