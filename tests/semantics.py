"""The page docs/semantics.md becomes tables that tests run."""

from __future__ import annotations

import re
from pathlib import Path

TEXT = (Path(__file__).parents[1] / "docs" / "semantics.md").read_text(encoding="utf-8")
TRUTH = {"T": True, "F": False, "U": None}


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table, cell by cell."""
    found = re.search(rf"<!-- table: {name} -->\n(.*?)\n\n", TEXT + "\n\n", re.DOTALL)
    assert found, name
    lines = found.group(1).splitlines()[2:]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def written(cell: str) -> str:
    """What stands in a cell between backticks."""
    return cell.strip("`")
