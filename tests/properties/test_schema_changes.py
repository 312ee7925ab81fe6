"""Whatever stands in a schema of one's own, the rulebook loads or every problem has words and a place."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.errors import Problem, RulebookError
from pdo_policy.rulebook.load import load
from pdo_policy.wording import law, worded
from tests.rulebooks import SCHEMAS, small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYWORDS = (
    "type", "properties", "items", "$ref", "$defs", "enum", "const", "format", "pattern", "required", "x-kind", "x-key",
    "x-choices", "x-clauses", "x-aliases", "title", "minimum", "if", "then", "oneOf", "additionalProperties", "甲",
)  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 9), st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(KEYWORDS),
    st.sampled_from(("string", "object", "array", "date", "record", "list", "choice", "#/$defs/A", "(a", "")),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYWORDS), inner, max_size=4)),
    max_leaves=12,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in items:
        yield from places(below, (*path, key))


PLACES = list(places(SCHEMAS["plan"]))


def changed(path: tuple[Any, ...], value: Any) -> Any:
    schema = copy.deepcopy(SCHEMAS["plan"])
    if not path:
        return value
    at: Any = schema
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return schema


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small(tmp_path_factory.mktemp("book"))


def problems(book: Path, schema: Any) -> tuple[Problem, ...]:
    (book / "plan.schema.json").write_text(json.dumps(schema, ensure_ascii=False), "utf-8")
    try:
        load(book)
    except RulebookError as error:
        return error.problems or (Problem("none"),)
    return ()


@given(path=st.sampled_from(PLACES), value=VALUES)
def test_any_change_of_a_schema_is_taken_or_told(book: Path, path: tuple[Any, ...], value: Any) -> None:
    for problem in problems(book, changed(path, value)):
        assert problem.span is not None
        for lang in ("zh", "en"):
            assert worded(law.MESSAGES, problem.code, problem.facts, lang).headline
