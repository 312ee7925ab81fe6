"""The exported schemas are valid, match the committed files, and accept and refuse what they should."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pdo_policy.generated import differing, generated, main
from pdo_policy.submission.export import SUBMISSIONS, schema_of

Schema = dict[str, Any]

SCHEMAS: dict[str, Schema] = {submission.kind: schema_of(submission) for submission in SUBMISSIONS}
NOT_APPLICABLE_KEYS = {"不适用", "not_applicable"}


def _properties(schema: Schema, path: str) -> Iterator[tuple[str, Schema]]:
    for key, value in schema.get("properties", {}).items():
        if key in NOT_APPLICABLE_KEYS | {"$schema"}:
            continue
        yield f"{path}.{key}", value
        yield from _properties(value, f"{path}.{key}")
        yield from _properties(value.get("items", {}), f"{path}.{key}[]")
    for name, definition in schema.get("$defs", {}).items():
        yield from _properties(definition, f"{path}#{name}")


def _plan(**fields: object) -> dict[str, object]:
    head = {"kind": "implementation_plan", "dossier": "D", "id": "1", "title": "题", "status": "起草中"}
    return {**head, **fields}


def _accepts(instance: object, kind: str = "implementation_plan") -> bool:
    return Draft202012Validator(SCHEMAS[kind]).is_valid(instance)


def test_the_committed_files_are_what_the_models_say(request: pytest.FixtureRequest) -> None:
    assert differing(request.config.rootpath) == [], "run `python -m pdo_policy.generated`"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_a_valid_schema(kind: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind])


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_property_is_annotated(kind: str) -> None:
    wanted = ("title", "description", "examples", "x-kind")
    assert [
        path for path, schema in _properties(SCHEMAS[kind], kind) if not all(schema.get(key) for key in wanted)
    ] == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_examples_fit_their_own_field(kind: str) -> None:
    whole = SCHEMAS[kind]
    problems = [
        f"{path}: {error.message}"
        for path, schema in _properties(whole, kind)
        for example in schema["examples"]
        for error in Draft202012Validator({**schema, "$defs": whole["$defs"]}).iter_errors(example)
    ]
    assert problems == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_property_uses_flat_keywords_alone(kind: str) -> None:
    unions = {"anyOf", "oneOf", "allOf", "not", "patternProperties"}
    assert [path for path, schema in _properties(SCHEMAS[kind], kind) if unions.intersection(schema)] == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_list_tells_what_its_items_are(kind: str) -> None:
    for path, schema in _properties(SCHEMAS[kind], kind):
        items = schema.get("items", {}) if schema["x-kind"] == "list" else {}
        assert (schema["x-kind"] == "list") == ("x-kind" in items), path
        assert (items.get("x-kind") == "record") == bool(items.get("x-key")), path


def test_a_text_looks_as_agreed() -> None:
    assert SCHEMAS["agreement"]["properties"]["signed_at"] == {
        "title": "签订地点",
        "description": "签订的地点。",
        "examples": ["示例市"],
        "x-kind": "text",
        "x-aliases": ["签署地点"],
        "type": ["string", "null", "object"],
        "$ref": "#/$defs/NotApplicable",
    }


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("issued_on", {"type": ["string", "null", "object"], "format": "pdo-date", "$ref": "#/$defs/NotApplicable"}),
        (
            "goals",
            {
                "type": ["string", "array", "null", "object"],
                "items": {"type": "string"},
                "$ref": "#/$defs/NotApplicable",
            },
        ),
        ("exclusive", {"type": ["boolean", "string", "null", "object"], "format": "pdo-flag"}),
        ("legal_basis", {"type": ["array", "null", "object"], "x-item-label": "依据"}),
    ],
)
def test_a_kind_has_its_shape(key: str, expected: Schema) -> None:
    schema = SCHEMAS["implementation_plan"]["properties"][key]
    assert {name: schema[name] for name in expected} == expected


def test_a_root_names_its_kind_and_requires_the_header_alone() -> None:
    for kind, schema in SCHEMAS.items():
        assert schema["$id"] == f"https://pdo-policy.invalid/schemas/{kind}.schema.json"
        assert schema["properties"]["kind"]["const"] == kind
        assert schema["required"] == ["kind", "dossier", "id", "title", "status"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"$schema": "../schemas/implementation_plan.schema.json"},
        {"term": None},
        {"term": {"不适用": "目标任务式通知未规定期限"}},
        {"term": {"duration": "3年", "start": None, "end": {"not_applicable": "另行约定"}}},
        {"authorization_mode": ["overall", "分领域授权", "按场景", None]},
        {"authorization_mode": {"不适用": "由协议确定"}},
        {"goals": ["其一", "其二"]},
        {"exclusive": True},
        {"exclusive": "否"},
        {"data_foundation": {"records": 0, "providers": "232个"}},
        {"resources": []},
        {"resources": [{"id": "R-01", "consent": {"不适用": "本单位数据"}}]},
    ],
)
def test_what_people_write_is_accepted(fields: dict[str, object]) -> None:
    assert _accepts(_plan(**fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "agreement"},
        {"status": "signed"},
        {"terms": {}},
        {"term": "3年"},
        {"term": {"不适用": ""}},
        {"term": {"不适用": "理由", "duration": "3年"}},
        {"issued_on": {"不适用": "甲", "not_applicable": "乙"}},
        {"issued_on": {"理由": "甲"}},
        {"authorization_mode": ["整体授权+分领域协同"]},
        {"data_foundation": {"records": -1}},
        {"data_foundation": {"records": 1.5}},
        {"goals": [1]},
        {"resources": {"id": "R-01"}},
    ],
)
def test_what_does_not_fit_is_refused(fields: dict[str, object]) -> None:
    assert not _accepts(_plan(**fields))


@pytest.mark.parametrize("key", ["kind", "dossier", "id", "title", "status"])
def test_a_missing_header_field_is_refused(key: str) -> None:
    assert not _accepts({name: value for name, value in _plan().items() if name != key})


def test_writing_then_checking_finds_no_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path)]) == 0
    assert main(["--check", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""


def test_a_check_names_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(tmp_path)])
    (tmp_path / "docs/fields.md").unlink()
    (tmp_path / "schemas/agreement.schema.json").write_bytes(b"{}\r\n")
    assert main(["--check", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().out == "schemas/agreement.schema.json\ndocs/fields.md\n"


def test_generated_text_is_the_same_each_time_with_line_feeds_alone() -> None:
    first, second = generated(), generated.__wrapped__()
    assert first == second
    for text in first.values():
        assert "\r" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
