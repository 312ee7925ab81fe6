"""A dozen files through Spark itself: the same tables as one process gives, with every odd file told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy import UsageError
from pdo_policy.reporters.as_json import report_data
from tests.spark.comparing import AS_OF, in_one_process, said
from tests.spark.papers import Row
from tests.spark.sessions import MISSING, WITHOUT, session

if TYPE_CHECKING:
    from pdo_policy.spark import Checked

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=WITHOUT),
    # Those of Spark's own modules.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning"),
]
PLAN = "文件种类: 实施方案\n项目编号: {0}\n编号: {0}-FA\n标题: 题\n状态: 起草中\n"
BROKEN = "文件种类: 认定\n项目编号: 坏认定\n认定:\n  没有这一项:\n    结论: 是\n"


def table() -> list[Row]:
    found = [
        Row(path.relative_to(ROOT / "samples").as_posix(), path.read_bytes(), None)
        for folder in ("compliant", "franchise", "unreadable")
        for path in sorted((ROOT / "samples" / folder).glob("*.yaml"))
    ]
    return [
        *(row._replace(dossier="HB-2025-YC-001") if "compliant" in row.path else row for row in found),
        Row("甲乙.yaml", f"{PLAN.format('甲')}---\n{PLAN.format('乙')}".encode(), None),
        Row("乙.yaml", PLAN.format("乙").encode("gb18030"), "  "),
        Row("丙.yaml", PLAN.format("丙").encode("utf-16"), None),
        Row("无.yaml", b"", None),
        Row("空.yaml", None, None),
    ]


FAILING = [Row("坏认定.yaml", PLAN.format("坏认定").encode(), "坏认定"), Row("认定.yaml", BROKEN.encode(), "坏认定")]


@pytest.fixture(scope="module")
def checked() -> Checked:
    from pdo_policy.spark import check

    made = session().createDataFrame([*table(), *FAILING], "path string, content binary, dossier string")
    tables = check(made, as_of=AS_OF, partitions=2)
    tables.reports.persist()
    return tables


def entries(frame: Any) -> list[dict[str, Any]]:
    return [row.asDict(recursive=True) for row in frame.drop("dossier", "file").collect()]


def test_findings_and_pairs_are_those_of_one_process(checked: Checked) -> None:
    data = report_data(in_one_process(table()), "zh")
    findings, coverage = entries(checked.findings), entries(checked.coverage)
    # The same plan twice is told of at its project, wherever the two files came from.
    assert [one["rule_id"] for one in findings].count("schema.same-document") == 1
    assert said(findings) == said(data["findings"])
    assert said(coverage) == said(data["coverage"])


def test_every_file_is_in_one_group_and_every_group_has_an_outcome(checked: Checked) -> None:
    rows = checked.outcomes.collect()
    found = {(row.dossier, row.file): (row.outcome, row.exit_code, len(row.paths)) for row in rows}
    assert found == {
        ("HB-2025-YC-001", ""): ("checked", 0, 3),
        ("HB-2025-TX-001", ""): ("checked", 0, 5),
        ("乙", ""): ("checked", 1, 2),
        ("丙", ""): ("checked", 1, 1),
        ("坏认定", ""): ("failed", 2, 2),
        # It cannot be read, but its head says of which project it is.
        ("HB-2025-YC-002", ""): ("checked", 3, 1),
        ("", "无.yaml"): ("checked", 3, 1),
        ("", "空.yaml"): ("checked", 3, 1),
    }
    (failed,) = (row for row in rows if row.outcome == "failed")
    assert failed.failure.message.startswith("认定.yaml:5:5 错误 DET-F002：")


def test_the_tables_have_the_columns_of_the_report_in_its_order(checked: Checked) -> None:
    from pdo_policy.spark import COVERAGE, FINDINGS, OUTCOMES, REPORTS

    for frame, kind in zip(checked, (REPORTS, OUTCOMES, FINDINGS, COVERAGE), strict=True):
        assert frame.schema == kind
    forms = json.loads((ROOT / "schemas/report.schema.json").read_text("utf-8"))
    tables = {"Finding": (FINDINGS, 2), "Coverage": (COVERAGE, 2), "Summary": (REPORTS["summary"].dataType, 0)}
    for name, (kind, own) in tables.items():
        compared(kind.fields[own:], forms["$defs"][name], forms["$defs"])
    compared(REPORTS["inputs"].dataType.elementType.fields, forms["$defs"]["Input"], forms["$defs"])


def compared(fields: list[Any], form: dict[str, Any], forms: dict[str, Any]) -> None:
    assert [field.name for field in fields] == list(form["properties"])
    for field, one in zip(fields, form["properties"].values(), strict=True):
        inner, below = one.get("items", one), getattr(field.dataType, "elementType", field.dataType)
        assert ("items" in one) is (below is not field.dataType), field.name
        assert ("$ref" in inner and "properties" in forms[inner["$ref"].rpartition("/")[2]]) is hasattr(below, "fields")
        if hasattr(below, "fields"):
            compared(below.fields, forms[inner["$ref"].rpartition("/")[2]], forms)


def test_content_may_be_text_and_no_project_need_be_known() -> None:
    from pdo_policy.spark import check

    made = session().createDataFrame([("甲.yaml", PLAN.format("甲"))], "path string, content string")
    (row,) = check(made, as_of=AS_OF, lang="en", partitions=1).outcomes.collect()
    assert (row.dossier, row.outcome, row.summary.status) == ("甲", "checked", "not_ready")


def test_a_wrong_call_is_told_before_anything_is_read() -> None:
    from pdo_policy.spark import check

    made = session().createDataFrame([("甲.yaml", "x")], "name string, content string")
    with pytest.raises(UsageError) as stop:
        check(made, as_of=AS_OF)
    assert (stop.value.code, stop.value.facts) == ("spark-columns", {"missing": "path", "columns": "name、content"})
    with pytest.raises(UsageError):
        check(made, as_of=AS_OF, law="昨天")
