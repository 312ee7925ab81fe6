"""docs/testing-rules.md tells the truth: its files are written, its commands run, and they print what stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from pdo_policy import cli
from pdo_policy.testing import alterations, mutants
from pdo_policy.wording.testing import said
from tests.rulebooks import small

PAGE = Path(__file__).parents[2] / "docs/testing-rules.md"
TEXT = PAGE.read_text("utf-8")
BLOCK = re.compile(r"^(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """A file to be written, or commands to be run with what they print."""

    file: str
    text: str


def steps() -> list[Step]:
    return [Step(file, text) for file, language, text in BLOCK.findall(TEXT) if file or language == "console"]


def test_the_page_runs_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small(tmp_path)
    monkeypatch.chdir(root)
    ran = 0
    for step in steps():
        if step.file:
            (root / step.file).write_text(step.text, "utf-8")
            continue
        for part in re.split(r"^\$ ", step.text, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            with pytest.raises(SystemExit):
                cli.main(command.split()[1:])
            assert capsys.readouterr().out.strip() == expected.strip(), command
            ran += 1
    assert ran == 4


def test_the_table_has_every_kind_of_slip_and_calls_it_as_the_tool_does() -> None:
    table = TEXT[TEXT.index("<!-- table: kinds -->") :].split("\n\n")[0]
    rows = dict(re.findall(r"^\| (.+?) \| `(\w+)` \|", table, re.MULTILINE))
    told = set(re.findall(r"`(\w+)`[:,]", f"{alterations.__doc__}{mutants.__doc__}")) - {"alterations"}
    assert set(rows.values()) == told
    assert {said(name, "zh"): name for name in rows.values()} == rows


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT):
        assert (PAGE.parent / target).exists(), target
