"""A plain check is understood without click as click would have understood it, and anything else is left to click."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.cli import check as command
from pdo_policy.cli.plain import CheckCall, plain_call

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
WORDS = st.sampled_from(
    [
        "check", "-f", "--format", "--format=json", "-fjson", "json:out.json", "--fail-on", "--fail-on=note", "never",
        "sometimes", "--law", "draft", "--as-of", "--as-of=2026-11-24", "--as-of=", "2026-11-24", "--lang", "--lang=en",
        "en", "zh", "fr", "--rulebook", "--findings-file", "--determinations=a.yaml", "a.yaml", "材料", "-", "--", "",
        "-h", "--help", "--as", "--unknown", "-x", "=", "--lang=", "文件 名.yaml",
        "-j", "--jobs", "--jobs=2", "0", "2", "007", "256", "257", "--stdin-ndjson", "--changed-since", "r.ndjson",
    ]
)  # fmt: skip


def by_click(arguments: Sequence[str]) -> CheckCall | None:
    """What click makes of the arguments of a check; None where it refuses them or shows its help."""
    try:
        context = command.check.make_context("check", list(arguments))
    except (click.exceptions.Exit, click.ClickException):
        return None
    return CheckCall(**context.params)


@given(st.lists(WORDS, max_size=7))
def test_click_understands_the_same(arguments: list[str]) -> None:
    call = plain_call(["check", *arguments])
    if call is not None:
        assert by_click(arguments) == call


PLAIN: dict[str, tuple[list[str], CheckCall]] = {
    "a-file": (["a.yaml"], CheckCall(("a.yaml",))),
    "nothing": ([], CheckCall()),
    "standard-input": (["-", "--lang", "en"], CheckCall(("-",), lang="en")),
    "all-options": (
        ["a", "-f", "json", "--format=sarif:s", "--fail-on", "note", "--law=draft", "--as-of", "2026-11-24", "b",
         "--rulebook", "r", "--findings-file", "f", "--determinations=g"],
        CheckCall(("a", "b"), ("json", "sarif:s"), "note", "draft", ("f", "g"), "2026-11-24", "r"),
    ),
    "many-papers": (
        ["-j", "2", "--stdin-ndjson", "--jobs=0", "--changed-since", "r"],
        CheckCall(jobs=0, stdin_ndjson=True, changed_since="r"),
    ),
    "said-twice": (["a", "--law", "draft", "--law", "in-force"], CheckCall(("a",), law="in-force")),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "call"), list(PLAIN.values()), ids=list(PLAIN))
def test_what_is_plain(arguments: list[str], call: CheckCall) -> None:
    assert plain_call(["check", *arguments]) == call


@pytest.mark.parametrize(
    "arguments",
    [[], ["why", "a"], ["check", "-h"], ["check", "--unknown"], ["check", "--", "a"], ["check", "--lang", "fr"],
     ["check", "--law"], ["check", "--law", "-x"], ["check", "-fjson"],
     ["check", "-j", "257"], ["check", "-j2"], ["check", "--jobs", "two"]],
    ids=" ".join,
)  # fmt: skip
def test_what_is_left_to_click(arguments: list[str]) -> None:
    assert plain_call(arguments) is None


def test_the_defaults_are_those_of_the_options() -> None:
    assert by_click([]) == CheckCall()


@pytest.mark.parametrize(
    "arguments", [["samples/compliant"], ["samples/deficient", "-f", "json"], ["nowhere.yaml"], []]
)
def test_both_ways_print_the_same(arguments: list[str]) -> None:
    def told(code: str) -> tuple[int, bytes, bytes]:
        whole = [sys.executable, "-c", code, "check", *arguments, "--as-of", "2026-11-24"]
        done = subprocess.run(whole, cwd=ROOT, capture_output=True, check=False)
        return done.returncode, done.stdout, done.stderr

    plainly = told("from pdo_policy import cli; cli.main()")
    assert told("from pdo_policy import cli; cli.plain_call = lambda *_: None; cli.main()") == plainly


def test_a_reader_that_has_seen_enough_changes_no_exit_code() -> None:
    command: list[Any] = [sys.executable, "-m", "pdo_policy", "check", "samples/compliant", "-f", "json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert (child.wait(), child.stderr.read()) == (0, b"")
