"""docs/reference.md has every word of the language and every code of a message, each once, with what it means."""

from __future__ import annotations

import json
import re

import pytest

from pdo_policy import bundled
from pdo_policy.language.keywords import KEYWORDS
from pdo_policy.lookup.codes import codes
from pdo_policy.pages.language_page import language_page
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS

TEXT = language_page()
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in TEXT.splitlines() if line.startswith("| ")]


def test_every_keyword_stands_in_the_table_with_both_packs() -> None:
    rows = {(row[0], row[1]) for row in ROWS}
    assert {(" · ".join(it.zh), f"`{' · '.join(it.en)}`") for it in KEYWORDS.values()} <= rows


@pytest.mark.parametrize("name", [name for name in (*FUNCTIONS, *AGGREGATES) if not name.isascii()])
def test_every_function_is_told(name: str) -> None:
    (row,) = [row for row in ROWS if row[0] == name]
    assert len(row[2]) > 4


def test_every_code_is_told() -> None:
    told = {re.sub(r"^\[(.+?)\].*$", r"\1", row[0]).strip("`") for row in ROWS}
    assert set(codes()) <= told


def test_nothing_is_left_open_but_what_is_shown_as_open() -> None:
    assert re.findall(r"\{\w+\}", TEXT) == []
    assert all(all(cell for cell in row) for row in ROWS)


def test_the_kinds_of_field_are_those_that_a_schema_of_ones_own_may_name() -> None:
    form = json.loads((bundled.data("schemas") / "document.schema.json").read_text("utf-8"))
    named = form["$defs"]["Schema"]["properties"]["x-kind"]["enum"]
    section = TEXT.split("## 字段的类型")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == named
