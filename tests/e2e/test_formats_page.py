"""docs/formats.md and docs/gallery.md tell the truth: excerpts are of golden files, and every format is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pdo_policy.api import FOLDER
from pdo_policy.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/formats.md"
TEXT = PAGE.read_text("utf-8")
GALLERY = (ROOT / "docs/gallery.md").read_text("utf-8")
EXCERPT = re.compile(r"^<!-- golden: (\S+) -->\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXCERPTS = EXCERPT.findall(TEXT)


@pytest.mark.parametrize(("file", "excerpt"), [*EXCERPTS, *EXCERPT.findall(GALLERY)])
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


def test_the_gallery_shows_every_format_with_a_picture_or_an_excerpt() -> None:
    sections = re.findall(r"^### ([^：\n]+)(?:：[^\n]*)?\n(.*?)(?=^##|\Z)", GALLERY, re.MULTILINE | re.DOTALL)
    assert {name for title, _ in sections for name in title.split("、")} == {*REPORTERS, FOLDER}
    for title, body in sections:
        assert "![" in body or "<!-- golden" in body, title


@pytest.mark.parametrize("text", [TEXT, GALLERY], ids=["formats", "gallery"])
def test_links_lead_somewhere(text: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        if not target.isdigit():  # a link of SARIF in an excerpt
            assert (PAGE.parent / target).exists(), target
