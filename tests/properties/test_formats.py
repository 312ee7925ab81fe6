"""All formats of one report tell the same, whatever stands in it; nothing in it can speak for the report."""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st

from pdo_policy.api import render
from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Disposition, Verdict
from pdo_policy.reporters.as_ndjson import group_data
from pdo_policy.reporters.escaping import markdown, xml_text
from pdo_policy.reporters.grades import grade, standing, unreadable
from pdo_policy.reporters.paths import placed
from pdo_policy.reporters.view import View
from pdo_policy.wording.report import said, sentence
from tests.arbitrary import agreements, plans
from tests.arbitrary import reports as annual_reports
from tests.golden.reports import RULES
from tests.readers import gitlab, junit, rdjson, sarif, summary, workflow
from tests.reports import reports, texts
from tests.rulebooks import checked, load, small

if TYPE_CHECKING:
    from pdo_policy.report import Report

FORMATS = ("text", "json", "sarif", "gitlab", "junit", "github", "github-summary", "rdjson")
SCHEMA = json.loads((Path(__file__).parents[1] / "judges/sarif-2.1.0.schema.json").read_text("utf-8"))
VALID = jsonschema_rs.validator_for(SCHEMA)
with tempfile.TemporaryDirectory() as folder:
    BOOK = load(small(Path(folder), RULES))

languages = st.sampled_from(["zh", "en"])


def counts_agree(report: Report, lang: str) -> None:
    """Every format has the counts of the report."""
    made = {name: render(report, name, lang=lang) for name in FORMATS}
    calling = Counter(finding.rule_id for finding in standing(report))
    counts = dict(report.counts)
    data = json.loads(made["json"])
    assert data["summary"]["by_verdict"] == counts
    assert Counter(one["rule_id"] for one in data["findings"] if one["disposition"] == "open") == calling
    line = group_data(report, "", lang)
    assert line["summary"] == {name: told for name, told in data["summary"].items() if name != "not_run"}
    assert Counter(one["rule_id"] for one in line["findings"] if one["disposition"] == "open") == calling
    run = sarif(made["sarif"])
    assert run["properties"]["verdicts"] == counts
    assert Counter(result["ruleId"] for result in run["results"]) == calling
    assert Counter(entry["check_name"] for entry in gitlab(made["gitlab"])) == calling
    assert Counter(one["code"]["value"] for one in rdjson(made["rdjson"])) == calling
    page = summary(made["github-summary"])
    assert page.counts == tuple(counts.values())
    assert Counter(row[1] for row in page.findings) == calling
    assert page.heading == sentence(conclusion(report), lang)
    log_agrees(report, made["github"])
    cases_agree(report, made["junit"])
    (counting,) = [line for line in made["text"].splitlines() if line.startswith(said("counts", lang))]
    assert list(map(int, re.findall(r"\d+", counting))) == [sum(counts.values()), *counts.values()]


def log_agrees(report: Report, text: str) -> None:
    log = workflow(text)
    expected = Counter(grade(finding, unreadable(report)).github for finding in standing(report))
    for level in ("error", "warning", "notice"):
        annotations = log.annotations(level)
        pointing = [command for command in annotations if command.properties]
        assert len(pointing) == min(expected[level], 9)
        assert len(annotations) - len(pointing) == (expected[level] > 9)
    assert len(log.lines) == len(report.findings) + 1


def cases_agree(report: Report, text: str) -> None:
    read = junit(text)
    faults = [finding for finding in report.findings if not finding.citations]
    assert len(set(read.names)) == len(read.names) == len(report.coverage) + len(faults)
    ends = Counter(_ending(row.verdict, row.disposition) for row in report.coverage)
    ends += Counter(_ending(finding.verdict, finding.disposition) for finding in faults)
    assert read.outcomes == ends


def _ending(verdict: Verdict, disposition: Disposition) -> str:
    if disposition is not Disposition.OPEN or verdict in (
        Verdict.UNDETERMINED, Verdict.NOT_APPLICABLE, Verdict.EXEMPT,
    ):  # fmt: skip
        return "skipped"
    return {Verdict.VIOLATED: "failure", Verdict.ERROR: "error"}.get(verdict, "passed")


papers = st.tuples(
    plans("P1"), st.lists(agreements("A1", "P1"), max_size=1), st.lists(annual_reports("R1", "A1"), max_size=1)
)


@given(papers, languages)
def test_counts_are_equal_in_all_formats_of_a_check(papers: tuple[Any, list[Any], list[Any]], lang: str) -> None:
    plan, *others = papers
    counts_agree(checked(BOOK, plan.told, *(paper.told for some in others for paper in some), lang=lang), lang)


@given(reports(), languages)
def test_counts_are_equal_in_all_formats_of_any_report(report: Report, lang: str) -> None:
    counts_agree(report, lang)


@given(reports(), languages)
def test_sarif_is_what_its_schema_and_github_ask_for(report: Report, lang: str) -> None:
    text = render(report, "sarif", lang=lang)
    assert [error.message for error in VALID.iter_errors(json.loads(text))] == []
    run = sarif(text)
    rules = run["tool"]["driver"]["rules"]
    assert {row.rule_id for row in report.coverage} <= {rule["id"] for rule in rules}
    for rule in rules:
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) <= 10
    for result, finding in zip(run["results"], standing(report), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule_id
        assert len(result["locations"]) == 1
        links = re.findall(r"\[[^\[\]]*\]\((\d+)\)", result["message"]["text"])
        assert list(map(int, links)) == [place["id"] for place in result.get("relatedLocations", [])]
        assert "](" not in re.sub(r"\[[^\[\]]*\]\(\d+\)", "", result["message"]["text"])
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(hashes)) == len(hashes)


@given(reports(), languages)
def test_what_a_paper_says_is_never_obeyed_by_a_runner(report: Report, lang: str) -> None:
    log = workflow(render(report, "github", lang=lang))
    assert {command.name for command in log.commands} <= {"error", "warning", "notice", "group", "endgroup"}
    assert sum(command.name == "endgroup" for command in log.commands) == bool(report.findings)
    pointing = [command for command in log.commands if "file" in command.properties]
    known = {placed(finding.locations[0].span.source.name, report.whereabouts).path for finding in report.findings}
    assert {command.properties["file"] for command in pointing} <= known
    assert all(set(one.properties) == {"file", "line", "endLine", "col", "endColumn", "title"} for one in pointing)


HEAD = re.compile(
    r"(?! ).*?:\d+:\d+: "
    r"(?:严重|一般|提示|待核实|未采纳|豁免|出错|error|warning|note|to be verified|not adopted|exempt|failed) "
)
"""How the first line of a finding begins, as editors and `grep` look for it."""


@given(reports(), languages)
def test_text_begins_no_finding_that_is_none(report: Report, lang: str) -> None:
    lines = render(report, "text", lang=lang, view=View(fold=False)).removesuffix("\n").split("\n")
    heads = sum(HEAD.match(line) is not None for line in lines)
    # Findings that say the same stand together, each further one with its place.
    alike = sum(line.startswith(f"    {said('where_else', lang)}") for line in lines)
    assert heads + alike == len(report.findings)
    assert [char for line in lines for char in line if not char.isprintable() and char != "\u3000"] == []
    sentences = [line for line in lines if line.startswith(said("conclusion", lang))]
    assert sentences == [lines[0], lines[-1]]
    assert lines[0].endswith(sentence(conclusion(report), lang))


@given(reports(), languages)
def test_junit_says_what_was_said(report: Report, lang: str) -> None:
    read = junit(render(report, "junit", lang=lang))
    # An attribute keeps line ends as references; an XML parser turns a carriage return in text into a line end.
    for row in report.coverage:
        if row.verdict is Verdict.VIOLATED and row.disposition is Disposition.OPEN:
            said = next(one.text.headline for one in report.findings if one.fingerprint == row.findings[0])
            assert xml_text(said) in read.messages


@settings(max_examples=settings().max_examples * 5)
@given(texts)
def test_markdown_shows_a_text_letter_for_letter(text: str) -> None:
    page = summary(f"## x\n\n|a|\n|---|\n|1|\n\n|b|\n|---|\n| x {markdown(text)} |\n")
    assert page.findings == ((" ".join(f"x {xml_text(text)}".split()),),)
