"""Every table of words has both languages, in every room of `wording`, and neither is mixed with the other."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

from pdo_policy import wording
from pdo_policy.wording import Message
from pdo_policy.wording.rule_conditions import Explained

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = re.compile("[\u3400-\u9fff]")
WORD = re.compile("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
ROOMS = sorted(one.name for one in pkgutil.iter_modules(wording.__path__))


def pairs(room: str) -> Iterator[tuple[str, str, str]]:
    """Name, Chinese and English of each text of a room's tables."""
    module = importlib.import_module(f"pdo_policy.wording.{room}")
    for table, held in vars(module).items():
        if not isinstance(held, Mapping) or table.startswith("__"):
            continue
        for code, said in held.items():
            if isinstance(said, Message):
                for part in said.zh._fields:
                    yield f"{table}[{code}].{part}", getattr(said.zh, part), getattr(said.en, part)
            elif isinstance(said, Explained):
                yield f"{table}[{code}]", said.zh, said.en
            elif isinstance(said, tuple) and len(said) == 2 and all(isinstance(one, str) for one in said):
                yield f"{table}[{code}]", *said


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_are_there_and_apart(room: str) -> None:
    for name, chinese, english in pairs(room):
        assert bool(chinese) is bool(english), name
        assert not WORD.search(chinese.replace("pdo-policy", "")), f"{name}: English in the Chinese: {chinese}"


def test_every_room_has_tables() -> None:
    assert [room for room in ROOMS if not list(pairs(room))] == []
