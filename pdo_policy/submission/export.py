"""The models become the flat JSON Schemas that the checker validates with, one for each kind of submission."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from pdo_policy.submission.agreement import Agreement
from pdo_policy.submission.field import Choice, Kind, Record
from pdo_policy.submission.plan import ImplementationPlan
from pdo_policy.submission.report import AnnualReport
from pdo_policy.submission.walk import FieldFacts, fields_of, records_in, shared_records

Schema = dict[str, Any]


class Submission(NamedTuple):
    """A kind of submission: its canonical name, its Chinese name, its model."""

    kind: str
    label: str
    model: type[Record]


SUBMISSIONS = (
    Submission("implementation_plan", "实施方案", ImplementationPlan),
    Submission("agreement", "授权运营协议", Agreement),
    Submission("annual_report", "年度报告", AnnualReport),
)

REQUIRED = ("kind", "dossier", "id", "title", "status")
"""The header; whatever else must be there is for the rules to say, with a clause."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ABSENT = ("不适用", "not_applicable")
_REASON: Schema = {"type": "string", "minLength": 1}
_NOT_APPLICABLE: Schema = {
    "if": {"type": "object"},
    "then": {
        "properties": dict.fromkeys(_ABSENT, _REASON),
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    },
}
_NOT_APPLICABLE_REF = "#/$defs/NotApplicable"
_WRITTEN_AS = {
    Kind.PROSE: ("string", "array"),
    Kind.COUNT: ("integer", "string"),
    Kind.NUMBER: ("number", "string"),
    Kind.FLAG: ("boolean", "string"),
}
_WITHOUT_FORMAT = (Kind.TEXT, Kind.PROSE, Kind.CHOICE)
_LEAVES_SHOWN = 3


def schema_text(submission: Submission) -> str:
    """The schema of a kind as the file holds it: UTF-8, two spaces, a newline at the end."""
    return json.dumps(schema_of(submission), ensure_ascii=False, indent=2) + "\n"


def schema_of(submission: Submission) -> Schema:
    """The JSON Schema (draft 2020-12) of a kind of submission."""
    shared = shared_records(submission.model)
    properties = {field.key: _property(field, shared) for field in fields_of(submission.model)}
    properties["kind"] |= {"const": submission.kind}
    used = sorted({record for record in records_in(submission.model) if record in shared}, key=lambda it: it.__name__)
    return {
        "$schema": _DIALECT,
        "$id": f"https://pdo-policy.invalid/schemas/{submission.kind}.schema.json",
        "title": submission.label,
        "x-kind": "record",
        "type": "object",
        "required": list(REQUIRED),
        "properties": {"$schema": {"type": "string"}, **properties},
        "additionalProperties": False,
        "$defs": {
            "NotApplicable": _NOT_APPLICABLE,
            **{record.__name__: {"x-kind": "record", **_record_shape(record, shared)} for record in used},
        },
    }


def _property(field: FieldFacts, shared: frozenset[type[Record]]) -> Schema:
    annotations: Schema = {"title": field.label, "description": field.meaning, "examples": _examples(field)}
    annotations["x-kind"] = str(field.kind)
    if field.unit:
        annotations["x-unit"] = field.unit
    if field.clauses:
        annotations["x-clauses"] = list(field.clauses)
    if field.aliases:
        annotations["x-aliases"] = list(field.aliases)
    return annotations | _shape(field, shared)


def _shape(field: FieldFacts, shared: frozenset[type[Record]]) -> Schema:
    if field.key == "kind":
        return {"x-choices": _listed(field.choices)}
    if field.kind is Kind.RECORD:
        return _held(field.record, shared)
    if field.kind is Kind.LIST:
        return {
            "type": ["array", "null", "object"],
            "$ref": _NOT_APPLICABLE_REF,
            "x-item-label": field.item,
            "items": _item(field, shared),
        }
    return _scalar_shape(field.kind, field.choices, ("null", "object")) | {"$ref": _NOT_APPLICABLE_REF}


def _item(field: FieldFacts, shared: frozenset[type[Record]]) -> Schema:
    assert field.item_kind is not None, field.key
    if field.record is not None:
        named = {"title": field.item, "x-kind": "record", "x-key": list(field.natural_key)}
        return named | _held(field.record, shared)
    named = {"title": field.item, "x-kind": str(field.item_kind)}
    return named | _scalar_shape(field.item_kind, field.choices, ("null",))


def _held(record: type[Record] | None, shared: frozenset[type[Record]]) -> Schema:
    assert record is not None
    if record in shared:
        return {"$ref": f"#/$defs/{record.__name__}"}
    return _record_shape(record, shared)


def _record_shape(record: type[Record], shared: frozenset[type[Record]]) -> Schema:
    return {
        "type": ["object", "null"],
        "properties": {
            **{field.key: _property(field, shared) for field in fields_of(record)},
            **dict.fromkeys(_ABSENT, _REASON),
        },
        "additionalProperties": False,
        "dependentSchemas": {key: {"maxProperties": 1} for key in _ABSENT},
    }


def _scalar_shape(kind: Kind, choices: tuple[Choice, ...], empty: tuple[str, ...]) -> Schema:
    shape: Schema = {"type": [*_WRITTEN_AS.get(kind, ("string",)), *empty]}
    if kind not in _WITHOUT_FORMAT:
        shape["format"] = f"pdo-{kind}"
    if kind is Kind.PROSE:
        shape["items"] = {"type": "string"}
    if kind is Kind.COUNT:
        shape["minimum"] = 0
    if kind is Kind.CHOICE:
        words = (word for choice in choices for word in (choice.value, choice.label, *choice.aliases))
        shape |= {"if": {"type": "string"}, "then": {"enum": list(words)}, "x-choices": _listed(choices)}
    return shape


def _listed(choices: tuple[Choice, ...]) -> list[Schema]:
    return [{"value": it.value, "label": it.label, "aliases": list(it.aliases)} for it in choices]


def _examples(field: FieldFacts) -> list[Any]:
    """What a user might write; for a record, its first fields, so that an editor can show what goes inside."""
    if field.kind is Kind.LIST:
        return [list(field.examples) if field.record is None else [_sketch(field.record)]]
    return list(field.examples) if field.record is None else [_sketch(field.record)]


def _sketch(record: type[Record]) -> Schema:
    fields = fields_of(record)
    leaves = [field for field in fields if field.record is None][:_LEAVES_SHOWN]
    return {field.key: _examples(field)[0] for field in leaves or fields[:1]}
