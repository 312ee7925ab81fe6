"""Frozen records behave as `dataclasses` would have them, and ask it only when somebody asks them."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


def made(dataclass: Any, field: Any) -> type:
    """One class by either maker."""

    @dataclass(frozen=True)
    class Paper:
        title: str
        pages: int = 1
        notes: Mapping[str, str] = field(default_factory=dict)

        @property
        def told(self) -> str:
            return f"{self.title}, {self.pages}"

    return Paper


OURS, THEIRS = made(frozen.dataclass, frozen.field), made(dataclasses.dataclass, dataclasses.field)
NAMES = st.sampled_from(["title", "pages", "notes", "author"])
VALUES = st.one_of(st.text(max_size=2), st.integers(), st.dictionaries(st.text(max_size=1), st.text(max_size=1)))


def outcome(kind: type, positional: list[Any], named: dict[str, Any]) -> tuple[Any, ...]:
    try:
        record = kind(*positional, **named)
    except TypeError as error:
        return (str(error),)
    return record.title, record.pages, record.notes, record.told


@given(st.lists(VALUES, max_size=4), st.dictionaries(NAMES, VALUES))
def test_a_record_is_made_of_the_same_calls(positional: list[Any], named: dict[str, Any]) -> None:
    assert outcome(OURS, positional, named) == outcome(THEIRS, positional, named)


@given(st.tuples(st.sampled_from("ab"), st.integers(0, 1)), st.tuples(st.sampled_from("ab"), st.integers(0, 1)))
def test_records_compare_and_hash_by_their_fields(first: tuple[str, int], second: tuple[str, int]) -> None:
    ours, theirs = (
        [kind(title, pages, notes=()) for title, pages in (first, second)] for kind in (OURS, THEIRS)
    )  # fmt: skip
    assert (ours[0] == ours[1]) is (theirs[0] == theirs[1])
    assert (hash(ours[0]) == hash(ours[1])) is (hash(theirs[0]) == hash(theirs[1]))
    assert ours[0] != theirs[0]
    assert ours[0] != first


def test_what_dataclasses_tells_of_a_record_is_told() -> None:
    record: Any = OURS("甲", 2)
    assert repr(record) == repr(THEIRS("甲", 2))
    standard: Any = dataclasses
    assert standard.is_dataclass(record)
    assert [field.name for field in standard.fields(record)] == ["title", "pages", "notes"]
    assert standard.asdict(record) == {"title": "甲", "pages": 2, "notes": {}}
    assert standard.replace(record, pages=3) == frozen.replace(record, pages=3) == OURS("甲", 3)
    assert frozen.with_other(record, "pages")(3) == OURS("甲", 3)
    assert record == OURS("甲", 2)
    assert record.__match_args__ == THEIRS("甲").__match_args__


@pytest.mark.parametrize("replace", [frozen.replace, dataclasses.replace], ids=["ours", "theirs"])
def test_a_change_of_what_is_not_there_is_refused(replace: Any) -> None:
    with pytest.raises(TypeError, match="author"):
        replace(OURS("甲"), author="乙")


def test_a_record_cannot_be_changed() -> None:
    record: Any = OURS("甲")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'title'"):
        record.title = "乙"
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'title'"):
        del record.title


def test_no_record_shares_what_is_made_for_each() -> None:
    first: Any = OURS("甲")
    second: Any = OURS("甲")
    assert first.notes is not second.notes


def test_dataclasses_is_not_waited_for() -> None:
    code = "import sys, pdo_policy.report, pdo_policy.findings; print('dataclasses' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
