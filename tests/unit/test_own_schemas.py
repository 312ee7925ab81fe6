"""A rulebook's own schemas: what may stand in them, and every fault told with its file, its place and what to do."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy import bundled, cli
from pdo_policy.errors import Problem, RulebookError
from pdo_policy.law.load import load_manifest
from pdo_policy.rulebook.load import load
from pdo_policy.rulebook.schemas import schemas_of
from pdo_policy.rulebook.spelling import respelled
from tests.rulebooks import SCHEMAS, checked, plan, small

if TYPE_CHECKING:
    from pathlib import Path

    from pdo_policy.findings import Finding
    from pdo_policy.rulebook.compiled import Rulebook

Change = Callable[[dict[str, Any]], Any]
FILE = "plan.schema.json"


def changed(change: Change) -> str:
    """The text of the schema of a plan, with a change."""
    schema = copy.deepcopy(SCHEMAS["plan"])
    change(schema)
    return json.dumps(schema, ensure_ascii=False, indent=1)


def field(**more: Any) -> Change:
    """A change: a field `extra` of this schema is added."""
    return lambda schema: schema["properties"].update(extra=more)


def doubled(name: str) -> dict[str, Any]:
    """A record of two fields with one definition."""
    return {"type": "object", "properties": {key: {"$ref": f"#/$defs/{name}"} for key in ("a", "b")}}


def problems(folder: Path, text: str | bytes) -> list[Problem]:
    root = small(folder)
    (root / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RulebookError) as raised:
        load(root)
    return list(raised.value.problems)


def told(found: Problem) -> tuple[str, str]:
    assert found.span is not None
    assert found.span.source.name == FILE
    return found.code, found.span.text


FAULTS: dict[str, tuple[Change, str, str]] = {
    "a keyword that rules cannot see": (field(oneOf=[{"type": "string"}]), "LAW-S001", '"oneOf"'),
    "fields by pattern": (field(type="object", patternProperties={}), "LAW-S001", '"patternProperties"'),
    "no keyword at all": (field(titel="甲"), "LAW-S002", '"titel"'),
    "a reference to nothing": (field(**{"$ref": "#/$defs/NotAplicable"}), "LAW-S003", '"#/$defs/NotAplicable"'),
    "a reference to another file": (field(**{"$ref": "http://x.invalid/a.json"}), "LAW-F007", '"http'),
    "definitions in a circle": (
        lambda s: s["$defs"].update(A={"properties": {"b": {"$ref": "#/$defs/A"}}}), "LAW-S004", "{",
    ),
    "definitions that double and double": (
        lambda s: s["$defs"].update({f"A{n}": doubled(f"A{n + 1}") for n in range(30)}, A30={})
        or s["properties"].update(extra={"$ref": "#/$defs/A0"}),
        "LAW-S013", "{",
    ),
    "definitions one in the other": (
        lambda s: s["$defs"].update({f"A{n}": {"$ref": f"#/$defs/A{n + 1}"} for n in range(5000)}, A5000={})
        or s["properties"].update(extra={"$ref": "#/$defs/A0"}),
        "LAW-S013", "{",
    ),
    "a pattern that looks ahead": (field(type="string", pattern="^(?=a)b"), "LAW-S005", '"^(?=a)b"'),
    "a pattern that is none": (field(type="string", pattern="(a"), "LAW-S005", '"(a"'),
    "no id": (lambda s: s["properties"].pop("id") and s["required"].remove("id"), "LAW-S006", "{"),
    "one label for two fields": (field(title="目标"), "LAW-S007", "{"),
    "another kind": (lambda s: s["properties"].update(kind={"title": "种类", "const": "plans"}), "LAW-S008", "{"),
    "a date that is a number": (field(**{"x-kind": "date", "type": "integer"}), "LAW-S009", '"date"'),
    "nothing to choose from": (field(**{"x-kind": "choice", "type": "string"}), "LAW-S010", '"choice"'),
    "a choice that is not allowed": (
        field(**{"enum": ["甲"], "x-kind": "choice", "x-choices": [{"value": "a", "label": "甲", "aliases": []}]}),
        "LAW-S010-value", "[",
    ),
    "a key that no element has": (
        field(type="array", items={"type": "object", "properties": {"a": {}}, "x-key": ["b"]}), "LAW-S011", '"b"',
    ),
    "a field required that is none": (lambda s: s["required"].append("ends"), "LAW-S011", '"ends"'),
    "a clause that is not registered": (field(**{"x-clauses": ["norm~art_99"]}), "LAW-S012", '"norm~art_99"'),
    "a type that is none": (field(type="text"), "LAW-F006", '"text"'),
    "a kind that is none": (field(**{"x-kind": "text area"}), "LAW-F006", '"text area"'),
    "a format nobody asserts": (field(type="string", format="email"), "LAW-F006", '"email"'),
    "another dialect": (
        lambda s: s.update({"$schema": "http://json-schema.org/draft-07/schema#"}), "LAW-F006", '"http',
    ),
    "a field that is no schema": (lambda s: s["properties"].update(extra=True), "LAW-F005", "true"),
    "a limit that is no number": (field(type="integer", minimum="1"), "LAW-F005", '"1"'),
    "no properties": (lambda s: s.pop("properties"), "LAW-F003", "{"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "code", "place"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_at_its_place(tmp_path: Path, change: Change, code: str, place: str) -> None:
    (found,) = problems(tmp_path, changed(change))
    assert found.code == code
    assert told(found)[1].startswith(place)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "LAW-F002"),
        ('{"title": "方案"', "LAW-F002"),
        ('{"title": "方案", }', "LAW-F002"),
        ('{"a": 1, "a": 2}', "LAW-F002"),
        ("[" * 100_000, "LAW-F002"),
        ("[]", "LAW-F005"),
        (b"\xff\xfe\x00", "LAW-F001"),
    ],
    ids=["empty", "unfinished", "comma", "twice", "nested", "list", "binary"],
)
def test_a_file_that_is_no_schema_is_told(tmp_path: Path, text: str | bytes, code: str) -> None:
    assert {problem.code for problem in problems(tmp_path, text)} == {code}


def test_a_missing_file_is_told_in_the_manifest(tmp_path: Path) -> None:
    root = small(tmp_path)
    (root / FILE).unlink()
    with pytest.raises(RulebookError) as raised:
        load(root)
    (found,) = raised.value.problems
    assert (found.code, found.span and found.span.text) == ("LAW-D001", '"plan.schema.json"')


def test_all_faults_of_all_schemas_come_at_once(tmp_path: Path) -> None:
    root = small(tmp_path)
    (root / FILE).write_text(changed(field(anyOf=[], titel="甲")), "utf-8")
    (root / "agreement.schema.json").write_text('{"title": 1}', "utf-8")
    for reading in (lambda: load(root), lambda: respelled(root, {}, "label")):
        with pytest.raises(RulebookError) as raised:
            reading()
        codes = [problem.code for problem in raised.value.problems]
        assert codes == ["LAW-S001", "LAW-S002", "LAW-F003", "LAW-F003", "LAW-F005"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_line_shows_the_line_and_ends_with_four(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    root = small(tmp_path)
    (root / FILE).write_text(changed(field(type="string", titel="甲")), "utf-8")
    with pytest.raises(SystemExit) as stop:
        cli.main(["check", str(root), "--rulebook", str(root), "--lang", lang])
    said = capsys.readouterr().err
    assert stop.value.code == 4
    assert said.startswith(f"{root.as_posix()}/plan.schema.json:")
    assert '"titel": "甲"' in said
    assert ("最接近的是：title" if lang == "zh" else "the nearest is: title") in said


PLAIN = {
    "type": "object",
    "title": "便条",
    "required": ["kind", "dossier", "id"],
    "additionalProperties": False,
    "properties": {
        "kind": {"title": "文件种类", "const": "note"},
        "dossier": {"title": "项目编号", "type": "string"},
        "id": {"title": "编号", "type": "string"},
        "people": {"title": "人数", "type": "integer", "minimum": 2, "maximum": 9, "x-unit": "人"},
        "weight": {"title": "重量", "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 5, "multipleOf": 0.5},
        "open": {"title": "是否开放", "type": "boolean"},
        "names": {"title": "名单", "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": True,
                  "items": {"type": "string"}},
        "code": {"title": "代号", "type": "string", "minLength": 2, "maxLength": 4, "pattern": "^[A-Z]+$"},
        "day": {"title": "日期", "type": "string", "format": "date"},
        "place": {"title": "地点", "type": "object", "required": ["name"], "properties": {
            "name": {"title": "名称", "type": "string"}, "room": {"title": "房间", "type": "string"}}},
    },
}  # fmt: skip
RULES = """规则 T-PEOPLE “人数超过三人的写明地点”
  依据 《实施规范》第八条
  对象 便条
  当 便条.人数 超过 3 且 便条.日期 不早于 2026-01-01 且 便条.是否开放
  应当 便条.地点.名称 已载明
完
"""


def own(folder: Path) -> Path:
    documents = {"note": {"label": "便条", "names": ["便条", "note"], "schema": "note.schema.json"}}
    manifest = {"documents": documents, "relations": []}
    return small(folder, RULES, manifest=manifest, schemas={"note": PLAIN})


def form(book: Rulebook, document: dict[str, Any]) -> list[Finding]:
    """What is wrong with the form of a document."""
    return [finding for finding in checked(book, document).findings if finding.rule_id.startswith("schema.")]


def note(**fields: Any) -> dict[str, Any]:
    return {"kind": "note", "dossier": "D", "id": "N", **fields}


def test_a_plain_schema_has_fields_for_rules_and_reads_what_people_write(tmp_path: Path) -> None:
    book = load(own(tmp_path))
    kinds = {key: below.kind for key, below in book.types["note"].root.fields.items()}
    assert kinds == {
        "kind": "choice", "dossier": "text", "id": "text", "people": "count", "weight": "number", "open": "flag",
        "names": "list", "code": "text", "day": "date", "place": "record",
    }  # fmt: skip
    report = checked(book, note(人数="四人", 日期="2026年1月5日", 是否开放="是", 地点={"房间": "101"}))
    assert {found.rule_id for found in report.findings} == {"T-PEOPLE", "schema.missing-field"}
    assert {found.text.headline for found in report.findings} == {
        "不符合要求：人数超过三人的写明地点", "“地点”缺少“名称”",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"people": 1}, "schema.too-small"),
        ({"people": "一人"}, "schema.too-small"),
        ({"people": "十人"}, "schema.too-large"),
        ({"weight": 0}, "schema.not-above"),
        ({"weight": 5}, "schema.not-below"),
        ({"weight": 0.7}, "schema.no-multiple"),
        ({"names": ["甲", "乙", "丙"]}, "schema.too-many"),
        ({"names": ["甲", "甲"]}, "schema.repeated"),
        ({"code": "A"}, "schema.too-short"),
        ({"code": "ABCDE"}, "schema.too-long"),
        ({"code": "ab"}, "schema.no-match"),
        ({"place": {"room": "1"}}, "schema.missing-field"),
    ],
)
def test_what_a_schema_limits_is_told_in_words(tmp_path: Path, fields: dict[str, Any], code: str) -> None:
    (found,) = form(load(own(tmp_path)), note(**fields))
    assert found.rule_id == code
    assert found.locations[0].span.first.line > 4


@pytest.mark.parametrize(
    "empty", [None, "待定", "", {"不适用": "没有"}], ids=["null", "open", "blank", "not applicable"]
)
@pytest.mark.parametrize("key", ["people", "weight", "open", "names", "code", "day", "place"])
def test_a_field_may_be_unknown_or_not_apply_though_its_schema_does_not_say_so(
    tmp_path: Path, key: str, empty: Any
) -> None:
    assert form(load(own(tmp_path)), note(**{key: empty})) == []


def test_a_pattern_cannot_be_made_to_take_for_ever(tmp_path: Path) -> None:
    schema = copy.deepcopy(PLAIN)
    schema["properties"]["code"] = {"title": "代号", "type": "string", "pattern": "^(a+)+$"}  # type: ignore[index]  # a dict
    root = own(tmp_path)
    (root / "note.schema.json").write_text(json.dumps(schema, ensure_ascii=False), "utf-8")
    (found,) = form(load(root), note(code="a" * 5000 + "b"))
    assert found.rule_id == "schema.no-match"


def test_a_definition_may_be_another_one(tmp_path: Path) -> None:
    root = own(tmp_path)
    schema = {
        **PLAIN,
        "properties": {**PLAIN["properties"], "fee": {"$ref": "#/$defs/Fee", "title": "费用"}},  # type: ignore[dict-item]  # a dict
        "$defs": {"Fee": {"$ref": "#/$defs/Amount"}, "Amount": {"type": "string", "x-kind": "money", "title": "金额"}},
    }
    (root / "note.schema.json").write_text(json.dumps(schema, ensure_ascii=False), "utf-8")
    field = load(root).types["note"].root.fields["fee"]
    assert (field.kind, field.label) == ("money", "费用")


def test_the_usual_schemas_of_the_tests_are_in_the_dialect(tmp_path: Path) -> None:
    assert checked(load(small(tmp_path)), plan()).findings == ()


def test_the_shipped_schemas_are_in_the_same_dialect(tmp_path: Path) -> None:
    folder = tmp_path / "hubei"
    shutil.copytree(bundled.rulebook_folder(), folder)
    for path in bundled.data("schemas").glob("*.schema.json"):
        shutil.copy(path, folder)
    manifest = load_manifest(folder)
    assert {document.schema.parent for document in manifest.documents.values()} == {folder}
    assert set(schemas_of(folder, manifest)) == set(manifest.documents)
