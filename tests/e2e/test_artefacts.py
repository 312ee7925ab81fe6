"""Whatever a command writes as data has a schema in schemas/ that says all of it, and keeps to it."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from collections import Counter
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema_rs
import pytest

from pdo_policy import cli
from pdo_policy.cli.commands import commands
from pdo_policy.configuration_schema import configuration_schema_text, settings_schema_text
from pdo_policy.disposition_schema import schema_texts
from pdo_policy.law.forms import read_form
from pdo_policy.listing_schema import listing_schema_texts
from pdo_policy.packet_schema import packet_schema_text
from pdo_policy.report_schema import report_schema_text
from pdo_policy.stream_schema import stream_schema_text
from pdo_policy.testing import assert_passes, check_papers
from pdo_policy.trace_schema import trace_schema_text
from pdo_policy.wording.report import said
from tests.unit.test_configuration import leaves
from tests.unit.test_papers import AS_OF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[2]
SCHEMAS: dict[str, Any] = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text("utf-8"))
    for path in sorted((ROOT / "schemas").glob("*.schema.json"))
}
DAY = ("--as-of", "2026-11-24")
MADE = {
    "report": report_schema_text(),
    "stream": stream_schema_text(),
    "packet": packet_schema_text(),
    "trace": trace_schema_text(),
    "configuration": configuration_schema_text(),
    "settings": settings_schema_text(),
    **{Path(name).name.removesuffix(".schema.json"): text for name, text in schema_texts().items()},
    **{Path(name).name.removesuffix(".schema.json"): text for name, text in listing_schema_texts().items()},
}
"""The schemas of what is exchanged, from their models; those of rulebooks' own files are kept by hand."""


class Written(NamedTuple):
    """A call of a command, the file that it writes (empty: standard output), and which schema that keeps to."""

    call: tuple[str, ...]
    file: str
    schema: str


WORDS = ("授权模式", "应当", "目标任务式通知", "PDL-T002", "schema.unknown-key", "HB-PARTY-ORGAN-DATA", "27号第九条")
OF_DATA = [
    Written(("check", "材料", "-f", "json:报告.json", *DAY), "报告.json", "report"),
    Written(("check", "缺陷", "-f", "json", *DAY), "", "report"),
    Written(("check", "读不了", "-f", "json", *DAY), "", "report"),
    Written(("check", "空的", "-f", "json", *DAY), "", "report"),
    Written(("check", "特许", "-f", "json", *DAY, "--lang", "en"), "", "report"),
    Written(("check", "缺陷", "材料", "-f", "ndjson:结果.ndjson", *DAY), "结果.ndjson", "stream"),
    Written(("baseline", "create", "缺陷", "--reason", "存量", "-o", "基线.json", *DAY), "基线.json", "baseline"),
    Written(("baseline", "update", "缺陷", "--reason", "再", "--accept-severe", "-o", "基线.json", *DAY), "基线.json",
            "baseline"),
    Written(("check", "缺陷", "-f", "json", "--baseline", "基线.json", "--waivers", "豁免.yaml", *DAY), "", "report"),
    Written(("check", "材料", "-f", "json", "--compare", "报告.json", *DAY), "", "report"),
    Written(("check", "缺陷", "-f", "json", "--compare", "报告.json", *DAY), "", "report"),
    Written(("check", "缺陷", "-f", "dossier:听证一", *DAY), "听证一/manifest.json", "packet"),
    Written(("packet", "create", "缺陷", "-o", "听证二", "--compare", "报告.json", *DAY), "听证二/manifest.json",
            "packet"),
    Written(("packet", "verify", "听证二"), "听证二/report.json", "report"),
    Written(("baseline", "prune", "材料", "-o", "基线.json", *DAY), "基线.json", "baseline"),
    Written(("diff", "材料", "缺陷", "-f", "json", *DAY), "", "changes"),
    Written(("diff", "报告.json", "听证二/report.json", "-f", "json", *DAY), "", "changes"),
    Written(("why", "HB-PLAN-TERM-ORDER", "缺陷", "--json", *DAY), "", "trace"),
    Written(("why", "HB-PLAN-MODE", "材料", "--json", "--lang", "en", *DAY), "", "trace"),
    *(Written(("explain", word, "-f", "json"), "", "explain") for word in WORDS),
    Written(("law", "-f", "json"), "", "law"),
    Written(("law", "hb-2024-draft", "-f", "json"), "", "law"),
    Written(("law", "coverage", "-f", "json", "--rulebook", "规则"), "", "law"),
    Written(("rules", "list", "-f", "json"), "", "rules_list"),
    Written(("rules", "lint", "-f", "json", "--rulebook", "规则"), "", "rules_lint"),
    Written(("rules", "test", "-f", "json", "--rulebook", "规则"), "", "rules_test"),
    Written(("rules", "test", "-f", "json", "--rulebook", "规则二"), "", "rules_test"),
    Written(("rules", "mutate", "-f", "json", "--rulebook", "规则"), "", "rules_mutate"),
    Written(("config", "show", "--json"), "", "settings"),
    Written(("config", "show", "--json", "--config", "pdo-policy.toml", "材料", "--law", "draft"), "", "settings"),
]  # fmt: skip

OF_PAPERS = {"plan": "实施方案", "agreement": "授权运营协议", "report": "年度报告"}

WRITES_TEXT = {"completion", "rules fmt", "schema"}
"""Commands that write for people or for shells, or a schema."""


def ran(*call: str) -> bytes:
    """What a command writes to standard output; it may find something, but nothing may be wrong with the call."""
    out, err = BytesIO(), BytesIO()
    streams = TextIOWrapper(out, "utf-8"), TextIOWrapper(err, "utf-8")
    with redirect_stdout(streams[0]), redirect_stderr(streams[1]), pytest.raises(SystemExit) as stop:
        cli.main(list(call))
    for stream in streams:
        stream.flush()
    assert stop.value.code in (0, 1, 3) or "空的" in call, f"{call}: {err.getvalue().decode()}"
    return out.getvalue()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[int, bytes]]:
    """Every call of the table, made in a folder of its own: what each wrote, by its number."""
    folder = tmp_path_factory.mktemp("desk")
    for name, sample in (("材料", "compliant"), ("缺陷", "deficient"), ("读不了", "unreadable"), ("特许", "franchise")):
        shutil.copytree(ROOT / "samples" / sample, folder / name)
    for name, pattern, was, becomes in (
        # What lints see, and a case that is not met.
        ("规则", "**/*.pdl", re.compile("^  整改 .*\n", re.MULTILINE), ""),
        ("规则二", "**/*.cases.yaml", re.compile("expect: satisfied"), "expect: violated"),
    ):
        shutil.copytree(ROOT / "samples/rulebooks/school-trip", folder / name)
        for file in (folder / name).glob(pattern):
            file.write_text(was.sub(becomes, file.read_text("utf-8")), "utf-8")
    (folder / "空的").mkdir()
    (folder / "pdo-policy.toml").write_text('format = ["text"]\nbaseline = "基线.json"\n', "utf-8")
    (folder / "豁免.yaml").write_text(WAIVER, "utf-8")
    with chdir(folder):
        yield {number: _written(one) for number, one in enumerate(OF_DATA)}


WAIVER = """version: 1
waivers:
  - {rule: HB-PLAN-TERM-ORDER, where: HB-2025-YC-002-FA → 授权期限 → 终止日, reason: 待批复, approver: 李四,
     basis: 纪要, created: 2026-11-01, expires: 2026-12-10}
"""


def _written(one: Written) -> bytes:
    out = ran("--no-config", *one.call) if one.call[0] != "config" else ran(*one.call)
    return Path(one.file).read_bytes() if one.file else out


def faults(schema: str, data: object) -> list[str]:
    return [error.message for error in jsonschema_rs.validator_for(SCHEMAS[schema]).iter_errors(data)]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(OF_DATA)), ids=[" ".join(one.call)[:60] for one in OF_DATA])
def test_what_is_written_keeps_to_its_schema(number: int, desk: Mapping[int, bytes]) -> None:
    one, content = OF_DATA[number], desk[number].decode("utf-8")
    parts = content.splitlines() if one.schema == "stream" else [content]
    assert parts
    for part in parts:
        data = json.loads(part)
        assert faults(one.schema, data) == []
        assert faults(one.schema, {**data, "more": 1}) != []


@pytest.mark.slow
def test_each_part_of_what_is_told_of_rules_was_looked_at(desk: Mapping[int, bytes]) -> None:
    """A list that is empty in every output keeps to any schema."""
    told: dict[str, set[str]] = {}
    for number, one in enumerate(OF_DATA):
        if one.schema in ("explain", "rules_lint", "rules_test", "rules_mutate"):
            data = json.loads(desk[number])
            told.setdefault(one.schema, set()).update(name for name, value in data.items() if value)
    assert told["explain"] == {"rules", "exceptions", "clauses", "fields", "items", "words", "codes"}
    assert told["rules_lint"] == {"problems"}
    assert told["rules_test"] == {"cases", "failed", "coverage"}
    assert told["rules_mutate"] == {"mutants", "scores", "total"}


@pytest.mark.slow
def test_a_hearing_folder_counts_what_its_report_counts(desk: Mapping[int, bytes]) -> None:
    (number,) = (at for at, one in enumerate(OF_DATA) if one.call[:2] == ("packet", "verify"))
    report = json.loads(desk[number])
    for folder in ("听证一", "听证二"):
        ends = Counter(row["自动结论"] for row in sheet(folder, "06_义务覆盖矩阵"))
        told = {verdict: said(verdict, "zh") for verdict in report["summary"]["by_verdict"]}
        assert {verdict: ends[word] for verdict, word in told.items()} == report["summary"]["by_verdict"]
        summary = report["summary"]
        assert len(sheet(folder, "02_问题清单")) == summary["violated"] + summary["undetermined"]


def sheet(folder: str, name: str) -> list[dict[str, str]]:
    with Path(folder, f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_command_that_writes_data_is_looked_at() -> None:
    groups = {"baseline", "packet", "config", "rules"}
    seen = {" ".join(one.call[: 1 + (one.call[0] in groups)]) for one in OF_DATA}
    made = {f"new {name}" for name in (*OF_PAPERS, "dossier", "determinations", "waivers", "rulebook")}
    assert seen | made | WRITES_TEXT == {" ".join(path) for path, _ in leaves(commands)}
    assert {one.schema for one in OF_DATA} == MADE.keys() - {"waivers", "configuration", "determinations"}


# ---------------------------------------------------------------------- files to be filled in


@pytest.mark.parametrize("kind", list(OF_PAPERS))
def test_a_paper_to_fill_in_keeps_to_the_schema_of_its_kind(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran("new", kind, "-o", "样表.yaml")
    ran("new", "dossier", "项目")
    for place in ("样表.yaml", "项目"):
        report = check_papers(place, as_of=AS_OF)
        assert [one.rule_id for one in report.findings if one.rule_id.startswith(("input.", "schema."))] == []
        assert all(record.readable for record in report.inputs)


def test_answers_and_waivers_to_fill_in_are_taken_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "samples/compliant", "材料")
    ran("new", "determinations", "材料", "-o", "认定.yaml")
    ran("new", "waivers", str(ROOT / "samples/deficient"), "-o", "豁免.yaml", *DAY)
    assert_passes(check_papers("材料", as_of=AS_OF, determinations="认定.yaml", waivers="豁免.yaml"))
    # The form is held to its schema: a key more, and it is refused.
    for name in ("认定.yaml", "豁免.yaml"):
        text = Path(name).read_text("utf-8")
        Path(name).write_text(f"{text}\n多余: 1\n", "utf-8")
        with pytest.raises(Exception, match="files beside the rules"):
            check_papers("材料", as_of=AS_OF, determinations=["认定.yaml"], waivers=["豁免.yaml"])
        Path(name).write_text(text, "utf-8")


def test_a_new_rulebook_keeps_to_the_schemas_of_its_files(tmp_path: Path) -> None:
    ran("new", "rulebook", os.fspath(tmp_path / "规则"))
    forms = {"rulebook.yaml": "rulebook", "instruments/*.yaml": "register", "calendars/*.yaml": "calendar",
             "**/*.cases.yaml": "cases"}  # fmt: skip
    for pattern, schema in forms.items():
        files = sorted((tmp_path / "规则").glob(pattern))
        assert files, pattern
        problems: list[Any] = []
        assert all(read_form(path, path.name, schema, problems) is not None for path in files)
        assert problems == []


# ---------------------------------------------------------------------- the schemas


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_schema_of_what_is_exchanged_is_made_from_a_model_and_says_all(name: str) -> None:
    assert json.loads(MADE[name]) == SCHEMAS[name]
    objects = list(parts(SCHEMAS[name]))
    assert objects
    for one in objects:
        more = one.get("additionalProperties")
        # Where keys are names that papers and people give, what they hold has a form.
        assert more is False or ("properties" not in one and isinstance(more, dict) and more), one


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that is about an object."""
    if isinstance(schema, list):
        for one in schema:
            yield from parts(one)
    elif isinstance(schema, dict):
        if schema.get("type") == "object" or isinstance(schema.get("properties"), dict):
            yield schema
        for key, one in schema.items():
            yield from parts(list(one.values()) if key in ("properties", "$defs") else one)


def test_the_schemas_are_schemas() -> None:
    for schema in SCHEMAS.values():
        jsonschema_rs.meta.validate(schema)


def test_the_page_on_schemas_names_each() -> None:
    text = (ROOT / "docs/schemas.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| \[`(\w+)`\]\(\.\./schemas/\1\.schema\.json\) \|", text, re.MULTILINE)) == sorted(
        SCHEMAS
    )
