"""docs/configuration.md names every setting, every value of it and every fault there can be."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pdo_policy.wording.configuration import MESSAGES

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/configuration.md").read_text("utf-8")
SETTINGS: dict[str, Any] = json.loads((ROOT / "schemas/configuration.schema.json").read_text("utf-8"))["properties"]
ROWS = {row[0]: row[1:] for row in re.findall(r"^\| `([\w-]+)` \| (.*?) \| (.*?) \| (.*) \|$", TEXT, re.MULTILINE)}


def test_the_table_has_every_setting_in_the_order_of_the_schema() -> None:
    assert list(ROWS) == list(SETTINGS)


@pytest.mark.parametrize("name", list(SETTINGS))
def test_a_row_says_what_the_schema_says(name: str) -> None:
    about, (kind, default, told) = SETTINGS[name], ROWS[name]
    assert kind.startswith("列表" if about["type"] == "array" else "文本")
    assert set(about.get("enum", ())) <= set(re.findall(r"`([\w-]+)`", told))
    if about.get("default"):
        written = about["default"] if isinstance(about["default"], str) else json.dumps(about["default"])
        assert default == f"`{written}`"
    else:
        assert "`" not in default


def test_every_fault_is_there() -> None:
    assert set(re.findall(r"CFG-F\d{3}", TEXT)) == set(MESSAGES)
    # Each but the first, which no page can show, is shown as it is told.
    assert set(re.findall(r"^\S+:\d+:\d+ 错误 (CFG-F\d{3})：", TEXT, re.MULTILINE)) == set(MESSAGES) - {"CFG-F001"}
