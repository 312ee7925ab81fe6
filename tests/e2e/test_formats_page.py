"""docs/formats.md tells the truth: its excerpts are of golden files, and it names every format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pdo_policy.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/formats.md"
TEXT = PAGE.read_text("utf-8")
EXCERPTS = re.findall(r"^<!-- golden: (\S+) -->\n```text\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("file", "excerpt"), EXCERPTS, ids=[file for file, _ in EXCERPTS])
def test_an_excerpt_stands_in_its_file(file: str, excerpt: str) -> None:
    golden = "\n" + (ROOT / "tests/golden" / file).read_text("utf-8")
    at = 0
    for part in excerpt.split("...\n"):
        at = golden.find(f"\n{part}", at)
        assert at >= 0, part
        at += len(part)


def test_every_format_is_in_the_table_and_has_a_section_with_an_excerpt() -> None:
    named = re.findall(r"^\| `([\w-]+)` \|", TEXT, re.MULTILINE)
    sections = [title for title in re.findall(r"^## (.+)$", TEXT, re.MULTILINE) if title in REPORTERS]
    assert set(sections) == set(named) == set(REPORTERS)
    assert len(sections) == len(EXCERPTS) == len(REPORTERS)


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT):
        if not target.isdigit():  # a link of SARIF in an excerpt
            assert (PAGE.parent / target).exists(), target
