"""The pages of the error contract and of the lints are those of the program, with a section for each code."""

from __future__ import annotations

import re

import pytest

from pdo_policy.linting.suppressions import family
from pdo_policy.wording.explaining import opened
from pdo_policy.wording.lint import MESSAGES as LINT_WORDS
from pdo_policy.wording.rulebook import MESSAGES as CONTRACT_WORDS
from tests.pages import DOCS, main

CODES = {"contract.md": CONTRACT_WORDS, "lints.md": LINT_WORDS}


def test_the_pages_are_up_to_date() -> None:
    assert main(["--check"]) == 0


@pytest.mark.parametrize("name", CODES)
def test_every_code_has_its_section(name: str) -> None:
    sections = re.findall(r"^### (\S+)$", (DOCS / name).read_text("utf-8"), re.MULTILINE)
    assert sections == sorted({family(code) for code in CODES[name]})


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("没有“{name}”，写作 {right}", "没有“…”，写作 …"),
        ("写作 {{ 和 }}", "写作 { 和 }"),
        ("写作 {{{{ 和 }}}}", "写作 {{ 和 }}"),
        ("核对名称，{hint}", "核对名称"),
        ("一句话。", "一句话"),
    ],
)
def test_a_template_is_shown_with_its_places_open(template: str, text: str) -> None:
    assert opened(template) == text
