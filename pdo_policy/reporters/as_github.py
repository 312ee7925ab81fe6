"""A report for a step of GitHub Actions: workflow commands that annotate files, then the whole list in a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.conclusion import conclusion
from pdo_policy.reporters.columns import first_line, utf16_region
from pdo_policy.reporters.escaping import command_data, command_property, log_line
from pdo_policy.reporters.grades import grade, standing, unreadable
from pdo_policy.reporters.paths import placed
from pdo_policy.reporters.phrases import advice, clauses, heading, sentences
from pdo_policy.wording.ci import phrase
from pdo_policy.wording.report import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.findings import Finding
    from pdo_policy.report import Report

MOST = 9
"""How many findings of a level are annotated: GitHub shows ten in a step; the tenth tells how many are left."""

_LEVELS = ("error", "warning", "notice")


def render_github(report: Report, lang: str) -> str:
    """Workflow commands for the gravest findings that call for action, and every finding as a line of the log."""
    return "\n".join(_lines(report, lang)) + "\n"


def _lines(report: Report, lang: str) -> Iterator[str]:
    unread = unreadable(report)
    graded = [(grade(finding, unread), finding) for finding in standing(report)]
    for name in _LEVELS:
        found = [finding for given, finding in sorted(graded, key=lambda pair: pair[0].rank) if given.github == name]
        for finding in found[:MOST]:
            yield _annotation(name, finding, report, lang)
        if len(found) > MOST:
            yield f"::{name}::{command_data(phrase('overflow', lang, count=len(found) - MOST))}"
    if report.findings:
        yield f"::group::{command_data(phrase('all', lang, count=len(report.findings)))}"
        yield from (log_line(heading(finding, lang)) for finding in report.findings)
        yield "::endgroup::"
    yield sentence(conclusion(report), lang)


def _annotation(name: str, finding: Finding, report: Report, lang: str) -> str:
    span = first_line(finding.locations[0].span)
    region = utf16_region(span)
    properties = {
        "file": placed(span.source.name, report.whereabouts).path,
        "line": str(region.line),
        "endLine": str(region.end_line),
        "col": str(region.column),
        "endColumn": str(region.end_column),
        "title": " ".join(part for part in (finding.rule_id, clauses(finding.citations)) if part),
    }
    written = ",".join(f"{key}={command_property(value)}" for key, value in properties.items())
    said = sentences(finding.text.headline, advice(finding, lang), lang=lang)
    return f"::{name} {written}::{command_data(said)}"
