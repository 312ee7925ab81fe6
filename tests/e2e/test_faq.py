"""docs/faq.md tells the truth: every exit code of its table is what its example ends with."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.e2e.test_guides import ran, steps

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "faq.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d) \| .* \| (?:`pdo-policy (.+)`)? \|$", TEXT, re.MULTILINE)


@pytest.mark.parametrize(("code", "call"), [row for row in ROWS if row[1]], ids=[code for code, call in ROWS if call])
def test_an_example_ends_with_its_code(code: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for step in steps("faq.md"):
        (tmp_path / step.file).parent.mkdir(exist_ok=True)
        (tmp_path / step.file).write_text(step.text, "utf-8")
    assert ran(shlex.split(call)) == int(code)


def test_every_code_is_in_the_table() -> None:
    assert [int(code) for code, _ in ROWS] == [0, 1, 2, 3, 4, 5]
    assert [code for code, call in ROWS if not call] == ["5"]


def test_what_is_said_of_the_gravest_is_what_the_readme_says() -> None:
    order = re.findall(r"(?:先后是|in the order) ([0-9、, ]+)", TEXT + (DOCS.parent / "README.md").read_text("utf-8"))
    assert [re.findall(r"\d", each) for each in order] == [list("524310")] * 2


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT):
        assert (DOCS / target).exists(), target
