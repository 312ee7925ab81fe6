"""What is said to be surely valid, the validator finds valid; what a check of a good paper needs, is said."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.documents.read import read
from pdo_policy.schema.binder import Binder
from pdo_policy.schema.fields import fields_of
from pdo_policy.schema.validate import compiled, matcher
from pdo_policy.schema.validity import is_valid
from pdo_policy.source import Source

if TYPE_CHECKING:
    from pdo_policy.documents.node import Mapping

ROOT = Path(__file__).parents[2]
KINDS = ("implementation_plan", "agreement", "annual_report")
SCHEMAS: dict[str, Any] = {
    kind: json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS
}
JUDGES = {kind: jsonschema_rs.Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}


def paper(kind: str) -> Any:
    path = ROOT / "samples" / "compliant" / f"{kind}.yaml"
    (document,) = read(Source(path.name, path.read_text("utf-8")))
    root: Mapping = document.root  # type: ignore[assignment]  # a paper is a record
    return Binder(document.source, fields_of(SCHEMAS[kind])).document(root)[1]


PAPERS = {kind: paper(kind) for kind in KINDS}
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 3), st.floats(), st.text(max_size=2), st.sampled_from(["1e999", "是"]),
    st.builds(list), st.builds(dict), st.just({"不适用": "理由"}), st.just({"not_applicable": ""}), st.just([None, 1]),
)  # fmt: skip


def places(data: Any) -> list[tuple[Any, Any]]:
    """Every container of a document with each of its keys."""
    keys = list(data) if isinstance(data, dict) else list(range(len(data))) if isinstance(data, list) else []
    return [(data, key) for key in keys] + [place for key in keys for place in places(data[key])]


@pytest.mark.parametrize("kind", KINDS)
def test_a_good_paper_is_surely_valid(kind: str) -> None:
    assert is_valid(SCHEMAS[kind], PAPERS[kind])


@given(st.sampled_from(KINDS), st.data())
def test_what_is_surely_valid_is_valid(kind: str, data: st.DataObject) -> None:
    changed = copy.deepcopy(PAPERS[kind])
    for _ in range(data.draw(st.integers(1, 3))):
        found = places(changed)
        container, key = found[data.draw(st.integers(0, len(found) - 1))]
        match data.draw(st.sampled_from(["put", "add", "drop"])):
            case "put":
                container[key] = data.draw(ODD)
            case "add" if isinstance(container, dict):
                container[data.draw(st.sampled_from(["不适用", "not_applicable", "other"]))] = data.draw(ODD)
            case _:
                del container[key]
    if is_valid(SCHEMAS[kind], changed):
        assert JUDGES[kind].is_valid(changed)


WORDS = st.sampled_from(["a", "b", "", "ab"])
VALUES = st.recursive(ODD, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2))
NAMES = st.sampled_from(["string", "null", "object", "array", "boolean", "integer", "number"])
SCHEMA = st.recursive(
    st.booleans() | st.fixed_dictionaries({}, optional={"type": NAMES, "minimum": st.integers(-1, 2)}),
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "type": st.lists(NAMES, min_size=1, max_size=3, unique=True),
            "enum": st.lists(ODD.filter(lambda value: value == value), min_size=1, max_size=3),  # noqa: PLR0124 - no NaN
            "const": st.sampled_from([1, True, "a", None]),
            "properties": st.dictionaries(WORDS, inner, max_size=2),
            "required": st.lists(WORDS, max_size=2, unique=True),
            "additionalProperties": inner,
            "patternProperties": st.dictionaries(st.just("a"), inner, max_size=1),
            "dependentSchemas": st.dictionaries(WORDS, inner, max_size=1),
            "items": inner,
            "prefixItems": st.lists(inner, min_size=1, max_size=1),
            "if": inner,
            "then": inner,
            "else": inner,
            "anyOf": st.lists(inner, min_size=1, max_size=2),
            "not": inner,
            "maxProperties": st.integers(0, 2),
            "minProperties": st.integers(0, 2),
            "minLength": st.integers(0, 2),
            "format": st.sampled_from(["date", "pdo-money"]),
            "$ref": st.just("#/$defs/one"),
        },
    ),
    max_leaves=6,
)


@given(SCHEMA, SCHEMA, VALUES)
def test_so_it_is_for_schemas_of_any_kind(schema: Any, defined: Any, value: Any) -> None:
    if isinstance(schema, dict):
        schema = {**schema, "$defs": {"one": defined if "$ref" not in str(defined) else True}}
        if is_valid(schema, value):
            assert jsonschema_rs.Draft202012Validator(schema).is_valid(value)


def test_the_validator_is_asked_where_something_is_wrong() -> None:
    found = compiled(SCHEMAS["implementation_plan"])
    assert list(found.violations(PAPERS["implementation_plan"])) == []
    assert [one.keyword for one in found.violations({**PAPERS["implementation_plan"], "other": 1})] == [
        "additionalProperties"
    ]
    assert list(found.violations(PAPERS["implementation_plan"])) == []


@given(
    st.lists(st.sampled_from(["本", "地", "a", "(", ")", "|", "A", "-", " "]), min_size=1, max_size=8).map("".join),
    st.text("本地aA-| ", max_size=8),
)
def test_patterns_of_words_mean_what_they_mean_to_the_validator(pattern: str, text: str) -> None:
    try:
        judge = jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except (ValueError, jsonschema_rs.ValidationError):
        with pytest.raises(ValueError, match=r"."):
            matcher(pattern)
        return
    assert matcher(pattern)(text) is judge.is_valid(text)
