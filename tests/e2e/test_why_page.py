"""docs/why.md tells the truth: its files are written, its commands run, and they print what stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pdo_policy import cli
from tests.rulebooks import small

PAGE = Path(__file__).parents[2] / "docs/why.md"
TEXT = PAGE.read_text("utf-8")
BLOCK = re.compile(r"^(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_page_runs_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small(tmp_path)
    monkeypatch.chdir(root)
    ran = 0
    for file, language, text in BLOCK.findall(TEXT):
        if file:
            (root / file).write_text(text, "utf-8")
        elif language == "console":
            command, _, expected = text.removeprefix("$ ").partition("\n")
            with pytest.raises(SystemExit):
                cli.main(command.split()[1:])
            assert capsys.readouterr().out == expected, command
            ran += 1
    assert ran == 3


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT):
        assert (PAGE.parent / target).exists(), target
