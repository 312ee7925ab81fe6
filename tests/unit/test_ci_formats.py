"""What each format of continuous integration promises: levels, caps, limits, places, identity, and what is left out."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.api import check, render
from pdo_policy.findings import Citation, CoverageRow, Disposition, Location, Severity, Subject, Text, Verdict
from pdo_policy.report import RuleInfo, Whereabouts
from pdo_policy.reporters.as_github_summary import LIMIT, within
from pdo_policy.reporters.columns import first_line, utf8_region, utf16_region
from pdo_policy.reporters.escaping import command_data, command_property, log_line, markdown, xml_text
from pdo_policy.reporters.paths import placed, uri
from pdo_policy.reporters.sarif_rules import descriptor
from pdo_policy.source import Source
from tests.golden.reports import AS_OF, FOLDER, RULES, cases
from tests.readers import SEVERITIES, gitlab, junit, rdjson, sarif, summary, workflow
from tests.reports import PLAN, RECORD, SOURCE, finding, made, report_of, rule
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from pdo_policy.rulebook.compiled import Rulebook

FORMATS = ("sarif", "gitlab", "junit", "github", "github-summary", "rdjson")
SCHEMA = json.loads((Path(__file__).parents[1] / "judges/sarif-2.1.0.schema.json").read_text("utf-8"))


@cache
def book() -> Rulebook:
    with TemporaryDirectory() as folder:
        return load(small(Path(folder), RULES))


# ---------------------------------------------------------------------- levels

LEVELS = [
    # verdict, severity, the level in SARIF, GitLab, GitHub, rdjson, and what JUnit makes of it
    (Verdict.VIOLATED, Severity.ERROR, "error", "critical", "error", "ERROR", "failure"),
    (Verdict.VIOLATED, Severity.WARNING, "warning", "major", "warning", "WARNING", "failure"),
    (Verdict.VIOLATED, Severity.NOTE, "note", "info", "notice", "INFO", "failure"),
    (Verdict.UNDETERMINED, Severity.ERROR, "warning", "major", "warning", "WARNING", "skipped"),
    (Verdict.UNDETERMINED, Severity.WARNING, "warning", "major", "warning", "WARNING", "skipped"),
    (Verdict.UNDETERMINED, Severity.NOTE, "note", "info", "notice", "INFO", "skipped"),
    (Verdict.EXEMPT, Severity.ERROR, "note", "info", "notice", "INFO", "skipped"),
    (Verdict.NOT_ADOPTED, Severity.ERROR, "note", "info", "notice", "INFO", "passed"),
    (Verdict.ERROR, Severity.NOTE, "error", "blocker", "error", "ERROR", "error"),
]


@pytest.mark.parametrize(
    ("verdict", "severity", "in_sarif", "in_gitlab", "in_github", "in_rdjson", "in_junit"),
    LEVELS,
    ids=[f"{row[0]} {row[1]}" for row in LEVELS],
)
def test_each_format_has_its_level(
    verdict: Verdict, severity: Severity, in_sarif: str, in_gitlab: str, in_github: str, in_rdjson: str, in_junit: str
) -> None:
    report = report_of(1, severity, verdict)
    assert [result["level"] for result in sarif(render(report, "sarif"))["results"]] == [in_sarif]
    assert [entry["severity"] for entry in gitlab(render(report, "gitlab"))] == [in_gitlab]
    assert [one["severity"] for one in rdjson(render(report, "rdjson"))] == [in_rdjson]
    assert len(workflow(render(report, "github")).annotations(in_github)) == 1
    assert dict(junit(render(report, "junit")).outcomes) == {in_junit: 1}


def test_what_kept_a_paper_from_being_checked_is_the_gravest() -> None:
    code = RuleInfo("input.syntax", "读不了…", Severity.ERROR, (), "", "改正", "")
    fault = finding(code, SOURCE, Subject("", SOURCE.name, "", SOURCE.name), 0)
    report = made([fault], [], [replace(RECORD, readable=False)], [], Whereabouts())
    assert report.exit_code == 3
    assert gitlab(render(report, "gitlab"))[0]["severity"] == SEVERITIES[-1]
    run = sarif(render(report, "sarif"))
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    assert [note["associatedRule"]["id"] for note in invocation["toolExecutionNotifications"]] == ["input.syntax"]
    assert [result["ruleId"] for result in run["results"]] == ["input.syntax"]


@pytest.mark.parametrize("disposition", [Disposition.WAIVED, Disposition.BASELINED])
def test_what_is_dealt_with_calls_for_nothing_and_is_still_told(disposition: Disposition) -> None:
    report = report_of(1, disposition=disposition)
    assert sarif(render(report, "sarif"))["results"] == []
    assert gitlab(render(report, "gitlab")) == rdjson(render(report, "rdjson")) == []
    log = workflow(render(report, "github"))
    assert [command.name for command in log.commands] == ["group", "endgroup"]
    assert "没有写目标" in log.lines[0]
    read = junit(render(report, "junit"))
    assert dict(read.outcomes) == {"skipped": 1}
    assert "没有写目标" in read.messages[0]
    assert json.loads(render(report, "json"))["summary"]["by_verdict"]["violated"] == 1


def test_a_clean_report_is_an_empty_list_and_not_an_empty_file() -> None:
    report = replace(report_of(), findings=(), coverage=())
    assert render(report, "gitlab") == "[]\n"
    assert json.loads(render(report, "rdjson"))["diagnostics"] == []
    assert sarif(render(report, "sarif"))["results"] == []


# ---------------------------------------------------------------------- caps and limits


@pytest.mark.parametrize(("count", "shown", "left"), [(1, 1, 0), (9, 9, 0), (10, 9, 1), (40, 9, 31)])
def test_github_gets_nine_annotations_of_a_level_and_one_that_tells_the_rest(count: int, shown: int, left: int) -> None:
    log = workflow(render(report_of(count), "github"))
    errors = log.annotations("error")
    assert len([one for one in errors if one.properties]) == shown
    assert len(errors) == shown + bool(left)
    if left:
        assert f"另有 {left} 处" in errors[-1].data
    assert len(log.lines) == count + 1


def test_the_gravest_are_annotated_and_stand_first_in_the_summary() -> None:
    report = report_of(12)
    *others, failed = report.findings
    report = replace(report, findings=(*others, replace(failed, verdict=Verdict.ERROR)))
    first, *_ = workflow(render(report, "github")).annotations("error")
    assert first.properties["title"].split()[0] == failed.rule_id
    assert summary(render(report, "github-summary")).findings[0][1] == failed.rule_id


@pytest.mark.slow
def test_five_thousand_findings_are_told_in_every_format() -> None:
    report = report_of(5000)
    texts = {name: render(report, name) for name in (*FORMATS, "json", "text")}
    assert len(sarif(texts["sarif"])["results"]) == 5000
    assert len(gzip.compress(texts["sarif"].encode())) < 10_000_000
    assert len(gitlab(texts["gitlab"])) == len(rdjson(texts["rdjson"])) == 5000
    assert junit(texts["junit"]).outcomes["failure"] == 5000
    assert len(workflow(texts["github"]).lines) == 5001
    assert len(summary(texts["github-summary"]).findings) == 5000
    assert json.loads(texts["json"])["summary"]["violated"] == 5000
    assert texts["text"].count("T-4999") == 1


def test_sarif_leaves_out_what_github_would_refuse_and_says_so() -> None:
    report = report_of(3)
    grave, *light = report.findings
    light = [replace(one, severity=Severity.NOTE) for one in light]
    many = [
        replace(light[number % 2], fingerprint=f"{number:032x}", location_fingerprint=f"{number:032x}")
        for number in range(25_010)
    ]
    run = sarif(render(replace(report, findings=(*many, grave)), "sarif"))
    assert len(run["results"]) == 25_000
    assert run["results"][-1]["level"] == "error"
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "warning"
    assert "另有 11 项" in note["message"]["text"]


@pytest.mark.parametrize("room", [LIMIT, 10_000, 1000])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_summary_is_cut_behind_a_line_and_says_so(room: int, lang: str) -> None:
    text = render(report_of(1000, text="没有写目标" * 100), "github-summary", lang=lang)
    assert len(text.encode()) > LIMIT
    cut = within(text, room, lang)
    assert len(cut.encode()) <= room
    *kept, _, note, last = cut.split("\n")
    assert kept == text.split("\n")[: len(kept)]
    assert "900 KiB" in note
    assert last == ""


def test_a_summary_that_has_room_is_whole_and_one_without_is_empty() -> None:
    text = render(report_of(), "github-summary")
    assert within(text, len(text.encode()), "zh") == text
    assert within(text, 0, "zh") == within(text, -1, "zh") == ""


# ---------------------------------------------------------------------- identity


def results(text: str, name: str = "材料/方案 一.yaml") -> list[dict[str, Any]]:
    report = check(Source(name, text), rulebook=book(), as_of=AS_OF)
    found: list[dict[str, Any]] = sarif(render(report, "sarif"))["results"]
    return found


def test_a_finding_is_the_same_when_its_text_moves() -> None:
    text = (FOLDER / "awkward/given/方案 一.yaml").read_text("utf-8")
    before, after = results(text), results("# 注\n" * 50 + text)
    assert before
    assert [one["partialFingerprints"] for one in before] == [one["partialFingerprints"] for one in after]
    lines = [
        [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in found] for found in (before, after)
    ]
    assert [line + 50 for line in lines[0]] == lines[1]


def test_a_paper_in_another_file_is_another_alert_about_the_same_thing() -> None:
    text = (FOLDER / "awkward/given/方案 一.yaml").read_text("utf-8")
    marks = [[one["partialFingerprints"] for one in results(text, name)] for name in ("甲.yaml", "乙.yaml")]
    for here, there in zip(*marks, strict=True):
        assert here["pdoFinding/v1"] == there["pdoFinding/v1"]
        assert here["primaryLocationLineHash"] != there["primaryLocationLineHash"]
    report = check(Source("甲.yaml", text), rulebook=book(), as_of=AS_OF)
    assert [f"{entry['fingerprint']}:1" for entry in gitlab(render(report, "gitlab"))] == [
        mark["primaryLocationLineHash"] for mark in marks[0]
    ]


# ---------------------------------------------------------------------- golden files


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
@pytest.mark.parametrize("lang", ["", "-en"])
def test_the_golden_sarif_is_valid_and_points_into_its_files(case: Path, lang: str) -> None:
    log = json.loads((case / f"report{lang}.sarif").read_text("utf-8"))
    assert [error.message for error in jsonschema_rs.validator_for(SCHEMA).iter_errors(log)] == []
    lines = {path.name: path.read_text("utf-8-sig").splitlines() for path in (case / "given").iterdir()}
    for result in log["runs"][0]["results"]:
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        at = lines[SOURCES[place["physicalLocation"]["artifactLocation"]["uri"].rpartition("/")[2]]]
        assert 1 <= region["startLine"] == region["endLine"] <= len(at)
        units = len(at[region["startLine"] - 1].encode("utf-16-le")) // 2
        assert 1 <= region["startColumn"] <= region["endColumn"] <= units + 1


SOURCES = {
    "%E6%96%B9%E6%A1%88%20%E4%B8%80.yaml": "方案 一.yaml",
    "%E5%8D%8F%E8%AE%AE.json": "协议.json",
    "%E5%8D%8F%E8%AE%AE.yaml": "协议.yaml",
    "%E6%96%B9%E6%A1%88.yaml": "方案.yaml",
    "%E9%99%84%E4%BB%B6.yaml": "附件.yaml",
}


def test_the_schema_is_a_judge() -> None:
    log = json.loads(render(report_of(), "sarif"))
    log["runs"][0]["results"][0]["levle"] = "error"
    assert not jsonschema_rs.validator_for(SCHEMA).is_valid(log)


# ---------------------------------------------------------------------- places

ROOTED = Whereabouts("/仓库/子 目录", "/仓库")
PLACED = [
    # as given, where the check was made, path, inside, URI
    ("方案 一.yaml", Whereabouts(), "方案 一.yaml", True, "%E6%96%B9%E6%A1%88%20%E4%B8%80.yaml"),
    ("./a/../b.yaml", Whereabouts(), "b.yaml", True, "b.yaml"),
    ("../b.yaml", Whereabouts(), "../b.yaml", False, "../b.yaml"),
    ("/x/b.yaml", Whereabouts(), "/x/b.yaml", False, "file:///x/b.yaml"),
    ("-", Whereabouts(), "-", True, "-"),
    ("方案.yaml", ROOTED, "子 目录/方案.yaml", True, "%E5%AD%90%20%E7%9B%AE%E5%BD%95/%E6%96%B9%E6%A1%88.yaml"),
    ("../方案.yaml", ROOTED, "方案.yaml", True, "%E6%96%B9%E6%A1%88.yaml"),
    ("/仓库/a.yaml", ROOTED, "a.yaml", True, "a.yaml"),
    ("../../外/a b.yaml", ROOTED, "/外/a b.yaml", False, "file:///%E5%A4%96/a%20b.yaml"),
    ("/仓库二/a.yaml", ROOTED, "/仓库二/a.yaml", False, "file:///%E4%BB%93%E5%BA%93%E4%BA%8C/a.yaml"),
    ("a#b?%41:d", ROOTED, "子 目录/a#b?%41:d", True, "%E5%AD%90%20%E7%9B%AE%E5%BD%95/a%23b%3F%2541%3Ad"),
    ("a.yaml", Whereabouts("/"), "a.yaml", True, "a.yaml"),
    ("a.yaml", Whereabouts("C:/资料"), "a.yaml", True, "a.yaml"),
    ("D:/甲.yaml", Whereabouts("C:/资料"), "D:/甲.yaml", False, "file:///D:/%E7%94%B2.yaml"),
    ("\udcff.yaml", Whereabouts(), "\udcff.yaml", True, "%3F.yaml"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "at", "path", "inside", "address"), PLACED, ids=[repr(row[0]) for row in PLACED])
def test_a_path_is_that_of_the_repository(name: str, at: Whereabouts, path: str, inside: bool, address: str) -> None:
    assert placed(name, at) == (path, inside)
    assert uri(placed(name, at)) == address


def test_every_format_of_ci_names_a_file_alike() -> None:
    report = replace(report_of(), whereabouts=Whereabouts("/仓库/子", "/仓库"))
    path = "子/材料/方案 一.yaml"
    assert gitlab(render(report, "gitlab"))[0]["location"]["path"] == path
    assert rdjson(render(report, "rdjson"))[0]["location"]["path"] == path
    assert workflow(render(report, "github")).commands[0].properties["file"] == path
    assert f'file="{path}"' in render(report, "junit")
    place = sarif(render(report, "sarif"))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uriBaseId"] == "%SRCROOT%"
    assert place["uri"].startswith("%E5%AD%90/")


def test_a_file_outside_of_the_repository_has_an_absolute_address() -> None:
    report = replace(report_of(), whereabouts=Whereabouts("/仓库/子", "/仓库"))
    away = Source("/别处/方 案.yaml", SOURCE.text)
    report = replace(report, findings=tuple(finding(rule(), away, PLAN, 0) for _ in report.findings))
    place = sarif(render(report, "sarif"))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///%E5%88%AB%E5%A4%84/%E6%96%B9%20%E6%A1%88.yaml"}


COLUMNS = [
    # line, part, columns in code points, UTF-16 units and bytes of UTF-8
    ("abc: x", "x", 6, 6, 6),
    ("名称: 湖", "湖", 5, 5, 9),
    ("𠮷: 湖", "湖", 4, 5, 7),
    ("😀😀: x", "x", 5, 7, 11),
    ("e\u0301: x", "x", 5, 5, 6),
]


@pytest.mark.parametrize(("line", "part", "points", "units", "octets"), COLUMNS, ids=[row[0] for row in COLUMNS])
def test_columns_are_counted_in_the_unit_of_each_format(
    line: str, part: str, points: int, units: int, octets: int
) -> None:
    source = Source("x", f"first\n{line}")
    start = source.text.index(part, 6)
    span = source.span(start, start + len(part))
    assert span.first.column == points
    assert utf16_region(span)[:2] == (2, units)
    assert utf8_region(span)[:2] == (2, octets)
    place = (Location(source.span(start, len(source.text))),)
    report = replace(report_of(), findings=(finding(rule(), source, PLAN, 0, locations=place),))
    region = sarif(render(report, "sarif"))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, units)
    assert workflow(render(report, "github")).commands[0].properties["col"] == str(units)
    assert rdjson(render(report, "rdjson"))[0]["location"]["range"]["start"] == {"line": 2, "column": octets}


def test_only_reviewdog_gets_more_than_the_first_line_of_a_place() -> None:
    source = Source("x", "a: |\n  甲乙\n  丙\n")
    report = replace(
        report_of(), findings=(finding(rule(), source, PLAN, 0, locations=(Location(source.span(3, 13)),)),)
    )
    region = sarif(render(report, "sarif"))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 5}
    properties = workflow(render(report, "github")).commands[0].properties
    assert [properties[key] for key in ("line", "endLine", "col", "endColumn")] == ["1", "1", "4", "5"]
    assert rdjson(render(report, "rdjson"))[0]["location"]["range"] == {
        "start": {"line": 1, "column": 4}, "end": {"line": 3, "column": 6},
    }  # fmt: skip


@given(st.text(st.sampled_from("a 中𠮷😀\u0301\t")), st.text(st.sampled_from("a 中𠮷😀\u0301\t"), min_size=1))
def test_a_region_gives_back_the_text_it_covers(before: str, part: str) -> None:
    source = Source("x", f"{before}{part}末")
    span = source.span(len(before), len(before) + len(part))
    for region, codec, size in ((utf16_region(span), "utf-16-le", 2), (utf8_region(span), "utf-8", 1)):
        line = source.text.encode(codec)
        assert line[(region.column - 1) * size : (region.end_column - 1) * size].decode(codec) == part


FIRST_LINES = [("a: |\n  甲\n", 3, 8, "|"), ("甲: 乙", 3, 4, "乙"), ("a:   \n  b", 0, 9, "a:"), ("a\n\n", 1, 2, "")]


@pytest.mark.parametrize(("text", "start", "end", "covered"), FIRST_LINES)
def test_a_place_is_cut_to_its_first_line(text: str, start: int, end: int, covered: str) -> None:
    assert first_line(Source("x", text).span(start, end)).text == covered


# ---------------------------------------------------------------------- escaping

ESCAPED = [
    (command_data, "100%\r\n：，:,", "100%25%0D%0A：，:,"),
    (command_property, "100%\r\n：，:,", "100%25%0D%0A：，%3A%2C"),
    (log_line, "  ::error::x", "·   ::error::x"),
    (log_line, "x ##[error]", "x ## [error]"),
    (log_line, "a::b", "a::b"),
    (xml_text, "a\x00\x1b\ufffe\ud800\tb\n𠮷", "a\ufffd\ufffd\ufffd\ufffd\tb\n𠮷"),
    (
        markdown,
        "<b> | `x` *y* _z_ #1 @me\n $a$ [t](u)",
        r"&lt;b&gt; \| \`x\` \*y\* \_z\_ \#1 \@me &#36;a&#36; \[t\](u)",
    ),
    (markdown, "https://example.org", r"https\://example.org"),
]


@pytest.mark.parametrize(("escape", "text", "expected"), ESCAPED, ids=[f"{r[0].__name__} {r[1]!r}" for r in ESCAPED])
def test_escaping(escape: Any, text: str, expected: str) -> None:
    assert escape(text) == expected


def test_the_help_of_a_rule_has_its_clauses_and_texts() -> None:
    (made_of,) = sarif(render(report_of(), "sarif"))["tool"]["driver"]["rules"]
    assert made_of["help"]["markdown"] == (
        "**写明目标0**\n\n### 依据\n\n- 《实施规范》第八条\n\n### 为什么\n\n- 没有目标就无从评价\n\n"
        "### 怎么改\n\n- 写明目标\n\n### 请核实\n\n- 目标是什么？"
    )
    assert made_of["properties"]["tags"] == ["public-data", "norm"]
    assert made_of["defaultConfiguration"] == {"level": "error"}
    assert "security-severity" not in made_of["properties"]


def test_a_rule_is_told_in_no_more_than_github_takes() -> None:
    cited = tuple(Citation(f"law-{number}", "art_1", f"《法{number}》第一条", "in_force") for number in range(12))
    long = replace(rule(), title="长" * 2000, citations=cited)
    made_of = descriptor(long, "zh")
    assert made_of["shortDescription"]["text"] == made_of["fullDescription"]["text"] == "长" * 1023 + "…"
    assert made_of["properties"]["tags"] == ["public-data", *(f"law-{number}" for number in range(9))]
    assert made_of["help"]["markdown"].count("- 《法") == 12


def test_the_first_sentence_of_a_message_stands_alone() -> None:
    report = report_of()
    messages = [
        sarif(render(report, "sarif"))["results"][0]["message"]["text"],
        gitlab(render(report, "gitlab"))[0]["description"],
        rdjson(render(report, "rdjson"))[0]["message"],
    ]
    assert messages == ["〔《实施规范》第八条〕 没有写目标。怎么改：写明目标。"] * 3
    (annotation,) = workflow(render(report, "github")).annotations("error")
    assert annotation.data == "没有写目标。怎么改：写明目标。"
    assert annotation.properties["title"] == "T-0 〔《实施规范》第八条〕"


def test_related_places_are_linked_and_nothing_else_is() -> None:
    source = Source("a[1].yaml", "甲: 1\n乙: 2\n")
    places = tuple(
        Location(source.span(at, at + 1), ("x",), crumbs) for at, crumbs in ((0, ()), (5, ("[乙](9)",)), (0, ()))
    )
    found = finding(rule(), source, PLAN, 0, locations=places, text=Text("见[丙](1)"))
    (result,) = sarif(render(replace(report_of(), findings=(found,)), "sarif"))["results"]
    assert result["message"]["text"] == (
        "〔《实施规范》第八条〕 见[丙] (1)。 相关：[a〔1〕.yaml 第2行 〔乙〕(9)](1)、[a〔1〕.yaml 第1行](2)。"
    )
    assert [(one["id"], one["message"]["text"]) for one in result["relatedLocations"]] == [
        (1, "a〔1〕.yaml 第2行 〔乙〕(9)"), (2, "a〔1〕.yaml 第1行"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_english_reports_have_no_chinese_of_our_own(name: str) -> None:
    source = Source("x.yaml", "a\n")
    one = RuleInfo("T-0", "Goal", Severity.ERROR, (Citation("norm", "art_8", "Art. 8", "in_force"),), "Why", "Do", "?")
    subject = Subject("plan", "P", "D", "Plan P")
    found = finding(one, source, subject, 0, text=Text("No goal", "Why", "Do", "?"))
    row = CoverageRow("T-0", "Goal", Severity.ERROR, one.citations, subject, Verdict.VIOLATED, "", (found.fingerprint,))
    report = made([found], [row], [replace(RECORD, path="x.yaml", id="P", dossier="D")], [one], Whereabouts())
    report = replace(
        report,
        rulebook=replace(report.rulebook, title="Small", scope="tests"),
        instruments=(replace(report.instruments[0], title="Norm"),),
        not_run=(),
    )
    text = re.sub("[《》〔〕│—]", "", render(report, name, lang="en"))
    assert re.findall(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+", text) == []
