"""The files of the shipped rules: a topic each, of a size that one reads at a sitting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pdo_policy import bundled

if TYPE_CHECKING:
    from pathlib import Path

FEWEST, MOST = 3, 12
EXCEPTED: dict[str, str] = {}
"""Files of fewer or more rules, each with the reason why it is not joined to another or split; none at present."""


def files() -> list[Path]:
    return sorted(bundled.rulebook_folder().rglob("*.pdl"))


def size(file: Path) -> int:
    return len(re.findall(r"^规则 ", file.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("file", files(), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_file_of_rules_holds_three_to_twelve(file: Path) -> None:
    named = f"{file.parent.name}/{file.name}"
    assert FEWEST <= size(file) <= MOST or EXCEPTED.get(named)


def test_no_exception_outlives_its_reason() -> None:
    sizes = {f"{file.parent.name}/{file.name}": size(file) for file in files()}
    assert {name for name in EXCEPTED if FEWEST <= sizes.get(name, FEWEST) <= MOST} == set()


def test_every_file_of_rules_has_its_cases_beside_it() -> None:
    assert [file.name for file in files() if not file.with_name(f"{file.stem}.cases.yaml").is_file()] == []
