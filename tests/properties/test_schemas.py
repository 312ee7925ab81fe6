"""The validator of the product and the reference validator, and the binder beside them, accept and reject alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from pdo_policy.documents.from_json import read_json
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument
from pdo_policy.schema.validate import compiled
from pdo_policy.source import Source
from pdo_policy.values.misread import Misread
from pdo_policy.values.reading import read_value

SCHEMAS = Path(__file__).parents[2] / "schemas"
KINDS = ("implementation_plan", "agreement", "annual_report")
LOADED = {kind: json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS}
READ = ("date", "duration", "money", "percentage", "count", "number", "flag", "credit_code", "region")
NOT_APPLICABLE = "#/$defs/NotApplicable"

Schema = dict[str, Any]


def is_readable(kind: str, value: object) -> bool:
    return not isinstance(value, str) or not isinstance(read_value(kind, value), Misread)


def checker() -> FormatChecker:
    formats = FormatChecker(formats=())
    for kind in READ:
        formats.checks(f"pdo-{kind}")(lambda value, kind=kind: is_readable(kind, value))
    return formats


REFERENCE = {kind: Draft202012Validator(LOADED[kind], format_checker=checker()) for kind in KINDS}
PRODUCT = {
    kind: jsonschema_rs.Draft202012Validator(
        LOADED[kind],
        validate_formats=True,
        formats={f"pdo-{name}": (lambda value, name=name: is_readable(name, value)) for name in READ},
    )
    for kind in KINDS
}
TYPES = {kind: compiled(LOADED[kind]) for kind in KINDS}

# Nothing here is what the binder reads more generously than a schema can say: blanks, 待定, numbers where text stands,
# a single text for a list.
WRONG: dict[str, list[Any]] = {
    "text": [["甲"], {"甲": 1}, {"不适用": "甲", "not_applicable": "乙"}, {"不适用": 3}],
    "prose": [[1], [["甲"]], {"甲": "乙"}],
    "date": ["年底前", "2025-02-30", ["2025-01-01"], {"年": 2025}],
    "duration": ["30", "很久", ["3年"]],
    "money": ["1200", "很多", ["1元"]],
    "percentage": ["30", "一半", ["30%"]],
    "count": [-1, "很多", 1.5, [1]],
    "number": ["很多", [1]],
    "flag": ["也许", [True]],
    "choice": ["没有这个选项", ["overall"], {"甲": 1}],
    "credit_code": ["123", ["1"]],
    "region": [["甲"]],
    "record": ["甲", ["甲"], {"没有这个字段": 1}, {"不适用": "甲", "not_applicable": "乙"}, 3],
    "list": [{"甲": 1}, [[["甲"]]]],
}


def resolved(schema: Schema, root: Schema) -> Schema:
    reference = schema.get("$ref", "")
    if reference and reference != NOT_APPLICABLE:
        return {**root["$defs"][reference.removeprefix("#/$defs/")], **schema}
    return schema


def value_of(schema: Schema, root: Schema, depth: int) -> st.SearchStrategy[Any]:
    """Values for a field, mostly right, sometimes wrong."""
    schema = resolved(schema, root)
    kind = schema["x-kind"]
    absent = [st.none(), st.just({"不适用": "理由"}), st.just({"not_applicable": "理由"})]
    if kind == "record":
        fields = {
            key: value_of(below, root, depth + 1)
            for key, below in schema["properties"].items()
            if isinstance(below, dict) and "x-kind" in below
        }
        right: st.SearchStrategy[Any] = some_of(fields, depth)
    elif kind == "list":
        right = st.lists(value_of(schema["items"], root, depth + 1), max_size=2)
    elif kind == "choice":
        words = [word for row in schema["x-choices"] for word in (row["value"], row["label"], *row["aliases"])]
        right = st.sampled_from(words)
    else:
        right = st.sampled_from(schema["examples"]) if schema.get("examples") else st.just("甲")
    wrong = st.sampled_from(WRONG[kind])
    if "title" not in schema:
        return st.one_of(right, wrong)
    return st.one_of(right, right, right, right, right, *absent, wrong)


def some_of(fields: dict[str, st.SearchStrategy[Any]], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    most = 4 if depth < 2 else 2
    chosen = st.lists(st.sampled_from(sorted(fields)), max_size=most, unique=True)
    return chosen.flatmap(lambda keys: st.fixed_dictionaries({key: fields[key] for key in keys}))


def documents(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    root = LOADED[kind]
    fields = {
        key: value_of(below, root, 1)
        for key, below in root["properties"].items()
        if "x-kind" in below and key not in root["required"]
    }
    head = {"kind": kind, "dossier": "D", "id": "1", "title": "题", "status": "起草中"}
    return some_of(fields, 0).map(lambda body: {**head, **body})


CASES = {kind: documents(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150)
@given(data=st.data())
def test_both_validators_and_the_binder_agree(kind: str, data: st.DataObject) -> None:
    document = data.draw(CASES[kind])
    accepted = REFERENCE[kind].is_valid(document)
    assert PRODUCT[kind].is_valid(document) is accepted
    (read,) = read_json(Source("x.json", json.dumps(document, ensure_ascii=False)))
    assert read.problems == ()
    bound = bind_document(read, TYPES)
    assert isinstance(bound, BoundDocument)
    assert (bound.problems == ()) is accepted, [(p.code, p.path, dict(p.facts)) for p in bound.problems]


@pytest.mark.parametrize("kind", KINDS)
@given(without=st.sampled_from(["dossier", "id", "title", "status"]))
def test_a_missing_header_is_refused_by_all(kind: str, without: str) -> None:
    document = {"kind": kind, "dossier": "D", "id": "1", "title": "题", "status": "起草中"}
    del document[without]
    assert not REFERENCE[kind].is_valid(document)
    assert not PRODUCT[kind].is_valid(document)
